"""Many who spend at once: threads of one process, and two stores on one database as two processes have them."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier

import pytest

from coach.adapters.sql import SqlStore
from coach.errors import BudgetSpent, StoreProblem, UnknownCommunity
from coach.ports import Ledger, Limit, LLMReply, Reservation
from coach.testing import FixedClock
from tests.contracts.making import EMBEDDER, look, make_note, open_notes, write

COMMUNITIES = ("reading", "other")
ROUNDS = 10


@pytest.fixture
def ledgers(store: SqlStore, store_url: str) -> Iterator[tuple[Ledger, Ledger]]:
    """The ledgers of two stores on one database."""
    for name in COMMUNITIES:
        open_notes(store, name)
    second = SqlStore(store_url, clock=FixedClock())
    yield store.records().ledger(), second.records().ledger()
    second.close()


def _want(job: str, community: str = "reading") -> Reservation:
    return Reservation(job, community, "openai/gpt", 10, 0.25)


def test_of_two_who_race_for_the_last_call_one_has_it(ledgers: tuple[Ledger, Ledger]):
    with ThreadPoolExecutor(2) as pool:
        for number in range(ROUNDS):
            start, limit = Barrier(2), Limit("today", calls=number + 1)

            def race(place: int, start: Barrier = start, limit: Limit = limit) -> bool:
                start.wait(timeout=30)
                try:
                    return bool(ledgers[place].reserve(_want("job", COMMUNITIES[place]), [limit]))
                except BudgetSpent:
                    return False

            assert sorted(pool.map(race, range(2))) == [False, True]

    assert ledgers[0].spent().calls == ROUNDS


def test_fifty_who_ask_at_once_stay_within_the_limit_and_are_charged_once_each(ledgers: tuple[Ledger, Ledger]):
    limit = Limit("today", calls=40)

    def ask(number: int) -> bool:
        ledger, community = ledgers[number % 2], COMMUNITIES[number % 2]
        try:
            row = ledger.reserve(_want(f"job {number}", community), [limit])
        except BudgetSpent:
            return False
        for _ in range(2):  # whoever settles twice is charged once
            ledger.settle(row, LLMReply("Yes", "gpt", 3, 2, 0.125, 1.0))
        return True

    with ThreadPoolExecutor(50) as pool:
        answered = list(pool.map(ask, range(50)))

    spent = ledgers[0].spent()
    assert answered.count(True) == spent.calls == 40
    assert (spent.tokens_in, spent.tokens_out, spent.cost_usd) == (120, 80, 5.0)
    for place, community in enumerate(COMMUNITIES):
        assert ledgers[0].spent(community_id=community).calls == answered[place::2].count(True)


def test_fifty_who_settle_one_row_at_once_charge_it_once(ledgers: tuple[Ledger, Ledger]):
    row = ledgers[0].reserve(_want("job"), [])

    def settle(number: int) -> None:
        ledgers[number % 2].settle(row, LLMReply("Yes", "gpt", number + 1, number + 1, 0.5, 1.0))

    with ThreadPoolExecutor(50) as pool:
        list(pool.map(settle, range(50)))

    spent = ledgers[1].spent()
    assert (spent.calls, spent.cost_usd) == (1, 0.5)
    assert 1 <= spent.tokens_in == spent.tokens_out <= 50


def test_a_community_goes_whole_while_its_jobs_still_ask(store: SqlStore, ledgers: tuple[Ledger, Ledger]):
    start = Barrier(9)

    def ask(number: int) -> None:
        start.wait(timeout=30)
        for _ in range(20):
            with suppress(UnknownCommunity, StoreProblem):
                ledgers[number % 2].reserve(_want(f"job {number}"), [])

    def remove() -> None:
        start.wait(timeout=30)
        store.remove_community("reading")

    with ThreadPoolExecutor(9) as pool:
        asking = [pool.submit(ask, number) for number in range(8)]
        pool.submit(remove).result(timeout=60)
        for one in asking:
            one.result(timeout=60)

    assert ledgers[0].spent().calls == 0
    assert [item.id for item in store.list_communities()] == ["other"]


def test_spending_and_notes_go_on_side_by_side(store: SqlStore, ledgers: tuple[Ledger, Ledger]):
    notes = open_notes(store)

    def work(number: int) -> int:
        if number % 2:
            ledgers[0].settle(ledgers[1].reserve(_want("job"), []), None)
            return 0
        write(notes, make_note(f"{number}.md", f"Taxi {number}", source=f"source {number}"))
        return len(notes.search_words(["taxi"], 100))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(32)))

    assert ledgers[0].spent().calls == 16
    assert notes.count_words(["taxi"]) == {"taxi": 16}
    assert len(look(notes, "taxi").found["taxi"]) == len(notes.vectors(EMBEDDER)[0]) == 16
