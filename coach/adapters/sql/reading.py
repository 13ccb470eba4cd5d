"""Reading one community's notes: everything here keeps to what the actor may read, or says why not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import sqlalchemy as sa

from coach.errors import UnknownCommunity, UnknownNote
from coach.models import Chunk, Note, NoteSummary
from coach.ports import ScoredChunk, Source, Vectors

from .rows import Row, to_chunk, to_note, to_summary, to_vectors
from .runs import read_locations
from .scope import Scope, in_batches
from .tables import chunk, chunk_vector, community, note_version
from .words import Asked, Query, to_terms

_RAREST = 6
_COUNT_AT_MOST = 2_000
_SUMMARY = [column for column in note_version.c if column.name != "text"]


def read_revision(scope: Scope) -> int:
    """Return the community's revision."""
    query = sa.select(community.c.revision).where(community.c.id == scope.community_id)
    with scope.reading() as connection:
        revision = connection.execute(query).scalar()
    if revision is None:
        raise UnknownCommunity("This community is not here any more.")
    return int(revision)


def read_sources(scope: Scope) -> list[Source]:
    """Return the sources of readable notes."""
    counted = (
        sa.select(note_version.c.source, sa.func.count().label("notes"))
        .where(scope.readable())
        .group_by(note_version.c.source)
        .order_by(note_version.c.source)
    )
    with scope.reading() as connection:
        locations = read_locations(connection, scope)
        found = connection.execute(counted).all()
    return [Source(name=name, location=locations.get(name, ""), notes=notes) for name, notes in found]


def read_hashes(scope: Scope, source: str) -> dict[str, str]:
    """Return path to text hash of ALL current notes of a source."""
    query = sa.select(note_version.c.path, note_version.c.text_hash).where(
        scope.current(), note_version.c.source == source
    )
    with scope.reading() as connection:
        return {row.path: row.text_hash for row in connection.execute(query)}


def read_summaries(scope: Scope) -> list[NoteSummary]:
    """Return all readable notes without text, newest first."""
    day = note_version.c.date_day
    query = (
        sa.select(*_SUMMARY)
        .where(scope.readable())
        .order_by(day.desc().nulls_last(), note_version.c.path, note_version.c.source)
    )
    with scope.reading() as connection:
        return [to_summary(row) for row in connection.execute(query).mappings()]


def find_note(scope: Scope, *conditions: sa.ColumnElement[bool]) -> Note | None:
    """Return the first readable note under these conditions, by source."""
    query = sa.select(note_version).where(scope.readable(), *conditions).order_by(note_version.c.source).limit(1)
    with scope.reading() as connection:
        row = connection.execute(query).mappings().first()
    return to_note(row) if row else None


def get_note(scope: Scope, note_id: str) -> Note:
    """Return one readable note, or raise UnknownNote."""
    note = find_note(scope, note_version.c.note_id == note_id)
    if note is None:
        raise UnknownNote("There is no such note here, or it is not shared with you.")
    return note


def read_chunks(scope: Scope, ids: Iterable[str]) -> dict[str, Chunk]:
    """Return readable chunks by id."""
    rows: list[Row] = []
    with scope.reading() as connection:
        for batch in in_batches(dict.fromkeys(ids)):
            query = scope.readable_chunks(chunk).where(chunk.c.id.in_(batch))
            rows.extend(connection.execute(query).mappings())
        found = _with_text(connection, scope, rows)
    return {item.id: item for item in found}


def read_note_chunks(scope: Scope, note_id: str) -> list[Chunk]:
    """Return a readable note's chunks in order."""
    query = scope.readable_chunks(chunk).where(note_version.c.note_id == note_id).order_by(chunk.c.position)
    with scope.reading() as connection:
        return _with_text(connection, scope, list(connection.execute(query).mappings()))


def _with_text(connection: sa.Connection, scope: Scope, rows: Sequence[Row]) -> list[Chunk]:
    texts: dict[int, tuple[str, str]] = {}
    for batch in in_batches({row["note_pk"] for row in rows}):
        query = sa.select(note_version.c.pk, note_version.c.note_id, note_version.c.text).where(
            scope.readable(), note_version.c.pk.in_(batch)
        )
        texts |= {pk: (note_id, text) for pk, note_id, text in connection.execute(query)}
    return [to_chunk(row, *texts[row["note_pk"]]) for row in rows]


def read_readable_ids(scope: Scope, ids: Iterable[str]) -> set[str]:
    """Return those of these chunk ids that the actor may read."""
    found: set[str] = set()
    with scope.reading() as connection:
        for batch in in_batches(dict.fromkeys(ids)):
            found.update(connection.execute(scope.readable_chunks(chunk.c.id).where(chunk.c.id.in_(batch))).scalars())
    return found


