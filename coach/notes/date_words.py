"""Dates as people write them: ISO, numbers in either order, month names, months and years."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from coach.models import DateFrom, DatePrecision, NoteDate


class DayOrder(StrEnum):
    """Which comes first in a date made of numbers."""

    MONTH_FIRST = "month_first"
    DAY_FIRST = "day_first"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class FoundDate:
    """A date in a text."""

    day: dt.date
    """The date; a month or a year alone is its first day."""
    precision: DatePrecision
    """How much of it was given."""
    start: int
    """Where it starts in the text."""
    end: int = 0
    """Where it ends in the text."""


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?(?![a-z])\.?,?\s{1,3})"
_DAY = r"(?P<day>\d{1,2})(?!\d)(?:st|nd|rd|th)?"
# A meeting that spans midnight or two days: `November 20/21`.
_DAY_SPAN = _DAY + r"(?:\s?[/&–-]\s?\d{1,2}(?!\d)(?:st|nd|rd|th)?)?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_SHORT_YEAR = r"(?P<year>\d{4}|'?\d{2})(?!\d)"
_GAP = r"[\s_,.-]{1,3}"

_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})(?P<sep>[-/._])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?!\d)")
_NUMBERS = re.compile(r"(?<!\d)(?P<a>\d{1,2})(?P<sep>[-/._])(?P<b>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})(?!\d)")
_DAY_MONTH = re.compile(rf"(?<!\d){_DAY}(?:\s+of)?[\s_-]{{0,3}}{_MONTH}{_GAP}{_SHORT_YEAR}", re.I)
_MONTH_DAY = re.compile(rf"(?<![a-z]){_MONTH}[\s_-]{{0,3}}{_DAY_SPAN}{_GAP}{_YEAR}", re.I)
_NAMED_MONTH = re.compile(rf"(?<![a-z]){_MONTH}[\s_,-]{{0,3}}{_YEAR}", re.I)
_ISO_MONTH = re.compile(r"(?<![\d.,-])(?P<year>\d{4})[-/_.](?P<month>\d{2})(?!\d)")
_COMPACT_MONTH = re.compile(r"(?<!\d)(?P<year>\d{4})(?P<month>\d{2})(?!\d)")
_ONE_YEAR = re.compile(r"(?<![\d.,:#$£€])(?P<year>\d{4})(?![\d:]|[.,]\d)")
_HOURS = re.compile(r"(?<!\d)\d{4}[-_]\d{4}(?!\d)")

_LABEL = (
    r"(?:(?:(?:team|group|weekly|monthly|biweekly)\s)?(?:meeting|minutes|notes|date|when|day|held|call|session|retro)\b"
    r"\s?(?:on|of|for|notes|date|from)?\s?[:,–-]?\s?)?"
)
_DECORATION = r"[\s#*_~=>`|(\[–—-]*"
_LEADS = re.compile(rf"{_DECORATION}{_LABEL}{_DECORATION}{_WEEKDAY}?(?=[\dA-Z'])", re.I)
_MONTH_DAY_ALONE = re.compile(rf"(?<![a-z]){_MONTH}\s{{0,3}}{_DAY_SPAN}", re.I)
_DAY_MONTH_ALONE = re.compile(rf"(?<!\d){_DAY}(?:\s+of)?\s{{0,3}}{_MONTH}", re.I)
_NUMBERS_ALONE = re.compile(r"(?P<a>\d{1,2})/(?P<b>\d{1,2})(?![\d/.:])")
# "Next meeting 18 October 2023" speaks of another day than the note's own.
_OTHER_DAY = re.compile(r"\b(next|due|until|deadline|upcoming|before|after|since|by|plans?|planned)\b", re.I)
_LONGEST_HEADING = 200
# Most lines hold no date: this says so quickly.
_DIGIT = re.compile(r"\d")
_BEGINS = re.compile(r"\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.I)


def find_dates(text: str, order: DayOrder = DayOrder.UNKNOWN, *, in_name: bool = False) -> list[FoundDate]:
    """Return the dates of a short text, by place; none of them overlap.

    Args:
        text: A name, a heading or a value; this is not meant for prose.
        order: Which of day and month comes first, where numbers leave it open.
        in_name: Whether it is a file or folder name, where `201801` is a month and `1345-1430` are hours.
    """
    if _DIGIT.search(text) is None:
        return []
    found: list[FoundDate] = []
    taken: list[tuple[int, int]] = []
    for pattern, make in _readers(order, in_name=in_name):
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            # The place is taken even by a date that cannot be: 30 February is not "some time in February".
            taken.append(match.span())
            date = make(match)
            if date is not None:
                found.append(date)
    return sorted(found, key=lambda date: date.start)


def find_heading_date(
    heading: str, default_year: int | None = None, order: DayOrder = DayOrder.UNKNOWN
) -> NoteDate | None:
    """Return the date of the meeting that a heading opens, if it opens one.

    The date leads the heading (`## August 1 ([Recording]())`, `**6/26/2018 (APAC)**`, `MAY 3, 2018`), or stands in it
    with its year (`Retro, 12 March 2026`).

    Args:
        heading: The heading's line, with or without its markup.
        default_year: The year of a date that gives none; such dates are no dates without it.
        order: Which of day and month comes first, where numbers leave it open.
    """
    line = heading.strip()[:_LONGEST_HEADING]
    lead = find_leading_date(line, default_year, order)
    if lead is not None:
        return NoteDate(day=lead.day, precision=lead.precision, source=DateFrom.HEADING)
    if _OTHER_DAY.search(line):
        return None
    inside = next((date for date in find_dates(line, order) if date.precision is DatePrecision.DAY), None)
    return NoteDate(day=inside.day, precision=inside.precision, source=DateFrom.HEADING) if inside else None


def find_day_in_month(heading: str, month: dt.date) -> NoteDate | None:
    """Return the date that a heading gives without its year (`First things, 9 July`) if it lies in this month."""
    line = heading[:_LONGEST_HEADING]
    if _OTHER_DAY.search(line):
        return None
    for pattern in (_DAY_MONTH_ALONE, _MONTH_DAY_ALONE):
        for match in pattern.finditer(line):
            day = _to_day(month.year, _to_month(match["month"]), int(match["day"]))
            if day is not None and day.month == month.month:
                return NoteDate(day=day, precision=DatePrecision.DAY, source=DateFrom.HEADING)
    return None


def find_leading_date(
    line: str, default_year: int | None = None, order: DayOrder = DayOrder.UNKNOWN
) -> FoundDate | None:
    """Return the date that a line begins with, after markup, a weekday or a word such as `Meeting`."""
    lead = _LEADS.match(line[:_LONGEST_HEADING])
    if lead is None or _BEGINS.match(line, lead.end()) is None:
        return None
    rest = line[lead.end() : _LONGEST_HEADING]
    first = next((date for date in find_dates(rest, order) if date.start == 0), None)
    if first is None or first.precision is DatePrecision.YEAR:
        yearless = _find_yearless(rest, default_year, order)
        first = yearless or (first if first is not None and _NUMBERS.match(rest) else None)
    if first is None:
        return None
    return FoundDate(first.day, first.precision, lead.end(), lead.end() + first.end)


def prove_order(text: str) -> DayOrder:
    """Return which order the dates of numbers in a text prove; unknown when none does, or both are proved."""
    proofs = set()
    for match in _NUMBERS.finditer(text):
        first, second, year = int(match["a"]), int(match["b"]), _to_year(match["year"])
        if _to_day(year, second, first) and not _to_day(year, first, second):
            proofs.add(DayOrder.DAY_FIRST)
        if _to_day(year, first, second) and not _to_day(year, second, first):
            proofs.add(DayOrder.MONTH_FIRST)
    return proofs.pop() if len(proofs) == 1 else DayOrder.UNKNOWN


_Reader = tuple[re.Pattern[str], Callable[[re.Match[str]], FoundDate | None]]


def _readers(order: DayOrder, *, in_name: bool) -> Iterator[_Reader]:
    """Yield the patterns, most exact first, so that `2026-03-12` is never read as a month."""
    yield _ISO, _read_day
    yield _COMPACT, _read_day
    yield _NUMBERS, lambda match: _read_numbers(match, order)
    yield _DAY_MONTH, _read_day
    yield _MONTH_DAY, _read_day
    yield _NAMED_MONTH, _read_month
    yield _ISO_MONTH, _read_month
    if in_name:
        yield _COMPACT_MONTH, _read_month
    yield _ONE_YEAR, lambda match: _read_year(match, in_name=in_name)


def _to_year(digits: str) -> int:
    digits = digits.lstrip("'")
    return int(digits) + 2000 if len(digits) <= 2 else int(digits)


def _to_month(word: str) -> int:
    return int(word) if word.isdigit() else _MONTHS.index(word[:3].lower()) + 1


def _to_day(year: int, month: int, day: int) -> dt.date | None:
    if not 1970 <= year <= 2100:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _found(match: re.Match[str], day: dt.date | None, precision: DatePrecision) -> FoundDate | None:
    return FoundDate(day, precision, match.start(), match.end()) if day else None


def _read_day(match: re.Match[str]) -> FoundDate | None:
    day = _to_day(_to_year(match["year"]), _to_month(match["month"]), int(match["day"]))
    return _found(match, day, DatePrecision.DAY)


def _read_month(match: re.Match[str]) -> FoundDate | None:
    return _found(match, _to_day(int(match["year"]), _to_month(match["month"]), 1), DatePrecision.MONTH)


def _read_year(match: re.Match[str], *, in_name: bool) -> FoundDate | None:
    if in_name and any(hours.start() <= match.start() < hours.end() for hours in _hours(match.string)):
        return None
    return _found(match, _to_day(int(match["year"]), 1, 1), DatePrecision.YEAR)


def _hours(name: str) -> list[re.Match[str]]:
    """Return the spans such as `1930-2000` that are hours, for at least one end is no year of ours."""
    spans = _HOURS.finditer(name)
    return [span for span in spans if not all(1970 <= int(end) <= 2100 for end in re.findall(r"\d{4}", span.group()))]


def _read_numbers(match: re.Match[str], order: DayOrder) -> FoundDate | None:
    first, second, year = int(match["a"]), int(match["b"]), _to_year(match["year"])
    month_first, day_first = _to_day(year, first, second), _to_day(year, second, first)
    if month_first and day_first and month_first != day_first:
        if order is DayOrder.UNKNOWN:
            return _found(match, dt.date(year, 1, 1), DatePrecision.YEAR)
        return _found(match, month_first if order is DayOrder.MONTH_FIRST else day_first, DatePrecision.DAY)
    return _found(match, month_first or day_first, DatePrecision.DAY)


def _find_yearless(rest: str, year: int | None, order: DayOrder) -> FoundDate | None:
    if year is None:
        return None
    match = _MONTH_DAY_ALONE.match(rest) or _DAY_MONTH_ALONE.match(rest)
    if match is not None:
        return _found(match, _to_day(year, _to_month(match["month"]), int(match["day"])), DatePrecision.DAY)
    numbers = _NUMBERS_ALONE.match(rest)
    if numbers is None:
        return None
    first, second = int(numbers["a"]), int(numbers["b"])
    month_first, day_first = _to_day(year, first, second), _to_day(year, second, first)
    if order is DayOrder.UNKNOWN and month_first and day_first and month_first != day_first:
        return None
    best = day_first if order is DayOrder.DAY_FIRST else month_first
    return _found(numbers, best or month_first or day_first, DatePrecision.DAY)
