"""What the community wrote: notes, and the chunks that stand in them."""

from __future__ import annotations

import datetime as dt

from pydantic import model_validator

from .base import Word
from .vocabulary import Consent, DateFrom, DatePrecision, NoteFormat, Visibility


class NoteDate(Word):
    """A date, how exact it is, and where it was read."""

    day: dt.date | None = None
    """The date; a month or a year alone is held as its first day."""
    precision: DatePrecision | None = None
    """How much of the date the note gave; none when undated."""
    source: DateFrom = DateFrom.NONE
    """Where the date was read."""

    @property
    def label(self) -> str:
        """Return the date as people read it: `12 Mar 2026`, `Mar 2026`, `2026` or `undated`."""
        if self.day is None:
            return "undated"
        if self.precision is DatePrecision.YEAR:
            return f"{self.day:%Y}"
        if self.precision is DatePrecision.MONTH:
            return f"{self.day:%b %Y}"
        return f"{self.day.day} {self.day:%b %Y}"

    @property
    def iso(self) -> str | None:
        """Return `2026-03-12`, `2026-03`, `2026`, or nothing when undated."""
        if self.day is None:
            return None
        full = self.day.isoformat()
        length = {DatePrecision.YEAR: 4, DatePrecision.MONTH: 7}.get(self.precision or DatePrecision.DAY, 10)
        return full[:length]


class Note(Word):
    """One document the community wrote, kept verbatim."""

    id: str
    """A stable id made from community, source and path."""
    community_id: str
    """The community it belongs to."""
    source: str
    """The named source it came from: a folder, `uploads` or `jottings`."""
    path: str
    """Its POSIX path inside the source."""
    title: str
    """What people would call it: front matter, first heading, or file name."""
    text: str
    """The whole file as decoded text, byte order mark and line ends included."""
    text_hash: str
    """SHA-256 of the text as UTF-8, in hex."""
    format: NoteFormat
    """How the text is written."""
    date: NoteDate = NoteDate()
    """When it is from, as far as it says."""
    visibility: Visibility = Visibility.MEMBERS
    """Who may read it."""
    consent: Consent = Consent.INSIDE
    """How it may be quoted."""
    author_id: str = "local-owner"
    """The actor who brought it in; `only_me` means this one."""


class Chunk(Word):
    """A slice of a note: `text == note.text[start:end]`, always."""

    id: str
    """A stable id made from note id, text hash and position."""
    community_id: str
    """The community it belongs to."""
    note_id: str
    """The note it stands in."""
    position: int
    """Its place among the note's chunks, from 0."""
    start: int
    """Where it starts in the note's text, in characters."""
    end: int
    """Where it ends in the note's text, in characters."""
    heading: tuple[str, ...] = ()
    """The headings above it, outermost first."""
    text: str
    """The slice itself, verbatim."""
    reading: str
    """The same without markup: for searching and embedding, never for quoting."""
    date: NoteDate = NoteDate()
    """The date of the meeting it stands under, when the heading gives one; else the note's."""

    @model_validator(mode="after")
    def _is_a_slice(self) -> Chunk:
        if self.end - self.start != len(self.text):
            raise ValueError("a chunk's text must be as long as its offsets say")
        return self


class NoteSummary(Word):
    """A note as lists show it, without its text."""

    id: str
    """The note's id."""
    source: str
    """The named source it came from."""
    path: str
    """Its POSIX path inside the source."""
    title: str
    """What people would call it."""
    date: NoteDate
    """When it is from."""
    words: int
    """How many words it holds."""
    visibility: Visibility
    """Who may read it."""
    consent: Consent
    """How it may be quoted."""
