"""Writing notes: whole, in one transaction, or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from coach.errors import NotAllowed, UnknownNote
from coach.models import Chunk, Consent, Visibility
from coach.ports import NewNote, Vectors

from .changes import bump_revision, forget_answers, retire, to_word_row
from .rows import from_chunk, from_note, from_vector
from .runs import get_open_run
from .scope import Scope, in_batches
from .tables import chunk, chunk_vector, community, note_version


def write_notes(scope: Scope, run_id: str, notes: Sequence[NewNote], embedder: str) -> None:
    """Write new versions; earlier ones of the same paths retire."""
    _check_whole(scope, notes)
    if not notes:
        return
    with scope.writing() as connection:
        bump_revision(connection, scope)
        run_pk = get_open_run(connection, scope, run_id)
        for source, paths in _paths_by_source(notes).items():
            _retire_paths(connection, scope, run_pk, (source, paths))
        rights = _read_rights(connection, scope, [new.note.id for new in notes])
        rows = [from_note(new, rights.get(new.note.id, {}), run_pk) for new in notes]
        note_pks = _insert(connection, note_version, rows)
        _write_chunks(connection, scope, _Slices(notes, note_pks), embedder)


def retire_notes(scope: Scope, run_id: str, source: str, paths: Sequence[str]) -> None:
    """Retire the notes at these paths."""
    if not paths:
        return
    with scope.writing() as connection:
        bump_revision(connection, scope)
        _retire_paths(connection, scope, get_open_run(connection, scope, run_id), (source, paths))


def set_rights(scope: Scope, note_id: str, visibility: Visibility, consent: Consent) -> None:
    """Change a note's rights in all its versions, so that no undo brings back wider ones."""
    columns = note_version.c
    with scope.writing() as connection:
        author = connection.execute(
            sa.select(columns.author_id).where(scope.readable(), columns.note_id == note_id)
        ).scalar()
        if author is None:
            raise UnknownNote("There is no such note here, or it is not shared with you.")
        if scope.actor.id not in {author, _read_owner(connection, scope)}:
            raise NotAllowed("Only whoever brought this note in, or the community's owner, can change who reads it.")
        chosen = {"visibility": visibility.value, "consent": consent.value, "rights_by_hand": True}
        connection.execute(
            sa.update(note_version).where(scope.of(note_version), columns.note_id == note_id).values(**chosen)
        )
        forget_answers(connection, scope.community_id)


class _Slices:
    """All chunks of a batch of notes in one row, with the vectors and the note rows that belong to them."""

    def __init__(self, notes: Sequence[NewNote], note_pks: Sequence[int]) -> None:
        self.chunks: list[Chunk] = [item for new in notes for item in new.chunks]
        self.vectors: list[Vectors] = [row for new in notes for row in new.vectors]
        self.note_pks = [pk for new, pk in zip(notes, note_pks, strict=True) for _ in new.chunks]


def _write_chunks(connection: sa.Connection, scope: Scope, slices: _Slices, embedder: str) -> None:
    owned = zip(slices.chunks, slices.note_pks, strict=True)
    pks = _insert(connection, chunk, [from_chunk(item, note_pk) for item, note_pk in owned])
    if not pks:
        return
    vectors = zip(slices.chunks, pks, slices.vectors, strict=True)
    connection.execute(sa.insert(chunk_vector), [from_vector(*item, embedder) for item in vectors])
    words = (to_word_row(pk, item.heading, item.reading) for pk, item in zip(pks, slices.chunks, strict=True))
    scope.words.add(connection, scope.community_id, words)


def _insert(connection: sa.Connection, table: sa.Table, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    if not rows:
        return []
    statement = sa.insert(table).returning(table.c.pk, sort_by_parameter_order=True)
    return list(connection.execute(statement, list(rows)).scalars())


def _retire_paths(connection: sa.Connection, scope: Scope, run_pk: int, where: tuple[str, Sequence[str]]) -> None:
    source, paths = where
    for batch in in_batches(paths):
        retire(connection, scope, run_pk, sa.and_(note_version.c.source == source, note_version.c.path.in_(batch)))


def _paths_by_source(notes: Sequence[NewNote]) -> dict[str, list[str]]:
    paths: dict[str, list[str]] = defaultdict(list)
    for new in notes:
        paths[new.note.source].append(new.note.path)
    return paths


def _read_rights(connection: sa.Connection, scope: Scope, note_ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return the rights that stay as they are, by note: a changed file must not open what was closed.

    These are rights that a person chose by hand, and those of notes that this actor may not even read.
    """
    columns = note_version.c
    rights: dict[str, dict[str, Any]] = {}
    stays = sa.or_(columns.rights_by_hand.is_(True), sa.not_(scope.may_read()))
    for batch in in_batches(note_ids):
        query = (
            sa.select(columns.note_id, columns.visibility, columns.consent, columns.author_id)
            .where(scope.of(note_version), stays, columns.note_id.in_(batch))
            .order_by(columns.pk)
        )
        for row in connection.execute(query).mappings():
            rights[row["note_id"]] = {name: row[name] for name in ("visibility", "consent", "author_id")}
    return rights


def _read_owner(connection: sa.Connection, scope: Scope) -> str:
    owner = connection.execute(sa.select(community.c.owner_id).where(community.c.id == scope.community_id)).scalar()
    return str(owner)


def _check_whole(scope: Scope, notes: Sequence[NewNote]) -> None:
    """Raise ValueError for a note that is not whole: what is written here must always be provable."""
    places = [(new.note.source, new.note.path) for new in notes]
    if len(set(places)) < len(places):
        raise ValueError("two notes of one path cannot be written at once")
    for new in notes:
        if new.note.community_id != scope.community_id:
            raise ValueError("this note belongs to another community")
        if len(new.vectors) != len(new.chunks):
            raise ValueError("every chunk needs its vector")
        for item in new.chunks:
            _check_slice(new, item)


def _check_slice(new: NewNote, item: Chunk) -> None:
    if (item.community_id, item.note_id) != (new.note.community_id, new.note.id):
        raise ValueError("this chunk belongs to another note")
    if new.note.text[item.start : item.end] != item.text:
        raise ValueError("a chunk's words must stand in its note")
