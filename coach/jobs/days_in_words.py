"""Days as people speak of them: `yesterday`, `last week`, `in May`. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

_MONTHS = (
    "January February March April May June July August September October November December".split()
)  # not the machine's language: the screens speak English


def say_when(moment: dt.datetime, now: dt.datetime) -> str:
    """Return when something was, seen from now, as it stands in a sentence."""
    day, today = moment.astimezone(now.tzinfo).date(), now.date()
    ago = (today - day).days
    if ago <= 1:
        return "yesterday" if ago == 1 else "today"
    weeks = (_monday(today) - _monday(day)).days // 7
    if weeks <= 1:
        return "last week" if weeks else "earlier this week"
    if (day.year, day.month) == (today.year, today.month):
        return "earlier this month"
    year = "" if day.year == today.year else f" {day.year}"
    return f"in {_MONTHS[day.month - 1]}{year}"


def say_day(day: dt.date | None) -> str:
    """Return a day as people write it, `12 March 2026`; `undated` for none."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else "undated"


def join_words(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: `in March, in May and last week`."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())
