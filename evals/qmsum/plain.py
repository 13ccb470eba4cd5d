"""What anybody could do: sentences at random, the first ones, and TextRank (Mihalcea and Tarau 2004)."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

import numpy as np

from .data import Asked, Meeting

_WORD = re.compile(r"[a-z][a-z'-]+")
_DAMPING, _ROUNDS = 0.85, 50
_COMMON = frozenset(
    "the a an and or but so of to in on at for with from by as is are was were be been it its this that these those i "
    "you he she we they me him her us them my your his our their not no yeah uh um okay do does did have has had will "
    "would can could should just like then there what which who how if about".split()
)


def order_randomly(asked: Asked, meeting: Meeting) -> Sequence[int]:
    """Return the sentences' places in an order of chance, the same for the same question."""
    places = list(range(len(meeting.sentences)))
    random.Random(asked.id).shuffle(places)  # noqa: S311  # chance, not secrecy
    return places


def order_by_time(asked: Asked, meeting: Meeting) -> Sequence[int]:
    """Return the sentences' places as they were said: the lead."""
    return range(len(meeting.sentences))


class TextRank:
    """Orders by how much a sentence shares with all others; whatever is asked."""

    def __init__(self) -> None:
        """Begin without anything; a meeting is ranked once."""
        self._ranked: dict[str, Sequence[int]] = {}

    def __call__(self, asked: Asked, meeting: Meeting) -> Sequence[int]:
        """Return the sentences' places, the one that shares most first."""
        if meeting.id not in self._ranked:
            self._ranked[meeting.id] = rank([sentence.text for sentence in meeting.sentences])
        return self._ranked[meeting.id]


def rank(texts: Sequence[str]) -> list[int]:
    """Return the places of texts, the most central one first."""
    bags = [set(_WORD.findall(text.lower())) - _COMMON for text in texts]
    vocabulary = {word: place for place, word in enumerate(sorted(set().union(*bags)))}
    has = np.zeros((len(texts), len(vocabulary)), dtype=np.float32)
    for place, bag in enumerate(bags):
        has[place, [vocabulary[word] for word in bag]] = 1
    size = np.log(np.maximum(has.sum(axis=1), 1))
    shared = has @ has.T / np.maximum(size[:, None] + size[None, :], np.log(2))
    np.fill_diagonal(shared, 0)
    out = shared.sum(axis=1)
    step = np.divide(shared, out[:, None], out=np.full_like(shared, 1 / len(texts)), where=out[:, None] > 0)
    score = np.full(len(texts), 1 / len(texts))
    for _ in range(_ROUNDS):
        score = (1 - _DAMPING) / len(texts) + _DAMPING * step.T @ score
    return [int(place) for place in np.argsort(-score, kind="stable")]
