"""What is reported of others in plain prose: what was hard, what they could do, wished for or think helped. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.ports import Tells

from .hedges import BILLBOARD, CONDITION, LOGISTICS, OPINION
from .signs_doubted import DOUBTED, PRAISE
from .signs_reported import (
    ASIDE,
    DID,
    ENABLED,
    FELT,
    HARD,
    MENDED,
    NOT_ONE,
    OPINED,
    SAID_ENABLED,
    SAID_FELT,
    USED,
    WISH,
)

_SURE = 0.72
_LONG, _LONG_WORDS = 0.94, 32
_SHARES = re.compile(r"\d ?(?:%|per ?cent\b)", re.IGNORECASE)
"""A survey's percentages say nothing of who answered it."""


@dataclass(frozen=True)
class Reported:
    """What a sentence reports."""

    tells: Tells
    """What it tells of."""
    sure: float
    """How sure that is."""
    is_view: bool
    """Whether people say or hold it, rather than that the writer tells it as a fact."""


_KINDS: tuple[tuple[re.Pattern[str], Tells, bool], ...] = (
    (WISH, Tells.WISH, True),
    (OPINED, Tells.CAME_OF_IT, True),
    (HARD, Tells.HARD, False),
    (SAID_ENABLED, Tells.CAME_OF_IT, True),
    (SAID_FELT, Tells.TOOK_AWAY, True),
    (USED, Tells.USED, False),
    (ENABLED, Tells.CAME_OF_IT, False),
    (FELT, Tells.TOOK_AWAY, False),
    (DID, Tells.DID, False),
)
"""In this order: a wish that names what was hard is a wish."""


def hear_reported(flat: str) -> Reported | None:
    """Return what a sentence reports of people, if it does; neither an errand nor praise, nor what only might be.

    Args:
        flat: The sentence on one line, with straight quotation marks.
    """
    if flat.endswith("?") or any(sign.search(flat) for sign in (LOGISTICS, BILLBOARD, PRAISE, _SHARES)):
        return None
    plain = ASIDE.sub("", flat)
    for sign, tells, is_view in _KINDS:
        match = sign.search(plain)
        if match is not None and _stands(plain, match, tells):
            sure = _SURE * (_LONG if len(flat.split()) > _LONG_WORDS else 1.0)
            return Reported(tells, round(sure, 3), is_view)
    return None


def _stands(plain: str, match: re.Match[str], tells: Tells) -> bool:
    before = plain[: match.start()]
    if NOT_ONE.search(before) or OPINION.search(before) or CONDITION.search(plain[: match.end()]):
        return False
    if tells is not Tells.HARD:
        return True
    return not (MENDED.search(plain[match.end() :]) or OPINION.search(match[0]) or DOUBTED[Tells.HARD].search(plain))
