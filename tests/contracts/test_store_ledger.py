from __future__ import annotations

import datetime as dt

import pytest

from coach.adapters.sql import SqlStore
from coach.errors import BudgetSpent, UnknownCommunity
from coach.models import Spent
from coach.ports import Ledger, Limit, LLMReply, Reservation
from coach.testing import FixedClock
from tests.contracts.making import open_notes

TODAY = FixedClock().now().replace(hour=0)


def want(job: str = "job", community: str = "reading", tokens: int = 100, usd: float | None = 0.1) -> Reservation:
    return Reservation(job, community, "openai/gpt", tokens, usd)


def reply(tokens_in: int = 60, tokens_out: int = 20, usd: float | None = 0.05) -> LLMReply:
    return LLMReply("Yes", "gpt-1", tokens_in, tokens_out, usd, 1.0, tokens_cached=10)


@pytest.fixture
def ledger(store: SqlStore) -> Ledger:
    """The ledger of a store with two communities, `reading` and `other`."""
    open_notes(store, "reading")
    open_notes(store, "other")
    return store.records().ledger()


def test_what_is_set_aside_counts_until_what_it_took_is_known(ledger: Ledger):
    row = ledger.reserve(want(), [])
    assert ledger.spent() == Spent(calls=1, tokens_in=100, cost_usd=0.1)

    ledger.settle(row, reply())

    assert ledger.spent() == Spent(calls=1, tokens_in=60, tokens_out=20, tokens_cached=10, cost_usd=0.05)


def test_settling_twice_charges_once(ledger: Ledger):
    row, failed = ledger.reserve(want(), []), ledger.reserve(want(), [])
    ledger.settle(row, reply())
    ledger.settle(failed, None)
    after = ledger.spent()

    for late, said in ((row, reply(tokens_in=9000, usd=9.0)), (row, None), (failed, reply()), ("nothing", reply())):
        ledger.settle(late, said)
        assert ledger.spent() == after

    assert after == Spent(calls=2, tokens_in=60, tokens_out=20, tokens_cached=10, cost_usd=0.05)


def test_a_question_without_an_answer_stays_a_call_and_costs_nothing(ledger: Ledger):
    ledger.settle(ledger.reserve(want(), []), None)

    assert ledger.spent() == Spent(calls=1)


def test_calls_without_a_price_count_with_their_tokens(ledger: Ledger):
    row = ledger.reserve(want(usd=None), [])
    assert ledger.spent() == Spent(calls=1, tokens_in=100, unpriced=1)

    ledger.settle(row, reply(usd=None))
    ledger.settle(ledger.reserve(want(usd=None), []), None)

    assert ledger.spent() == Spent(calls=2, tokens_in=60, tokens_out=20, tokens_cached=10, unpriced=1)


def test_spending_is_told_by_job_by_community_and_since_a_moment(ledger: Ledger, clock: FixedClock):
    ledger.reserve(want("one", tokens=1), [])
    ledger.settle(ledger.reserve(want("two", "other"), []), reply(usd=None))
    clock.move(dt.timedelta(minutes=30))
    ledger.settle(ledger.reserve(want("two"), []), reply())

    assert ledger.spent(job_id="two").calls == 2
    assert ledger.spent(job_id="two", community_id="other").unpriced == 1
    assert ledger.spent(community_id="reading").calls == 2
    assert ledger.spent(since=clock.now()).calls == 1
    assert ledger.spent(job_id="three") == Spent()


LIMITS = {
    "calls of this suggestion": Limit("this suggestion", job_id="job", calls=2),
    "tokens of this suggestion": Limit("this suggestion", job_id="job", tokens=200),
    "money of this suggestion": Limit("this suggestion", job_id="job", usd=0.2),
    "calls of this community": Limit("this community today", community_id="reading", since=TODAY, calls=2),
    "tokens of this community": Limit("this community today", community_id="reading", since=TODAY, tokens=200),
    "money of this community": Limit("this community today", community_id="reading", since=TODAY, usd=0.2),
    "calls of the day": Limit("today", since=TODAY, calls=2),
    "tokens of the day": Limit("today", since=TODAY, tokens=200),
    "money of the day": Limit("today", since=TODAY, usd=0.2),
}


