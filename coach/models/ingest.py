"""What an ingest did."""

from __future__ import annotations

from .base import Word


class Skipped(Word):
    """A file that was not taken in, and why."""

    path: str
    """Its POSIX path inside the folder."""
    reason: str
    """Why, in words a person can act on."""


class IngestReport(Word):
    """What an ingest added, changed, removed and skipped."""

    added: int = 0
    """Notes that were not there before."""
    unchanged: int = 0
    """Notes that were there, word for word."""
    changed: int = 0
    """Notes whose text is different now."""
    removed: int = 0
    """Notes of this source whose files are gone."""
    skipped: tuple[Skipped, ...] = ()
    """Files that were not taken in."""
    source: str = ""
    """The named source that was read."""
    run_id: str = ""
    """The run, to undo it; empty when nothing was written."""
    chunks: int = 0
    """Chunks written."""
    embedded: int = 0
    """Chunks for which a vector had to be worked out."""
    seconds: float = 0.0
    """Wall time."""


class UndoReport(Word):
    """What taking back an ingest did."""

    run_id: str
    """The run that was taken back."""
    source: str
    """The source it had read."""
    taken_out: int
    """Notes and versions that went away again."""
    put_back: int
    """Notes and versions that came back."""
