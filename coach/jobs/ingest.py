"""Notes in: a folder, uploads, pasted text and jottings; and the way back out.

A note is written whole, with its chunks and vectors, or not at all. What has not changed costs nothing.
"""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from coach.errors import BadRequest, NothingToUndo, TooMuchWouldGo
from coach.models import (
    Actor,
    Chunk,
    Consent,
    DateFrom,
    DatePrecision,
    IngestReport,
    IngestRequest,
    Note,
    NoteDate,
    Skipped,
    TextNote,
    UndoReport,
    Visibility,
)
from coach.notes.embedding import embedded_hash, to_embedded_text
from coach.notes.folder import FolderReading, FoundFile, ReadingLimits, read_folder, to_found_file
from coach.notes.reading import to_note
from coach.notes.split import split_note
from coach.ports import Clock, CommunityNotes, Embedder, NewNote, Progress, Vectors

BATCH_CHUNKS = 64
"""Chunks embedded and written in one go: small enough to stop soon, large enough to be quick."""
LONGEST_JOTTING = 120
"""Words up to which a text counts as jotted down today; a longer one was written some time."""
_SOURCE_LENGTH = 120


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
class _Tally:
    """What has been done so far."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    chunks: int = 0
    embedded: int = 0
    run_id: str = ""
    skipped: list[Skipped] = field(default_factory=list)


def ingest_folder(request: IngestRequest, tools: IngestTools) -> IngestReport:
    """Take in a folder of notes.

    Args:
        request: Which folder, under which source name, with which rights.
        tools: The community's notes and what else is needed.

    Returns:
        What was added, unchanged, changed, removed and skipped.

    Raises:
        NothingToRead: The folder is missing or holds nothing that we read; nothing was changed.
        TooMuchWouldGo: More than half of the source's notes would be removed; nothing was changed.
        Stopped: The person stopped it; what was written stays and can be undone.
    """
    started = time.monotonic()
    folder = Path(request.folder).expanduser()
    reading = read_folder(folder, tools.limits)
    location = str(folder.resolve())
    source = _source_name(request.source, location, tools.notes)
    known = tools.notes.hashes(source)
    gone = _gone(known, reading)
    if not request.allow_removal and len(gone) * 2 > len(known):
        raise TooMuchWouldGo(
            f"{len(gone)} of the {len(known)} notes in {source!r} are no longer in the folder and would be removed. "
            "Nothing was changed."
        )
    tally = _Tally(skipped=list(reading.skipped))
    batch = _Batch(tools, source, location, request.visibility, request.consent, tally)
    try:
        batch.take_in(reading.files, known)
        batch.retire(gone)
    finally:
        report = _to_report(tally, source, time.monotonic() - started)
        batch.finish(report)
    return report


def add_texts(texts: Sequence[TextNote], tools: IngestTools) -> IngestReport:
    """Take in pasted, uploaded or jotted notes; nothing is ever removed by this.

    Raises:
        BadRequest: There is no text.
        Stopped: The person stopped it; what was written stays and can be undone.
    """
    if not any(text.text.strip() for text in texts):
        raise BadRequest("There is nothing to keep yet.", "Write or paste a line, then save it.")
    started = time.monotonic()
    tally = _Tally()
    groups: dict[tuple[str, Visibility, Consent], list[TextNote]] = {}
    for text in texts:
        groups.setdefault((text.source, text.visibility, text.consent), []).append(text)
    for (source, visibility, consent), items in groups.items():
        batch = _Batch(tools, source, "", visibility, consent, tally)
        known = tools.notes.hashes(source)
        files = list(_to_files(items, set(known), tools, tally))
        try:
            batch.take_in(files, known)
        finally:
            report = _to_report(tally, source, time.monotonic() - started)
            batch.finish(report)
    return report


def undo_ingest(notes: CommunityNotes) -> UndoReport:
    """Take back the newest ingest that has not been taken back.

    Raises:
        NothingToUndo: There is none.
    """
    report = notes.undo_last_run()
    if report is None:
        raise NothingToUndo("There is no ingest to take back.")
    return report


def _gone(known: Mapping[str, str], reading: FolderReading) -> list[str]:
    """Return the paths that are no longer there; what could not be read just now is still there."""
    unread = [item.path for item in reading.skipped]
    present = {file.path for file in reading.files} | set(unread)
    return sorted(path for path in set(known) - present if not any(path.startswith(f"{each}/") for each in unread))


@dataclass
class _Batch:
    """Writes the notes of one source, a few at a time."""

    tools: IngestTools
    source: str
    location: str
    visibility: Visibility
    consent: Consent
    tally: _Tally

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

    def _groups(self, files: Sequence[FoundFile], known: dict[str, str]) -> Iterator[list[_Split]]:
        group: list[_Split] = []
        for file in files:
            note = self._to_note(file, is_known=file.path in known)
            group.append(_Split(note, tuple(split_note(note))))
            if sum(len(item.chunks) for item in group) >= BATCH_CHUNKS:
                yield group
                group = []
        if group:
            yield group

    def _to_note(self, file: FoundFile, *, is_known: bool) -> Note:
        note = to_note(file, community_id=self.tools.notes.community_id, source=self.source)
        rights: dict[str, object] = {
            "visibility": self.visibility,
            "consent": self.consent,
            "author_id": self.tools.actor.id,
        }
        before = self.tools.notes.find_note(file.path, self.source) if is_known else None
        if before is not None:
            # A person may have changed these since; a new version of the text does not undo that.
            rights = {
                "visibility": before.visibility,
                "consent": before.consent,
                "author_id": before.author_id,
            }
        today = self.tools.clock.now().date()
        if file.path.startswith(f"{today}-") and not self.location and _is_jotting(file.text):
            rights["date"] = NoteDate(day=today, precision=DatePrecision.DAY, source=DateFrom.PERSON)
        return note.model_copy(update=rights)

    def _write(self, group: Sequence[_Split]) -> None:
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
class _Split:
    note: Note
    chunks: tuple[Chunk, ...]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _to_report(tally: _Tally, source: str, seconds: float) -> IngestReport:
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


def _source_name(asked: str, location: str, notes: CommunityNotes) -> str:
    """Return the source's name: as asked, the one this folder had before, or a fresh one."""
    if asked.strip():
        return " ".join(asked.split())[:_SOURCE_LENGTH]
    sources = notes.sources()
    for source in sources:
        if source.location == location:
            return source.name
    taken = {source.name for source in sources}
    parts = Path(location).parts
    # Another folder of the same name is another source: its notes are never mistaken for these.
    for depth in range(1, len(parts)):
        name = "/".join(parts[-depth:])
        if name not in taken:
            return name
    return location


def _to_files(texts: Sequence[TextNote], taken: set[str], tools: IngestTools, tally: _Tally) -> Iterator[FoundFile]:
    for text in texts:
        path = text.path or _jotting_path(text, taken, tools)
        taken.add(path)
        found = to_found_file(path, text.text, tools.limits)
        if isinstance(found, Skipped):
            tally.skipped.append(found)
        else:
            yield found


def _is_jotting(text: str) -> bool:
    return len(text.split()) <= LONGEST_JOTTING


def _jotting_path(text: TextNote, taken: set[str], tools: IngestTools) -> str:
    first = text.title or next((line for line in text.text.splitlines() if line.strip()), "note")
    slug = "-".join(re.findall(r"[^\W_]+", first.lower())[:8]) or "note"
    # A thought kept after a meeting is of today; a long pasted text may be of any day, so it says nothing.
    stem = f"{tools.clock.now():%Y-%m-%d}-{slug[:60]}" if _is_jotting(text.text) else slug[:60]
    names = (f"{stem}.md" if turn == 1 else f"{stem}-{turn}.md" for turn in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)
