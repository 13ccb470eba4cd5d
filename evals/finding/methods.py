"""Three ways to find passages for a question: plain BM25, vectors alone, and ours. All rank the same chunks."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Protocol

from coach.models import Chunk
from coach.notes.embedding import to_embedded_text
from coach.retrieval import Search, find_passages

K1, B = 1.2, 0.75
"""The usual parameters of BM25 (Robertson and Zaragoza 2009), as Lucene sets them; not tuned here."""
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
Ranking = tuple[str, ...]
"""Chunk ids, best first."""


class Method(Protocol):
    """A way to find passages."""

    @property
    def name(self) -> str:
        """What tables call it."""

    def rank(self, question: str, first: int) -> Ranking:
        """Return the best chunks."""


class PlainBm25:
    """BM25 over lower-cased words of the text that is embedded: no stemming, no stop words, no neighbours."""

    name = "BM25"

    def __init__(self, chunks: Mapping[str, Chunk]) -> None:
        """Count the words of each chunk."""
        self._counts = {key: Counter(to_words(to_embedded_text(chunk))) for key, chunk in chunks.items()}
        self._lengths = {key: sum(counts.values()) for key, counts in self._counts.items()}
        self._mean = sum(self._lengths.values()) / max(len(self._lengths), 1)
        self._holding = Counter(word for counts in self._counts.values() for word in counts)

    def rank(self, question: str, first: int) -> Ranking:
        """Return the best chunks; those that hold none of the words are left out."""
        words = list(dict.fromkeys(to_words(question)))
        scores = {key: self._score(key, words) for key in self._counts}
        return tuple(sorted((key for key in scores if scores[key] > 0), key=lambda key: (-scores[key], key))[:first])

    def _score(self, key: str, words: Sequence[str]) -> float:
        counts, length = self._counts[key], self._lengths[key] / self._mean
        return sum(
            self._rarity(word) * counts[word] * (K1 + 1) / (counts[word] + K1 * (1 - B + B * length))
            for word in words
            if counts[word]
        )

    def _rarity(self, word: str) -> float:
        holding = self._holding[word]
        return math.log(1 + (len(self._counts) - holding + 0.5) / (holding + 0.5))


def to_words(text: str) -> list[str]:
    """Return the words of a text, lower-cased."""
    return [match.group().lower() for match in _WORD.finditer(text)]


class DenseAlone:
    """The nearest vectors, by the embedder and index that come with the product."""

    name = "dense"

    def __init__(self, search: Search) -> None:
        """Keep what it searches."""
        self._search = search

    def rank(self, question: str, first: int) -> Ranking:
        """Return the nearest chunks."""
        vector = self._search.embedder.embed([question])[0]
        near = self._search.index.nearest(self._search.notes, vector, first)
        return tuple(item.chunk_id for item in near)[:first]


class Ours:
    """What the product does: `find_passages`."""

    name = "ours"

    def __init__(self, search: Search) -> None:
        """Keep what it searches."""
        self._search = search

    def rank(self, question: str, first: int) -> Ranking:
        """Return the passages that a user would get."""
        return tuple(passage.chunk_id for passage in find_passages(question, self._search, first).passages)


def all_methods(search: Search, chunks: Mapping[str, Chunk]) -> tuple[Method, ...]:
    """Return the three, side by side."""
    return PlainBm25(chunks), DenseAlone(search), Ours(search)
