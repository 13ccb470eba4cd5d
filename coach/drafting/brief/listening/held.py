"""On which day people met whose note was written later: a post on a meeting has the day of the post. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from coach.models import DateFrom, Note

_OPENING = 1_200
"""When people met stands near the beginning, in characters after the front matter."""
_LONGEST_AGO = dt.timedelta(days=60)
"""Longer ago than that, another meeting is spoken of."""
_MONTHS = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_MET_ON = re.compile(
    r"(?:\bon|\byesterday|\b(?:this past|last) \w+day|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day)[,(]?\s+\(?(?:the )?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the )?)?"
    rf"(?:{_MONTH.format('first')}\s+(?P<day_after>\d{{1,2}})"
    r"|(?:\d{1,2} ?[-–] ?)?(?P<day_before>\d{1,2})(?:st|nd|rd|th)?\s+(?:of )?"
    rf"{_MONTH.format('second')})(?![\d:])",
    re.IGNORECASE,
)
_LOOKS_BACK = re.compile(
    r"\b(?:yesterday|last (?:week|month|\w+day)|this past \w+|earlier this (?:week|month))\b", re.I
)
_IN_NAME = re.compile(r"(20\d\d)-(\d\d)-(\d\d)")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def find_day_held(note: Note) -> dt.date | None:
    """Return the day on which people met that a note tells of; None where it only says that it was before.

    Args:
        note: A note of a meeting, dated to a day.
    """
    written = note.date.day
    if written is None or note.date.source is not DateFrom.FRONT_MATTER:
        return written
    opening = _FRONT_MATTER.sub("", note.text, count=1)[:_OPENING]
    told = [day for day in (*_in_name(note.path), *_in_words(opening, written)) if _is_just_before(day, written)]
    if told:
        return told[0]
    return None if _LOOKS_BACK.search(opening) else written


def _is_just_before(day: dt.date, written: dt.date) -> bool:
    return written - _LONGEST_AGO <= day <= written


def _in_name(path: str) -> Iterator[dt.date]:
    for year, month, day in _IN_NAME.findall(path.rpartition("/")[2]):
        yield from _to_day(int(year), int(month), int(day))


def _in_words(opening: str, written: dt.date) -> Iterator[dt.date]:
    for found in _MET_ON.finditer(opening):
        month = _MONTHS.index((found["first"] or found["second"])[:3].lower()) + 1
        year = written.year - (month > written.month)
        yield from _to_day(year, month, int(found["day_after"] or found["day_before"]))


def _to_day(year: int, month: int, day: int) -> Iterator[dt.date]:
    try:
        yield dt.date(year, month, day)
    except ValueError:
        return
