"""A grader that reads what is written, whoever drafted it, by plain rules and without a model.

The checks look into our own objects; of a text from elsewhere they can say little.

Its rules were written with the suggestions of odd number at hand, and kept where they agreed with both readers on those
of even number. What fell below that was left out: R1 (kappa .2 to .3) and S4 (.34). A1 and S1 have no rule: neither
shared words nor the embedder's nearness of steps and outcome told doing it from doing something near it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from coach.models import Grade, SuggestionKind
from evals.casebook import Case, CaseFile
from evals.suggestion import Suggestion

from . import reading_activity, reading_outcome, reading_plan, reading_review
from .base import ungraded
from .titles import OF_KIND
from .wording import Read, Wording, find_common

NAME = "reading"
Rule = Callable[[Wording], Read]
RULES: Mapping[SuggestionKind, Mapping[str, Rule]] = {
    SuggestionKind.OUTCOME: {
        "O2": reading_outcome.read_o2,
        "O3": reading_outcome.read_o3,
        "O4": reading_outcome.read_o4,
        "O6": reading_outcome.read_o6,
    },
    SuggestionKind.ACTIVITY: {
        "A2": reading_activity.read_a2,
        "A4": reading_activity.read_a4,
        "A6": reading_activity.read_a6,
        "A7": reading_activity.read_a7,
    },
    SuggestionKind.REVIEW: {
        "R2": reading_review.read_r2,
        "R4": reading_review.read_r4,
        "R6": reading_review.read_r6,
    },
    SuggestionKind.PLAN: {
        "S3": reading_plan.read_s3,
        "S6": reading_plan.read_s6,
        "S9": reading_plan.read_s9,
        "X2": reading_plan.read_x2,
    },
}
"""The rules that agree with the readers, by kind."""
_LAST_SEEN = 354
"""Suggestions of a higher number came later."""
_BY_THE_CLOCK = frozenset({"A6", "S3"})
"""What depends on the order of steps."""


class ReadingGrader:
    """Grades what is written."""

    name = NAME

    def __init__(self, files: Iterable[CaseFile]) -> None:
        """Keep the communities by whose notes a word is told to be one community's own."""
        self._files = list(files)

    @cached_property
    def _common(self) -> frozenset[str]:
        return find_common(self._files)

    def criteria(self, kind: SuggestionKind) -> Mapping[str, str]:
        """Return what it reads for in this kind."""
        return {code: OF_KIND[kind][code] for code in RULES.get(kind, {})}

    def grade(self, suggestion: Suggestion, case: Case) -> Sequence[Grade]:
        """Return a grade for each criterion."""
        wording = Wording(suggestion, case, self._common)
        return [_grade(code, rule, wording) for code, rule in RULES.get(case.kind, {}).items()]

    def built_on(self, item: str) -> bool:
        """Say whether a labelled suggestion was at hand when the rules were written: those of odd number were."""
        number = int(item[1:]) if item[1:].isdigit() else 0
        return number % 2 == 1 and number <= _LAST_SEEN


def _grade(code: str, rule: Rule, wording: Wording) -> Grade:
    if not wording.text.strip():
        return ungraded(code, NAME, "There is no text.")
    if code in _BY_THE_CLOCK and not wording.moments:
        return ungraded(code, NAME, "Its steps cannot be told apart.")
    read = rule(wording)
    # A step's words may have been put together from a table's cells; only what stands there is quoted.
    quote = read.quote if read.quote in wording.text else ""
    return Grade(code=code, grader=NAME, value=read.value, reason=read.reason, quote=quote)
