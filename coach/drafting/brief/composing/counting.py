"""Numbers on a page: counted here, said in words, with everything that was counted. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coach.models import Counted, CountedItem, Evidence
from coach.ports import Session

from .meetings import session_of

_SMALL = "no one two three four five six seven eight nine ten eleven twelve".split()
"""Larger numbers are quicker read in figures."""
_LEAST = 2
"""Once is no count."""


def in_words(number: int) -> str:
    """Return `three` for 3; figures from thirteen on."""
    return _SMALL[number] if number < len(_SMALL) else str(number)


def count_things(labels: Sequence[str], what: str) -> Counted:
    """Return a count of things that stand on the page: `two signs`."""
    noun = what.removesuffix("s") if len(labels) == 1 else what
    noun = {"storie": "story"}.get(noun, noun)
    items = tuple(CountedItem(label=label) for label in labels)
    return Counted(number=len(labels), what=what, says=f"{in_words(len(labels))} {noun}", items=items)


def count_meetings(evidence: Iterable[Evidence], sessions: Sequence[Session]) -> Counted | None:
    """Return in how many sessions these words were said, or else in how many notes; None where it is no more than one.

    Sessions are counted only where all of the words come from sessions: otherwise the number would be too small.
    """
    words = list(evidence)
    found = [(session_of(item, sessions), item) for item in words]
    met = {session.day: (session, item) for session, item in reversed(found) if session}
    if all(session for session, _ in found) and len(met) >= _LEAST:
        return _count_sessions([met[day] for day in sorted(met)], len(sessions))
    notes = {item.note_id: item for item in reversed(words)}
    return _count_notes(list(notes.values())[::-1]) if len(notes) >= _LEAST else None


def _count_sessions(met: Sequence[tuple[Session, Evidence]], of: int) -> Counted:
    items = tuple(
        CountedItem(label=session.label, note_id=item.note_id, date=session.day.isoformat()) for session, item in met
    )
    says = f"{in_words(len(met))} of {in_words(of)} sessions" if of > len(met) else f"all {in_words(of)} sessions"
    return Counted(number=len(met), of=of, what="sessions", says=says, items=items)


def _count_notes(notes: Sequence[Evidence]) -> Counted:
    items = tuple(CountedItem(label=note.title or note.note, note_id=note.note_id, date=note.date) for note in notes)
    return Counted(number=len(notes), what="notes", says=f"{in_words(len(notes))} notes", items=items)
