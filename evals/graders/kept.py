"""A grader whose words are kept by content, so that no judgement is paid for twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coach.models import Grade, GradeStatus, SuggestionKind
from coach.models.base import Word
from evals.cache import Cache, to_key
from evals.casebook import Case
from evals.suggestion import Suggestion

from .base import Grader, was_built_on


class KeptGrades(Word):
    """One grader's words on one suggestion."""

    grades: tuple[Grade, ...]
    """One for each criterion."""


class Kept:
    """Asks a grader once for each suggestion; what went wrong is asked again the next time."""

    def __init__(self, grader: Grader, cache: Cache, fingerprint: str) -> None:
        """Keep the grader, and everything that can change its word as one string."""
        self.name = grader.name
        self._grader = grader
        self._cache = cache
        self._fingerprint = fingerprint

    def criteria(self, kind: SuggestionKind) -> Mapping[str, str]:
        """Return what it grades of this kind."""
        return self._grader.criteria(kind)

    def built_on(self, item: str) -> bool:
        """Say whether the grader was built on a labelled suggestion."""
        return was_built_on(self._grader, item)

    def grade(self, suggestion: Suggestion, case: Case) -> Sequence[Grade]:
        """Return what it said before, or ask it."""
        asked = case.asked.model_dump_json(include={"kind", "request"})
        told = case.file.model_dump_json(include={"community", "notes"})
        key = to_key("grades", self.name, self._fingerprint, suggestion.model_dump_json(), asked, told)
        kept = self._cache.get(key, KeptGrades)
        if kept is not None:
            return kept.grades
        grades = tuple(self._grader.grade(suggestion, case))
        if all(grade.status is not GradeStatus.ERROR for grade in grades):
            self._cache.put(key, KeptGrades(grades=grades))
        return grades
