"""Several at once on one conversation: two stores on one database, as two processes have them."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier

import pytest

from coach.adapters.sql import SqlStore
from coach.errors import BadRequest, UnknownCommunity
from coach.models import JournalEntry, Turn
from coach.ports import Conversations
from coach.testing import FixedClock
from tests.contracts.coaching import ADA, NELL, add_two, make_contact, make_thread, say

ROUNDS = 8


@pytest.fixture
def stores(store: SqlStore, store_url: str) -> Iterator[tuple[SqlStore, SqlStore]]:
    second = SqlStore(store_url, clock=FixedClock())
    yield add_two(store), second
    second.close()


@pytest.fixture
def both(stores: tuple[SqlStore, SqlStore]) -> tuple[Conversations, Conversations]:
    return stores[0].conversations("reading", NELL), stores[1].conversations("reading", NELL)


def _go_on(ours: Conversations, turn: Turn) -> int:
    """Add a turn to the conversation as it is now, again whenever somebody was first, and say how often."""
    for refused in range(100):
        found = ours.find_thread("t")
        turns = (*found.turns, turn) if found else (turn,)
        try:
            ours.save_thread(make_thread("t", *turns))
        except BadRequest:
            continue
        return refused
    raise AssertionError("the turn was refused a hundred times")


def test_of_two_who_go_on_from_the_same_place_one_is_told(both: tuple[Conversations, Conversations]):
    with ThreadPoolExecutor(2) as pool:
        for number in range(ROUNDS):
            start, name = Barrier(2), f"t{number}"
            both[0].save_thread(make_thread(name, say(0, "Before")))

            def race(place: int, start: Barrier = start, name: str = name) -> bool:
                start.wait(timeout=30)
                try:
                    both[place].save_thread(make_thread(name, say(0, "Before"), say(place + 1, f"From {place}")))
                except BadRequest:
                    return False
                return True

            won = list(pool.map(race, range(2)))

            assert sorted(won) == [False, True]
            found = both[0].find_thread(name)
            assert found is not None
            assert [turn.text for turn in found.turns] == ["Before", f"From {won.index(True)}"]


def test_of_two_who_begin_the_same_conversation_one_is_told(both: tuple[Conversations, Conversations]):
    with ThreadPoolExecutor(2) as pool:
        for number in range(ROUNDS):
            start, name = Barrier(2), f"t{number}"

            def race(place: int, start: Barrier = start, name: str = name) -> bool:
                start.wait(timeout=30)
                try:
                    both[place].save_thread(make_thread(name, say(place, f"From {place}")))
                except BadRequest:
                    return False
                return True

            assert sorted(pool.map(race, range(2))) == [False, True]


def test_no_turn_is_lost_when_many_go_on_at_once(both: tuple[Conversations, Conversations]):
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda number: _go_on(both[number % 2], say(number, f"Turn {number}")), range(24)))

    found = both[0].find_thread("t")
    assert found is not None
    assert sorted(turn.id for turn in found.turns) == sorted(f"t{number}" for number in range(24))


def test_a_thing_that_many_save_and_remove_at_once_is_there_once_or_not_at_all(
    both: tuple[Conversations, Conversations],
):
    def work(number: int) -> bool:
        ours = both[number % 2]
        if number % 3:
            ours.save_thing(JournalEntry(id="j", text=f"{number}"))
            return False
        return ours.remove_thing(JournalEntry, "j") is not None

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(24)))
        both[0].save_thing(JournalEntry(id="j", text="last"))
        removed = list(pool.map(lambda place: both[place].remove_thing(JournalEntry, "j") is not None, range(2)))

    assert sorted(removed) == [False, True]
    assert both[0].things(JournalEntry) == []


def test_contacts_that_two_write_at_once_are_those_of_one(stores: tuple[SqlStore, SqlStore]):
    named = [[make_contact(f"{place}-{number}", id=f"{place}-{number}") for number in range(3)] for place in range(2)]
    with ThreadPoolExecutor(2) as pool:
        for _ in range(ROUNDS):
            start = Barrier(2)

            def race(place: int, start: Barrier = start) -> None:
                start.wait(timeout=30)
                stores[place].sharing("reading", ADA).save_contacts(named[place])

            list(pool.map(race, range(2)))
            assert stores[0].sharing("reading", ADA).contacts() in named


def test_a_community_goes_whole_while_somebody_talks(stores: tuple[SqlStore, SqlStore]):
    start = Barrier(5)

    def talk(number: int) -> None:
        with suppress(UnknownCommunity):  # nothing else is heard of it, however close the two come
            ours = stores[number % 2].conversations("reading", NELL)
            start.wait(timeout=30)
            for place in range(60):
                ours.save_thread(make_thread(f"{number}-{place}", say(1, "One")))

    with ThreadPoolExecutor(5) as pool:
        talking = [pool.submit(talk, number) for number in range(4)]
        start.wait(timeout=30)
        stores[0].remove_community("reading")
        for one in talking:
            one.result(timeout=60)

    assert [item.id for item in stores[1].list_communities()] == ["other"]
    assert stores[1].conversations("other", NELL).threads() == []
