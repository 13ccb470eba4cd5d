"""Which sentences answer a question: near to it, carried by others that are, and none saying the same again. Pure."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from coach.playbook import content_stems

_NEAR, _WORDS, _CARRIED, _EARLY = 0.45, 0.25, 0.25, 0.05
"""What counts how much: meaning, the question's own words, other near sentences that say alike, and coming early."""
_FRESH = 0.3
"""How much it counts against a sentence that it says again what was chosen."""
_ALIKE = 0.9
"""Two sentences as alike as that are the same."""
_CARRIERS = 12
"""How many of the nearest sentences show what an answer is about."""
_FULL = 12
"""A sentence of fewer words than that says less."""
_SHORTEST = 4


def choose_sentences(
    question: str,
    texts: Sequence[str],
    vectors: Sequence[Sequence[float]] | npt.NDArray[np.float32],
    nearness: Sequence[float],
    words: int,
) -> list[int]:
    """Return the places of the sentences that answer a question together, the best first.

    Args:
        question: What was asked.
        texts: The sentences.
        vectors: Their meaning, one unit-length row each.
        nearness: How near each is to the question, 0 to 1.
        words: How many words there may be in all; the best sentence is taken however long it is.
    """
    if not texts:
        return []
    rows = np.asarray(vectors, dtype=np.float64)
    scores = _weigh(question, texts, rows, nearness)
    return _pick(texts, rows, scores, words)


def _weigh(
    question: str, texts: Sequence[str], rows: npt.NDArray[np.float64], nearness: Sequence[float]
) -> npt.NDArray[np.float64]:
    near = _spread(np.asarray(nearness, dtype=np.float64))
    lexical = _spread(np.array(_share_words(question, texts)))
    carried = _spread(_carry(rows, near + lexical))
    early = 1.0 - np.arange(len(texts)) / len(texts)
    full = np.array([min(1.0, len(text.split()) / _FULL) for text in texts])
    scores: npt.NDArray[np.float64] = _NEAR * near + _WORDS * lexical + _CARRIED * carried + _EARLY * early
    scores *= np.sqrt(full)
    return scores


def _share_words(question: str, texts: Sequence[str]) -> list[float]:
    """Return how much of the question's words each has, the rarer ones weighing more."""
    wanted = content_stems(question)
    held = [content_stems(text) & wanted for text in texts]
    counts = Counter(stem for stems in held for stem in stems)
    weights = {stem: math.log(1 + len(texts) / count) for stem, count in counts.items()}
    return [sum(weights[stem] for stem in stems) for stems in held]


def _carry(rows: npt.NDArray[np.float64], near: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return how near each is to the middle of those that are nearest to the question."""
    if rows.ndim != 2 or not rows.size:
        return np.zeros(len(near))
    best = np.argsort(-near, kind="stable")[:_CARRIERS]
    middle = (rows[best] * near[best, None]).sum(axis=0)
    cosines: npt.NDArray[np.float64] = rows @ middle / max(float(np.linalg.norm(middle)), 1e-9)
    return cosines


def _spread(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    low, high = float(values.min()), float(values.max())
    return (values - low) / (high - low) if high > low else np.zeros(len(values))


def _pick(
    texts: Sequence[str], rows: npt.NDArray[np.float64], scores: npt.NDArray[np.float64], words: int
) -> list[int]:
    lengths = [len(text.split()) for text in texts]
    left = [place for place, length in enumerate(lengths) if length >= _SHORTEST] or list(range(len(texts)))
    chosen: list[int] = []
    room = words
    while left:
        likeness = _likeness(rows, left, chosen)
        fitting = [
            place for place in left if (lengths[place] <= room or not chosen) and likeness.get(place, 0.0) < _ALIKE
        ]
        if not fitting:
            break
        best = max(fitting, key=lambda place: (scores[place] - _FRESH * likeness.get(place, 0.0), -place))
        chosen.append(best)
        left.remove(best)
        room -= lengths[best]
    return chosen


def _likeness(rows: npt.NDArray[np.float64], left: Sequence[int], chosen: Sequence[int]) -> dict[int, float]:
    if not chosen or rows.ndim != 2 or not rows.size:
        return {}
    return dict(zip(left, (rows[list(left)] @ rows[list(chosen)].T).max(axis=1).tolist(), strict=True))
