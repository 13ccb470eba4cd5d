"""Chooses a set of doings that really differ from each other. Pure; the same seed gives the same set."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence

import numpy as np

from coach.ports import HeardDoing

TOO_ALIKE = 0.62
"""Two doings nearer than this are one."""
_ALIKE = 0.9
_SAME_FAMILY = 0.12
_SAME_QUOTES = 0.5
_JITTER = 0.55
_MOST_NAMED = 2
"""How many may come from one sentence's own verb and object; the others are carried by several sentences."""


def choose(heard: Sequence[HeardDoing], count: int, seed: int) -> list[HeardDoing]:
    """Return up to `count` doings, strong ones first, each different from those before it.

    Args:
        heard: Doings with their strength.
        count: How many are wanted.
        seed: Another number gives another set that fits about as well; 0 takes the strongest.
    """
    top = max((item.weight for item in heard), default=0.0)
    if top <= 0:
        return []
    worth = {item.text: _worth(item, top, seed) for item in heard}
    chosen: list[HeardDoing] = []
    while len(chosen) < count:
        full = sum(item.worded_by == "notes" for item in chosen) >= _MOST_NAMED
        open_ones = [
            item
            for item in heard
            if not any(_is_one(item, other) for other in chosen) and not (full and item.worded_by == "notes")
        ]
        if not open_ones:
            break
        chosen.append(max(open_ones, key=lambda item: (worth[item.text] - _overlap(item, chosen), item.text)))
    return chosen


def _worth(item: HeardDoing, top: float, seed: int) -> float:
    # The root keeps a doing that half the notes speak of from being in every set.
    worth = math.sqrt(max(item.weight, 0.0) / top)
    return worth + _JITTER * _chance(f"{seed} {item.text}") if seed else worth


def _chance(key: str) -> float:
    return hashlib.sha256(key.encode()).digest()[0] / 255


def _is_one(item: HeardDoing, other: HeardDoing) -> bool:
    if item.on_subject and other.on_subject:
        # They name the same subject, and that is what makes them near; what is done about it differs.
        return item.verb == other.verb
    return item.text == other.text or _alike(item, other) >= TOO_ALIKE


def _alike(item: HeardDoing, other: HeardDoing) -> float:
    return float(np.dot(np.asarray(item.vector), np.asarray(other.vector)))


def _overlap(item: HeardDoing, chosen: Sequence[HeardDoing]) -> float:
    """Return how much less a doing adds to those that were chosen."""
    if not chosen:
        return 0.0
    alike = max(_alike(item, other) for other in chosen)
    families = sum(item.family == other.family for other in chosen)
    said = {(quote.citation.note_id, quote.citation.start) for other in chosen for quote in other.quotes[:4]}
    mine = [(quote.citation.note_id, quote.citation.start) for quote in item.quotes[:4]]
    shared = sum(place in said for place in mine) / len(mine) if mine else 0.0
    return _ALIKE * max(alike, 0.0) * 0.5 + _SAME_FAMILY * families + _SAME_QUOTES * shared
