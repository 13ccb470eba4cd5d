"""A folder of notes in, and the way back out. What has not changed costs nothing."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

from coach.errors import BadInput, NothingToUndo, TooMuchWouldGo
from coach.models import Consent, IngestReport, IngestRequest, UndoReport, Visibility
from coach.notes.folder import FolderReading, read_folder
from coach.ports import CommunityNotes

from .batch import Batch, IngestTools, Tally, to_report

_SOURCE_LENGTH = 120


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
    readable = {note.path for note in tools.notes.summaries() if note.source == source}
    # Nobody takes away what they may not even see.
    gone = [path for path in _gone(known, reading) if path in readable]
    if not request.allow_removal and len(gone) * 2 > len(known):
        raise TooMuchWouldGo(
            f"{len(gone)} of the {len(known)} notes in {source!r} are no longer in the folder and would be removed. "
            "Nothing was changed."
        )
    _set_rights(request, source, tools)
    tally = Tally(skipped=list(reading.skipped))
    rights = (request.visibility or Visibility.MEMBERS, request.consent or Consent.INSIDE)
    batch = Batch(tools, source, location, lambda _: rights, tally)
    try:
        batch.take_in(reading.files, known)
        batch.retire(gone)
    finally:
        report = to_report(tally, source, time.monotonic() - started)
        batch.finish(report)
    return report


def undo_ingest(notes: CommunityNotes, run_id: str | None = None) -> UndoReport:
    """Take back the newest ingest that has not been taken back.

    Args:
        notes: The community's notes.
        run_id: The ingest that is meant; when it is not the newest any more, nothing is taken back.

    Raises:
        NothingToUndo: There is none.
        BadInput: A newer ingest stands in between.
    """
    newest = next((item for item in notes.runs() if not item.undone), None) if run_id else None
    if newest is not None and newest.id != run_id:
        raise BadInput(
            f"Something else was brought in since, from {newest.source!r}; nothing was taken back.",
            "Take that one back first, or leave both.",
        )
    report = notes.undo_last_run()
    if report is None:
        raise NothingToUndo("There is no ingest to take back.")
    return report


def _set_rights(request: IngestRequest, source: str, tools: IngestTools) -> None:
    """Give the source's known notes the rights that were asked for; what was left out stays as it is."""
    if request.visibility is None and request.consent is None:
        return
    for note in tools.notes.summaries():
        wanted = (request.visibility or note.visibility, request.consent or note.consent)
        if note.source == source and wanted != (note.visibility, note.consent):
            tools.notes.set_rights(note.id, *wanted)


def _gone(known: Mapping[str, str], reading: FolderReading) -> list[str]:
    """Return the paths that are no longer there; what could not be read just now is still there."""
    unread = [item.path for item in reading.skipped]
    present = {file.path for file in reading.files} | set(unread)
    return sorted(path for path in set(known) - present if not any(path.startswith(f"{each}/") for each in unread))


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
