"""Answers of models from before, kept for one community and let go of with any change of its notes."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import asdict, dataclass
from typing import Any

import sqlalchemy as sa

from coach.ports import Clock, LLMReply

from .changes import build_upsert
from .database import Database
from .tables import community, model_answer

KEPT_FOR = dt.timedelta(days=30)
"""How long an answer is kept at most."""
MOST = 2000
"""How many answers a community keeps at most; the oldest go first."""
_answer = model_answer.c


@dataclass(frozen=True)
class SqlAnswers:
    """AnswerCache on a SQL database; `SqlStore.records` leads to it, anew for each job.

    An answer that was asked for before the notes changed is not kept: it may hold words that were taken out.
    """

    database: Database
    """Where the rows are."""
    clock: Clock
    """Tells when things happen."""
    community_id: str
    """The community inside the wall."""
    revision: int
    """How far the community's notes had come when the job began."""

    def find(self, key: str) -> LLMReply | None:
        """Return the answer under this key, if it is there and not too old."""
        fresh = _answer.at >= self.clock.now() - KEPT_FOR
        query = sa.select(_answer.body).where(self._ours(), _answer.key == _short(key), fresh)
        with self.database.reading(self.community_id) as connection:
            body = connection.execute(query).scalar()
        return None if body is None else _to_reply(body)

    def keep(self, key: str, reply: LLMReply) -> None:
        """Keep an answer, in the place of an earlier one; leave it when the notes have changed meanwhile."""
        row = {
            "community_id": self.community_id,
            "key": _short(key),
            "at": self.clock.now(),
            "body": asdict(reply),
        }
        with self.database.writing(self.community_id) as connection:
            if self._notes_are_as_before(connection):
                connection.execute(build_upsert(connection, model_answer, ["community_id", "key"]), [row])
                self._let_go_of_the_oldest(connection)

    def _notes_are_as_before(self, connection: sa.Connection) -> bool:
        # On PostgreSQL this holds the row, so that no change comes in between; a row that is held already means
        # that the notes are changing right now, and nobody should wait for that.
        query = sa.select(community.c.revision).where(community.c.id == self.community_id)
        return connection.execute(query.with_for_update(read=True, skip_locked=True)).scalar() == self.revision

    def _let_go_of_the_oldest(self, connection: sa.Connection) -> None:
        old = _answer.at < self.clock.now() - KEPT_FOR
        connection.execute(sa.delete(model_answer).where(self._ours(), old))
        count = sa.select(sa.func.count(_answer.pk)).where(self._ours())
        if connection.execute(count).scalar_one() > MOST:
            newest = sa.select(_answer.pk).where(self._ours()).order_by(_answer.at.desc(), _answer.pk.desc())
            beyond = _answer.pk.in_(newest.offset(MOST))
            connection.execute(sa.delete(model_answer).where(self._ours(), beyond))

    def _ours(self) -> sa.ColumnElement[bool]:
        return _answer.community_id == self.community_id


def _short(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def _to_reply(body: dict[str, Any]) -> LLMReply | None:
    try:
        return LLMReply(**body)
    except TypeError:  # kept by another version of Coach: it is asked for again
        return None
