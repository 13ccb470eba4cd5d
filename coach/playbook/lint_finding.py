"""How the linter says something."""

from __future__ import annotations

from coach.models import Finding, Severity


def finding(  # noqa: PLR0913  # the words of a finding, in their order
    check: str, severity: Severity, where: str, message: str, why: str, way_forward: str, *, rewrite: str = ""
) -> Finding:
    """Return a finding."""
    return Finding(
        check=check,
        severity=severity,
        where=where,
        message=message,
        why=why,
        way_forward=way_forward,
        rewrite=rewrite,
    )
