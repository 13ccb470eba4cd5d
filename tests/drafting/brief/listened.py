"""Invented notes for the tests of listening."""

from __future__ import annotations

from coach.drafting.brief.listening import Heard, Listening, read_statements
from coach.models import Consent, Member, Note, NoteFormat, Visibility
from coach.notes.folder import FoundFile
from coach.notes.reading import to_note
from coach.ports import Statement, Tells
from coach.testing import HashEmbedder

COMMUNITY = "letters"


def write_note(
    path: str, text: str, consent: Consent = Consent.INSIDE, visibility: Visibility = Visibility.MEMBERS
) -> Note:
    """Return an invented note as it would have been read from a folder."""
    found = FoundFile(path=path, text=text, format=NoteFormat.MARKDOWN)
    return to_note(found, community_id=COMMUNITY, source="notes", visibility=visibility, consent=consent)


def name_member(name: str) -> Member:
    """Return somebody on the community's list."""
    return Member(id=f"m-{name.lower()}", community_id=COMMUNITY, name=name)


def hear(*notes: Note, circle: str = "inside", members: tuple[Member, ...] = (), **more: object) -> Heard:
    """Listen to notes with our own embedder."""
    return read_statements(notes, Listening(HashEmbedder(), circle=circle, members=members, **more))  # type: ignore[arg-type]


def find_said(heard: Heard, words: str) -> Statement | None:
    """Return the statement that holds these words."""
    return next((item for item in heard.statements if words in item.evidence.shown), None)


def find_told(heard: Heard, tells: Tells) -> list[str]:
    """Return what was heard of one kind."""
    return [item.evidence.shown for item in heard.statements if item.is_of(tells)]
