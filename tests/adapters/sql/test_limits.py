"""What a person hears when a limit is reached, and that it is neither too early nor too late."""

from __future__ import annotations

import datetime as dt

import pytest

from coach.adapters.sql.limits import find_passed
from coach.models import Spent
from coach.ports import Limit, Reservation

DAY = dt.datetime(2026, 11, 25, tzinfo=dt.UTC)


def want(tokens: int = 0, usd: float | None = None) -> Reservation:
    return Reservation("job", "reading", "openai/gpt", tokens, usd)


@pytest.mark.parametrize(
    ("limit", "spent", "wanted", "message"),
    [
        (
            Limit("today", since=DAY, calls=400),
            Spent(calls=400),
            want(),
            "The limit for today is 400 calls to models; 400 are used.",
        ),
        (
            Limit("this suggestion", job_id="job", calls=1),
            Spent(calls=1),
            want(),
            "The limit for this suggestion is 1 call to a model; 1 is used.",
        ),
        (
            Limit("this community today", since=DAY, tokens=2_000_000),
            Spent(tokens_in=1_900_000, tokens_out=99_000),
            want(tokens=1001),
            "The limit for this community today is 2,000,000 tokens; 1,999,000 are used, "
            "and this question takes about 1,001.",
        ),
        (
            Limit("today", since=DAY, usd=10),
            Spent(cost_usd=9.98),
            want(usd=0.0325),
            "The limit for today is 10.00 US dollars; 9.98 are spent, and this question may cost about 0.0325.",
        ),
    ],
)
def test_it_says_which_limit_and_how_much_is_spent(limit: Limit, spent: Spent, wanted: Reservation, message: str):
    passed = find_passed(limit, spent, wanted)

    assert passed is not None
    assert passed.message == message


def test_it_says_what_to_do_now():
    of_day = find_passed(Limit("today", since=DAY, calls=1), Spent(calls=1), want())
    of_job = find_passed(Limit("this suggestion", job_id="job", calls=1), Spent(calls=1), want())

    assert of_day is not None
    assert of_job is not None
    assert of_day.next_step.startswith("It begins anew at midnight UTC; raise it in Settings")
    assert of_job.next_step.startswith("Raise it in Settings")
    assert "playbook draft" in of_job.next_step


@pytest.mark.parametrize(
    ("limit", "spent", "wanted"),
    [
        (Limit("today"), Spent(calls=10**9, tokens_in=10**12, cost_usd=10**6), want(10**9, 10**6)),
        (Limit("today", calls=3), Spent(calls=2), want()),
        (Limit("today", tokens=100), Spent(tokens_in=40, tokens_out=30), want(tokens=30)),
        (Limit("today", usd=0.3), Spent(cost_usd=0.1 + 0.1), want(usd=0.1)),
        (Limit("today", usd=0.3), Spent(cost_usd=5.0), want(usd=0.0)),
        (Limit("today", usd=0.3), Spent(cost_usd=5.0), want(usd=None)),
    ],
)
def test_what_just_fits_is_let_through(limit: Limit, spent: Spent, wanted: Reservation):
    assert find_passed(limit, spent, wanted) is None
