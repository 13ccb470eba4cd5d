"""L2: what stands behind the page is from its period, and no words carry two claims."""

from __future__ import annotations

import datetime as dt

from coach.models import ClaimKind, Evidence, Finding

from .brief_reading import BriefReading, ReadSentence
from .criterion import Criterion, quoted

_PERIOD = Criterion(
    "L2",
    "What was said in another year tells nothing of this one.",
    "Take words from the period, or say plainly when they are from.",
)
_TWICE = Criterion(
    "L2",
    "The same words under two claims look like more than there is.",
    "Keep the claim that they speak to most, and find others for the second.",
)


def check_period(read: BriefReading) -> list[Finding]:
    """Check that all evidence, and all that was counted, is from the period."""
    start, end = read.period
    found = []
    for where, piece in read.evidence:
        if _is_outside(_date_of(piece, read), start, end):
            found.append(_PERIOD.stop(where, f"{quoted(piece.shown)} is from {piece.date or 'another time'}."))
    for each in read.sentences:
        items = [item for counted in each.sentence.counted for item in counted.items]
        wrong = [item for item in items if _is_outside(item.date, start, end)]
        if wrong:
            message = f"It counts {quoted(wrong[0].label)}, which is from {wrong[0].date}."
            found.append(_PERIOD.stop(each.where, message))
    return found


def check_dates(read: BriefReading) -> list[Finding]:
    """Check that a date beside a quote is its note's, or stands in the note."""
    found = []
    for where, piece in read.evidence:
        note = read.ground.notes.get(piece.note_id)
        own = note.date.iso if note is not None else None
        if note is None or not piece.date or own is None:
            continue
        if piece.date.startswith(own) or own.startswith(piece.date) or piece.date[:4] in f"{note.path} {note.text}":
            continue
        found.append(_PERIOD.stop(where, f"{quoted(piece.shown)} is dated {piece.date}, and its note is from {own}."))
    return found


def check_used_twice(read: BriefReading) -> list[Finding]:
    """Check that no words of a note stand behind two claims."""
    taken: list[tuple[str, Evidence]] = []
    found = []
    for each in read.sentences:
        if each.sentence.kind is ClaimKind.COUNT or not each.sentence.kind.is_claim:
            continue
        if any(_overlaps(piece, other) for piece in each.sentence.evidence for _, other in taken):
            message = f"{quoted(each.sentence.evidence[0].shown)} stands behind another claim already."
            found.append(_TWICE.mend(each.where, message))
        taken += _taken_by(each)
    return found


def _taken_by(each: ReadSentence) -> list[tuple[str, Evidence]]:
    return [(each.where, piece) for piece in each.sentence.evidence]


def _date_of(piece: Evidence, read: BriefReading) -> str | None:
    note = read.ground.notes.get(piece.note_id)
    return piece.date or (note.date.iso if note is not None else None)


def _is_outside(date: str | None, start: dt.date | None, end: dt.date | None) -> bool:
    # As much of a date as is known is compared: a note of “2026” may be from any day of it.
    if not date:
        return False
    early = start is not None and date < start.isoformat()[: len(date)]
    late = end is not None and date > end.isoformat()[: len(date)]
    return early or late


def _overlaps(one: Evidence, other: Evidence) -> bool:
    return one.note_id == other.note_id and one.start < other.end and other.start < one.end
