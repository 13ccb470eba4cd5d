"""What the ear goes by: a sentence's vector, and its words and pairs of words, numbered by a checksum.

Pure, and quick beside the embedding that it builds on.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from itertools import pairwise
from math import sqrt

import numpy as np
import numpy.typing as npt

BITS = 11
"""How many word features there are room for, as a power of two."""
_VECTOR_WEIGHT, _WORDS_WEIGHT = 3.0, 1.5
"""How much the vector and the words count; each has length 1."""
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[?:;]")
Rows = npt.NDArray[np.float32]


def read_features(texts: Sequence[str], vectors: Rows) -> Rows:
    """Return a row of features for each sentence.

    Args:
        texts: The sentences.
        vectors: Their vectors, a row each, of length 1.
    """
    words = np.zeros((len(texts), 1 << BITS), np.float32)
    for row, text in zip(words, texts, strict=True):
        _fill(row, text)
    ones = np.ones((len(texts), 1), np.float32)
    return np.hstack([_VECTOR_WEIGHT * np.asarray(vectors, np.float32), _WORDS_WEIGHT * words, ones])


def _fill(row: Rows, text: str) -> None:
    names = _names(text)
    for name in names:
        number = zlib.crc32(name.encode())
        # A sign of its own keeps two names that share a place from always adding up.
        row[number % len(row)] += 1.0 if number >> 16 & 1 else -1.0
    length = sqrt(float(row @ row))
    if length:
        row /= length


def _names(text: str) -> set[str]:
    words = ["#" if word.isdigit() else word for word in _WORD.findall(text.lower().replace("’", "'"))]
    pairs = {f"{one} {other}" for one, other in pairwise(words)}
    return {*words, *pairs, *(f"^{word}" for word in words[:1])}
