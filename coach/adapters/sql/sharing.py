"""A community's contacts and lessons, and what other communities share of theirs."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import sqlalchemy as sa

from coach.errors import BadRequest, NotAllowed, UnknownCommunity
from coach.models import Actor, Contact, Lesson, SharedLesson
from coach.ports import Clock

from .changes import build_upsert
from .coaching_tables import community_contact, lesson
from .conversations import to_body
from .database import Database
from .rows import Row
from .scope import belongs
from .tables import community

MOST_CONTACTS = 100
"""How many contacts a community names at most."""
_ELSEWHERE = frozenset({lesson.name})
_contact, _lesson = community_contact.c, lesson.c


@dataclass(frozen=True)
class SqlSharing:
    """Sharing on a SQL database; `SqlStore.sharing` makes it."""

    database: Database
    """Where the rows are."""
    clock: Clock
    """Tells when things happen."""
    community_id: str
    """The community inside the wall."""
    actor: Actor
    """Whoever asks."""

    def contacts(self) -> list[Contact]:
        """Return the contacts in the order in which they are shown."""
        query = sa.select(_contact.body).where(_contact.community_id == self.community_id).order_by(_contact.place)
        with self.database.reading(self.community_id) as connection:
            return [Contact.model_validate(body) for body in connection.execute(query).scalars()]

    def save_contacts(self, contacts: Sequence[Contact]) -> None:
        """Write all contacts in this order, each with an id, or raise NotAllowed."""
        if len(contacts) > MOST_CONTACTS:
            raise BadRequest(f"Only {MOST_CONTACTS} contacts can be named; nothing was changed.")
        rows = [self._to_contact_row(place, contact) for place, contact in enumerate(contacts)]
        with self._writing("changes its contacts") as connection:
            connection.execute(sa.delete(community_contact).where(_contact.community_id == self.community_id))
            if rows:
                connection.execute(sa.insert(community_contact), rows)

    def lessons(self) -> list[Lesson]:
        """Return the community's own lessons, newest first; none for whoever does not belong to it."""
        ours = sa.and_(self._ours(), belongs(self.community_id, self.actor))
        query = sa.select(_lesson.body, _lesson.shared).where(ours).order_by(_lesson.at.desc(), _lesson.pk.desc())
        with self.database.reading(self.community_id) as connection:
            return [self._to_lesson(row) for row in connection.execute(query).mappings()]

    def save_lesson(self, lesson_: Lesson) -> None:
        """Write a lesson with what is shared of it, over the one of the same id, or raise NotAllowed."""
        row = self._to_row(lesson_)
        with self._writing("writes down its lessons and shares them") as connection:
            connection.execute(build_upsert(connection, lesson, ["community_id", "id"]), [row])

    def remove_lesson(self, lesson_id: str) -> Lesson | None:
        """Remove a lesson everywhere and return it, or raise NotAllowed; None when it is not there."""
        this = sa.and_(self._ours(), _lesson.id == lesson_id)
        with self._writing("takes out its lessons") as connection:
            gone = sa.delete(lesson).where(this).returning(_lesson.body, _lesson.shared)
            row = connection.execute(gone).mappings().first()
        self.database.empty_log()
        return self._to_lesson(row) if row else None

    def lessons_from_elsewhere(self) -> list[SharedLesson]:
        """Return what all other communities share, newest first; nothing tells which community it is from.

        This is the one query that looks over the wall, and the guard holds it to the shared columns.
        """
        is_shared = sa.and_(_lesson.community_id != self.community_id, _lesson.shared.is_not(None))
        query = sa.select(_lesson.shared).where(is_shared).order_by(_lesson.shared_at.desc(), _lesson.pk.desc())
        with self.database.reading(self.community_id, across=_ELSEWHERE) as connection:
            return [SharedLesson.model_validate(body) for body in connection.execute(query).scalars()]

    @contextmanager
    def _writing(self, does: str) -> Iterator[sa.Connection]:
        """Hold the community's row, so that PostgreSQL lets one writer in at a time, and see who asks."""
        query = sa.select(community.c.name, community.c.owner_id).where(community.c.id == self.community_id)
        with self.database.writing(self.community_id) as connection:
            found = connection.execute(query.with_for_update()).first()
            if found is None:
                raise UnknownCommunity("This community is not here any more.")
            if found.owner_id != self.actor.id:
                raise NotAllowed(
                    f"Only whoever looks after {found.name} {does}; nothing was changed.",
                    "Tell them what you would write, and ask them to do it.",
                )
            yield connection

    def _to_contact_row(self, place: int, contact: Contact) -> dict[str, object]:
        named = contact if contact.id else contact.model_copy(update={"id": uuid.uuid4().hex})
        return {"community_id": self.community_id, "place": place, "body": to_body(named)}

    def _to_row(self, lesson_: Lesson) -> dict[str, object]:
        _check_whole(lesson_, self.community_id)
        now = self.clock.now()
        shared = lesson_.shared
        if shared is not None:
            shared = shared.model_copy(update={"shared_at": shared.shared_at or now})
        original = lesson_.model_copy(update={"at": lesson_.at or now})
        return {
            "community_id": self.community_id,
            "id": lesson_.id,
            "at": original.at,
            "body": to_body(original, {"community_id", "shared"}),
            "shared": to_body(shared) if shared else None,
            "shared_at": shared.shared_at if shared else None,
        }

    def _to_lesson(self, row: Row) -> Lesson:
        return Lesson.model_validate({**row["body"], "community_id": self.community_id, "shared": row["shared"]})

    def _ours(self) -> sa.ColumnElement[bool]:
        return _lesson.community_id == self.community_id


def _check_whole(lesson_: Lesson, community_id: str) -> None:
    """Raise ValueError for a lesson that is not this community's, or not the one that is shared."""
    if not lesson_.id:
        raise ValueError("a lesson needs its id before it is kept")
    if lesson_.community_id not in {"", community_id}:
        raise ValueError("this lesson belongs to another community")
    if lesson_.shared is not None and lesson_.shared.id != lesson_.id:
        raise ValueError("what is shared of a lesson bears the lesson's id")
