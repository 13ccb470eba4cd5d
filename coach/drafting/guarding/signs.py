"""Signs by which a sentence gives itself away as meant for a model and not for people.

They are looked for in looks (see `looking`): small letters, single spaces, and a new line only where a paragraph or an
item ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .reasons import Reason
from .signs_elsewhere import ELSEWHERE
from .signs_leaks import GRADES, REVEALS
from .signs_orders import DICTATES
from .signs_overrides import OVERRIDES
from .signs_speech import SPEAKS
from .signs_words import fill_in


def to_pattern(signs: Iterable[str]) -> re.Pattern[str]:
    """Return one pattern for several signs."""
    return re.compile("|".join(f"(?:{fill_in(sign)})" for sign in signs))


SIGNS: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    (Reason.OVERRIDES, to_pattern((*OVERRIDES, *ELSEWHERE))),
    (Reason.SPEAKS, to_pattern(SPEAKS)),
    (Reason.DICTATES, to_pattern(DICTATES)),
    (Reason.REVEALS, to_pattern(REVEALS)),
    (Reason.GRADES, to_pattern(GRADES)),
)
"""What a sentence is left out for, by a pattern over its looks."""

SQUEEZED = re.compile(
    r"(?:ignor|disregard|forget|overrid|bypass)(?:e|ing|s)?(?:all|any|every|everything|of|the|your|my|these|those)*"
    r"(?:previous|prior|above|earlier|preceding|system|other)(?:system|and|all|other)*"
    r"(?:instructions?|prompts?|rules|commands?|orders|directions)"
    r"|(?:reveal|print|repeat|output)(?:the|your|me)*systemprompt"
)
"""What gives itself away when all between the letters is left out."""
