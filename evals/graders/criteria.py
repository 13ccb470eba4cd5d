"""What judges and people who label look for: the criteria, read from the judges' own prompt files.

A person and a model are asked the same question with the same anchors, so that their words can be compared.
"""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import ValidationError

from coach.drafting.prompting import Prompt, list_prompts, read_prompt
from coach.errors import PromptProblem
from coach.models import LabelCriterion, SuggestionKind
from coach.models.base import Word

_FAMILY = "judge"


class Anchor(Word):
    """What one grade looks like."""

    says: str
    """What holds at this grade."""
    example: str
    """A suggestion, or a piece of one, of this grade."""

    def __str__(self) -> str:
        """Return both, as whoever labels reads them."""
        return f"{self.says} For example: {self.example}"


class JudgeCriterion(Word):
    """One criterion that a judge grades by."""

    code: str
    """Its code, such as `A1`."""
    kind: SuggestionKind
    """Of which kind of suggestion."""
    title: str
    """What it asks, in a few words."""
    question: str
    """What it asks, in a sentence."""
    look: tuple[str, ...]
    """What to look for, and where the edges are."""
    anchors: dict[str, Anchor]
    """What 0, 1 and 2 look like."""


def judge_prompts(kind: SuggestionKind | None = None) -> list[Prompt]:
    """Return the newest prompt of each judge, or of those for one kind, by code."""
    found = [read_prompt(task) for task in list_prompts(_FAMILY)]
    return [prompt for prompt in found if kind is None or to_criterion(prompt).kind is kind]


def to_criterion(prompt: Prompt) -> JudgeCriterion:
    """Return what a judge's prompt is about; raise PromptProblem when the file does not say it in full."""
    try:
        criterion = JudgeCriterion.model_validate(prompt.about)
    except ValidationError as error:
        raise PromptProblem(f"{prompt.label} does not say what it judges: {error}") from error
    if set(criterion.anchors) != {"0", "1", "2"} or prompt.task != f"{_FAMILY}/{criterion.code}":
        raise PromptProblem(f"{prompt.label} has not the anchors 0, 1 and 2, or lies under another code.")
    return criterion


def label_criteria(kind: SuggestionKind | None = None) -> list[LabelCriterion]:
    """Return what people are asked when they label, for all kinds or for one, kind by kind."""
    order = list(SuggestionKind)
    found = sorted((to_criterion(prompt) for prompt in judge_prompts(kind)), key=lambda item: order.index(item.kind))
    return [_to_label(criterion) for criterion in found]


def _to_label(criterion: JudgeCriterion) -> LabelCriterion:
    zero, one, two = (str(criterion.anchors[value]) for value in ("0", "1", "2"))
    question = _joined([criterion.question, *criterion.look])
    return LabelCriterion(code=criterion.code, kind=criterion.kind, question=question, anchors=(zero, one, two))


def _joined(lines: Sequence[str]) -> str:
    return " ".join(lines)
