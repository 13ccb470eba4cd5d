"""What the suite needs of a grader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, runtime_checkable

from coach.models import Grade, GradeStatus, SuggestionKind
from evals.casebook import Case
from evals.suggestion import Suggestion


class Grader(Protocol):
    """Grades suggestions on some criteria."""

    @property
    def name(self) -> str:
        """How reports call it: `checks`, `rules`, `judge:MODEL`."""

    def criteria(self, kind: SuggestionKind) -> Mapping[str, str]:
        """Return the titles of what it grades of this kind, by code; empty when it does not."""

    def grade(self, suggestion: Suggestion, case: Case) -> Sequence[Grade]:
        """Return one grade for each of its criteria."""


@runtime_checkable
class Built(Protocol):
    """A grader that was made by looking at some of the labelled suggestions, and says which."""

    def built_on(self, item: str) -> bool:
        """Say whether a labelled suggestion, named by its id, was used to build it."""


def was_built_on(grader: object, item: str) -> bool:
    """Say whether a grader has seen a labelled suggestion before, so that its word on it proves nothing."""
    return isinstance(grader, Built) and grader.built_on(item)


def ungraded(code: str, grader: str, reason: str) -> Grade:
    """Return the word of a grader that cannot tell."""
    return Grade(code=code, grader=grader, status=GradeStatus.UNGRADED, reason=reason)
