"""L1 to L10 and X1 on a brief and on an answer: every claim opens to its words, and nothing is said beyond them."""

from __future__ import annotations

from coach.models import Brief, CheckResult, NotesAnswer, Severity

from .brief_beyond import check_beyond
from .brief_cause import check_cause
from .brief_counts import check_counts, check_numbers_given, check_people_counted
from .brief_drift import check_drift
from .brief_ground import BriefGround
from .brief_page import check_each_says_something, check_page, check_sections, check_slipped_in
from .brief_period import check_dates, check_period, check_used_twice
from .brief_polarity import check_polarity
from .brief_private import check_confidence, check_named, check_private, check_talked_about
from .brief_quotes import check_evidence_given, check_quoted, check_verbatim
from .brief_reading import BriefReading
from .brief_recognised import check_recognised
from .brief_settling import settle_brief
from .brief_stance import check_stance
from .brief_stories import check_chains, check_realised, check_stories
from .brief_support import check_everybody, check_names_given, check_support
from .brief_told import check_told_as_fact
from .brief_wishes import check_wishes

__all__ = ["CHECKS", "BriefGround", "check_answer", "check_brief", "settle_brief"]

CHECKS = (
    check_evidence_given,
    check_verbatim,
    check_quoted,
    check_private,
    check_named,
    check_recognised,
    check_talked_about,
    check_confidence,
    check_people_counted,
    check_counts,
    check_numbers_given,
    check_names_given,
    check_support,
    check_everybody,
    check_beyond,
    check_polarity,
    check_stance,
    check_told_as_fact,
    check_period,
    check_dates,
    check_wishes,
    check_stories,
    check_chains,
    check_realised,
    check_cause,
    check_drift,
    check_sections,
    check_page,
    check_slipped_in,
    check_each_says_something,
    check_used_twice,
)
"""All of them, what exposes or misleads first."""


def check_brief(brief: Brief, ground: BriefGround) -> CheckResult:
    """Check a brief against the notes and what was kept; it never raises, whatever was written.

    Args:
        brief: The page, ours or a model's.
        ground: The notes that may be read, what was kept, and who is known by name.
    """
    return _check(BriefReading(ground, brief=brief))


def check_answer(answer: NotesAnswer, ground: BriefGround) -> CheckResult:
    """Check an answer from the notes in the same way; `ground` says for whom it is and from which period.

    Args:
        answer: The answer, ours or a model's.
        ground: The notes that may be read, what was kept, and who is known by name.
    """
    return _check(BriefReading(ground, answer=answer))


def _check(read: BriefReading) -> CheckResult:
    found = tuple(dict.fromkeys(finding for check in CHECKS for finding in check(read)))
    return CheckResult(ok=all(finding.severity is Severity.QUESTION for finding in found), findings=found)
