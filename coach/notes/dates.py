"""When a note is from: dates in front matter, headings, file names and folder names.

Rules that are not obvious:

- A date must exist and lie in 1970 to 2100, or it is not a date.
- `03-04-2024` can be 3 April or 4 March. Other dates decide where they can (`10-13-2023` proves that the month comes
  first): the nearest folder around the note that proves one order, for names; the note's own headings, for headings.
  Where nothing decides, only the year is taken.
- The first place that gives a date wins: front matter, heading or first lines, file name, folder. A later place may
  make it finer (2026, then 2026-03-12), never change it. One exception: when file name and folder name give the same
  day, a heading that gives another is taken for a slip.
- A file with three or more meetings in it is an archive: its headings date its chunks; its name dates the file.
- A year alone is often what a note is about, not when it was written: in a heading it counts last, and in a file name
  less than a month or a day in a folder name.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from coach.models import DateFrom, DatePrecision, NoteDate

from .date_words import DayOrder, FoundDate, find_dates, find_day_in_month, find_heading_date, prove_order

__all__ = ["DateClues", "DayOrder", "find_date", "find_day_orders", "find_heading_date", "is_archive"]

_FRONT_MATTER_KEYS = ("date", "day", "published", "publishdate", "created")
_ARCHIVE_FROM = 3
_RANK = {DatePrecision.YEAR: 1, DatePrecision.MONTH: 2, DatePrecision.DAY: 3}


@dataclass(frozen=True)
class DateClues:
    """Everything that may say when a note is from."""

    path: str
    """The note's POSIX path inside its source."""
    front_matter: Mapping[str, object] = field(default_factory=dict)
    """The front matter's values, by key."""
    first_lines: Sequence[str] = ()
    """The first headings, and the first lines that are little more than a date."""
    meetings: Sequence[dt.date] = ()
    """The days that meeting headings give."""
    order: DayOrder = DayOrder.UNKNOWN
    """Which of day and month comes first in the names around the note."""


def find_date(clues: DateClues) -> NoteDate:
    """Return the note's date, how exact it is and where it was read; an empty one when nothing says."""
    name, folder = _from_name(clues), _from_folder(clues)
    heading = _from_heading(clues, name or folder)
    if heading and name and folder and name.day == folder.day != heading.day and _is_day(name) and _is_day(folder):
        heading = None
    if is_archive(clues.meetings):
        heading = None
    if name and folder and _RANK[_precision(name)] == 1 < _RANK[_precision(folder)]:
        name = None
    found = [date for date in (_from_front_matter(clues), heading, name, folder) if date is not None]
    return _finest(found or _last_resorts(clues))


def is_archive(meetings: Iterable[dt.date]) -> bool:
    """Say whether a note holds so many meetings that no single one of them dates it."""
    return len(set(meetings)) >= _ARCHIVE_FROM


def find_day_orders(paths: Sequence[str]) -> dict[str, DayOrder]:
    """Return for each path which of day and month comes first in the names around it.

    The nearest folder that holds proof decides. A folder that proves both orders decides nothing.
    """
    proofs: dict[PurePosixPath, set[DayOrder]] = {}
    for path in paths:
        order = prove_order(path)
        if order is not DayOrder.UNKNOWN:
            for folder in PurePosixPath(path).parents:
                proofs.setdefault(folder, set()).add(order)
    return {path: _nearest(PurePosixPath(path), proofs) for path in paths}


def _nearest(path: PurePosixPath, proofs: Mapping[PurePosixPath, set[DayOrder]]) -> DayOrder:
    proof = next((proofs[folder] for folder in path.parents if folder in proofs), set())
    return next(iter(proof)) if len(proof) == 1 else DayOrder.UNKNOWN


def _finest(found: Sequence[NoteDate]) -> NoteDate:
    best = NoteDate()
    for date in found:
        if best.day is None or _refines(date, best):
            best = date
    return best


def _refines(date: NoteDate, coarse: NoteDate) -> bool:
    return _RANK[_precision(date)] > _RANK[_precision(coarse)] and (date.iso or "").startswith(coarse.iso or "-")


def _precision(date: NoteDate) -> DatePrecision:
    return date.precision or DatePrecision.YEAR


def _is_day(date: NoteDate) -> bool:
    return date.precision is DatePrecision.DAY


def _to_note_date(found: FoundDate, source: DateFrom) -> NoteDate:
    return NoteDate(day=found.day, precision=found.precision, source=source)


def _best(found: Sequence[FoundDate]) -> FoundDate | None:
    """Return the most exact one; the first of equals."""
    return max(found, key=lambda date: (_RANK[date.precision], -date.start), default=None)


def _from_front_matter(clues: DateClues) -> NoteDate | None:
    values = {key.lower(): value for key, value in clues.front_matter.items()}
    for key in _FRONT_MATTER_KEYS:
        best = _best(find_dates(str(values.get(key, ""))[:200], clues.order))
        if best is not None:
            return _to_note_date(best, DateFrom.FRONT_MATTER)
    return None


def _from_heading(clues: DateClues, around: NoteDate | None) -> NoteDate | None:
    year = around.day.year if around is not None and around.day is not None else None
    month = around.day if around is not None and around.precision is DatePrecision.MONTH else None
    for line in clues.first_lines:
        date = find_heading_date(line, year, clues.order)
        if date is None and month is not None:
            date = find_day_in_month(line, month)
        if date is None or not _is_day(date):
            continue
        # A heading without a year borrows it from the path; then the path's month must agree.
        borrowed = find_heading_date(line, None, clues.order) is None
        if borrowed and around is not None and not (date.iso or "").startswith(around.iso or ""):
            continue
        return date
    return None


def _from_name(clues: DateClues) -> NoteDate | None:
    name = PurePosixPath(clues.path).name
    found = find_dates(name, clues.order, in_name=True)
    best = _best(found)
    if best is None:
        return None
    if best.precision is DatePrecision.DAY:
        return _to_note_date(best, DateFrom.FILE_NAME)
    return _to_note_date(_span([date for date in found if date.precision is best.precision]), DateFrom.FILE_NAME)


def _span(found: Sequence[FoundDate]) -> FoundDate:
    """Return what several months or years in one name have in common; the first when nothing."""
    first = found[0]
    months, years = {date.day for date in found}, {date.day.year for date in found}
    if first.precision is DatePrecision.MONTH and len(months) > 1 and len(years) == 1:
        return FoundDate(dt.date(first.day.year, 1, 1), DatePrecision.YEAR, first.start)
    return first


def _from_folder(clues: DateClues) -> NoteDate | None:
    folder = PurePosixPath(clues.path).parent.as_posix()
    found = find_dates(f"{folder}/", clues.order, in_name=True)
    # The innermost folder is nearest to the note.
    best = max(found, key=lambda date: (_RANK[date.precision], date.start), default=None)
    return None if best is None else _to_note_date(best, DateFrom.FOLDER)


def _last_resorts(clues: DateClues) -> Sequence[NoteDate]:
    """Return what counts only when nothing better is there: the newest meeting, then a coarse date in a heading."""
    if is_archive(clues.meetings):
        return [NoteDate(day=max(clues.meetings), precision=DatePrecision.DAY, source=DateFrom.HEADING)]
    best = _best([date for line in clues.first_lines for date in find_dates(line, clues.order)])
    return [] if best is None else [_to_note_date(best, DateFrom.HEADING)]
