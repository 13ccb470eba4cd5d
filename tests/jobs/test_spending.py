from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from coach.adapters.sql import SqlStore
from coach.errors import BudgetSpent
from coach.jobs.spending import JobPurse, estimate, to_limits
from coach.models import Community, SentPreview, SpendingLimits, Spent
from coach.ports import LLMReply
from coach.testing import FixedClock

NONE = SpendingLimits(**dict.fromkeys(SpendingLimits.model_fields, None))
REPLY = LLMReply("Yes", "gpt-1", 60, 20, 0.05, 1.0, tokens_cached=10)
PAID = Spent(calls=1, tokens_in=60, tokens_out=20, tokens_cached=10, cost_usd=0.05)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def store(tmp_path: Path, clock: FixedClock) -> Iterator[SqlStore]:
    opened = SqlStore(f"sqlite:///{tmp_path / 'coach.db'}", clock=clock)
    for name in ("reading", "other"):
        opened.add_community(Community(id=name, name=name))
    yield opened
    opened.close()


def open_purse(
    store: SqlStore, clock: FixedClock, limits: SpendingLimits = NONE, job: str = "job", community: str = "reading"
) -> JobPurse:
    return JobPurse(store.records().ledger(), job, community, limits, clock)


def test_what_was_paid_is_told_and_stands_in_the_ledger(store: SqlStore, clock: FixedClock):
    purse = open_purse(store, clock)
    purse.pay(purse.take("openai/gpt", 200, 0.2), REPLY)
    purse.pay(purse.take("openai/gpt", 200, 0.2), None)
    purse.reuse()

    assert purse.spent == PAID + Spent(calls=1, reused=1)
    assert store.records().ledger().spent(job_id="job", community_id="reading") == PAID + Spent(calls=1)


def test_calls_without_a_price_are_counted_as_such(store: SqlStore, clock: FixedClock):
    purse = open_purse(store, clock)
    purse.pay(purse.take("ollama_chat/llama3", 200, None), LLMReply("Yes", "llama3", 5, 6, None, 1.0))

    assert purse.spent == Spent(calls=1, tokens_in=5, tokens_out=6, unpriced=1)
    assert store.records().ledger().spent() == purse.spent


def test_paying_twice_charges_once(store: SqlStore, clock: FixedClock):
    purse = open_purse(store, clock)
    reservation = purse.take("openai/gpt", 200, 0.2)

    purse.pay(reservation, REPLY)
    purse.pay(reservation, REPLY)
    purse.pay("nobody's", REPLY)

    assert purse.spent == store.records().ledger().spent() == PAID


@pytest.mark.parametrize(
    ("limit", "says"),
    [
        ({"calls_per_job": 2}, "this suggestion is 2 calls"),
        ({"tokens_per_job": 200}, "this suggestion is 200 tokens"),
        ({"usd_per_job": 0.2}, "this suggestion is 0.20 US dollars"),
        ({"calls_per_community_day": 2}, "this community today is 2 calls"),
        ({"tokens_per_community_day": 200}, "this community today is 200 tokens"),
        ({"usd_per_community_day": 0.2}, "this community today is 0.20 US dollars"),
        ({"calls_per_day": 2}, "today is 2 calls"),
        ({"tokens_per_day": 200}, "today is 200 tokens"),
        ({"usd_per_day": 0.2}, "today is 0.20 US dollars"),
    ],
)
def test_each_limit_holds(store: SqlStore, clock: FixedClock, limit: dict[str, float], says: str):
    purse = open_purse(store, clock, NONE.model_copy(update=limit))
    for _ in range(2):
        purse.take("openai/gpt", 100, 0.1)

    with pytest.raises(BudgetSpent, match=f"The limit for {says}"):
        purse.take("openai/gpt", 100, 0.1)

    assert store.records().ledger().spent().calls == 2


