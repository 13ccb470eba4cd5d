"""What a brief may be asked for: dates filled in, words tidied, and what to say when it makes no sense. Pure."""

from __future__ import annotations

import datetime as dt

from coach.errors import BadRequest
from coach.models import AnswerRequest, BriefRequest

from .kept_text import tidy_line

LONGEST_READER = 120
LONGEST_QUESTION = 500
LONGEST_ASK = 300
_OURSELVES = "our members"
MOST_ASKS = 4
"""More asks than that are a list, and nobody says yes to a list."""


def tidy_brief_request(request: BriefRequest, today: dt.date) -> BriefRequest:
    """Return the request with its dates filled in and its words on one line each.

    Args:
        request: As it was asked.
        today: Until when, where it does not say.

    Raises:
        BadRequest: Nobody is to read it, the dates are the wrong way round, or something is too long.
    """
    start, end = fill_period(request.start, request.end, today)
    asks = tuple(
        ask for ask in (tidy_line(one, "What you ask for", LONGEST_ASK) for one in request.asks if one.strip()) if ask
    )
    if len(asks) > MOST_ASKS:
        raise BadRequest(
            f"That is {len(asks)} things to ask for; a reader can say yes to {MOST_ASKS} at most.",
            "Keep those that matter most.",
        )
    reader = request.reader.strip() or (_OURSELVES if request.voice == "community" else "")
    if not reader:
        raise BadRequest("Nobody is named to read it.", "Say who it is for: a role is enough, `Director of Digital`.")
    return request.model_copy(
        update={
            "reader": tidy_line(reader, "Who it is for", LONGEST_READER),
            "question": tidy_line(request.question, "The question", LONGEST_QUESTION) if request.question else "",
            "asks": asks,
            "start": start,
            "end": end,
        }
    )


def tidy_answer_request(request: AnswerRequest) -> AnswerRequest:
    """Return a question to the notes on one line.

    Raises:
        BadRequest: It is empty or too long, or its dates are the wrong way round.
    """
    if not request.question.strip():
        raise BadRequest("The question is empty.", "Ask in a sentence, the way you would ask a colleague.")
    _check_order(request.start, request.end)
    return request.model_copy(update={"question": tidy_line(request.question, "The question", LONGEST_QUESTION)})


def fill_period(start: dt.date | None, end: dt.date | None, today: dt.date) -> tuple[dt.date, dt.date]:
    """Return from when to when: until today, and for a year, where nothing is said.

    Raises:
        BadRequest: The dates are the wrong way round.
    """
    last = end or (max(today, start) if start else today)
    first = start or _a_year_before(last)
    _check_order(first, last)
    return first, last


def _check_order(start: dt.date | None, end: dt.date | None) -> None:
    if start and end and start > end:
        raise BadRequest(
            f"It would begin on {start.isoformat()} and end before that, on {end.isoformat()}.", "Swap the two dates."
        )


def _a_year_before(day: dt.date) -> dt.date:
    try:
        return day.replace(year=day.year - 1) + dt.timedelta(days=1)
    except ValueError:  # the 29th of February, or the year 1
        return day - dt.timedelta(days=365) if day.year > 1 else dt.date.min
