"""One person's conversations with the coach and private things, in one community."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from pydantic import ValidationError

from coach.errors import BadRequest
from coach.models import Actor, AlreadyDoing, Experiment, JournalEntry, OwnThing, Thread, Turn, Word
from coach.ports import Clock, OwnT

from .changes import build_upsert, stay_here
from .coaching_tables import coaching_thread, coaching_turn, own_thing
from .database import Database

MOST_TURNS = 2_000
"""How many turns a conversation has at most."""
MOST_CHARACTERS = 1_000_000
"""How long one turn or one thing is at most, with all that stands behind it."""
_KINDS: Mapping[type[Word], str] = {AlreadyDoing: "doing", Experiment: "experiment", JournalEntry: "journal"}
_thread, _turn, _thing = coaching_thread.c, coaching_turn.c, own_thing.c


@dataclass(frozen=True)
class SqlConversations:
    """Conversations on a SQL database; `SqlStore.conversations` makes it.

    Every connection is opened for this person, and the guard lets no statement reach anybody else's rows.
    """

    database: Database
    """Where the rows are."""
    clock: Clock
    """Tells when things happen."""
    community_id: str
    """The community inside the wall."""
    actor: Actor
    """Whoever asks, and nobody else."""

    def threads(self) -> list[Thread]:
        """Return the conversations without their turns, the last one first."""
        query = sa.select(_thread.body).where(self._own(coaching_thread))
        with self._reading() as connection:
            bodies = connection.execute(query.order_by(_thread.updated.desc(), _thread.pk.desc())).scalars()
            return [Thread.model_validate(body) for body in bodies]

    def find_thread(self, thread_id: str) -> Thread | None:
        """Return one conversation with its turns, if this person has it."""
        with self._reading() as connection:
            return self._find(connection, thread_id)

    def save_thread(self, thread: Thread) -> None:
        """Write a conversation whole, or raise BadRequest when it has turns by now that this one lacks."""
        _check_whole(thread)
        bodies = [to_body(turn) for turn in thread.turns]
        with self._writing() as connection:
            stay_here(connection, self.community_id)
            before = self._put_thread(connection, thread)
            _check_goes_on(before, bodies)
            self._put_turns(connection, thread.id, before, bodies)

    def remove_thread(self, thread_id: str) -> Thread | None:
        """Remove a conversation with all its turns and return it; None when it is not there."""
        this = self._this(thread_id)
        with self._writing() as connection:
            connection.execute(sa.select(_thread.pk).where(this).with_for_update())  # nothing is added meanwhile
            gone = self._find(connection, thread_id)
            connection.execute(sa.delete(coaching_thread).where(this))
        self.database.empty_log()
        return gone

    def things(self, kind: type[OwnT]) -> list[OwnT]:
        """Return the private things of a kind, oldest first."""
        query = sa.select(_thing.body).where(self._of_kind(kind)).order_by(_thing.at, _thing.pk)
        with self._reading() as connection:
            return [kind(**body) for body in connection.execute(query).scalars()]

    def save_thing(self, thing: OwnThing) -> None:
        """Write a private thing, over the one of the same kind and id; it is dated now when it bears no date."""
        if not thing.id:
            raise ValueError("a thing needs its id before it is kept")
        dated = thing.model_copy(update={"at": thing.at or self.clock.now()})
        keys = {**self._owner(), "kind": _KINDS[type(thing)], "id": thing.id}
        row = {**keys, "at": dated.at, "body": to_body(dated)}
        with self._writing() as connection:
            stay_here(connection, self.community_id)
            connection.execute(build_upsert(connection, own_thing, list(keys)), [row])

    def remove_thing(self, kind: type[OwnT], thing_id: str) -> OwnT | None:
        """Remove a private thing and return it; None when it is not there."""
        this = sa.and_(self._of_kind(kind), _thing.id == thing_id)
        with self._writing() as connection:
            body = connection.execute(sa.delete(own_thing).where(this).returning(_thing.body)).scalar()
        self.database.empty_log()
        return None if body is None else kind(**body)

    def _find(self, connection: sa.Connection, thread_id: str) -> Thread | None:
        body = connection.execute(sa.select(_thread.body).where(self._this(thread_id))).scalar()
        if body is None:
            return None
        turns = [_to_turn(turn) for turn in self._read_turns(connection, thread_id)]
        return Thread.model_validate({**body, "turns": turns})

    def _read_turns(self, connection: sa.Connection, thread_id: str) -> list[dict[str, Any]]:
        joined = coaching_turn.join(coaching_thread, _thread.pk == _turn.thread_pk)
        query = sa.select(_turn.body).select_from(joined).where(self._own(coaching_turn), self._this(thread_id))
        return list(connection.execute(query.order_by(_turn.place)).scalars())

    def _put_thread(self, connection: sa.Connection, thread: Thread) -> list[dict[str, Any]]:
        """Write what lists show and return the turns that are there; whoever else saves it waits from here on."""
        keys = {**self._owner(), "id": thread.id}
        row = {**keys, "updated": thread.updated, "body": to_body(thread, {"turns"})}
        connection.execute(build_upsert(connection, coaching_thread, list(keys)), [row])
        return self._read_turns(connection, thread.id)

    def _put_turns(
        self, connection: sa.Connection, thread_id: str, before: list[dict[str, Any]], after: list[dict[str, Any]]
    ) -> None:
        pk = connection.execute(sa.select(_thread.pk).where(self._this(thread_id))).scalar_one()
        changed = [place for place, body in enumerate(after) if place < len(before) and body != before[place]]
        of_thread = sa.and_(self._own(coaching_turn), _turn.thread_pk == pk)
        for place in changed:
            connection.execute(
                sa.update(coaching_turn).where(of_thread, _turn.place == place).values(body=after[place])
            )
        new = [(place, after[place]) for place in range(len(before), len(after))]
        rows = [{**self._owner(), "thread_pk": pk, "place": place, "body": body} for place, body in new]
        if rows:
            connection.execute(sa.insert(coaching_turn), rows)

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with self.database.reading(self.community_id, actor_id=self.actor.id) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        with self.database.writing(self.community_id, actor_id=self.actor.id) as connection:
            yield connection

    def _owner(self) -> dict[str, str]:
        return {"community_id": self.community_id, "actor_id": self.actor.id}

    def _own(self, table: sa.Table) -> sa.ColumnElement[bool]:
        return sa.and_(table.c.community_id == self.community_id, table.c.actor_id == self.actor.id)

    def _this(self, thread_id: str) -> sa.ColumnElement[bool]:
        return sa.and_(self._own(coaching_thread), _thread.id == thread_id)

    def _of_kind(self, kind: type[Word]) -> sa.ColumnElement[bool]:
        return sa.and_(self._own(own_thing), _thing.kind == _KINDS[kind])


def to_body(word: Word, leave_out: set[str] | None = None) -> dict[str, Any]:
    """Return what is kept of a word, or raise BadRequest when that is too long."""
    body = word.model_dump(mode="json", exclude=leave_out)
    if len(json.dumps(body, ensure_ascii=False)) > MOST_CHARACTERS:
        raise BadRequest("This is too long to be kept; nothing was changed.", "Shorten it and try again.")
    return body


def _check_whole(thread: Thread) -> None:
    ids = [turn.id for turn in thread.turns]
    if not thread.id or not all(ids) or len(set(ids)) < len(ids):
        raise ValueError("a conversation and each of its turns need an id of their own")
    if len(ids) > MOST_TURNS:
        raise BadRequest("This conversation has become too long to be kept.", "Begin a new one; this one stays.")


def _check_goes_on(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> None:
    """Raise BadRequest unless the turns that are there begin the ones that are to be written, in the same order."""
    kept = [turn["id"] for turn in before]
    if [turn["id"] for turn in after[: len(kept)]] != kept:
        raise BadRequest(
            "This conversation went on elsewhere meanwhile; what was said there is kept, and this was not added.",
            "Open it again and go on from there.",
        )


def _to_turn(body: dict[str, Any]) -> Turn:
    try:
        return Turn.model_validate(body)
    except ValidationError:  # what stands behind it was kept by another version of Coach; the words are what counts
        return Turn.model_validate({**body, "reply": None})
