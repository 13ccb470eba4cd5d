"""Conversations and private things: as they were written, in order, and nobody else's."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from coach.adapters.sql import SqlStore
from coach.adapters.sql.conversations import MOST_CHARACTERS, MOST_TURNS
from coach.errors import BadRequest, UnknownCommunity
from coach.models import Actor, AlreadyDoing, CoachMode, Community, Experiment, JournalEntry, OwnThing, RunRecord, Turn
from coach.ports import Conversations
from coach.testing import FixedClock
from tests.contracts.coaching import ADA, NELL, NOON, SAM, add_two, make_thread, say
from tests.contracts.making import make_note, open_notes, write
from tests.contracts.older import make_older, read_all

ODD = "Läuft's? «naïve» 走る \U0001f642 \x00 \ud800 line\nbreak"
THINGS: tuple[OwnThing, ...] = (
    AlreadyDoing(id="d", text=ODD, at=NOON, heard=True, flopped=True),
    Experiment(id="e", text="Pairs", at=NOON, due=dt.date(2026, 12, 1), thread="t", state="told", told_at=NOON),
    JournalEntry(id="j", text="It was quiet", at=NOON, thread="t"),
)
TABLES = ("coaching_thread", "coaching_turn", "own_thing", "community_contact", "lesson")


@pytest.fixture
def two(store: SqlStore) -> SqlStore:
    return add_two(store)


@pytest.fixture
def ours(two: SqlStore) -> Conversations:
    return two.conversations("reading", NELL)


def test_a_conversation_comes_back_as_it_was_saved(ours: Conversations):
    thread = make_thread("t", say(1, ODD), say(2, f"“{ODD}”", "coach"), title=ODD, mode=CoachMode.WENT_WRONG)

    ours.save_thread(thread)

    assert ours.find_thread("t") == thread
    assert ours.threads() == [thread.model_copy(update={"turns": ()})]
    assert ours.find_thread("elsewhere") is None


def test_the_one_that_was_gone_on_with_last_comes_first(ours: Conversations):
    for name, minutes in (("a", 5), ("b", 9), ("c", 1)):
        ours.save_thread(make_thread(name, minutes=minutes))
    ours.save_thread(make_thread("c", say(1, "And then?"), minutes=12))

    assert [thread.id for thread in ours.threads()] == ["c", "b", "a"]


def test_turns_stay_in_their_order_however_often_it_is_saved(ours: Conversations):
    turns: list[Turn] = []
    for number in range(12, 0, -1):
        turns.append(say(number, f"Turn {number}", "coach" if number % 2 else "person"))
        ours.save_thread(make_thread("t", *turns, situation=f"after {number}"))

    found = ours.find_thread("t")

    assert found is not None
    assert list(found.turns) == turns
    assert found.situation == "after 1"


def test_going_on_writes_what_is_new_and_leaves_the_rows_that_are_there(ours: Conversations, store_url: str):
    ours.save_thread(make_thread("t", say(1, "One"), say(2, "Two")))
    before = read_all(store_url)["coaching_turn"]

    ours.save_thread(make_thread("t", say(1, "One"), say(2, "Two mended"), say(3, "Three")))

    after = read_all(store_url)["coaching_turn"]
    assert [row["pk"] for row in after[:2]] == [row["pk"] for row in before]
    assert after[0] == before[0]
    assert len(after) == 3
    found = ours.find_thread("t")
    assert found is not None
    assert [turn.text for turn in found.turns] == ["One", "Two mended", "Three"]


@pytest.mark.parametrize("stale", [[], [1], [1, 3], [2, 1], [3, 1, 2]])
def test_what_lacks_or_reorders_turns_is_refused_and_changes_nothing(ours: Conversations, stale: list[int]):
    kept = make_thread("t", say(1, "One"), say(2, "Two"))
    ours.save_thread(kept)

    with pytest.raises(BadRequest, match="went on elsewhere"):
        ours.save_thread(make_thread("t", *(say(number, "Stale") for number in stale), minutes=30, title="Stale"))

    assert ours.find_thread("t") == kept
    assert ours.threads()[0].title == kept.title


@pytest.mark.parametrize("wrong", [make_thread(""), make_thread("t", say(1, "One"), say(1, "Again"))])
def test_a_conversation_that_is_not_whole_is_a_mistake_of_ours(ours: Conversations, wrong: Any):
    with pytest.raises(ValueError, match="id of their own"):
        ours.save_thread(wrong)

    assert ours.threads() == []


def test_what_is_too_long_is_refused_and_the_longest_message_is_not(ours: Conversations):
    longest = make_thread("t", say(1, "ж" * 200_000), say(2, "“" * 200_000, "coach"))
    ours.save_thread(longest)
    assert ours.find_thread("t") == longest

    with pytest.raises(BadRequest, match="too long"):
        ours.save_thread(make_thread("u", say(1, "x" * MOST_CHARACTERS)))
    with pytest.raises(BadRequest, match="too long"):
        ours.save_thread(make_thread("u", *(say(number, "x") for number in range(MOST_TURNS + 1))))
    with pytest.raises(BadRequest, match="too long"):
        ours.save_thing(JournalEntry(id="j", text="x" * MOST_CHARACTERS))
    assert [thread.id for thread in ours.threads()] == ["t"]
    assert ours.things(JournalEntry) == []


def test_a_conversation_that_is_removed_comes_back_whole_when_it_is_saved_again(ours: Conversations, store_url: str):
    thread = make_thread("t", say(1, "One"), say(2, "Two", "coach"))
    ours.save_thread(thread)
    ours.save_thread(make_thread("u", say(1, "Stays")))

    assert ours.remove_thread("t") == thread

    assert ours.remove_thread("t") is None
    assert ours.find_thread("t") is None
    assert len(read_all(store_url)["coaching_turn"]) == 1
    ours.save_thread(thread)
    assert ours.find_thread("t") == thread


def test_a_reply_of_another_version_keeps_its_words(ours: Conversations, store_url: str):
    ours.save_thread(make_thread("t", say(1, "One", "coach")))
    engine = sa.create_engine(store_url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        body = '{"id": "t1", "who": "coach", "text": "One", "at": "2026-11-25T12:00:00Z", "reply": {"gone": 1}}'
        connection.execute(sa.text("UPDATE coaching_turn SET body = :body"), {"body": body})
    engine.dispose()

    found = ours.find_thread("t")

    assert found is not None
    assert [(turn.text, turn.reply) for turn in found.turns] == [("One", None)]


@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: type(thing).__name__)
def test_a_private_thing_comes_back_is_changed_and_goes(ours: Conversations, thing: OwnThing):
    kind = type(thing)
    for other in THINGS:  # the same id in another kind is another thing
        ours.save_thing(other.model_copy(update={"id": "same"}))
    ours.save_thing(thing)
    assert ours.things(kind)[-1] == thing

    changed = thing.model_copy(update={"text": "Changed"})
    ours.save_thing(changed)

    assert [item.text for item in ours.things(kind) if item.id == thing.id] == ["Changed"]
    assert ours.remove_thing(kind, "same") is not None
    assert ours.remove_thing(kind, thing.id) == changed
    assert ours.remove_thing(kind, thing.id) is None
    assert ours.things(kind) == []
    assert sum(len(ours.things(type(other))) for other in THINGS) == 2


def test_things_come_oldest_first_and_one_without_a_date_is_dated_now(ours: Conversations, clock: FixedClock):
    for name, hours in (("b", 2), ("a", 1), ("c", 3)):
        ours.save_thing(JournalEntry(id=name, text=name, at=clock.now() - dt.timedelta(hours=hours)))
    ours.save_thing(JournalEntry(id="now", text="now"))

    assert [entry.id for entry in ours.things(JournalEntry)] == ["c", "b", "a", "now"]
    assert ours.things(JournalEntry)[-1].at == clock.now()
    with pytest.raises(ValueError, match="needs its id"):
        ours.save_thing(JournalEntry(text="Nameless"))


@pytest.mark.parametrize(
    ("community", "actor"), [("reading", ADA), ("reading", SAM), ("reading", Actor()), ("other", NELL), ("other", SAM)]
)
def test_nobody_finds_what_is_another_s_nor_what_is_of_another_community(two: SqlStore, community: str, actor: Actor):
    hers, theirs = two.conversations("reading", NELL), two.conversations(community, actor)
    thread = make_thread("t", say(1, "Between us"), say(2, "Of course", "coach"))
    hers.save_thread(thread)
    for thing in THINGS:
        hers.save_thing(thing)

    assert theirs.threads() == []
    assert theirs.find_thread("t") is None
    assert theirs.remove_thread("t") is None
    for thing in THINGS:
        assert theirs.things(type(thing)) == []
        assert theirs.remove_thing(type(thing), thing.id) is None
        theirs.save_thing(thing.model_copy(update={"text": "Theirs"}))
    theirs.save_thread(make_thread("t", say(9, "Theirs"), title="Theirs"))
    assert hers.find_thread("t") == thread
    assert [hers.things(type(thing)) for thing in THINGS] == [[thing] for thing in THINGS]
    assert [item.title for item in theirs.threads()] == ["Theirs"]


def test_whoever_does_not_belong_keeps_their_own(two: SqlStore):
    outside = two.conversations("reading", SAM)

    outside.save_thread(make_thread("t", say(1, "Hello")))

    assert [thread.id for thread in outside.threads()] == ["t"]


def test_a_removed_community_takes_them_along_and_leaves_its_neighbour_s(two: SqlStore, store_url: str):
    for name in ("reading", "other"):
        kept = two.conversations(name, NELL)
        kept.save_thread(make_thread("t", say(1, name)))
        kept.save_thing(THINGS[0])
    ours = two.conversations("reading", NELL)

    two.remove_community("reading")

    rows = read_all(store_url)
    assert {row["community_id"] for name in TABLES for row in rows[name]} == {"other"}
    assert ours.threads() == []
    with pytest.raises(UnknownCommunity):
        two.conversations("reading", NELL)
    for late in (lambda: ours.save_thread(make_thread("t")), lambda: ours.save_thing(THINGS[0])):
        with pytest.raises(UnknownCommunity):
            late()
    two.add_community(Community(id="reading", name="Reading", owner_id="ada"))
    assert two.conversations("reading", NELL).things(AlreadyDoing) == []
    assert len(two.conversations("other", NELL).threads()) == 1


def test_the_words_of_what_is_removed_are_in_no_file_any_more(tmp_path: Path):
    store = SqlStore(f"sqlite:///{tmp_path / 'coach.db'}", clock=FixedClock())
    write(open_notes(store), make_note("a.md", "The harmonium hums"))
    ours = store.conversations("reading", NELL)
    for number in range(3):
        ours.save_thread(make_thread("t", *(say(place, "A zeppelin " * 400) for place in range(number + 1))))
    ours.save_thing(JournalEntry(id="j", text="A zeppelin"))
    assert b"zeppelin" in _everything(tmp_path)

    ours.remove_thread("t")
    ours.remove_thing(JournalEntry, "j")

    assert b"zeppelin" not in _everything(tmp_path)
    assert b"harmonium" in _everything(tmp_path)
    store.close()


@pytest.mark.parametrize("step", ["0001", "0002", "0003"])
def test_an_older_database_gets_the_tables_and_keeps_the_rest(store_url: str, step: str):
    make_older(store_url, step)
    before = read_all(store_url)

    again = SqlStore(store_url, clock=FixedClock())

    after = read_all(store_url)
    assert set(TABLES) <= set(after)
    assert not set(TABLES) & set(before)
    assert {name: len(rows) for name, rows in after.items() if name in before} == dict.fromkeys(before, 1)
    assert again.notes("reading", ADA).count_words(["taxi"]) == {"taxi": 1}
    ours = again.conversations("reading", NELL)
    ours.save_thread(make_thread("t", say(1, "One")))
    assert [thread.id for thread in ours.threads()] == ["t"]
    assert again.sharing("reading", ADA).lessons() == []
    again.close()


def test_a_run_of_coaching_is_recorded_as_one(two: SqlStore):
    record = RunRecord(id="r", community_id="reading", actor_id="nell", kind="coaching", started=NOON)

    two.records().runs().write(record)

    assert two.records().runs().get("r") == record
    assert two.records().runs().list_runs("reading") == [record]


def _everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))
