"""How far a sentence leans towards bad news, by its nearness in meaning to plain sentences of both kinds."""

from __future__ import annotations

import numpy as np

from coach.ports import Embedder, Vectors

_BAD = (
    "It does not work and nobody uses it.",
    "We still have not done it.",
    "We could not find out and nobody knows.",
    "People complain about it and do not like it.",
    "It failed, we gave up and went home.",
    "They refused and ignored us.",
    "We cannot agree, everybody wants something else.",
    "I do it alone, nobody helps me.",
    "We keep forgetting to do it.",
    "Nothing has changed, it is as bad as ever.",
    "It is a nuisance and it drives us mad.",
    "It was cancelled and nobody came.",
)
_GOOD = (
    "It works well and we all use it now.",
    "We do it every day now.",
    "We found out how it works.",
    "People like it and ask for more.",
    "It went well and we carried on.",
    "They said yes and helped us.",
    "We agreed on one way of doing it.",
    "We do it together and help each other.",
    "We always remember to do it.",
    "A lot has changed, it is easier now.",
    "It is a relief and it makes my day.",
    "Everybody came and joined in.",
)

_AXES: dict[str, Vectors] = {}
"""By the embedder's name: plain sentences need to be measured once."""


def leaning(texts: list[str], embedder: Embedder) -> list[float]:
    """Return how far each text leans to bad news: above 0 rather so, below rather to good news."""
    axis = _axis(embedder)
    return [float(np.dot(row, axis)) for row in embedder.embed(texts)]


def _axis(embedder: Embedder) -> Vectors:
    if embedder.name not in _AXES:
        bad, good = np.asarray(embedder.embed(list(_BAD))), np.asarray(embedder.embed(list(_GOOD)))
        axis = bad.mean(axis=0) - good.mean(axis=0)
        length = float(np.linalg.norm(axis))
        _AXES[embedder.name] = np.asarray(axis / length if length else axis, dtype=np.float32)
    return _AXES[embedder.name]
