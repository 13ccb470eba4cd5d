"""Words in PostgreSQL: a table of tsvectors with a GIN index."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import reduce

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import REGCONFIG, TSVECTOR

from .words import Asked, Query, WordRow, to_indexed

_words = sa.Table(
    "chunk_words",
    sa.MetaData(),
    sa.Column("chunk_pk", sa.Integer, primary_key=True),
    sa.Column("community_id", sa.String(64), nullable=False),
    sa.Column("words", TSVECTOR, nullable=False),
)
# A literal and not a value to bind: only then PostgreSQL reads a query once and not for every row.
_ENGLISH: sa.ColumnElement[str] = sa.literal_column("'coach_english'::regconfig", REGCONFIG)
# PostgreSQL shortens the weight of plain words to a tenth; here all words are plain.
_EVEN_WEIGHTS = sa.cast([1.0, 1.0, 1.0, 1.0], sa.ARRAY(sa.REAL))
_BY_LENGTH = 1


class PostgresWords:
    """Full-text search with English stems; ranks by how rare a word is and how much of the chunk it makes up."""

    def add(self, connection: sa.Connection, community_id: str, rows: Iterable[WordRow]) -> None:
        """Make these chunks findable."""
        values = [
            {"chunk_pk": row.chunk_pk, "community_id": community_id, "plain": to_indexed(row.text)} for row in rows
        ]
        if values:
            as_words = sa.func.to_tsvector(_ENGLISH, sa.bindparam("plain", type_=sa.Text))
            connection.execute(sa.insert(_words).values(words=as_words), values)

    def remove(self, connection: sa.Connection, community_id: str, chunk_pks: Query) -> None:
        """Make the chunks of this query unfindable."""
        is_ours = _words.c.community_id == community_id
        connection.execute(sa.delete(_words).where(is_ours, _words.c.chunk_pk.in_(chunk_pks)))

    def holding(self, community_id: str, term: str) -> Query:
        """Return a query for the rows of the chunks that hold this term."""
        return sa.select(_words.c.chunk_pk).where(_words.c.community_id == community_id, _matches([term]))

    def best(self, community_id: str, asked: Asked) -> Query:
        """Return a query for the rows of the chunks with any of these terms, with a score, best first.

        PostgreSQL's own rank knows no rarity, so each term's rank is weighed by it.
        """
        weighed = (
            sa.func.ts_rank(_EVEN_WEIGHTS, _words.c.words, _to_query(term), _BY_LENGTH) * _rarity(count, asked.total)
            for term, count in zip(asked.terms, asked.counts, strict=True)
        )
        score = reduce(lambda left, right: left + right, weighed)
        found = sa.select(_words.c.chunk_pk, score.label("score"))
        is_found = sa.and_(_words.c.community_id == community_id, _matches(asked.terms))
        return found.where(is_found).order_by(sa.desc("score"), _words.c.chunk_pk)


def _rarity(count: int, total: int) -> float:
    # As in SQLite's BM25: a word in half of the chunks or more says next to nothing.
    return max(1e-6, math.log((max(total, count) - count + 0.5) / (count + 0.5)))


def _to_query(term: str) -> sa.ColumnElement[object]:
    return sa.func.phraseto_tsquery(_ENGLISH, sa.cast(term, sa.Text))


def _matches(terms: Sequence[str]) -> sa.ColumnElement[bool]:
    either = reduce(lambda left, right: left.op("||")(right), (_to_query(term) for term in terms))
    return _words.c.words.op("@@", is_comparison=True)(either.self_group())
