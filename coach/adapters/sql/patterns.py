"""A community's own patterns as one actor may see them: versions in time, like its notes."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from coach.errors import NotAllowed, UnknownCommunity
from coach.models import Actor
from coach.ports import Clock, OwnPattern

from .database import Database
from .rows import Row
from .scope import belongs
from .tables import community, own_pattern


@dataclass(frozen=True)
class SqlPatterns:
    """OwnPatterns on a SQL database; `SqlStore.patterns` makes it."""

    database: Database
    """Where the rows are."""
    clock: Clock
    """Tells when things happen."""
    community_id: str
    """The community inside the wall."""
    actor: Actor
    """Whoever asks."""

    def current(self) -> list[OwnPattern]:
        """Return the patterns in use that the actor may read, by id."""
        query = sa.select(own_pattern).where(self._current(), self._belongs()).order_by(own_pattern.c.pattern_id)
        with self.database.reading(self.community_id) as connection:
            return [_to_own(row) for row in connection.execute(query).mappings()]

    def add(self, pattern_id: str, body: str, credit: str) -> OwnPattern:
        """Write a pattern; an earlier version of the same id retires in the same transaction."""
        row = {
            "community_id": self.community_id,
            "pattern_id": pattern_id,
            "body": body,
            "credit": credit,
            "added_by": self.actor.id,
            "added_at": self.clock.now(),
        }
        with self.database.writing(self.community_id) as connection:
            self._check_may_write(connection)
            self._retire(connection, pattern_id)
            connection.execute(sa.insert(own_pattern), [row])
        return OwnPattern(pattern_id, body, credit, self.actor.id, self.clock.now())

    def remove(self, pattern_id: str) -> OwnPattern | None:
        """Take a pattern out of use and return it; None when it is not there. Earlier versions do not come back."""
        query = sa.select(own_pattern).where(self._current(), own_pattern.c.pattern_id == pattern_id)
        with self.database.writing(self.community_id) as connection:
            self._check_may_write(connection)
            row = connection.execute(query).mappings().first()
            self._retire(connection, pattern_id)
        return _to_own(row) if row else None

    def _retire(self, connection: sa.Connection, pattern_id: str) -> None:
        this = sa.and_(self._current(), own_pattern.c.pattern_id == pattern_id)
        ended = {"retired_by": self.actor.id, "retired_at": self.clock.now()}
        connection.execute(sa.update(own_pattern).where(this).values(**ended))

    def _check_may_write(self, connection: sa.Connection) -> None:
        """Hold the community's row, so that PostgreSQL lets one writer in at a time, and see who asks."""
        here = sa.select(community.c.name).where(community.c.id == self.community_id)
        name = connection.execute(here.with_for_update()).scalar()
        if name is None:
            raise UnknownCommunity("This community is not here any more.")
        if connection.execute(here.where(self._belongs())).first() is None:
            raise NotAllowed(
                f"Only members of {name} add patterns or take them out; nothing was changed.",
                "Ask whoever looks after it to add you.",
            )

    def _current(self) -> sa.ColumnElement[bool]:
        return sa.and_(own_pattern.c.community_id == self.community_id, own_pattern.c.retired_at.is_(None))

    def _belongs(self) -> sa.ColumnElement[bool]:
        return belongs(self.community_id, self.actor)


def _to_own(row: Row) -> OwnPattern:
    return OwnPattern(row["pattern_id"], row["body"], row["credit"], row["added_by"], row["added_at"])
