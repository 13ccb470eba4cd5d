"""Turns rows into the words of the product, and back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import numpy as np
import sqlalchemy as sa

from coach.models import (
    Chunk,
    Community,
    Consent,
    DateFrom,
    DatePrecision,
    Member,
    Note,
    NoteDate,
    NoteFormat,
    NoteSummary,
    Visibility,
)
from coach.notes.embedding import embedded_hash
from coach.ports import NewNote, Vectors

_FLOAT = np.dtype("<f4")
Row = sa.RowMapping
Values = dict[str, Any]


def to_community(row: Row) -> Community:
    """Return a community from its row."""
    return Community(**{name: row[name] for name in Community.model_fields})


def to_member(row: Row) -> Member:
    """Return a member from its row."""
    return Member(id=row["id"], community_id=row["community_id"], name=row["name"], aliases=tuple(row["aliases"]))


def to_note(row: Row) -> Note:
    """Return a note from its current version."""
    return Note(
        id=row["note_id"],
        community_id=row["community_id"],
        source=row["source"],
        path=row["path"],
        title=row["title"],
        text=row["text"],
        text_hash=row["text_hash"],
        format=NoteFormat(row["format"]),
        date=to_date(row),
        visibility=Visibility(row["visibility"]),
        consent=Consent(row["consent"]),
        author_id=row["author_id"],
    )


def to_summary(row: Row) -> NoteSummary:
    """Return what lists show of a note."""
    return NoteSummary(
        id=row["note_id"],
        source=row["source"],
        path=row["path"],
        title=row["title"],
        date=to_date(row),
        words=row["words"],
        visibility=Visibility(row["visibility"]),
        consent=Consent(row["consent"]),
    )


def to_chunk(row: Row, note_id: str, text: str) -> Chunk:
    """Return a chunk, cut out of its note's text: so its words stand there, whatever happens."""
    return Chunk(
        id=row["id"],
        community_id=row["community_id"],
        note_id=note_id,
        position=row["position"],
        start=row["start"],
        end=row["end"],
        heading=tuple(row["heading"]),
        text=text[row["start"] : row["end"]],
        reading=row["reading"],
        date=to_date(row),
    )


def to_date(row: Row) -> NoteDate:
    """Return the date from its three columns."""
    day: dt.date | None = row["date_day"]
    precision = row["date_precision"]
    return NoteDate(
        day=day, precision=DatePrecision(precision) if precision else None, source=DateFrom(row["date_source"])
    )


def to_vectors(blobs: list[bytes]) -> Vectors:
    """Return one row for each stored vector."""
    if not blobs:
        return np.empty((0, 0), dtype=np.float32)
    return np.frombuffer(b"".join(blobs), dtype=_FLOAT).reshape(len(blobs), -1).astype(np.float32, copy=False)


def from_date(date: NoteDate) -> Values:
    """Return a date as its three columns."""
    precision = date.precision.value if date.precision else None
    return {"date_day": date.day, "date_precision": precision, "date_source": date.source.value}


def from_note(new: NewNote, rights: Mapping[str, Any], run_pk: int) -> Values:
    """Return a new version's row; rights that a person chose for this note before win over the new ones."""
    note = new.note
    chosen = {"visibility": note.visibility.value, "consent": note.consent.value, "author_id": note.author_id}
    counted = (chunk.reading for chunk in new.chunks) if new.chunks else (note.text,)
    return {
        "community_id": note.community_id,
        "note_id": note.id,
        "source": note.source,
        "path": note.path,
        "title": note.title,
        "text": note.text,
        "text_hash": note.text_hash,
        "format": note.format.value,
        **from_date(note.date),
        "words": sum(len(text.split()) for text in counted),
        "rights_by_hand": bool(rights),
        **(rights or chosen),
        "run_added": run_pk,
    }


def from_chunk(chunk: Chunk, note_pk: int) -> Values:
    """Return a chunk's row."""
    return {
        "community_id": chunk.community_id,
        "note_pk": note_pk,
        "id": chunk.id,
        "position": chunk.position,
        "start": chunk.start,
        "end": chunk.end,
        "heading": list(chunk.heading),
        "reading": chunk.reading,
        **from_date(chunk.date),
    }


def from_vector(chunk: Chunk, chunk_pk: int, vector: Vectors, embedder: str) -> Values:
    """Return a vector's row."""
    return {
        "chunk_pk": chunk_pk,
        "community_id": chunk.community_id,
        "embedder": embedder,
        "embedded_hash": embedded_hash(chunk),
        "vector": np.ascontiguousarray(vector, dtype=_FLOAT).tobytes(),
    }
