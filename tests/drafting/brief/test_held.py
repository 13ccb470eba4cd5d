"""The day on which a post was written is not the day on which people met."""

from __future__ import annotations

import datetime as dt

import pytest

from coach.drafting.brief.listening import find_sessions

from .listened import find_said, hear, write_note

SAID = "We agreed to keep the shed open on Mondays."


def _post(opening: str, name: str = "posts/weavers-debriefing.md") -> tuple[list[dt.date], str]:
    note = write_note(name, f"---\ntitle: Weavers debriefing, round 4\ndate: 2026-03-12\n---\n\n{opening}\n\n{SAID}\n")
    found = find_said(hear(note), SAID)
    assert found is not None
    return [session.day for session in find_sessions([note])], found.evidence.session


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("On March 10th we met in the shed.", dt.date(2026, 3, 10)),
        ("We met on Tuesday, 3 March, in the shed.", dt.date(2026, 3, 3)),
        ("We met this past Tuesday (March 10) in the shed.", dt.date(2026, 3, 10)),
        ("We met on 9-10 March in the shed.", dt.date(2026, 3, 10)),
    ],
)
def test_the_day_that_the_opening_tells_is_the_day_of_the_session(opening: str, day: dt.date) -> None:
    days, session = _post(opening)
    assert days == [day]
    assert not session


def test_the_day_in_the_name_is_the_day_of_the_session() -> None:
    assert _post("We met in the shed.", "posts/weavers-debriefing-2026-02-24.md")[0] == [dt.date(2026, 2, 24)]


def test_where_nobody_says_on_which_day_of_last_week_it_was_there_is_no_session_of_that_day() -> None:
    assert _post("Last week we met in the shed.") == ([], "")


@pytest.mark.parametrize(
    "opening",
    [
        "We met in the shed.",
        "On June 5 we will dye outside.",
        "On May 2 last year it rained in.",
        "On February 31 it was the shed's birthday, as Wei likes to joke.",
    ],
)
def test_otherwise_the_day_of_the_note_is_the_day_of_the_session(opening: str) -> None:
    assert _post(opening) == ([dt.date(2026, 3, 12)], "12 March 2026")
