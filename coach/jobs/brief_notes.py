"""Which notes of a period may be used for a reader, what was left out and why, and what was read, counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coach.errors import UnknownNote
from coach.models import (
    AnswerRequest,
    BriefRequest,
    Consent,
    Counted,
    CountedItem,
    KeptOutcome,
    Note,
    NoteDate,
    NoteSummary,
    Passage,
    ValueStory,
    Visibility,
)
from coach.ports import Session
from coach.retrieval import Search

from .days_in_words import say_day

MOST_NOTES = 1_500
"""So many notes are listened to at most, the newest ones: a brief of ten years is read in one sitting, too."""


@dataclass(frozen=True)
class Gathered:
    """The notes of a period, sorted by what may be done with them."""

    open: tuple[Note, ...]
    """Those that may be quoted to this reader."""
    left_out: tuple[str, ...]
    """What was not used and why."""


def gather(request: BriefRequest, search: Search) -> Gathered:
    """Return the notes of a period that may be quoted to its reader, and what was left out."""
    notes = search.notes
    shared = [note for note in notes.summaries() if note.visibility is not Visibility.ONLY_ME]
    dated = [note for note in shared if note.date.day is not None]
    within = [note for note in dated if _overlaps(note.date, request.start, request.end)][:MOST_NOTES]
    usable = [note for note in within if may_be_used(note, request.circle)]
    never = sum(note.consent is Consent.NEVER for note in within)
    inside = len(within) - len(usable) - never
    return Gathered(
        open=tuple(read_notes([note.id for note in usable], search).values()),
        left_out=tuple(
            says
            for number, says in (
                (never, "may not be quoted and {was} left out"),
                (inside, "may be quoted inside the community only and {was} left out"),
                (len(shared) - len(dated), "{has} no date, so nobody can say whether {it} {belongs} to this period"),
            )
            for says in _say_left_out(number, says)
        ),
    )


def _say_left_out(number: int, says: str) -> list[str]:
    if not number:
        return []
    one = {"was": "was", "has": "has", "it": "it", "belongs": "belongs"}
    many = {"was": "were", "has": "have", "it": "they", "belongs": "belong"}
    return [f"{'One note' if number == 1 else f'{number} notes'} {says.format(**(one if number == 1 else many))}."]


def may_be_used(note: NoteSummary, circle: str) -> bool:
    """Say whether a note may be quoted to whoever is in this circle."""
    if note.visibility is Visibility.ONLY_ME or note.consent is Consent.NEVER:
        return False
    return circle == "inside" or note.consent is Consent.ANYWHERE


def _overlaps(date: NoteDate, start: dt.date | None, end: dt.date | None) -> bool:
    first, last = _span(date)
    return (start is None or last >= start) and (end is None or first <= end)


def _span(date: NoteDate) -> tuple[dt.date, dt.date]:
    """Return the first and the last day that a date may mean: a month alone is all of its days."""
    assert date.day is not None
    parts = len((date.iso or "").split("-"))
    if parts == 1:
        return date.day.replace(month=1, day=1), date.day.replace(month=12, day=31)
    if parts == 2:
        following = (date.day.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
        return date.day.replace(day=1), following - dt.timedelta(days=1)
    return date.day, date.day


def held_in(outcome: KeptOutcome, start: dt.date, end: dt.date) -> bool:
    """Say whether a kept outcome held at some time in a period."""
    return (outcome.since is None or outcome.since <= end) and (outcome.ended is None or outcome.ended >= start)


def is_between(day: dt.date | None, start: dt.date | None, end: dt.date | None) -> bool:
    """Say whether a day is in a period; no day is in none."""
    return day is not None and (start is None or day >= start) and (end is None or day <= end)


def is_within(passage: Passage, request: AnswerRequest) -> bool:
    """Say whether a passage is from the period that was asked about."""
    if request.start is None and request.end is None:
        return True
    date = passage.date or ""
    if not date:
        return False
    first = request.start.isoformat()[: len(date)] if request.start else ""
    last = request.end.isoformat()[: len(date)] if request.end else "9999"
    return first <= date <= last


def read_notes(note_ids: Iterable[str], search: Search) -> dict[str, Note]:
    """Return the notes of these ids that are still there, by id."""
    found: dict[str, Note] = {}
    for note_id in dict.fromkeys(note_ids):
        try:
            found[note_id] = search.notes.get_note(note_id)
        except UnknownNote:  # it went while we were looking
            continue
    return found


def count_used(
    notes: Sequence[Note], sessions: Sequence[Session], stories: Sequence[ValueStory]
) -> tuple[Counted, ...]:
    """Return what a brief was made from, counted, with everything that was counted."""
    return (
        Counted(
            number=len(notes),
            what="notes",
            says=f"{len(notes)} {'note' if len(notes) == 1 else 'notes'}",
            items=tuple(CountedItem(label=note.title, note_id=note.id, date=note.date.iso) for note in notes),
        ),
        Counted(
            number=len(sessions),
            what="sessions",
            says=f"{len(sessions)} {'session' if len(sessions) == 1 else 'sessions'}",
            items=tuple(
                CountedItem(
                    label=session.label,
                    note_id=session.note_ids[0] if session.note_ids else "",
                    date=session.day.isoformat(),
                )
                for session in sessions
            ),
        ),
        Counted(
            number=len(stories),
            what="stories",
            says=f"{len(stories)} confirmed {'story' if len(stories) == 1 else 'stories'}",
            items=tuple(
                CountedItem(label=story.title or say_day(story.happened), date=_iso(story.happened))
                for story in stories
            ),
        ),
    )


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
