"""The store: communities, their members, and the way to their notes."""

from __future__ import annotations

import unicodedata
from typing import Any

import sqlalchemy as sa

from coach.errors import BadRequest, UnknownCommunity
from coach.models import Actor, Community, Member
from coach.ports import Clock

from .changes import new_revision
from .conversations import SqlConversations
from .database import Database
from .learning import SqlLearning
from .notes import SqlNotes
from .patterns import SqlPatterns
from .postgres_words import PostgresWords
from .records import SqlRecords
from .rows import to_community, to_member
from .scope import Scope
from .sharing import SqlSharing
from .sqlite_words import SqliteWords
from .tables import chunk, community, member, metadata
from .words import WordIndex


class SqlStore:
    """Store on SQLite or PostgreSQL; several processes may use the same database at once."""

    def __init__(self, url: str, *, clock: Clock) -> None:
        """Open the database and bring it up to date.

        Args:
            url: `sqlite:///…` or `postgresql+psycopg://…`.
            clock: Tells when things happen.
        """
        self._database = Database(url)
        self._clock = clock
        self._words: WordIndex = SqliteWords() if self._database.is_sqlite else PostgresWords()

    def add_community(self, community_: Community) -> None:
        """Write a new community, or raise BadRequest when the name or the id is taken."""
        with self._database.writing() as connection:
            if connection.execute(sa.select(community.c.id).where(community.c.id == community_.id)).first():
                raise BadRequest("A community with this id is here already.")
            _check_free(connection, community_)
            row = {**_to_values(community_), "revision": new_revision()}
            connection.execute(sa.insert(community), [row])

    def update_community(self, community_: Community) -> None:
        """Change a community's words, or raise BadRequest when another one has the name."""
        is_it = community.c.id == community_.id
        with self._database.writing() as connection:
            _check_free(connection, community_)
            changed = connection.execute(sa.update(community).where(is_it).values(**_to_values(community_)))
            if changed.rowcount == 0:
                raise _unknown()

    def find_community(self, name: str) -> Community | None:
        """Return the community of that name, if there is one (case does not count)."""
        return self._find(community.c.name_key == _to_key(name))

    def list_communities(self) -> list[Community]:
        """Return all communities, by name."""
        with self._database.reading() as connection:
            rows = connection.execute(sa.select(community).order_by(community.c.name_key)).mappings().all()
        return [to_community(row) for row in rows]

    def remove_community(self, community_id: str) -> None:
        """Remove a community with everything that is in it, so that no trace of its words is left in the file."""
        is_it = community.c.id == community_id
        with self._database.writing(community_id) as connection:
            connection.execute(sa.select(community.c.id).where(is_it).with_for_update())  # nothing is added meanwhile
            self._words.remove(connection, community_id, sa.select(chunk.c.pk).where(_of(chunk, community_id)))
            for table in reversed(metadata.sorted_tables):
                if "community_id" in table.c:
                    connection.execute(sa.delete(table).where(_of(table, community_id)))
            removed = connection.execute(sa.delete(community).where(is_it))
            if removed.rowcount == 0:
                raise _unknown()
        self._database.scrub()

    def add_member(self, member_: Member) -> None:
        """Write a member of a community; one who is there already gets these words."""
        row = {**member_.model_dump(), "aliases": list(member_.aliases)}
        is_it = sa.and_(_of(member, member_.community_id), member.c.id == member_.id)
        self._check_here(member_.community_id)
        with self._database.writing(member_.community_id) as connection:
            connection.execute(sa.delete(member).where(is_it))
            connection.execute(sa.insert(member), [row])

    def list_members(self, community_id: str) -> list[Member]:
        """Return a community's members, by name."""
        query = sa.select(member).where(_of(member, community_id))
        with self._database.reading(community_id) as connection:
            members = [to_member(row) for row in connection.execute(query).mappings()]
        return sorted(members, key=lambda one: (one.name.casefold(), one.id))

    def remove_member(self, community_id: str, member_id: str) -> Member | None:
        """Remove a member and return who it was; None when no such member is there."""
        is_it = sa.and_(_of(member, community_id), member.c.id == member_id)
        with self._database.writing(community_id) as connection:
            row = connection.execute(sa.select(member).where(is_it)).mappings().first()
            connection.execute(sa.delete(member).where(is_it))
        return to_member(row) if row else None

    def notes(self, community_id: str, actor: Actor) -> SqlNotes:
        """Return this community's notes as this actor may see them, or raise UnknownCommunity."""
        self._check_here(community_id)
        return SqlNotes(Scope(self._database, self._words, self._clock, community_id, actor))

    def patterns(self, community_id: str, actor: Actor) -> SqlPatterns:
        """Return this community's own patterns as this actor may see them, or raise UnknownCommunity."""
        self._check_here(community_id)
        return SqlPatterns(self._database, self._clock, community_id, actor)

    def conversations(self, community_id: str, actor: Actor) -> SqlConversations:
        """Return this actor's own conversations and private things in this community, or raise UnknownCommunity."""
        self._check_here(community_id)
        return SqlConversations(self._database, self._clock, community_id, actor)

    def sharing(self, community_id: str, actor: Actor) -> SqlSharing:
        """Return this community's contacts and lessons as this actor may see them, or raise UnknownCommunity."""
        self._check_here(community_id)
        return SqlSharing(self._database, self._clock, community_id, actor)

    def learning(self, community_id: str, actor: Actor) -> SqlLearning:
        """Return a community's outcomes, stories and briefs as this actor may see them, or raise UnknownCommunity."""
        self._check_here(community_id)
        return SqlLearning(Scope(self._database, self._words, self._clock, community_id, actor))

    def records(self) -> SqlRecords:
        """Return where jobs with models write what they did and took."""
        return SqlRecords(self._database, self._clock)

    def describe(self) -> str:
        """Return one line on where the data is, without a password, or raise StoreProblem."""
        with self._database.reading() as connection:
            count = connection.execute(sa.select(sa.func.count()).select_from(community)).scalar_one()
        return f"{self._database.where} ({count} {'community' if count == 1 else 'communities'})"

    def close(self) -> None:
        """Let go of all connections."""
        self._database.close()

    def _find(self, which: sa.ColumnElement[bool]) -> Community | None:
        with self._database.reading() as connection:
            row = connection.execute(sa.select(community).where(which)).mappings().first()
        return to_community(row) if row else None

    def _check_here(self, community_id: str) -> None:
        if self._find(community.c.id == community_id) is None:
            raise _unknown()


def _of(table: sa.Table, community_id: str) -> sa.ColumnElement[bool]:
    return table.c.community_id == community_id


def _to_key(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _to_values(community_: Community) -> dict[str, Any]:
    return {**community_.model_dump(mode="json"), "name_key": _to_key(community_.name)}


def _check_free(connection: sa.Connection, community_: Community) -> None:
    same_name = sa.and_(community.c.name_key == _to_key(community_.name), community.c.id != community_.id)
    if connection.execute(sa.select(community.c.id).where(same_name)).first():
        raise BadRequest(f"A community called {community_.name} is here already.", "Choose another name.")


def _unknown() -> UnknownCommunity:
    return UnknownCommunity("This community is not here any more.")
