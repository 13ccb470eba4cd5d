"""What the words of a message say of its situation, beside what its meaning says: a softmax over words and pairs."""

from __future__ import annotations

import re
import zlib
from functools import cache
from importlib import resources
from itertools import pairwise
from math import sqrt

import numpy as np
import numpy.typing as npt

BITS = 12
"""How many word features there are room for, as a power of two."""
LENGTH = 3.0
"""How long a row of features is."""
FILE = "words.npz"
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[?!]")
Rows = npt.NDArray[np.float32]


def read_words(text: str) -> Rows:
    """Return a text's words and pairs of words as one row, numbered by a checksum, and a 1 at its end."""
    row = np.zeros((1 << BITS) + 1, np.float32)
    for name in _names(text):
        number = zlib.crc32(name.encode())
        # A sign of its own keeps two names that share a place from always adding up.
        row[number % (1 << BITS)] += 1.0 if number >> 16 & 1 else -1.0
    length = sqrt(float(row @ row))
    if length:
        row *= LENGTH / length
    row[-1] = 1.0
    return row


def word_shares(text: str) -> dict[str, float]:
    """Return how likely each situation is by the words alone; they add up to 1."""
    labels, rows = _load()
    scores = read_words(text) @ rows
    weights = np.exp(scores - scores.max())
    shares = weights / weights.sum()
    return {label: float(share) for label, share in zip(labels, shares, strict=True)}


def pack(labels: tuple[str, ...], rows: Rows, path: str) -> None:
    """Write weights, a byte each, with what one step stands for in each column."""
    scales = np.maximum(np.abs(rows).max(axis=0), 1e-9) / 127
    steps = np.rint(rows / scales).astype(np.int8)
    np.savez_compressed(path, labels=np.array(labels), scales=scales.astype(np.float32), steps=steps)


@cache
def _load() -> tuple[tuple[str, ...], Rows]:
    with (
        resources.as_file(resources.files("coach.drafting.recognising") / FILE) as path,
        np.load(path, allow_pickle=False) as held,
    ):
        rows = held["steps"].astype(np.float32) * held["scales"]
        return tuple(held["labels"].tolist()), np.asarray(rows, np.float32)


def _names(text: str) -> set[str]:
    words = ["#" if word.isdigit() else word for word in _WORD.findall(text.lower().replace("’", "'"))]
    return {*words, *(f"{one} {other}" for one, other in pairwise(words))}
