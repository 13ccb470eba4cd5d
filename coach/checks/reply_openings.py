"""How replies begin: a form that comes back again and again is heard as one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_QUOTE = re.compile(r"[“\"][^“”\"]*[”\"]")
_WORD = re.compile(r"…|[^\W_]+(?:'[^\W_]+)*")
_WORDS = 3


def find_opening(text: str) -> str:
    """Return a text's first three words in small letters; words in quotation marks count as one `…`."""
    plain = _QUOTE.sub(" … ", text).replace("’", "'").lower()
    return " ".join(_WORD.findall(plain)[:_WORDS])


def share_of_commonest(openings: Sequence[str]) -> float | None:
    """Return how large a part of all openings the commonest one is, 0 to 1; None where there are none."""
    counts = Counter(opening for opening in openings if opening)
    return max(counts.values()) / counts.total() if counts else None
