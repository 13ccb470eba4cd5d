"""Small notes made quickly, with everything in them that the store wants to see."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from coach.adapters.sql import SqlStore
from coach.models import Actor, Chunk, Community, IngestReport, Note, NoteFormat
from coach.notes.embedding import to_embedded_text
from coach.ports import CommunityNotes, NewNote
from coach.testing import HashEmbedder

OWNER = Actor()
EMBEDDER = HashEmbedder.name
_embedder = HashEmbedder()


def make_note(path: str, *paragraphs: str, community: str = "reading", **fields: Any) -> NewNote:
    """Return a note with one chunk a paragraph."""
    text = "\n\n".join(paragraphs)
    source = fields.setdefault("source", "folder")
    note = Note(
        id=_short(f"{community}/{source}/{path}"),
        community_id=community,
        path=path,
        text=text,
        text_hash=hashlib.sha256(text.encode()).hexdigest(),
        format=NoteFormat.MARKDOWN,
        **{"title": path, **fields},
    )
    chunks = tuple(_make_chunks(note, paragraphs))
    return NewNote(note, chunks, _embedder.embed([to_embedded_text(chunk) for chunk in chunks]))


def _make_chunks(note: Note, paragraphs: Sequence[str]) -> list[Chunk]:
    chunks, start = [], 0
    for position, paragraph in enumerate(paragraphs):
        end = start + len(paragraph)
        chunks.append(
            Chunk(
                id=_short(f"{note.id}/{note.text_hash}/{position}"),
                community_id=note.community_id,
                note_id=note.id,
                position=position,
                start=start,
                end=end,
                heading=("Minutes",),
                text=paragraph,
                reading=paragraph.replace("*", ""),
                date=note.date,
            )
        )
        start = end + 2
    return chunks


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def write(notes: CommunityNotes, *new: NewNote, gone: Sequence[str] = (), location: str = "/notes") -> str:
    """Ingest these notes in one run of their source and return the run's id."""
    source = new[0].note.source if new else "folder"
    run_id = notes.begin_run(source, location)
    notes.write_notes(run_id, new, EMBEDDER)
    notes.retire_notes(run_id, source, gone)
    notes.finish_run(run_id, IngestReport(added=len(new), removed=len(gone), source=source, run_id=run_id))
    return run_id


def open_notes(store: SqlStore, community: str = "reading", actor: Actor = OWNER) -> CommunityNotes:
    """Return a community's notes; make the community when it is not there."""
    if all(known.id != community for known in store.list_communities()):
        store.add_community(Community(id=community, name=f"The {community} circle"))
    return store.notes(community, actor)


@dataclass
class Seen:
    """Everything that a person and an index can see of a community, to compare before and after."""

    texts: dict[str, str] = field(default_factory=dict)
    chunk_ids: set[str] = field(default_factory=set)
    vectors: dict[str, bytes] = field(default_factory=dict)
    found: dict[str, list[str]] = field(default_factory=dict)


def look(notes: CommunityNotes, *words: str) -> Seen:
    """Return everything that is there now, and which chunks each of these words finds."""
    ids, rows = notes.vectors(EMBEDDER)
    return Seen(
        texts={item.path: notes.get_note(item.id).text for item in notes.summaries()},
        chunk_ids=notes.chunk_ids(),
        vectors={chunk_id: row.tobytes() for chunk_id, row in zip(ids, rows, strict=True)},
        found={word: sorted(hit.chunk_id for hit in notes.search_words([word], 100)) for word in words},
    )
