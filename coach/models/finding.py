"""What a check says."""

from __future__ import annotations

from .base import Word
from .vocabulary import Severity


class Finding(Word):
    """One problem, or one question, with its place and a way forward."""

    check: str
    """The criterion's code in the quality list, such as `A1` or `O2`."""
    severity: Severity
    """`stop` blocks ready, `mend` is worth mending, `question` is for a person to judge."""
    where: str
    """The place: an id of a part, an outcome, a link, or `plan`."""
    message: str
    """What was seen, in one sentence."""
    why: str
    """Why it matters to the people in the room, in one sentence."""
    way_forward: str
    """What could be done about it, in one sentence."""
    rewrite: str = ""
    """The text as it could stand, ready to put in place: one line, or one line for each of a few to choose from or to
    use side by side. A `…` is a gap that only people can fill; empty when only people can say it."""


class CheckResult(Word):
    """What all checks say of one thing."""

    ok: bool
    """True when nothing stops it and nothing is worth mending; questions may remain."""
    findings: tuple[Finding, ...]
    """Findings in the order of the thing they are about."""
