"""What a brief may be asked for."""

from __future__ import annotations

import datetime as dt

import pytest

from coach.errors import BadRequest
from coach.jobs.brief_request import fill_period, tidy_answer_request, tidy_brief_request
from coach.models import AnswerRequest, BriefRequest

TODAY = dt.date(2026, 11, 26)


def test_a_year_until_today_where_no_dates_are_given() -> None:
    tidy = tidy_brief_request(BriefRequest(reader="  Director   of Digital "), TODAY)
    assert (tidy.start, tidy.end) == (dt.date(2025, 11, 27), TODAY)
    assert tidy.reader == "Director of Digital"


@pytest.mark.parametrize(
    ("start", "end", "filled"),
    [
        (None, dt.date(2024, 2, 29), (dt.date(2023, 3, 1), dt.date(2024, 2, 29))),
        (dt.date(2016, 1, 1), None, (dt.date(2016, 1, 1), TODAY)),
        (dt.date(2027, 1, 1), None, (dt.date(2027, 1, 1), dt.date(2027, 1, 1))),
        (dt.date(2026, 3, 1), dt.date(2026, 3, 1), (dt.date(2026, 3, 1), dt.date(2026, 3, 1))),
        (None, dt.date(1, 5, 5), (dt.date.min, dt.date(1, 5, 5))),
    ],
)
def test_dates_are_filled_in_so_that_they_make_sense(
    start: dt.date | None, end: dt.date | None, filled: tuple[dt.date, dt.date]
) -> None:
    assert fill_period(start, end, TODAY) == filled


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"reader": " "}, "Nobody is named"),
        ({"reader": "Ann", "start": dt.date(2026, 5, 2), "end": dt.date(2026, 5, 1)}, "begin on 2026-05-02"),
        ({"reader": "Ann", "asks": ("a", "b", "c", "d", "e")}, "5 things to ask for"),
        ({"reader": "A" * 121}, "Who it is for"),
        ({"reader": "Ann", "question": "why " * 200}, "The question"),
    ],
)
def test_what_makes_no_sense_is_said_with_a_way_on(fields: dict[str, object], says: str) -> None:
    with pytest.raises(BadRequest, match=says) as raised:
        tidy_brief_request(BriefRequest.model_validate(fields), TODAY)
    assert raised.value.next_step


def test_empty_asks_are_no_asks() -> None:
    tidy = tidy_brief_request(BriefRequest(reader="Ann", asks=(" ", "Keep\nthe room. ")), TODAY)
    assert tidy.asks == ("Keep the room.",)


@pytest.mark.parametrize("question", ["", " \n ", "?" * 501])
def test_a_question_has_to_be_one(question: str) -> None:
    with pytest.raises(BadRequest):
        tidy_answer_request(AnswerRequest(question=question))
