"""What the case itself says of a good answer, where a machine can tell: `must` and `must_not`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from coach.models import Grade, SuggestionKind
from evals.casebook import Case, Rule
from evals.suggestion import Suggestion

from .base import ungraded

NAME = "rules"
DOES, AVOIDS = "C+", "C-"
_TITLES = {DOES: "does what this case asks for", AVOIDS: "does nothing that this case rules out"}


class RulesGrader:
    """Holds a suggestion against its case's own rules."""

    name = NAME

    def criteria(self, kind: SuggestionKind) -> Mapping[str, str]:
        """Return the two: what it must do, and what it must not."""
        return _TITLES

    def grade(self, suggestion: Suggestion, case: Case) -> Sequence[Grade]:
        """Return how many of the wanted things are there, and whether an unwanted one is."""
        return [self._grade_does(suggestion, case), self._grade_avoids(suggestion, case)]

    def _grade_does(self, suggestion: Suggestion, case: Case) -> Grade:
        rules = [rule for rule in case.asked.must if rule.is_mechanical]
        if not rules:
            return ungraded(DOES, NAME, "Only a reader can tell.")
        missed = [rule for rule in rules if not applies(rule, suggestion)]
        value = 2 if not missed else 1 if 2 * len(missed) <= len(rules) else 0
        return Grade(code=DOES, grader=NAME, value=value, reason=_list("Missing: ", missed))

    def _grade_avoids(self, suggestion: Suggestion, case: Case) -> Grade:
        rules = [rule for rule in case.asked.must_not if rule.is_mechanical]
        if not rules:
            return ungraded(AVOIDS, NAME, "Only a reader can tell.")
        hit = [rule for rule in rules if applies(rule, suggestion)]
        return Grade(code=AVOIDS, grader=NAME, value=0 if hit else 2, reason=_list("Found: ", hit))


def applies(rule: Rule, suggestion: Suggestion) -> bool:
    """Say whether a suggestion does what a rule describes."""
    text = suggestion.text
    said = any(re.search(pattern, text, re.IGNORECASE) for pattern in rule.contains)
    quoted = bool(rule.quotes) and any(quote.note == rule.quotes for quote in suggestion.quotes)
    long = rule.words is not None and len(text.split()) > rule.words
    return said or quoted or long


def _list(head: str, rules: Sequence[Rule]) -> str:
    return head + "; ".join(rule.says for rule in rules) if rules else ""
