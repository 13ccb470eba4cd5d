"""Kept outcomes, stories and briefs: written without a word of a note, read with the notes as they are now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

import sqlalchemy as sa

from coach.errors import BadRequest, NotAllowed, UnknownCommunity
from coach.models import Brief, Evidence, EvidenceNow, KeptBrief, KeptOutcome, Note, ValueStory
from coach.notes.kept_reading import Filling, NotesNow, look_again, notes_of
from coach.notes.kept_words import Body, evidence_in, note_ids_in, to_kept

from .changes import build_upsert
from .conversations import MOST_CHARACTERS
from .learning_tables import kept_brief, kept_outcome, value_story
from .rows import to_note
from .scope import Scope, belongs, in_batches
from .tables import community, note_version

_K = TypeVar("_K", KeptOutcome, ValueStory, Brief)
_Kept = KeptOutcome | ValueStory | Brief
_LISTED = ("id", "title", "request", "made_at")
_OUTCOMES, _BRIEFS = "writes down what it set out to learn", "keeps its briefs"


@dataclass(frozen=True)
class SqlLearning:
    """Learning on a SQL database; `SqlStore.learning` makes it."""

    scope: Scope
    """The community and the actor."""

    def outcomes(self) -> list[KeptOutcome]:
        """Return the kept outcomes, oldest first; none for whoever does not belong."""
        return self._read_all(kept_outcome, KeptOutcome, self._belongs())

    def save_outcome(self, outcome: KeptOutcome) -> None:
        """Write an outcome over the one of its id, or raise NotAllowed."""
        with self._owner_writes(_OUTCOMES) as connection:
            self._save(connection, kept_outcome, outcome)

    def remove_outcome(self, outcome_id: str) -> KeptOutcome | None:
        """Remove an outcome and return it, or raise NotAllowed; None when it is not there."""
        with self._owner_writes(_OUTCOMES) as connection:
            gone = self._remove(connection, kept_outcome, KeptOutcome, outcome_id)
        self.scope.database.empty_log()
        return gone

    def stories(self) -> list[ValueStory]:
        """Return the stories, candidates and declined ones too, newest first; none for whoever does not belong."""
        return self._read_all(value_story, ValueStory, self._belongs())[::-1]

    def save_story(self, story: ValueStory) -> None:
        """Write a story over the one of its id, or raise NotAllowed when that is somebody else's."""
        with self._own_story(story.id) as connection:
            author = self._read_author(connection, story.id) or self.scope.actor.id
            self._save(connection, value_story, story, author_id=author)

    def remove_story(self, story_id: str) -> ValueStory | None:
        """Remove a story and return it, or raise NotAllowed when it is somebody else's; None when it is not there."""
        with self._own_story(story_id) as connection:
            gone = self._remove(connection, value_story, ValueStory, story_id)
        self.scope.database.empty_log()
        return gone

    def briefs(self) -> list[KeptBrief]:
        """Return the kept briefs as lists show them, newest first; none for whoever does not look after it."""
        with self.scope.reading() as connection:
            bodies = self._bodies(connection, kept_brief, self._owns())[::-1]
            listed = [{**body, "word": {name: body["word"][name] for name in _LISTED}} for body in bodies]
            notes = self._notes(connection, listed)
        return [_to_listed(Filling(body, notes).tree) for body in listed]

    def find_brief(self, brief_id: str) -> Brief | None:
        """Return a kept brief with the words that may still be shown, if it is there."""
        found = self._read_all(kept_brief, Brief, self._owns(), kept_brief.c.id == brief_id)
        return found[0] if found else None

    def save_brief(self, brief: Brief) -> None:
        """Write a brief over the one of its id, or raise NotAllowed."""
        with self._owner_writes(_BRIEFS) as connection:
            bodies = [body for table in (kept_outcome, value_story) for body in self._bodies(connection, table)]
            self._save(connection, kept_brief, brief, _quoted(bodies, self._notes(connection, bodies)))

    def look_again(self, brief_id: str) -> tuple[EvidenceNow, ...] | None:
        """Return what became of a kept brief's evidence since, in its order; None when it is not there."""
        with self.scope.reading() as connection:
            bodies = self._bodies(connection, kept_brief, self._owns(), kept_brief.c.id == brief_id)
            notes = self._notes(connection, bodies)
        return look_again(bodies[0], notes) if bodies else None

    def remove_brief(self, brief_id: str) -> Brief | None:
        """Remove a brief and return it, or raise NotAllowed; None when it is not there."""
        with self._owner_writes(_BRIEFS) as connection:
            gone = self._remove(connection, kept_brief, Brief, brief_id)
        self.scope.database.empty_log()
        return gone

    # -- rows --------------------------------------------------------------------------------------
    def _read_all(self, table: sa.Table, kind: type[_K], *which: sa.ColumnElement[bool]) -> list[_K]:
        with self.scope.reading() as connection:
            bodies = self._bodies(connection, table, *which)
            notes = self._notes(connection, bodies)
        return [kind.model_validate(Filling(body, notes).tree) for body in bodies]

    def _bodies(self, connection: sa.Connection, table: sa.Table, *which: sa.ColumnElement[bool]) -> list[Body]:
        query = sa.select(table.c.body).where(self.scope.of(table), *which).order_by(table.c.at, table.c.pk)
        return list(connection.execute(query).scalars())

    def _save(
        self, connection: sa.Connection, table: sa.Table, word: _Kept, others: Iterable[Evidence] = (), **more: str
    ) -> None:
        at = _date_of(word) or self.scope.clock.now()
        dated = word.model_copy(update={"made_at" if isinstance(word, Brief) else "at": at})
        if not word.id:
            raise ValueError("a kept word needs its id")
        _check_length(word.model_dump_json())
        old = self._bodies(connection, table, table.c.id == word.id)
        before = (old[0], Filling(old[0], self._notes(connection, old)).tree) if old else None
        body = to_kept(dated, self._titles(connection, dated), others, before)
        keys = {"community_id": self.scope.community_id, "id": word.id}
        row = {**keys, "at": at, "body": body, **more}
        connection.execute(build_upsert(connection, table, list(keys)), [row])

    def _remove(self, connection: sa.Connection, table: sa.Table, kind: type[_K], word_id: str) -> _K | None:
        this = sa.and_(self.scope.of(table), table.c.id == word_id)
        body = connection.execute(sa.delete(table).where(this).returning(table.c.body)).scalar()
        return None if body is None else kind.model_validate(Filling(body, self._notes(connection, [body])).tree)

    # -- notes -------------------------------------------------------------------------------------
    def _notes(self, connection: sa.Connection, bodies: Sequence[Body]) -> NotesNow:
        """Return the notes that these bodies are filled from, as they are now for whoever asks."""
        ids = set().union(*(notes_of(body["word"], body["sources"]) for body in bodies))
        readable = {note.id: note for note in self._readable_notes(connection, ids)}
        closed: set[str] = set()
        for batch in in_batches(sorted(ids - readable.keys())):
            query = sa.select(note_version.c.note_id).where(self.scope.current(), note_version.c.note_id.in_(batch))
            closed.update(connection.execute(query).scalars())
        return NotesNow(readable, frozenset(closed))

    def _readable_notes(self, connection: sa.Connection, ids: Iterable[str]) -> Iterator[Note]:
        for batch in in_batches(sorted(ids)):
            query = sa.select(note_version).where(self.scope.readable(), note_version.c.note_id.in_(batch))
            yield from map(to_note, connection.execute(query).mappings())

    def _titles(self, connection: sa.Connection, word: _Kept) -> dict[str, str]:
        ids, titles = note_ids_in(word.model_dump(mode="json")), note_version.c.title
        found: dict[str, str] = {}
        for batch in in_batches(sorted(ids)):
            query = sa.select(note_version.c.note_id, titles).where(
                self.scope.current(), note_version.c.note_id.in_(batch)
            )
            found.update({row.note_id: row.title for row in connection.execute(query)})
        return found

    # -- rights ------------------------------------------------------------------------------------
    @contextmanager
    def _owner_writes(self, does: str) -> Iterator[sa.Connection]:
        with self._writing() as (connection, name, is_owner, _):
            if not is_owner:
                raise NotAllowed(
                    f"Only whoever looks after {name} {does}; nothing was changed.",
                    "Tell them what you would like, and ask them to do it.",
                )
            yield connection

    @contextmanager
    def _own_story(self, story_id: str) -> Iterator[sa.Connection]:
        with self._writing() as (connection, name, is_owner, is_in):
            author = self._read_author(connection, story_id)
            if not is_in:
                raise NotAllowed(
                    f"Only people of {name} tell its stories; nothing was changed.",
                    "Ask whoever looks after it to add you.",
                )
            if not is_owner and author not in {None, self.scope.actor.id}:
                raise NotAllowed(
                    f"This story was written down by somebody else of {name}; nothing was changed.",
                    "Ask them, or whoever looks after the community, to change it.",
                )
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[tuple[sa.Connection, str, bool, bool]]:
        """Hold the community's row, so that PostgreSQL lets one writer in at a time, and see who asks."""
        this = community.c.id == self.scope.community_id
        query = sa.select(community.c.name, community.c.owner_id).where(this)
        with self.scope.writing() as connection:
            found = connection.execute(query.with_for_update()).first()
            if found is None:
                raise UnknownCommunity("This community is not here any more.")
            is_in = connection.execute(sa.select(community.c.id).where(this, self._belongs())).first() is not None
            yield connection, found.name, found.owner_id == self.scope.actor.id, is_in

    def _belongs(self) -> sa.ColumnElement[bool]:
        return belongs(self.scope.community_id, self.scope.actor)

    def _owns(self) -> sa.ColumnElement[bool]:
        is_owner = sa.and_(community.c.id == self.scope.community_id, community.c.owner_id == self.scope.actor.id)
        return sa.exists(sa.select(community.c.id).where(is_owner))

    def _read_author(self, connection: sa.Connection, story_id: str) -> str | None:
        this = sa.and_(self.scope.of(value_story), value_story.c.id == story_id)
        return connection.execute(sa.select(value_story.c.author_id).where(this)).scalar()


def _quoted(bodies: Iterable[Body], notes: NotesNow) -> list[Evidence]:
    trees = [Filling(body, notes).tree for body in bodies]
    return [Evidence.model_validate(item) for item in evidence_in(trees) if item["quote"]]


def _date_of(word: _Kept) -> dt.datetime | None:
    return word.made_at if isinstance(word, Brief) else word.at


def _to_listed(tree: dict[str, Any]) -> KeptBrief:
    request = tree["request"]
    rest = {name: request[name] for name in ("reader", "start", "end")}
    return KeptBrief.model_validate({name: tree[name] for name in ("id", "title", "made_at")} | rest)


def _check_length(body: str) -> None:
    if len(body) > MOST_CHARACTERS:
        raise BadRequest("This is too long to be kept; nothing was changed.", "Shorten it and try again.")
