"""Chooses a set of doings that really differ from each other. Pure; the same seed gives the same set."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from coach.playbook import content_stems
from coach.ports import HeardDoing

TOO_ALIKE, TOO_ALIKE_IN_FAMILY, TOO_ALIKE_ASKED = 0.58, 0.42, 0.72
"""Two doings nearer than this are one; with verbs of one family, as near as the second. Where one subject was asked
for, it is what makes them near, and the third counts."""
_ALIKE = 0.45
_SAME_FAMILY = 0.1
_SAME_QUOTES = 0.5
_SHOWN = 0.45
"""How much less a doing is worth for each earlier seed that showed it."""
_SEEDS = 12
"""After this many seeds the sets come round again."""
_ENOUGH = 2
"""With as many as this, none is needed that says only what was asked for again."""
_MOST_NAMED, _MOST_ON_SUBJECT = 3, 1
"""How many may come from one sentence's own verb and object, and how many say only what was asked for again."""


def choose(heard: Sequence[HeardDoing], count: int, seed: int, *, is_asked: bool = False) -> list[HeardDoing]:
    """Return up to `count` doings, strong ones first, each different from those before it.

    Args:
        heard: Doings with their strength.
        count: How many are wanted.
        seed: 0 takes the strongest; each next one leaves back what those before it have shown.
        is_asked: Whether they are to be on one subject.
    """
    shown: Counter[str] = Counter()
    chosen: list[HeardDoing] = []
    for _ in range(seed % _SEEDS + 1):
        chosen = _choose(heard, count, shown, is_asked)
        shown.update(item.text for item in chosen)
    return chosen


def _choose(heard: Sequence[HeardDoing], count: int, shown: Mapping[str, int], is_asked: bool) -> list[HeardDoing]:
    top = max((item.weight for item in heard), default=0.0)
    if top <= 0:
        return []
    # The root keeps a doing that half the notes speak of from being in every set.
    worth = {item.text: math.sqrt(max(item.weight, 0.0) / top) - _SHOWN * shown.get(item.text, 0) for item in heard}
    chosen: list[HeardDoing] = []
    while len(chosen) < count:
        open_ones = [item for item in heard if _may_join(item, chosen, is_asked)]
        if not open_ones:
            break
        chosen.append(max(open_ones, key=lambda item: (worth[item.text] - _overlap(item, chosen), item.text)))
    return chosen


def _may_join(item: HeardDoing, chosen: Sequence[HeardDoing], is_asked: bool) -> bool:
    if item.worded_by == "notes" and sum(other.worded_by == "notes" for other in chosen) >= _MOST_NAMED:
        return False
    if item.on_subject and (len(chosen) >= _ENOUGH or sum(other.on_subject for other in chosen) >= _MOST_ON_SUBJECT):
        return False
    return not any((_is_one_on_a_subject if is_asked else _is_one)(item, other) for other in chosen)


def _is_one(item: HeardDoing, other: HeardDoing) -> bool:
    alike = _alike(item, other)
    if item.text == other.text or alike >= TOO_ALIKE:
        return True
    if item.verb != other.verb and item.family != other.family:
        return False
    near = alike >= TOO_ALIKE_IN_FAMILY or len(content_stems(item.topic) & content_stems(other.topic)) > 0
    return near or item.verb == other.verb


def _is_one_on_a_subject(item: HeardDoing, other: HeardDoing) -> bool:
    if item.on_subject or other.on_subject:
        # They name the same subject, and that is what makes them near; what is done about it differs.
        return item.verb == other.verb
    return item.verb == other.verb or _alike(item, other) >= TOO_ALIKE_ASKED


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
    return _ALIKE * max(alike, 0.0) + _SAME_FAMILY * families + _SAME_QUOTES * shared
