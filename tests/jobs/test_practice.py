"""What a host keeps for themselves: kept as they wrote it, asked about in time, and nobody else's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coach.errors import BadRequest, UnknownCommunity, UnknownConversation
from coach.jobs.practice import OwnPractice, keep_doing
from coach.models import Actor, AlreadyDoing, Experiment, JournalEntry, OwnThing
from coach.testing import FixedClock
from tests.jobs.conftest import Bench, build

NELL, SAM = Actor(id="nell", name="Nell"), Actor(id="sam", name="Sam")
NOW = FixedClock().now()
TOO_LONG = "x" * 5_001
PAIRS = "In the next session I will ask in pairs."


@pytest.fixture
def practice(bench: Bench) -> OwnPractice:
    return bench.coach.practice


def test_what_somebody_does_already_is_kept_changed_and_removed(practice: OwnPractice) -> None:
    pairs = practice.add_doing("Circle", "  I ask in\n pairs. ")
    silence = practice.add_doing("Circle", "I count to ten", flopped=True)

    assert (pairs.text, pairs.at, pairs.flopped, silence.flopped) == ("I ask in pairs.", NOW, False, True)
    assert practice.doing("circle") == [pairs, silence]
    changed = practice.change_doing("Circle", pairs.model_copy(update={"text": " I ask in threes ", "flopped": True}))
    assert (changed.text, changed.flopped, changed.at) == ("I ask in threes", True, NOW)
    assert practice.doing("Circle") == [changed, silence]
    assert practice.remove_doing("Circle", silence.id) == silence
    assert practice.doing("Circle") == [changed]


@pytest.mark.parametrize("again", ["I ask in pairs", "i ASK  in pairs.", "I ask\nin pairs!"])
def test_the_same_words_are_kept_once_and_whether_it_flopped_is_what_was_said_last(
    practice: OwnPractice, again: str
) -> None:
    first = practice.add_doing("Circle", "I ask in pairs")

    second = practice.add_doing("Circle", again, flopped=True)

    assert (second.id, second.text, second.flopped) == (first.id, "I ask in pairs", True)
    assert practice.doing("Circle") == [second]


def test_nothing_is_changed_into_what_is_on_the_list_already(practice: OwnPractice) -> None:
    pairs, threes = practice.add_doing("Circle", "Pairs"), practice.add_doing("Circle", "Threes")

    with pytest.raises(BadRequest, match="on your list already"):
        practice.change_doing("Circle", threes.model_copy(update={"text": "pairs."}))
    assert practice.doing("Circle") == [pairs, threes]
    assert practice.change_doing("Circle", pairs.model_copy(update={"text": "PAIRS"})).text == "PAIRS"


def test_what_the_coach_heard_is_kept_once_and_stays_heard(practice: OwnPractice, bench: Bench) -> None:
    own = bench.store.conversations(bench.coach.community("Circle").id, Actor())
    heard = keep_doing(AlreadyDoing(text="I ask in pairs", heard=True, at=NOW), own)

    assert keep_doing(AlreadyDoing(text="I ask in pairs.", heard=True, at=NOW), own) == heard
    assert practice.change_doing("Circle", AlreadyDoing(id=heard.id, text="In pairs")).heard


def test_an_experiment_is_begun_told_and_told_again(practice: OwnPractice) -> None:
    wanted = Experiment(
        id="mine", text=PAIRS, due=dt.date(2026, 12, 1), thread="t", situation="s", move="m", state="told", learned="x"
    )

    begun = practice.begin_experiment("Circle", wanted)

    expected = {"id": begun.id, "at": NOW, "state": "open", "learned": ""}
    assert begun == wanted.model_copy(update=expected)
    assert begun.id not in {"", "mine"}
    told = practice.tell_experiment("Circle", begun.id, " They talked. ", "Sooner")
    assert (told.state, told.happened, told.learned, told.told_at) == ("told", "They talked.", "Sooner", NOW)
    again = practice.tell_experiment("Circle", begun.id, "", "Later")
    assert (again.happened, again.learned) == ("", "Later")
    assert practice.experiments("Circle") == [again]


def test_an_experiment_is_dropped_put_back_and_removed(practice: OwnPractice) -> None:
    begun = practice.begin_experiment("Circle", Experiment(text=PAIRS))

    assert practice.drop_experiment("Circle", begun.id).state == "dropped"
    practice.restore("Circle", begun)
    assert practice.experiments("Circle") == [begun]
    assert practice.remove_experiment("Circle", begun.id) == begun
    assert practice.experiments("Circle") == []


@pytest.mark.parametrize(
    ("due", "passed", "is_due"),
    [
        (None, dt.timedelta(hours=23), False),
        (None, dt.timedelta(hours=25), True),
        (dt.date(2026, 11, 26), dt.timedelta(days=1), False),
        (dt.date(2026, 11, 26), dt.timedelta(days=2), True),
        (dt.date(2026, 12, 26), dt.timedelta(days=9), False),
        (dt.date(2026, 11, 24), dt.timedelta(), True),
    ],
)
def test_an_open_experiment_is_due_when_its_day_is_over_or_it_is_older_than_a_day(
    tmp_path: Path, due: dt.date | None, passed: dt.timedelta, is_due: bool
) -> None:
    clock = _Moving()
    coach, _ = build(tmp_path / "moving.db", clock=clock)
    coach.create_community("Circle")
    begun = coach.practice.begin_experiment("Circle", Experiment(text=PAIRS, due=due))

    clock.passed = passed

    assert coach.practice.due_experiment("Circle") == (begun if is_due else None)
    coach.practice.tell_experiment("Circle", begun.id, "They talked")
    assert coach.practice.due_experiment("Circle") is None
    coach.close()


def test_the_oldest_due_experiment_is_asked_about_first_and_never_a_dropped_one(practice: OwnPractice) -> None:
    gone = dt.date(2026, 11, 1)
    for name, hours in (("c", 1), ("a", 3), ("b", 2)):
        at = NOW - dt.timedelta(hours=hours)
        practice.restore("Circle", Experiment(id=name, text=name, at=at, due=gone))

    practice.drop_experiment("Circle", "a")

    due = practice.due_experiment("Circle")
    assert due is not None
    assert due.id == "b"


def test_a_journal_is_written_changed_and_removed(practice: OwnPractice) -> None:
    entry = practice.write_entry("Circle", "  It was quiet.\n\n- Twice ", thread="t")

    assert (entry.text, entry.thread, entry.at) == ("It was quiet.\n\n- Twice", "t", NOW)
    changed = practice.change_entry("Circle", JournalEntry(id=entry.id, text="It was loud."))
    assert changed == entry.model_copy(update={"text": "It was loud."})
    assert practice.journal("Circle") == [changed]
    assert practice.remove_entry("Circle", entry.id) == changed
    assert practice.journal("Circle") == []
    practice.restore("Circle", changed)
    assert practice.journal("Circle") == [changed]


Act = Callable[[OwnPractice, str], Any]
WRITES: dict[str, Act] = {
    "doing": lambda own, text: own.add_doing("Circle", text),
    "experiment": lambda own, text: own.begin_experiment("Circle", Experiment(text=text)),
    "telling": lambda own, text: own.tell_experiment("Circle", "e", text),
    "entry": lambda own, text: own.write_entry("Circle", text),
    "changed doing": lambda own, text: own.change_doing("Circle", AlreadyDoing(id="d", text=text)),
    "changed entry": lambda own, text: own.change_entry("Circle", JournalEntry(id="j", text=text)),
    "put back": lambda own, text: own.restore("Circle", JournalEntry(id="k", text=text)),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_nothing_empty_and_nothing_over_the_limit_is_kept(practice: OwnPractice, write: Act) -> None:
    before = (AlreadyDoing(id="d", text="Does"), Experiment(id="e", text="Tries"), JournalEntry(id="j", text="Notes"))
    for thing in before:
        practice.restore("Circle", thing)

    for nothing in ("", " \n "):
        with pytest.raises(BadRequest, match="empty"):
            write(practice, nothing)
    with pytest.raises(BadRequest, match=r"5,001 characters, and 5,000 are kept"):
        write(practice, TOO_LONG)
    kept: list[OwnThing] = [*practice.doing("Circle"), *practice.experiments("Circle"), *practice.journal("Circle")]
    assert [thing.text for thing in kept] == ["Does", "Tries", "Notes"]
    assert write(practice, TOO_LONG[1:]) is not practice
    with pytest.raises(BadRequest, match="never kept"):
        practice.restore("Circle", AlreadyDoing(text="Does"))
    with pytest.raises(BadRequest, match="What you take from it"):
        practice.tell_experiment("Circle", "e", "Fine", TOO_LONG)


ON_ONE: dict[str, Act] = {
    "change_doing": lambda own, name: own.change_doing("Circle", AlreadyDoing(id=name, text="x")),
    "remove_doing": lambda own, name: own.remove_doing("Circle", name),
    "tell": lambda own, name: own.tell_experiment("Circle", name, "x"),
    "drop": lambda own, name: own.drop_experiment("Circle", name),
    "remove_experiment": lambda own, name: own.remove_experiment("Circle", name),
    "change_entry": lambda own, name: own.change_entry("Circle", JournalEntry(id=name, text="x")),
    "remove_entry": lambda own, name: own.remove_entry("Circle", name),
}


@pytest.mark.parametrize("act", ON_ONE.values(), ids=ON_ONE)
def test_what_is_not_kept_for_this_person_is_said_to_be_unknown(practice: OwnPractice, act: Act) -> None:
    practice.restore("Circle", AlreadyDoing(id="theirs", text="Does"), actor=NELL)
    practice.restore("Circle", Experiment(id="theirs", text="Tries"), actor=NELL)
    practice.restore("Circle", JournalEntry(id="theirs", text="Notes"), actor=NELL)

    for name in ("theirs", "nowhere", ""):
        with pytest.raises(UnknownConversation, match="is kept for you") as raised:
            act(practice, name)
        assert "coach practice" in raised.value.next_step
    assert [thing.text for thing in practice.doing("Circle", actor=NELL)] == ["Does"]


def test_nobody_sees_what_another_keeps_not_even_whoever_looks_after_the_community(practice: OwnPractice) -> None:
    practice.add_doing("Circle", "I ask in pairs", actor=NELL)
    practice.restore("Circle", Experiment(id="e", text=PAIRS, due=dt.date(2026, 1, 1)), actor=NELL)
    practice.write_entry("Circle", "It was quiet", actor=NELL)

    for other in (Actor(), SAM):
        assert practice.doing("Circle", actor=other) == []
        assert practice.experiments("Circle", actor=other) == []
        assert practice.due_experiment("Circle", actor=other) is None
        assert practice.journal("Circle", actor=other) == []
        assert practice.growth("Circle", actor=other).moments == ()
    assert len(practice.growth("Circle", actor=NELL).moments) == 2
    with pytest.raises(UnknownCommunity):
        practice.doing("Square", actor=NELL)


class _Moving(FixedClock):
    """A clock that is moved on."""

    passed = dt.timedelta()

    def now(self) -> dt.datetime:
        return super().now() + self.passed
