"""Reads a coach's reply off bare text: one text, of which nobody knows where the move begins or what was decided.

Where its first sentences were taken for what was heard, and its last question for the one that is asked, the checks
agreed with the labels on K1 by a kappa of .15, on K3 of .09, on K5 of .04 and on K6 of .33 (44 labelled replies). So
these are left to readers, and only what holds for any text is looked for.
"""

from __future__ import annotations

from coach.models import CoachReply, ReplyKind

READABLE = ("K8", "X1", "X6", "X7", "X8")
"""Criteria that can be told from the text alone."""


def read_reply(text: str) -> CoachReply:
    """Return a reply that only has a text."""
    return CoachReply(kind=ReplyKind.ASIDE, says=text)
