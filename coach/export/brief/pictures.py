"""What can be looked at instead of read: each picture is a table first, so that everybody can have it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from coach.models import BriefPictures, CycleFilled, MonthFilled

from .words import CYCLE_NAMES, to_line

_MONTHS_SHOWN = 13
_ROWS_SHOWN = 8
_CYCLES_TOLD = 2
"""With less than that the picture would be of what was not found."""
_FEWEST_NOTES = 6
"""Fewer notes, with no day on which people met, are told in a line and need no picture."""


@dataclass(frozen=True)
class Picture:
    """One picture as a table, with how full each of its cells is drawn."""

    kind: Literal["bars", "cells", "cycles"]
    """Bars over time, cells over time, or the cycles of value filled and empty."""
    title: str
    """What it shows."""
    says: str
    """The same in words, for whoever does not see it."""
    head: tuple[str, ...]
    """What stands over each column."""
    rows: tuple[tuple[str, ...], ...]
    """The table; what a row is about stands first."""
    shares: tuple[tuple[float, ...], ...]
    """How full each cell after the first is drawn, 0 to 1; 0 is drawn empty."""


def pictures_of(pictures: BriefPictures) -> tuple[Picture, ...]:
    """Return the pictures that say something: what never changed or is empty throughout is no picture."""
    found = (_sessions(pictures.months), _outcomes(pictures), _themes(pictures), _cycles(pictures.cycles))
    return tuple(picture for picture in found if picture)


def to_table(picture: Picture) -> list[dict[str, str]]:
    """Return a picture as plain rows, each a mapping from heading to cell."""
    return [dict(zip(picture.head, row, strict=True)) for row in picture.rows]


def _sessions(months: Sequence[MonthFilled]) -> Picture | None:
    if sum(bool(month.sessions or month.notes) for month in months) < 2:
        return None
    spans = _spans(months)
    met = [sum(month.sessions for month in span) for span in spans.values()]
    notes = [sum(month.notes for month in span) for span in spans.values()]
    if not any(met):
        return _notes_alone(list(spans), notes)
    most = max(*met, *notes)
    return Picture(
        "bars",
        "When people met, and when notes were written",
        _say_sessions(list(spans), met, notes),
        ("When", "Days on which people met", "Notes"),
        tuple((name, str(a), str(b)) for name, a, b in zip(spans, met, notes, strict=True)),
        tuple((a / most, b / most) for a, b in zip(met, notes, strict=True)),
    )


def _notes_alone(names: Sequence[str], notes: Sequence[int]) -> Picture | None:
    """Return when notes were written: a column of noughts would say that nobody met, and nobody knows that."""
    if sum(notes) < _FEWEST_NOTES:
        return None
    return Picture(
        "bars",
        "When notes were written",
        _say_sessions(names, [0] * len(names), notes),
        ("When", "Notes"),
        tuple((name, str(count)) for name, count in zip(names, notes, strict=True)),
        tuple((count / max(notes),) for count in notes),
    )


def _say_sessions(names: Sequence[str], met: Sequence[int], notes: Sequence[int]) -> str:
    empty = [name for name, a, b in zip(names, met, notes, strict=True) if not a and not b]
    days, written = _count(sum(met), "day"), _count(sum(notes), "note")
    says = f"From {names[0]} to {names[-1]} there are {written}"
    # No dated minutes does not mean that nobody met.
    says += f", and meetings on {days}." if max(met) else "; which days people met on cannot be told from them."
    if max(met) > 1 and met.count(max(met)) == 1:
        says += f" Most meetings were in {names[met.index(max(met))]} ({max(met)})."
    return says + (f" There is no note from {_join(empty)}." if empty else "")


def _outcomes(pictures: BriefPictures) -> Picture | None:
    rows = [
        (text, {month.month: month.outcomes.get(key, 0) for month in pictures.months})
        for key, text in pictures.outcomes.items()
    ]
    return _over_time("When notes spoke to what we want to be able to do", "What we want", rows, pictures.months)


def _themes(pictures: BriefPictures) -> Picture | None:
    rows = [(theme.name, theme.months) for theme in pictures.themes]
    return _over_time("What notes speak of, over time", "Theme", rows, pictures.months)


def _over_time(
    title: str, what: str, rows: Sequence[tuple[str, Mapping[str, int]]], months: Sequence[MonthFilled]
) -> Picture | None:
    spans = _spans(months)
    counts = {
        to_line(name): [sum(row.get(month.month, 0) for month in span) for span in spans.values()]
        for name, row in rows[:_ROWS_SHOWN]
    }
    filled = [sum(map(bool, row)) for row in counts.values()]
    if not filled or max(filled) < 2:
        return None
    most = max(max(row) for row in counts.values())
    return Picture(
        "cells",
        title,
        " ".join(_say_row(name, row, list(spans)) for name, row in counts.items()),
        (what, *spans),
        tuple((name, *(str(number or "–") for number in row)) for name, row in counts.items()),
        tuple(tuple(_tone(number / most) for number in row) for row in counts.values()),
    )


def _tone(share: float) -> float:
    """Return one of three tones, on each of which words can be read; 0 for nothing."""
    return next(tone for limit, tone in ((0, 0.0), (1 / 3, 0.12), (2 / 3, 0.35), (1, 1.0)) if share <= limit)


def _say_row(name: str, row: Sequence[int], spans: Sequence[str]) -> str:
    heard = [f"{span} ({number})" for span, number in zip(spans, row, strict=True) if number]
    return f"{name[:1].upper()}{name[1:].rstrip('.')}: {_join(heard) if heard else 'in no note'}."


def _cycles(cycles: Sequence[CycleFilled]) -> Picture | None:
    if sum(bool(cycle.notes or cycle.stories) for cycle in cycles) < _CYCLES_TOLD:
        return None
    rows = tuple((CYCLE_NAMES[item.cycle], to_line(item.asks), _say_cycle(item)) for item in cycles)
    return Picture(
        "cycles",
        "Where value shows, and where nothing was found of it",
        " ".join(f"{name}: {says}." for name, _, says in rows),
        ("What we look for", "The question", "What the notes tell"),
        rows,
        tuple((float(bool(item.notes or item.stories)),) * 2 for item in cycles),
    )


def _say_cycle(item: CycleFilled) -> str:
    told = [_count(item.notes, "note")] if item.notes else []
    told += [_count(item.stories, "confirmed stor", "ies", "y")] if item.stories else []
    return f"told in {_join(told)}" if told else "nothing found in these notes"


def _spans(months: Sequence[MonthFilled]) -> dict[str, list[MonthFilled]]:
    """Return the months, or quarters or years where there are too many months to look at."""
    if len(months) <= _MONTHS_SHOWN:
        return {to_line(month.label): [month] for month in months}
    name = _quarter if len(months) <= 3 * _MONTHS_SHOWN else _year
    spans: dict[str, list[MonthFilled]] = {}
    for month in months:
        spans.setdefault(name(dt.datetime.strptime(month.month, "%Y-%m")), []).append(month)
    return spans


def _quarter(day: dt.datetime) -> str:
    first = (day.month - 1) // 3 * 3 + 1
    return f"{day.replace(month=first):%b}–{day.replace(month=first + 2, day=1):%b} {day.year}"


def _year(day: dt.datetime) -> str:
    return str(day.year)


def _count(number: int, one: str, many: str = "s", single: str = "") -> str:
    return f"{number} {one}{single if number == 1 else many}"


def _join(texts: Iterable[str]) -> str:
    *first, last = texts
    return f"{', '.join(first)} and {last}" if first else last
