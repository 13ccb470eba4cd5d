"""The vectors of the ways in which people speak of the library's doings, measured once in a process."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from threading import Lock

import numpy as np
import numpy.typing as npt

from coach.ports import Embedder, Vectors

from .library import CommonDoing

_known: dict[tuple[str, str], npt.NDArray[np.float32]] = {}
"""Embedder and text to vector; only texts of the library, never of a note."""
_filling = Lock()


def heard_vectors(embedder: Embedder, doings: Sequence[CommonDoing]) -> list[Vectors]:
    """Return for each doing one row for each way of speaking of it."""
    _vectors(embedder, [said for doing in doings for said in doing.heard])
    return [_vectors(embedder, doing.heard) for doing in doings]


def _vectors(embedder: Embedder, texts: Iterable[str]) -> Vectors:
    wanted = list(texts)
    with _filling:
        missing = [text for text in dict.fromkeys(wanted) if (embedder.name, text) not in _known]
        if missing:
            rows = embedder.embed(missing)
            _known.update({(embedder.name, text): rows[place] for place, text in enumerate(missing)})
    return np.stack([_known[embedder.name, text] for text in wanted])
