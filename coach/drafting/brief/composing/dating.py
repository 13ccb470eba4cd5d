"""When something was said, and in what, as it stands in a sentence: `the session on 12 March`. Pure."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from coach.models import Evidence
from coach.ports import BriefInput, Session

from .meetings import session_of

_MONTHS = (
    "January February March April May June July August September October November December".split()
)  # not the machine's language: the page speaks English
_QUARTER = 3
_A_YEAR = 366


@dataclass(frozen=True)
class Dating:
    """What the days of a page's sources are called."""

    sessions: tuple[Session, ...]
    """The days on which people met."""
    busy: frozenset[tuple[int, int]]
    """The months in which people met more than once: their sessions are told apart by the day."""
    start: dt.date | None
    """From when on the page tells."""
    end: dt.date | None
    """Until when."""

    def source(self, evidence: Evidence, turn: int = 0) -> str:
        """Return what it is from: `the May session`, `the session on 12 March`, `a note from May`.

        Another turn has another way to say it, where there is one.
        """
        session = session_of(evidence, self.sessions)
        if session is not None:
            day = session.day
            by_month = f"the {_MONTHS[day.month - 1]} session" if self._is_plain(day) else ""
            by_day = f"the session on {self._day(day)}"
            return by_month if by_month and turn % 2 == 0 else by_day
        parts = _read(evidence.date)
        if not parts:
            return "a note without a date"
        return f"a note {'of' if len(parts) > 2 else 'from'} {self._say(parts)}"

    def when(self, evidence: Evidence, turn: int = 0) -> str:
        """Return when it was said: `on 12 March`, `in May`; empty where nobody knows."""
        session = session_of(evidence, self.sessions)
        parts = _read(session.day.isoformat() if session else evidence.date)
        if not parts:
            return ""
        if turn % 2 == 0:
            parts = parts[:2]
        return f"{'on' if len(parts) > 2 else 'in'} {self._say(parts)}"

    def _is_plain(self, day: dt.date) -> bool:
        return not self._year(day.year, day.month) and (day.year, day.month) not in self.busy

    def _say(self, parts: tuple[int, ...]) -> str:
        if len(parts) == 1:
            return str(parts[0])
        if len(parts) == 2:
            return _MONTHS[parts[1] - 1] + self._year(*parts)
        return self._day(dt.date(*parts))

    def _day(self, day: dt.date) -> str:
        return f"{day.day} {_MONTHS[day.month - 1]}{self._year(day.year, day.month)}"

    def _year(self, year: int, month: int) -> str:
        """Return the year, or nothing where the month says enough: each month of the page's period is there once."""
        if self.start is None or self.end is None or self.end.toordinal() - self.start.toordinal() > _A_YEAR:
            return f" {year}"
        months = (self.start.year, self.start.month), (self.end.year, self.end.month)
        twice = months[0][1] == months[1][1] and months[0] != months[1] and month == months[0][1]
        return f" {year}" if twice or not months[0] <= (year, month) <= months[1] else ""


def _read(date: str | None) -> tuple[int, ...]:
    return tuple(int(part) for part in (date or "")[:10].split("-") if part.isdigit())


def to_dating(sessions: Sequence[Session], start: dt.date | None, end: dt.date | None) -> Dating:
    """Return how the days of these sessions are spoken of on a page on this period."""
    months = Counter((session.day.year, session.day.month) for session in sessions)
    busy = frozenset(month for month, count in months.items() if count > 1)
    return Dating(tuple(sessions), busy, start, end)


def say_month_after(given: BriefInput) -> str:
    """Return the month a quarter after the end of the period: `September 2026`; `next quarter` where it has no end."""
    end = given.request.end
    if end is None:
        return "next quarter"
    later = end.month - 1 + _QUARTER
    return f"{_MONTHS[later % 12]} {end.year + later // 12}"


def say_period(given: BriefInput) -> str:
    """Return the period of a page: `January to June 2026`."""
    start, end = given.request.start, given.request.end
    if start is None or end is None:
        return f"until {_MONTHS[end.month - 1]} {end.year}" if end else "all of the notes"
    first, last = _MONTHS[start.month - 1], f"{_MONTHS[end.month - 1]} {end.year}"
    if start.year != end.year:
        return f"{first} {start.year} to {last}"
    return last if start.month == end.month else f"{first} to {last}"
