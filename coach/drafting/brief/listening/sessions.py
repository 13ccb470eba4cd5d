"""Days on which people met, as the notes tell: minutes, retrospectives and clinics, dated to a day. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from coach.models import DateFrom, DatePrecision, Note, NoteDate
from coach.ports import Session, Statement

from .held import find_day_held
from .places import Places

_HEAD = 1_500
"""Who was there stands near the beginning."""
_SURE = re.compile(
    r"\b(?:minutes|meeting notes?|retro(?:spective)?s?|case clinic|clinics?|peer review|show (?:and|&) tell"
    r"|stand-?ups?|debrief(?:ing)?s?"
    r"|workshop notes|session (?:notes|write-?up)|hackmd notes|all[- ]hands|office hours? notes|roundtable"
    r"|community call notes)\b",
    re.IGNORECASE,
)
"""Notes that are called so are from a day on which people met."""
_ENDS = re.compile(r"\b(?:meeting|hackathon|meetup|call)\W*\Z", re.IGNORECASE)
"""And those whose title ends so."""
_LIKELY = re.compile(
    r"\b(?:meetings?|sessions?|workshops?|meetups?|calls?|sync|gathering|standup|weekly|monthly|sig|wg)\b", re.I
)
"""Notes that are called so may be."""
_NEVER = re.compile(
    r"\b(?:agendas?|letters?|jottings?|reading (?:group list|list)|invit\w+|announc\w+|call for|channel|export"
    r"|chat|welcome|templates?"
    r"|charter|roadmap|faq|how[- ]to|guide|ideas?|attendance|wish ?list|newsletter|proposal|survey|job"
    r"|talk(?:s|ing)?|lessons?|what changed|upcoming|registration)\b",
    re.IGNORECASE,
)
"""And these are not."""
_PRESENT = re.compile(
    r"^[\s>#*_+-]{0,8}(?:attend(?:ees|ance|ing)|present|participants?|apologies|apols|regrets|in the room"
    r"|on the call|who (?:is|was) here"
    r"|here|hosts?|facilitator|note ?takers?|scribe|chair|recording)\b[*_\]]{0,3}[^\n:]{0,20}[:(]"
    r"|^(?:[^\n]{0,30}[.,] )?(?:\d{1,2}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen) (?:people|of us"
    r"|ppl|attendees|participants)\b"
    r"|^\W*host(?:ing)? [A-Z]\w+|^attendees?\W*$",
    re.IGNORECASE | re.MULTILINE,
)
"""Who was there."""

_PARTS = re.compile(
    r"^[ \t>#*_+-]{0,8}(?:attendees?|attendance|in attendance|present|participants|who (?:is|was) (?:here|there)"
    r"|apologies"
    r"|regrets|agenda(?: items?)?|agreements?|decisions?|action items?|actions|minutes|discussion(?: points)?"
    r"|announcements"
    r"|notes|aob|status reports?|round ?table)\b[^\n]{0,20}$",
    re.IGNORECASE | re.MULTILINE,
)
"""Headings and labels of minutes."""
_LEAST_PARTS = 2


def find_sessions(notes: Sequence[Note], statements: Sequence[Statement] = ()) -> tuple[Session, ...]:
    """Return the days on which people met, in order; several notes of one day are one session.

    Args:
        notes: The notes.
        statements: What was heard in them; where given, the days of an archive that nothing was heard of count too.
    """
    by_day: dict[dt.date, dict[str, None]] = {}
    for note in notes:
        for day in _days(note):
            by_day.setdefault(day, {})[note.id] = None
    known = {item.evidence.note_id for item in statements}
    return tuple(
        Session(day, say_day(day), tuple(sorted(ids, key=lambda one: (one not in known, one))))
        for day, ids in sorted(by_day.items())
    )


def say_day(day: dt.date) -> str:
    """Return a day as people say it: `12 March 2026`."""
    return f"{day.day} {day:%B %Y}"


@lru_cache(maxsize=4096)
def is_session(note: Note) -> bool:
    """Say whether a note tells of a meeting, by what it is called and by who was there."""
    called = f"{note.title} {note.path.rpartition('/')[2]}".replace("_", " ").replace("-", " ")
    if _NEVER.search(called) and not _SURE.search(called):
        return False
    if _ENDS.search(note.title) or (_SURE.search(called) and not re.search(r"\bagenda\b", called, re.I)):
        return True
    if _is_day(note.date) and len({part.lower() for part in _PARTS.findall(note.text)}) >= _LEAST_PARTS:
        return True
    is_named = bool(_LIKELY.search(f"{called} {note.path}")) or note.date.source in (
        DateFrom.HEADING,
        DateFrom.FILE_NAME,
    )
    return is_named and bool(_PRESENT.search(note.text[:_HEAD]))


def is_of_session(note: Note, day: dt.date) -> bool:
    """Say whether what a note tells of this day was said where people met: a note may be written later.

    Args:
        note: The note.
        day: The day of the words, as the note or its meeting has it.
    """
    return is_session(note) and (day != note.date.day or find_day_held(note) == day)


def _days(note: Note) -> Iterator[dt.date]:
    if not is_session(note):
        return
    meetings = [part.meeting for part in Places(note).sections if part.meeting and part.meeting_start >= 0]
    days = {meeting.day for meeting in meetings if meeting.day is not None and _is_day(meeting)}
    if days:
        yield from sorted(days)
    elif _is_day(note.date) and (held := find_day_held(note)) is not None:
        yield held


def _is_day(date: NoteDate) -> bool:
    return date.day is not None and date.precision is DatePrecision.DAY
