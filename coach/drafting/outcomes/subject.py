"""How near the doings of the library are to what somebody asked for. Pure given its embedder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from coach.ports import Embedder

from .library import CommonDoing
from .library_vectors import heard_vectors
from .listening_for import WordIndex

_NAMED = 0.12
"""How much nearer a doing is that listens for one of the words asked for."""
_RARE = 6
"""A word for which more doings listen than this tells them apart no longer."""
_OTHER_SUBJECT, _WHOLLY, _SURELY = 0.42, 0.52, 0.6
"""From which nearness on a doing may be on what was asked for, is wholly on it, and surely."""
_BEHIND_BEST, _BEHIND_BEST_NAMED = 0.2, 0.32
"""How much less near a doing may be than the nearest one, and the same for one that listens for a word asked for."""


@dataclass(frozen=True)
class Nearness:
    """How near a doing is to what was asked for."""

    share: float = 1.0
    """How much it counts, 0 to 1."""
    is_on: bool = False
    """Whether it is wholly on what was asked for, whatever its sentences name."""
    is_nearest: bool = False
    """Whether it is surely on it, and no other is nearer."""


def measure_nearness(
    about: str, asked_for: npt.NDArray[np.float32] | None, doings: Sequence[CommonDoing], embedder: Embedder
) -> list[Nearness]:
    """Return for each doing how near it is; wholly near when nothing was asked for.

    Args:
        about: What was asked for.
        asked_for: Its vector.
        doings: The doings of the library.
        embedder: Measures nearness.
    """
    if asked_for is None:
        return [Nearness()] * len(doings)
    named = _listening_for(about, doings)
    near = [float((rows @ asked_for).max()) for rows in heard_vectors(embedder, doings)]
    raised = [value + (_NAMED if number in named else 0.0) for number, value in enumerate(near)]
    best = max(raised, default=0.0)
    return [_to_nearness(value, best, number in named) for number, value in enumerate(raised)]


def _to_nearness(on: float, best: float, is_named: bool) -> Nearness:
    behind = _BEHIND_BEST_NAMED if is_named else _BEHIND_BEST
    if on < max(best - behind, _OTHER_SUBJECT):
        return Nearness(0.0)
    return Nearness(min(on, 1.0), on >= _WHOLLY, on >= max(best, _SURELY))


def _listening_for(about: str, doings: Sequence[CommonDoing]) -> set[int]:
    """Return the doings that listen for a word or a phrase asked for, which few others listen for."""
    words = about.split()
    stretches = [" ".join(words[at : at + length]) for length in (1, 2, 3) for at in range(len(words) - length + 1)]
    index = WordIndex(stretches)
    by_stretch: dict[int, set[int]] = {}
    for number, doing in enumerate(doings):
        for at in index.find(doing.words[:1]):
            by_stretch.setdefault(at, set()).add(number)
    return {number for found in by_stretch.values() if len(found) <= _RARE for number in found}