@pytest.mark.parametrize("limit", LIMITS.values(), ids=LIMITS)
def test_a_limit_lets_through_what_fits_and_nothing_more(ledger: Ledger, limit: Limit):
    rows = [ledger.reserve(want(), [limit]) for _ in range(2)]

    with pytest.raises(BudgetSpent, match=f"limit for {limit.says} is"):
        ledger.reserve(want(), [limit])

    assert ledger.spent() == Spent(calls=2, tokens_in=200, cost_usd=0.2)
    for row in rows:
        ledger.settle(row, reply())
    if limit.calls is None:  # it took less than was set aside, so one more fits
        ledger.reserve(want(tokens=40), [limit])


@pytest.mark.parametrize("limit", LIMITS.values(), ids=LIMITS)
def test_only_what_a_limit_is_about_counts_towards_it(ledger: Ledger, clock: FixedClock, limit: Limit):
    clock.move(dt.timedelta(days=-1))
    for _ in range(3):
        ledger.settle(ledger.reserve(want("yesterday"), []), reply())
    clock.move(dt.timedelta(days=1))
    if limit.job_id or limit.community_id:
        for _ in range(3):
            ledger.reserve(want("elsewhere", "other"), [])

    assert [bool(ledger.reserve(want(), [limit])) for _ in range(2)] == [True, True]


def test_no_limit_of_money_holds_back_what_has_no_price_or_costs_nothing(ledger: Ledger):
    spent = Limit("today", since=TODAY, usd=0.1)
    ledger.settle(ledger.reserve(want(), [spent]), reply(usd=0.3))

    ledger.reserve(want(usd=None), [spent])
    ledger.reserve(want(usd=0.0), [spent])
    with pytest.raises(BudgetSpent):
        ledger.reserve(want(usd=0.0001), [spent])


def test_every_limit_is_looked_at_and_a_refusal_sets_nothing_aside(ledger: Ledger):
    wide, narrow = Limit("today", calls=100, tokens=10_000, usd=10), Limit("this suggestion", job_id="job", tokens=99)

    with pytest.raises(BudgetSpent, match="this suggestion"):
        ledger.reserve(want(), [wide, narrow])

    assert ledger.spent() == Spent()


def test_what_a_dead_job_set_aside_counts_for_an_hour(ledger: Ledger, clock: FixedClock):
    limit = Limit("today", since=TODAY, calls=1)
    dead = ledger.reserve(want("dead"), [limit])
    clock.move(dt.timedelta(minutes=59))
    with pytest.raises(BudgetSpent):
        ledger.reserve(want(), [limit])

    clock.move(dt.timedelta(minutes=1))

    assert ledger.spent() == Spent()
    ledger.settle(ledger.reserve(want(), [limit]), reply())
    ledger.settle(dead, reply())  # it was not dead after all
    assert ledger.spent().calls == 2


def test_a_paid_question_counts_however_old_it_is(ledger: Ledger, clock: FixedClock):
    ledger.settle(ledger.reserve(want(), []), reply())
    clock.move(dt.timedelta(days=400))

    assert ledger.spent().calls == 1
    assert ledger.spent(since=clock.now() - dt.timedelta(days=1)) == Spent()


def test_a_removed_community_takes_its_spending_with_it(store: SqlStore, ledger: Ledger):
    late = ledger.reserve(want(), [])
    ledger.settle(ledger.reserve(want("theirs", "other"), []), reply())

    store.remove_community("reading")

    assert ledger.spent(community_id="reading") == Spent()
    assert ledger.spent().calls == 1
    ledger.settle(late, reply())  # its answer comes when the community is gone
    assert ledger.spent().calls == 1
    with pytest.raises(UnknownCommunity):
        ledger.reserve(want(), [])
