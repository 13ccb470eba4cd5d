"""Words in SQLite: one FTS5 table whose first column is the community."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from .guard import to_token
from .words import Asked, Query, WordRow, to_indexed

_words = sa.table("chunk_words", sa.column("rowid", sa.Integer), sa.column("community"), sa.column("words"))
# Inside SQL the table's own name stands for the whole row, as FTS5 wants it for MATCH and bm25.
_whole_row: sa.ColumnClause[str] = sa.column("chunk_words", sa.Text, _selectable=_words)


class SqliteWords:
    """FTS5 with English stems; ranks by BM25."""

    def add(self, connection: sa.Connection, community_id: str, rows: Iterable[WordRow]) -> None:
        """Make these chunks findable."""
        token = to_token(community_id)
        values = [{"rowid": row.chunk_pk, "community": token, "words": to_indexed(row.text)} for row in rows]
        if values:
            connection.execute(sa.insert(_words), values)

    def remove(self, connection: sa.Connection, community_id: str, chunk_pks: Query) -> None:
        """Make the chunks of this query unfindable."""
        connection.execute(sa.delete(_words).where(_words.c.rowid.in_(chunk_pks)))

    def holding(self, community_id: str, term: str) -> Query:
        """Return a query for the rows of the chunks that hold this term."""
        return sa.select(_words.c.rowid).where(_matches(community_id, [term]))

    def best(self, community_id: str, asked: Asked) -> Query:
        """Return a query for the rows of the chunks with any of these terms, with a score, best first.

        The score is BM25 over the words alone; SQLite counts the better match as the smaller number.
        """
        score = sa.func.bm25(_whole_row, 0.0, 1.0)
        found = sa.select(_words.c.rowid, (-score).label("score")).where(_matches(community_id, asked.terms))
        return found.order_by(score, _words.c.rowid)


def _matches(community_id: str, terms: Sequence[str]) -> sa.ColumnElement[bool]:
    # Terms hold letters, digits and single spaces only; in quotes none of them can be an operator.
    either = " OR ".join(f'"{term}"' for term in terms)
    asked = f'community : "{to_token(community_id)}" AND (words : ({either}))'
    return _whole_row.op("MATCH", is_comparison=True)(asked)
