"""Days as people speak of them."""

from __future__ import annotations

import datetime as dt

import pytest

from coach.jobs.days_in_words import join_words, say_when

NOW = dt.datetime(2026, 11, 25, 9, 0, tzinfo=dt.UTC)
"""A Wednesday."""


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-11-26", "today"),
        ("2026-11-25", "today"),
        ("2026-11-24", "yesterday"),
        ("2026-11-23", "earlier this week"),
        ("2026-11-22", "last week"),
        ("2026-11-16", "last week"),
        ("2026-11-15", "earlier this month"),
        ("2026-11-01", "earlier this month"),
        ("2026-10-31", "in October"),
        ("2026-01-01", "in January"),
        ("2025-12-31", "in December 2025"),
    ],
)
def test_a_day_is_named_as_one_would_say_it_now(day: str, words: str) -> None:
    assert say_when(dt.datetime.fromisoformat(f"{day}T08:00:00+00:00"), NOW) == words


def test_last_week_may_be_last_month_or_last_year() -> None:
    first = dt.datetime(2027, 1, 4, 9, 0, tzinfo=dt.UTC)
    assert say_when(first - dt.timedelta(days=7), first) == "last week"


def test_words_are_listed_as_in_a_sentence() -> None:
    assert join_words(["in May"]) == "in May"
    assert join_words(["in May", "today"]) == "in May and today"
    assert join_words(["in March", "in May", "last week"]) == "in March, in May and last week"