@pytest.mark.parametrize(
    ("limit", "job", "community", "passes"),
    [
        ("calls_per_job", "job", "reading", False),
        ("calls_per_job", "another", "reading", True),
        ("calls_per_community_day", "another", "reading", False),
        ("calls_per_community_day", "another", "other", True),
        ("calls_per_day", "another", "other", False),
    ],
)
def test_a_limit_counts_what_it_is_about(
    store: SqlStore, clock: FixedClock, limit: str, job: str, community: str, passes: bool
):
    open_purse(store, clock).take("openai/gpt", 100, 0.1)
    limits = NONE.model_copy(update={limit: 1})

    if passes:
        assert open_purse(store, clock, limits, job, community).take("openai/gpt", 100, 0.1)
    else:
        with pytest.raises(BudgetSpent):
            open_purse(store, clock, limits, job, community).take("openai/gpt", 100, 0.1)


def test_a_day_ends_at_midnight_utc_wherever_the_clock_stands(store: SqlStore):
    clock = FixedClock(dt.datetime(2026, 11, 25, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=-2))))  # 01:30 UTC
    limits = NONE.model_copy(update={"calls_per_day": 1})
    (limit,) = to_limits(limits, "job", "reading", clock)
    assert limit.since == dt.datetime(2026, 11, 26, tzinfo=dt.UTC)


def test_a_job_that_runs_past_midnight_draws_on_the_new_day(store: SqlStore, clock: FixedClock):
    purse = open_purse(store, clock, NONE.model_copy(update={"calls_per_day": 1}))
    purse.pay(purse.take("openai/gpt", 100, 0.1), REPLY)
    with pytest.raises(BudgetSpent):
        purse.take("openai/gpt", 100, 0.1)

    clock.move(dt.timedelta(days=1))

    assert purse.take("openai/gpt", 100, 0.1)


def test_no_limits_ask_for_none(clock: FixedClock):
    assert to_limits(NONE, "job", "reading", clock) == []
    assert [limit.says for limit in to_limits(SpendingLimits(), "job", "reading", clock)] == [
        "this suggestion",
        "this community today",
        "today",
    ]


def test_threads_share_a_purse_and_nothing_is_lost(store: SqlStore, clock: FixedClock):
    purse = open_purse(store, clock, NONE.model_copy(update={"calls_per_job": 30}))

    def ask(_number: int) -> bool:
        try:
            reservation = purse.take("openai/gpt", 100, 0.1)
        except BudgetSpent:
            return False
        purse.pay(reservation, LLMReply("Yes", "gpt", 3, 2, 0.125, 1.0))
        purse.reuse()
        return True

    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(ask, range(40))).count(True) == 30

    assert purse.spent == Spent(calls=30, tokens_in=90, tokens_out=60, cost_usd=3.75, reused=30)
    assert store.records().ledger().spent() == Spent(calls=30, tokens_in=90, tokens_out=60, cost_usd=3.75)


def test_a_bill_that_cannot_be_written_loses_no_answer(
    store: SqlStore, clock: FixedClock, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    purse = open_purse(store, clock)
    reservation = purse.take("openai/gpt", 100, 0.1)
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'coach.db'}", poolclass=sa.NullPool)
    with engine.begin() as connection:
        connection.execute(sa.text("ALTER TABLE model_call RENAME TO elsewhere"))
    engine.dispose()

    with caplog.at_level(logging.WARNING):
        purse.pay(reservation, REPLY)

    assert purse.spent == PAID
    assert "could not be written down" in caplog.text


def test_an_estimate_grows_with_how_often_it_is_asked():
    preview = SentPreview(
        model="m", host="h", prompt="plan v1", prompt_sha256="", system="", user="", tokens=900, cost_usd=0.25
    )

    assert estimate(preview, 4) == Spent(calls=4, tokens_in=3600, cost_usd=1.0)
    assert estimate(preview.model_copy(update={"cost_usd": None}), 2) == Spent(calls=2, tokens_in=1800, unpriced=2)
