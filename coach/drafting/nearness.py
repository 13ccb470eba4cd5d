"""How near in meaning the playbook's patterns are to what is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from coach.models import Pattern
from coach.ports import Embedder, Vectors

_FAR, _NEAR = 0.1, 0.5
"""Similarities that count as nothing in common and as the same thing."""


class Nearness:
    """Measures patterns against a request; each pattern's vectors are made once."""

    def __init__(self, embedder: Embedder) -> None:
        """Keep the embedder."""
        self._embedder = embedder
        self._vectors: dict[Pattern, Vectors] = {}

    def measure(self, patterns: Sequence[Pattern], wanted: str) -> Mapping[str, float]:
        """Return for each pattern how near it is to what is wanted, 0 to 1, by id.

        Half of it is the nearest of the outcomes that the pattern is good for (or its summary), half is their middle:
        the nearest line alone follows a shared thing ("tenant") more than a shared doing.
        """
        if not patterns or not wanted.strip():
            return {}
        self._learn([pattern for pattern in patterns if pattern not in self._vectors])
        vector = self._embedder.embed([wanted])[0]
        return {pattern.id: _to_share(_similarity(self._vectors[pattern], vector)) for pattern in patterns}

    def _learn(self, patterns: Sequence[Pattern]) -> None:
        if not patterns:
            return
        texts = [[pattern.summary, *pattern.good_for] for pattern in patterns]
        rows = self._embedder.embed([text for group in texts for text in group])
        start = 0
        for pattern, group in zip(patterns, texts, strict=True):
            self._vectors[pattern] = rows[start : start + len(group)]
            start += len(group)


def _similarity(lines: Vectors, vector: npt.NDArray[np.float32]) -> float:
    middle = lines.mean(axis=0)
    to_middle = float(middle @ vector) / max(float(np.linalg.norm(middle)), 1e-9)
    return (float(np.max(lines @ vector)) + to_middle) / 2


def _to_share(cosine: float) -> float:
    return round(min(1.0, max(0.0, (cosine - _FAR) / (_NEAR - _FAR))), 4)
