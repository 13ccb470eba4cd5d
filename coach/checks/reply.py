"""K1 to K8 and X1 to X8 on a coaching reply: heard first, one thing at most, its reason, one question, its limits."""

from __future__ import annotations

from coach.models import CheckResult, CoachReply, Severity

from .reply_advice import check_advice, check_focus, check_reason
from .reply_fit import check_decided, check_doable, check_new
from .reply_gates import check_gates
from .reply_heard import check_heard, check_strength
from .reply_limits import check_limits
from .reply_openings import find_opening, share_of_commonest
from .reply_questions import check_questions
from .reply_reading import ReplyGround, ReplyReading

__all__ = ["ReplyGround", "check_reply", "find_opening", "share_of_commonest"]
_CHECKS = (
    check_heard,
    check_advice,
    check_questions,
    check_reason,
    check_strength,
    check_focus,
    check_decided,
    check_limits,
    check_new,
    check_doable,
    check_gates,
)


def check_reply(reply: CoachReply, given: ReplyGround) -> CheckResult:
    """Check a reply against what it answers to; it never raises, whatever was written.

    Args:
        reply: The reply, ours or a model's.
        given: What was said, what is known of the person, and what the notes hold.
    """
    read = ReplyReading(reply, given)
    found = tuple(dict.fromkeys(finding for check in _CHECKS for finding in check(read)))
    return CheckResult(ok=all(finding.severity is Severity.QUESTION for finding in found), findings=found)
