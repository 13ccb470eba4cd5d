"""Where a reported sentence begins by itself: after what only ties it to the sentence before. Pure."""

from __future__ import annotations

import re

from .reporting import hear_reported

_OPENINGS = (
    re.compile(r"^(?:This|That|It|Which) (?:also )?means that\s+(\S.{20,})$", re.DOTALL),
    re.compile(
        r"^(?:To|In order to) (?:remedy|address|tackle|solve|help with) (?:this|that|it|these),\s+(\S.{20,})$",
        re.DOTALL,
    ),
    re.compile(r"^When (?:\w+ )?asked (?:about|for|what|how|whether)\b[^,]{3,80},\s+(\S.{20,})$", re.DOTALL),
    re.compile(
        r"^(?:Additionally|Also|Lastly|Finally|Moreover|Furthermore|In addition|As well),\s+(\S.{20,})$", re.DOTALL
    ),
)
"""The rest is the first group."""


def find_opening(sentence: str) -> int:
    """Return where the words begin that stand by themselves, in characters; 0 where that is at the start.

    Args:
        sentence: As it stands in the note.
    """
    match = next((found for pattern in _OPENINGS if (found := pattern.match(sentence))), None)
    if match is None or hear_reported(" ".join(match[1].replace("’", "'").split())) is None:
        return 0
    return match.start(1)
