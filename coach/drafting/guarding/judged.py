"""Whether a suggestion speaks to whoever is to judge it. Pure."""

from __future__ import annotations

import re

from .looking import looks_of
from .quarantine import signs_in
from .reasons import Reason
from .signs import to_pattern
from .signs_leaks import TO_JUDGES

_REASONS = frozenset({Reason.OVERRIDES, Reason.SPEAKS, Reason.POSES, Reason.GRADES, Reason.ENCODED})
_VERDICT = re.compile(
    r"[\"'“”]?\b(?:grade|verdict|score)[\"'“”]?\s*[:=]\s*[\"'“”]?(?:[0-2]|10|pass|full)\b", re.IGNORECASE
)
_COMMENT = re.compile(r"<!--|-->")
_TO_JUDGES = to_pattern(TO_JUDGES)


def speaks_to_judge(text: str) -> bool:
    """Say whether a suggestion asks for a grade, gives orders to a model, or poses as a verdict or a system.

    What only hides does not count by itself: a comment in a suggestion is no order, and its words are looked at.
    """
    opened = _COMMENT.sub(" ", text)
    if _VERDICT.search(opened) or not _REASONS.isdisjoint(signs_in(opened)):
        return True
    return any(_TO_JUDGES.search(look.text) for look in looks_of(opened))
