"""The product's own checks as graders, just as they are: what stops is 0, what is worth mending 1, nothing 2."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from coach.models import CheckResult, Finding, Grade, Severity, SuggestionKind
from evals.benches import ASKER, Bench
from evals.casebook import Case, CoachingCase
from evals.suggestion import Suggestion

from .base import ungraded
from .replies import check_case_reply, why_ungraded
from .titles import OF_KIND, SAME

NAME = "checks"
_NO_OBJECT = "Only its text is at hand; the checks read objects."


class ChecksGrader:
    """Grades with `Coach.check_plan`, and what the checks of outcomes, replies and briefs say."""

    name = NAME

    def __init__(self, bench: Bench) -> None:
        """Keep the product whose checks grade, and where the cases' notes are."""
        self._bench = bench

    def criteria(self, kind: SuggestionKind) -> Mapping[str, str]:
        """Return what the checks look for in this kind."""
        return OF_KIND.get(kind, {})

    def grade(self, suggestion: Suggestion, case: Case) -> Sequence[Grade]:
        """Return a grade for each criterion."""
        codes = self.criteria(case.kind)
        found = self._check(suggestion, case)
        if found is None:
            return [ungraded(code, NAME, _NO_OBJECT) for code in codes]
        silent = why_ungraded(suggestion.reply, list(codes)) if suggestion.reply else {}
        told = {finding.check for finding in found}
        return [
            ungraded(code, NAME, silent[code]) if code in silent and code not in told else to_grade(code, found)
            for code in codes
        ]

    def _check(self, suggestion: Suggestion, case: Case) -> Sequence[Finding] | None:
        coach = self._bench.coach
        if suggestion.reply is not None and isinstance(case.asked, CoachingCase):
            return check_case_reply(suggestion.reply, case.asked, coach, self._bench.open(case.file))
        if suggestion.brief is not None:
            return coach.briefs.check(self._bench.open(case.file), suggestion.brief.brief, actor=ASKER).findings
        if suggestion.outcomes:
            checked = [each.findings or coach.check_outcome(each.text).findings for each in suggestion.outcomes]
            return [finding for findings in checked for finding in findings]
        if suggestion.plan is None:
            return None
        result = coach.check_plan(suggestion.plan, self._bench.open(case.file), actor=ASKER)
        return list(_about(suggestion.part, result)) if suggestion.part else result.findings


def _about(part: str, result: CheckResult) -> Iterable[Finding]:
    """Yield what is said of one part, and of its links."""
    return (finding for finding in result.findings if finding.where == part or finding.check in SAME)


def to_grade(code: str, findings: Iterable[Finding]) -> Grade:
    """Return the grade of one criterion: its worst finding decides."""
    mine = [item for item in findings if SAME.get(item.check, item.check) == code]
    for severity, value in ((Severity.STOP, 0), (Severity.MEND, 1)):
        said = next((item for item in mine if item.severity is severity), None)
        if said is not None:
            return Grade(code=code, grader=NAME, value=value, reason=said.message)
    return Grade(code=code, grader=NAME, value=2)
