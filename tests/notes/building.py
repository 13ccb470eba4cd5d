"""Notes and files as the tests need them."""

from __future__ import annotations

import datetime as dt

from coach.models import Chunk, DateFrom, DatePrecision, Note, NoteDate, NoteFormat
from coach.notes.folder import FoundFile
from coach.notes.reading import to_note
from coach.notes.split import split_note


def note(text: str, path: str = "notes/a.md", format: NoteFormat = NoteFormat.MARKDOWN) -> Note:
    """Return a note with this text."""
    return to_note(FoundFile(path, text, format), community_id="c1", source="s")


def html(text: str, path: str = "notes/a.html") -> Note:
    """Return an HTML note with this text."""
    return note(text, path, NoteFormat.HTML)


def chunks(text: str, path: str = "notes/a.md", format: NoteFormat = NoteFormat.MARKDOWN) -> list[Chunk]:
    """Return the chunks of a note with this text."""
    return split_note(note(text, path, format))


def day(year: int, month: int, day: int, source: DateFrom) -> NoteDate:
    """Return an exact date."""
    return NoteDate(day=dt.date(year, month, day), precision=DatePrecision.DAY, source=source)


def words(count: int, word: str = "talk") -> str:
    """Return a paragraph of so many words, in sentences of ten."""
    parts = [f"{word}{number}" for number in range(count)]
    return " ".join(part + ("." if (number + 1) % 10 == 0 else "") for number, part in enumerate(parts))
