"""Searching words: what the two databases' full-text indexes have in common."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

import sqlalchemy as sa

Query: TypeAlias = sa.Select[*tuple[Any, ...]]
"""A query whose columns do not matter to whoever narrows it."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class WordRow:
    """A chunk's words on their way into the index."""

    chunk_pk: int
    """The chunk's row."""
    text: str
    """Its headings and its reading."""


@dataclass(frozen=True)
class Asked:
    """What a search is about: terms, and how telling each of them is."""

    terms: Sequence[str]
    """The terms, at least one."""
    counts: Sequence[int]
    """In how many chunks each of them occurs, roughly."""
    total: int
    """How many chunks there are, roughly."""


class WordIndex(Protocol):
    """A full-text index over current chunks; both databases must find the same for the same words."""

    def add(self, connection: sa.Connection, community_id: str, rows: Iterable[WordRow]) -> None:
        """Make these chunks findable."""
        ...

    def remove(self, connection: sa.Connection, community_id: str, chunk_pks: Query) -> None:
        """Make the chunks of this query unfindable."""
        ...

    def holding(self, community_id: str, term: str) -> Query:
        """Return a query for the rows of the chunks that hold this term."""
        ...

    def best(self, community_id: str, asked: Asked) -> Query:
        """Return a query for the rows of the chunks with any of these terms, with a score, best first."""
        ...


def to_terms(words: Iterable[str]) -> list[str]:
    """Return each word as the index knows it, without doubles; words that hold no letter or digit fall away."""
    terms = (to_indexed(word) for word in words)
    return list(dict.fromkeys(term for term in terms if term))


def to_indexed(text: str) -> str:
    """Return the text's bare words, in small letters, without accents, one space apart.

    Both databases get the same plain words, so neither one's own idea of a word, or of query syntax, matters.
    """
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))
    return " ".join(_WORD.findall(plain.lower()))
