"""What every query of one community's notes needs to know, and who may read what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

import sqlalchemy as sa

from coach.models import Actor, Visibility
from coach.ports import Clock

from .database import Database
from .tables import chunk, community, member, note_version
from .words import Query, WordIndex

T = TypeVar("T")

BATCH = 800
"""How many values one statement carries; older SQLite versions take 999."""


def in_batches(values: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """Yield the values in lists that one statement can carry."""
    rest = iter(values)
    while batch := list(islice(rest, size)):
        yield batch


def belongs(community_id: str, actor: Actor) -> sa.ColumnElement[bool]:
    """Return the condition that this actor is the community's owner or one of its members."""
    is_member = sa.and_(member.c.community_id == community_id, member.c.id == actor.id)
    is_owner = sa.and_(community.c.id == community_id, community.c.owner_id == actor.id)
    return sa.or_(
        sa.exists(sa.select(member.c.id).where(is_member)), sa.exists(sa.select(community.c.id).where(is_owner))
    )


@dataclass(frozen=True)
class Scope:
    """One community as one actor sees it."""

    database: Database
    """Where the rows are."""
    words: WordIndex
    """The database's full-text index."""
    clock: Clock
    """Tells when things happen."""
    community_id: str
    """The community inside the wall."""
    actor: Actor
    """Whoever asks."""

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Open a transaction that reads this community only."""
        with self.database.reading(self.community_id) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Open a transaction that writes this community only, all or nothing."""
        with self.database.writing(self.community_id) as connection:
            yield connection

    def of(self, *tables: sa.Table) -> sa.ColumnElement[bool]:
        """Return the condition that narrows these tables to the community."""
        return sa.and_(*(table.c.community_id == self.community_id for table in tables))

    def current(self) -> sa.ColumnElement[bool]:
        """Return the condition for note versions of this community that are current."""
        return sa.and_(self.of(note_version), note_version.c.run_retired.is_(None))

    def readable(self) -> sa.ColumnElement[bool]:
        """Return the condition for current note versions that the actor may read."""
        return sa.and_(self.current(), self.may_read())

    def may_read(self) -> sa.ColumnElement[bool]:
        """Return the condition for note versions, current or not, that the actor may read."""
        seen_by = note_version.c.visibility
        return sa.or_(
            seen_by == Visibility.EVERYONE.value,
            sa.and_(seen_by == Visibility.MEMBERS.value, belongs(self.community_id, self.actor)),
            sa.and_(seen_by == Visibility.ONLY_ME.value, note_version.c.author_id == self.actor.id),
        )

    def readable_chunks(self, *columns: sa.ColumnElement[Any] | sa.Table) -> Query:
        """Return a query for these columns of current chunks that the actor may read."""
        return self._chunks(*columns).where(self.readable())

    def current_chunks(self, *columns: sa.ColumnElement[Any] | sa.Table) -> Query:
        """Return a query for these columns of ALL current chunks: for indexes, never for people."""
        return self._chunks(*columns).where(self.current())

    def _chunks(self, *columns: sa.ColumnElement[Any] | sa.Table) -> Query:
        joined = chunk.join(note_version, note_version.c.pk == chunk.c.note_pk)
        return sa.select(*columns).select_from(joined).where(self.of(chunk))
