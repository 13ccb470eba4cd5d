"""How near each sentence is to what the reader asked: by the question's words, and by the meaning of what has them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from coach.playbook import content_stems
from coach.ports import Statement

_GENERAL = content_stems(
    "actually answer ask become brief change communities community done difference differently effect good help impact"
    " know knowing learn learning learned learnt matter members month months need notes outcome people period progress"
    " question quarter really result session sessions staff story team tell time value week work working worth year"
    " years far able new find found finding use used using get make makes made give take think say see look want start"
    " keep happen happened came meet meeting meetings"
)
"""What questions to a community are made of, and what says nothing about which sentence answers."""
_BY_WORDS = 0.65
_SEEDS = 8
_FAR, _NEAR = 0.15, 0.55
"""Similarities that count as nothing in common and as the same thing."""
SPEAKS = 0.4
"""From here on a sentence speaks to the question."""


@dataclass(frozen=True)
class Asked:
    """What was asked, measured against the sentences."""

    stems: frozenset[str]
    """The stems of the question that say what it is about."""
    words: tuple[float, ...]
    """For each sentence how much of the question's words it has, 0 to 1, the rarer ones weighing more."""
    near: tuple[float, ...]
    """For each sentence how near it is, by words and by meaning, 0 to 1."""

    @property
    def says_something(self) -> bool:
        """Return whether the question is about something that sentences can be nearer to or further from."""
        return bool(self.stems)

    def speaks(self, place: int) -> bool:
        """Return whether a sentence has enough of the question's own words to be an answer to it."""
        return self.words[place] >= SPEAKS


def stems_asked(question: str) -> frozenset[str]:
    """Return the stems of a question that say what it is about."""
    return content_stems(question) - _GENERAL


def measure_asked(question: str, statements: Sequence[Statement]) -> Asked:
    """Return how near each sentence is to a question."""
    stems = stems_asked(question)
    held = [content_stems(item.reading) & stems for item in statements]
    words = _weigh_words(stems, held)
    meanings = _weigh_meanings(words, statements)
    near = tuple(_BY_WORDS * a + (1 - _BY_WORDS) * b for a, b in zip(words, meanings, strict=True))
    return Asked(stems, words, near)


def _weigh_words(stems: frozenset[str], held: Sequence[frozenset[str]]) -> tuple[float, ...]:
    counts = Counter(stem for stems_of in held for stem in stems_of)
    weights = {stem: math.log(1 + len(held) / (1 + counts[stem])) for stem in stems}
    whole = sum(weights.values())
    return tuple(sum(weights[stem] for stem in stems_of) / whole if whole else 0.0 for stems_of in held)


def _weigh_meanings(words: Sequence[float], statements: Sequence[Statement]) -> list[float]:
    """Return how near each is to the middle of those that have most of the words: the question in the notes' words."""
    best = sorted((place for place, share in enumerate(words) if share > 0), key=lambda place: -words[place])[:_SEEDS]
    sizes = {len(statements[place].vector) for place in range(len(statements))}
    if not best or len(sizes) != 1 or 0 in sizes:
        return [0.0] * len(statements)
    rows = np.array([item.vector for item in statements])
    middle = np.average(rows[best], axis=0, weights=[words[place] for place in best])
    cosines = rows @ middle / max(float(np.linalg.norm(middle)), 1e-9)
    return [float(share) for share in np.clip((cosines - _FAR) / (_NEAR - _FAR), 0, 1)]
