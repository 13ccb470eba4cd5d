"""What an ask comes to in hours: told where it can be told, and nowhere else."""

from __future__ import annotations

import pytest

from coach.drafting.brief.composing.hours import hours_in_all, with_hours


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Recognise two hours a month of work time for 12 instructors, for one year.", 288),
        ("Give us one hour a week for 6 hosts for 13 weeks.", 78),
        ("Half an hour per week for four people over a year.", 104),
        ("Allow 3 hours a quarter for ten senior librarians, for the next two years.", 240),
    ],
)
def test_hours_are_told_where_all_is_said(text: str, hours: int) -> None:
    assert hours_in_all(text) == hours
    assert with_hours(text) == f"{text} That is {hours:,} hours in all."


@pytest.mark.parametrize(
    "text",
    [
        "Keep the second Thursday of each month free until July 2027.",
        "Two hours a month for everybody who hosts, for one year.",
        "Two hours a month for 12 instructors.",
        "Two hours a month for 12 instructors for one year, or one hour a month for six hosts for six months.",
        "One hour a week for three people for one month.",
        "Two hours a month for three sessions, for one year.",
        "Two hours a month for four teams, for one year.",
        "One to two hours a month for 12 instructors, for one year.",
        "2-3 hours a month for 12 instructors, for one year.",
        "1,5 hours a month for 12 instructors, for one year.",
        "About two hours a month for 12 instructors, for one year.",
        "Two hours a month for 10 to 12 instructors, for one year.",
        "",
    ],
)
def test_nothing_is_told_where_it_would_be_a_guess(text: str) -> None:
    assert hours_in_all(text) is None
    assert with_hours(text) == text