def search_words(scope: Scope, words: Sequence[str], limit: int) -> list[ScoredChunk]:
    """Return readable chunks with any of these words, best first."""
    terms = to_terms(words)
    if not terms or limit < 1:
        return []
    with scope.reading() as connection:
        counts = _count_roughly(connection, scope, terms)
        # Many words find nearly everything, slowly; the rarest say what the question is about.
        rarest = sorted((term for term in terms if counts[term]), key=counts.__getitem__)[:_RAREST]
        if not rarest:
            return []
        asked = Asked(rarest, [counts[term] for term in rarest], _count_all(connection, scope))
        return _find_readable(connection, scope, scope.words.best(scope.community_id, asked), limit)


def _find_readable(connection: sa.Connection, scope: Scope, best: Query, limit: int) -> list[ScoredChunk]:
    """Return the first of these hits that the actor may read; rights are asked for a few at a time, not for all."""
    wanted = limit
    while True:
        hits = connection.execute(best.limit(wanted)).all()
        readable: dict[int, str] = {}
        for batch in in_batches(hit[0] for hit in hits):
            query = scope.readable_chunks(chunk.c.pk, chunk.c.id).where(chunk.c.pk.in_(batch))
            readable |= {row.pk: row.id for row in connection.execute(query)}
        found = [ScoredChunk(chunk_id=readable[pk], score=float(score)) for pk, score in hits if pk in readable]
        if len(found) >= limit or len(hits) < wanted:
            return found[:limit]
        wanted *= 4


def _count_roughly(connection: sa.Connection, scope: Scope, terms: Sequence[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for term in terms:
        some = scope.words.holding(scope.community_id, term).limit(_COUNT_AT_MOST).subquery()
        counts[term] = connection.execute(sa.select(sa.func.count()).select_from(some)).scalar_one()
    return counts


def _count_all(connection: sa.Connection, scope: Scope) -> int:
    some = scope.current_chunks(chunk.c.pk).limit(_COUNT_AT_MOST).subquery()
    return int(connection.execute(sa.select(sa.func.count()).select_from(some)).scalar_one())


def count_words(scope: Scope, words: Sequence[str]) -> dict[str, int]:
    """Return in how many readable chunks each word occurs."""
    by_word = {word: next(iter(to_terms([word])), "") for word in words}
    counts = {"": 0}
    with scope.reading() as connection:
        hidden = sa.select(note_version.c.pk).where(scope.current(), sa.not_(scope.may_read())).limit(1)
        sees_all = connection.execute(hidden).first() is None
        for term in set(by_word.values()) - {""}:
            counts[term] = connection.execute(_count(scope, term, sees_all)).scalar_one()
    return {word: counts[term] for word, term in by_word.items()}


def _count(scope: Scope, term: str, sees_all: bool) -> Query:
    holding = scope.words.holding(scope.community_id, term)
    if sees_all:  # the full-text index alone knows the answer, and quickly
        return sa.select(sa.func.count()).select_from(holding.subquery())
    return scope.readable_chunks(sa.func.count()).where(chunk.c.pk.in_(holding))


def read_chunk_ids(scope: Scope) -> set[str]:
    """Return the ids of ALL current chunks."""
    with scope.reading() as connection:
        return set(connection.execute(scope.current_chunks(chunk.c.id)).scalars())


def read_vectors(scope: Scope, embedder: str, ids: Iterable[str] | None) -> tuple[list[str], Vectors]:
    """Return ALL current chunk ids and vectors, or those of these ids."""
    is_its = chunk_vector.c.chunk_pk == chunk.c.pk
    query = (
        scope.current_chunks(chunk.c.id, chunk_vector.c.vector)
        .where(is_its, scope.of(chunk_vector), chunk_vector.c.embedder == embedder)
        .order_by(chunk.c.pk)
    )
    rows: list[Any] = []
    with scope.reading() as connection:
        if ids is None:
            rows.extend(connection.execute(query))
        else:
            for batch in in_batches(dict.fromkeys(ids)):
                rows.extend(connection.execute(query.where(chunk.c.id.in_(batch))))
    return [row[0] for row in rows], to_vectors([row[1] for row in rows])


def read_known_vectors(
    scope: Scope, embedder: str, text_hashes: Iterable[str]
) -> Mapping[str, npt.NDArray[np.float32]]:
    """Return vectors that any version of this community's notes has, by the embedded text's hash."""
    known: dict[str, npt.NDArray[np.float32]] = {}
    with scope.reading() as connection:
        for batch in in_batches(dict.fromkeys(text_hashes)):
            query = sa.select(chunk_vector.c.embedded_hash, chunk_vector.c.vector).where(
                scope.of(chunk_vector), chunk_vector.c.embedder == embedder, chunk_vector.c.embedded_hash.in_(batch)
            )
            known |= {found: to_vectors([blob])[0] for found, blob in connection.execute(query)}
    return known
