"""How to ask for a story of what came of learning, and how to talk about where a community is: read when asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from coach.errors import PlaybookProblem
from coach.models import StageTalk, StoryLink, StoryQuestion
from coach.models.playbook import Entry

from .loader import read_file

_QUESTIONS, _STAGES = "value_stories.yaml", "stages.yaml"
_NAMES = ("Potential", "Forming", "Maturing", "Self-sustaining", "Transformation")
_ASKS_EACH = 3


class StoryQuestions(Entry):
    """The file with the questions for a story."""

    credit: str
    """Where the chain comes from."""
    questions: tuple[StoryQuestion, ...]
    """One for each link, in the order of the links."""


class StageTalks(Entry):
    """The file with the stages."""

    credit: str
    """Where the stages come from."""
    stages: tuple[StageTalk, ...]
    """The stages in their order."""


@dataclass(frozen=True)
class ValueShelf:
    """What the playbook knows of asking what came of learning."""

    questions: tuple[StoryQuestion, ...]
    """One for each link of a story, in their order."""
    stages: tuple[StageTalk, ...]
    """Webber's stages, in their order."""
    credits: tuple[str, str]
    """Where the chain comes from, and where the stages come from."""


@cache
def load_value() -> ValueShelf:
    """Return the questions and stages that come with the product; read once.

    Raises:
        PlaybookProblem: A file does not hold together.
    """
    return read_value(resources.files("coach.playbook"))


def read_value(folder: Traversable) -> ValueShelf:
    """Read questions and stages from a folder that holds `value_stories.yaml` and `stages.yaml`.

    Raises:
        PlaybookProblem: A file does not hold together: a link or a stage is missing, or something is no question.
    """
    asked = read_file(folder / _QUESTIONS, StoryQuestions)
    talked = read_file(folder / _STAGES, StageTalks)
    _check_order(_QUESTIONS, [question.link.value for question in asked.questions], [link.value for link in StoryLink])
    _check_order(_STAGES, [stage.name for stage in talked.stages], _NAMES)
    _check_asks(_QUESTIONS, (question.asks for question in asked.questions))
    _check_asks(_STAGES, (ask for stage in talked.stages for ask in stage.asks))
    for stage in talked.stages:
        if len(stage.asks) != _ASKS_EACH:
            raise PlaybookProblem(f"The playbook file {_STAGES} has {len(stage.asks)} questions for {stage.name}.")
    return ValueShelf(asked.questions, talked.stages, (asked.credit, talked.credit))


def _check_order(file: str, found: Iterable[str], wanted: Iterable[str]) -> None:
    if list(found) != list(wanted):
        raise PlaybookProblem(f"The playbook file {file} needs exactly these, in this order: {', '.join(wanted)}.")


def _check_asks(file: str, asks: Iterable[str]) -> None:
    for ask in asks:
        if not ask.endswith("?") or ask.count("?") > 1:
            raise PlaybookProblem(f"In the playbook file {file}, “{ask}” is not one question.")
