"""Hears what a sentence is good for: a small softmax regression over its vector and its words.

Word lists hear "we struggle with handovers"; people write "for the fourth time a finished letter has landed with me".
How much more is heard, and how much of it rightly, was measured on sentences that it had not seen: `coach eval ear`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from coach.models import Cue

from .features import read_features
from .weights import NOTHING, EarWeights, load_ear

SURE = 0.34
"""How likely a struggle has to be, which is what is said of most sentences that tell anything."""
SURER = 0.5
"""How likely anything else has to be: read out as a wish or a success, what is none sounds wrong at once."""
TELLING = 0.6
"""How likely it has to be that the sentence is good for anything."""


@dataclass(frozen=True)
class Heard:
    """How likely a sentence is good for each cue."""

    shares: npt.NDArray[np.float32]
    """In the order of `Cue`, and the last one for nothing; they add up to 1."""

    @property
    def telling(self) -> float:
        """Return how likely it is good for anything."""
        return 1.0 - float(self.shares[NOTHING])

    @property
    def cue(self) -> Cue | None:
        """Return what it is good for, where that is likely enough."""
        place = int(np.argmax(self.shares[:NOTHING]))
        cue = list(Cue)[place]
        least = SURE if cue is Cue.STRUGGLE else SURER
        return cue if self.telling >= TELLING and float(self.shares[place]) >= least else None


def hear_cues(
    texts: Sequence[str], vectors: npt.NDArray[np.float32], embedder: str, weights: EarWeights | None = None
) -> list[Heard | None]:
    """Return what each sentence is good for; nothing at all with another embedder than the ear was learnt on.

    Args:
        texts: The sentences, each on one line.
        vectors: Their vectors, a row each.
        embedder: Whose vectors these are.
        weights: Others than those that come with the product.
    """
    given = weights or load_ear()
    if not texts or embedder != given.embedder:
        return [None] * len(texts)
    scores = read_features(texts, vectors) @ given.rows.T
    scores -= scores.max(axis=1, keepdims=True)
    shares = np.exp(scores)
    return [Heard(row) for row in shares / shares.sum(axis=1, keepdims=True)]
