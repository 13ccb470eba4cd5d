"""What was found for a request, and what is quoted from it."""

from __future__ import annotations

from .base import Word


class Passage(Word):
    """A chunk found for this request, with a label and a strength."""

    label: str
    """How this answer refers to it: S1, S2 and so on."""
    note: str
    """The note's POSIX path inside its source."""
    note_id: str
    """The note's id, to open it."""
    source: str = ""
    """The named source the note came from."""
    title: str
    """The note's title."""
    date: str | None
    """The date as `2026-03-12`, `2026-03` or `2026`; nothing when undated."""
    heading: str
    """The headings above it, joined by ` › `."""
    text: str
    """The exact passage: `note.text[start:end]`."""
    start: int
    """Where it starts in the note's text, in characters."""
    end: int
    """Where it ends in the note's text, in characters."""
    strength: float
    """How well it fits the request, 0 to 1; good for ordering, not a probability."""
    chunk_id: str = ""
    """The chunk it is."""
    quotable: bool = True
    """Whether its note's consent lets it be quoted inside the community."""


class FindResult(Word):
    """What the notes hold about a question, or that they hold nothing."""

    enough: bool
    """Whether the passages really speak to the question."""
    passages: tuple[Passage, ...]
    """The best passages, strongest first; near misses when not enough."""
    message: str = ""
    """What a person should know about this answer, in one sentence."""
    notes_searched: int = 0
    """How many notes this actor could have found something in."""


class Citation(Word):
    """A passage label and an exact quote: `note.text[start:end] == quote`."""

    label: str
    """The passage it comes from: S1, S2 and so on."""
    quote: str
    """The exact words, line breaks included."""
    note: str
    """The note's POSIX path inside its source."""
    note_id: str = ""
    """The note's id, to open it."""
    title: str = ""
    """The note's title."""
    date: str | None = None
    """The note's or meeting's date, as far as it says."""
    start: int
    """Where the quote starts in the note's text, in characters."""
    end: int
    """Where the quote ends in the note's text, in characters."""

    @property
    def shown(self) -> str:
        """Return the quote on one line, the way people read it."""
        return " ".join(self.quote.split())
