"""Check one outcome's sentence by itself."""

from __future__ import annotations

from coach.checks import check_outcome
from coach.models import CheckResult, Severity
from coach.playbook import Lexicon


def check_sentence(text: str, lexicon: Lexicon) -> CheckResult:
    """Check one outcome's wording; it is well where only questions remain."""
    findings = check_outcome(text, lexicon)
    return CheckResult(ok=all(item.severity is Severity.QUESTION for item in findings), findings=findings)
