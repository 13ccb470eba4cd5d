"""Writing notes a few at a time: whole, with their chunks and vectors, or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from coach.models import (
    Actor,
    Chunk,
    Consent,
    DateFrom,
    DatePrecision,
    IngestReport,
    Note,
    NoteDate,
    Skipped,
    Visibility,
)
from coach.notes.embedding import embedded_hash, to_embedded_text
from coach.notes.folder import FoundFile, ReadingLimits
from coach.notes.reading import to_note
from coach.notes.split import split_note
from coach.ports import Clock, CommunityNotes, Embedder, NewNote, Progress, Vectors

BATCH_CHUNKS = 64
"""Chunks embedded and written in one go: small enough to stop soon, large enough to be quick."""
LONGEST_JOTTING = 120
"""Words up to which a text counts as jotted down today; a longer one was written some time."""
Rights = Callable[[str], tuple[Visibility, Consent]]
"""A path to who may read the note there, and how it may be quoted."""


@dataclass(frozen=True)
class IngestTools:
    """What taking notes in needs, handed over as one."""

    notes: CommunityNotes
    """The community's notes as this actor may see them."""
    embedder: Embedder
    """Turns chunks into vectors."""
    clock: Clock
    """Dates jottings."""
    actor: Actor
    """Who brings the notes in."""
    limits: ReadingLimits
    """How large a file may be."""
    progress: Progress
    """Hears how far it is; may raise Stopped."""


@dataclass
class Tally:
    """What has been done so far."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    chunks: int = 0
    embedded: int = 0
    run_id: str = ""
    skipped: list[Skipped] = field(default_factory=list)


@dataclass
class Batch:
    """Writes the notes of one source, a few at a time."""

    tools: IngestTools
    source: str
    location: str
    rights: Rights
    tally: Tally

    def take_in(self, files: Sequence[FoundFile], known: dict[str, str]) -> None:
        """Write what is new or changed."""
        waiting = [file for file in files if known.get(file.path) != _hash(file.text)]
        self.tally.unchanged += len(files) - len(waiting)
        self.tools.progress("Taking in notes", 0, len(waiting))
        done = 0
        for group in self._groups(waiting, known):
            self._write(group)
            done += len(group)
            changed = sum(1 for item in group if item.note.path in known)
            self.tally.changed += changed
            self.tally.added += len(group) - changed
            self.tools.progress("Taking in notes", done, len(waiting))

    def retire(self, gone: Sequence[str]) -> None:
        """Retire the notes whose files are gone."""
        if gone:
            self.tools.notes.retire_notes(self._run(), self.source, gone)
            self.tally.removed = len(gone)

    def finish(self, report: IngestReport) -> None:
        """Close the run, when there was one."""
        if self.tally.run_id:
            self.tools.notes.finish_run(self.tally.run_id, report)
            self.tally.run_id = ""

    def _run(self) -> str:
        if not self.tally.run_id:
            self.tally.run_id = self.tools.notes.begin_run(self.source, self.location)
        return self.tally.run_id

    def _groups(self, files: Sequence[FoundFile], known: dict[str, str]) -> Iterator[list[Split]]:
        group: list[Split] = []
        for file in files:
            note = self._to_note(file, is_known=file.path in known)
            group.append(Split(note, tuple(split_note(note))))
            if sum(len(item.chunks) for item in group) >= BATCH_CHUNKS:
                yield group
                group = []
        if group:
            yield group

    def _to_note(self, file: FoundFile, *, is_known: bool) -> Note:
        note = to_note(file, community_id=self.tools.notes.community_id, source=self.source)
        visibility, consent = self.rights(file.path)
        rights: dict[str, object] = {"visibility": visibility, "consent": consent, "author_id": self.tools.actor.id}
        before = self.tools.notes.find_note(file.path, self.source) if is_known else None
        if before is not None:
            # A person may have changed these since; a new version of the text does not undo that.
            rights = {
                "visibility": before.visibility,
                "consent": before.consent,
                "author_id": before.author_id,
            }
        today = self.tools.clock.now().date()
        if file.path.startswith(f"{today}-") and not self.location and is_jotting(file.text):
            rights["date"] = NoteDate(day=today, precision=DatePrecision.DAY, source=DateFrom.PERSON)
        return note.model_copy(update=rights)

    def _write(self, group: Sequence[Split]) -> None:
        chunks = [chunk for item in group for chunk in item.chunks]
        vectors = self._embed(chunks)
        new: list[NewNote] = []
        start = 0
        for item in group:
            end = start + len(item.chunks)
            new.append(NewNote(item.note, item.chunks, vectors[start:end]))
            start = end
        self.tools.notes.write_notes(self._run(), new, self.tools.embedder.name)
        self.tally.chunks += len(chunks)

    def _embed(self, chunks: Sequence[Chunk]) -> Vectors:
        embedder = self.tools.embedder
        hashes = [embedded_hash(chunk) for chunk in chunks]
        known = dict(self.tools.notes.known_vectors(embedder.name, hashes))
        missing = {key: to_embedded_text(chunk) for key, chunk in zip(hashes, chunks, strict=True) if key not in known}
        rows = embedder.embed(list(missing.values()))
        known.update(zip(missing, rows, strict=True))
        self.tally.embedded += len(missing)
        if not hashes:
            return np.zeros((0, embedder.dim), dtype=np.float32)
        return np.stack([known[key] for key in hashes]).astype(np.float32)


@dataclass(frozen=True)
class Split:
    """A note with its chunks."""

    note: Note
    chunks: tuple[Chunk, ...]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def to_report(tally: Tally, source: str, seconds: float) -> IngestReport:
    """Return what was done as a report."""
    return IngestReport(
        added=tally.added,
        unchanged=tally.unchanged,
        changed=tally.changed,
        removed=tally.removed,
        skipped=tuple(tally.skipped),
        source=source,
        run_id=tally.run_id,
        chunks=tally.chunks,
        embedded=tally.embedded,
        seconds=round(seconds, 2),
    )


def is_jotting(text: str) -> bool:
    """Say whether a text is short enough to have been jotted down just now."""
    return len(text.split()) <= LONGEST_JOTTING
