from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from coach.adapters.sql import SqlStore
from coach.adapters.sql.answers import MOST
from coach.errors import UnknownCommunity
from coach.models import Consent, Visibility
from coach.ports import LLMReply
from coach.testing import FixedClock
from tests.contracts.making import make_note, open_notes, write
from tests.contracts.older import read_all

REPLY = LLMReply("«Yes» \N{GRINNING FACE}", "gpt-1", 60, 20, 0.05, 1.5, tokens_cached=10, tries=2, cut=True)
OTHER = LLMReply("No", "llama", 1, 1, None, 0.5)


@pytest.fixture
def two(store: SqlStore) -> SqlStore:
    """A store with two communities, `reading` and `other`."""
    open_notes(store, "reading")
    open_notes(store, "other")
    return store


def test_an_answer_comes_back_as_it_was_given(two: SqlStore):
    two.records().answers("reading").keep("key", REPLY)

    assert two.records().answers("reading").find("key") == REPLY
    assert two.records().answers("reading").find("another") is None


def test_a_newer_answer_takes_the_place_of_the_older(two: SqlStore, clock: FixedClock):
    answers = two.records().answers("reading")
    answers.keep("key", REPLY)
    clock.move(dt.timedelta(days=20))
    answers.keep("key", OTHER)
    clock.move(dt.timedelta(days=20))

    assert answers.find("key") == OTHER


def test_answers_stay_inside_the_wall(two: SqlStore):
    two.records().answers("other").keep("key", REPLY)

    assert two.records().answers("reading").find("key") is None
    assert two.records().forget_answers("reading") == 0
    assert two.records().answers("other").find("key") == REPLY
    with pytest.raises(UnknownCommunity):
        two.records().answers("nowhere")


def test_a_key_may_be_of_any_length(two: SqlStore):
    answers = two.records().answers("reading")
    answers.keep("k" * 500, REPLY)
    answers.keep("k" * 501, OTHER)

    assert (answers.find("k" * 500), answers.find("k" * 501)) == (REPLY, OTHER)


def test_an_answer_is_kept_for_thirty_days_and_then_taken_out(two: SqlStore, store_url: str, clock: FixedClock):
    answers = two.records().answers("reading")
    answers.keep("old", REPLY)
    clock.move(dt.timedelta(days=30))
    assert answers.find("old") == REPLY
    clock.move(dt.timedelta(seconds=1))
    assert answers.find("old") is None

    answers.keep("new", OTHER)

    assert [row["community_id"] for row in read_all(store_url)["model_answer"]] == ["reading"]


def test_the_oldest_go_when_there_are_too_many(two: SqlStore, store_url: str, clock: FixedClock):
    answers = two.records().answers("reading")
    two.records().answers("other").keep("theirs", REPLY)
    _fill(store_url, MOST, clock.now() - dt.timedelta(days=1))
    clock.move(dt.timedelta(minutes=1))

    answers.keep("one", REPLY)
    answers.keep("two", OTHER)

    kept = [row["key"] for row in read_all(store_url)["model_answer"] if row["community_id"] == "reading"]
    assert len(kept) == MOST
    assert {"0", "1"}.isdisjoint(kept)
    assert {"2", str(MOST - 1)} <= set(kept)
    assert (answers.find("one"), answers.find("two")) == (REPLY, OTHER)
    assert two.records().answers("other").find("theirs") == REPLY


def _fill(url: str, count: int, first: dt.datetime) -> None:
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        table = sa.Table("model_answer", sa.MetaData(), autoload_with=connection)
        moments = [(first + dt.timedelta(seconds=number)).isoformat(timespec="microseconds") for number in range(count)]
        rows = [
            {"community_id": "reading", "key": str(number), "at": at, "body": {}} for number, at in enumerate(moments)
        ]
        connection.execute(sa.insert(table), rows)
    engine.dispose()


def test_what_another_version_kept_is_asked_for_again(two: SqlStore, store_url: str):
    answers = two.records().answers("reading")
    answers.keep("key", REPLY)
    engine = sa.create_engine(store_url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        connection.execute(sa.text('UPDATE model_answer SET body = \'{"said": "yes"}\''))
    engine.dispose()

    assert answers.find("key") is None
    answers.keep("key", REPLY)
    assert answers.find("key") == REPLY


def _ingest(store: SqlStore) -> None:
    write(open_notes(store), make_note("b.md", "A bus"))


def _remove(store: SqlStore) -> None:
    write(open_notes(store), gone=["a.md"])


def _undo(store: SqlStore) -> None:
    assert open_notes(store).undo_last_run() is not None


def _close(store: SqlStore) -> None:
    notes = open_notes(store)
    notes.set_rights(notes.summaries()[0].id, Visibility.ONLY_ME, Consent.NEVER)


def _forget(store: SqlStore) -> None:
    assert store.records().forget_answers("reading") == 2


@pytest.mark.parametrize("change", [_ingest, _remove, _undo, _close, _forget])
def test_any_change_of_notes_lets_go_of_answers(two: SqlStore, change: Callable[[SqlStore], None]):
    write(open_notes(two), make_note("a.md", "A taxi"))
    two.records().answers("reading").keep("one", REPLY)
    two.records().answers("reading").keep("two", REPLY)
    two.records().answers("other").keep("one", OTHER)

    change(two)

    assert two.records().answers("reading").find("one") is None
    assert two.records().forget_answers("reading") == 0
    assert two.records().answers("other").find("one") == OTHER
    two.records().answers("reading").keep("one", REPLY)
    assert two.records().answers("reading").find("one") == REPLY


def test_an_answer_made_from_notes_that_have_changed_is_not_kept(two: SqlStore):
    asked_before = two.records().answers("reading")
    write(open_notes(two), make_note("a.md", "A taxi"))

    asked_before.keep("key", REPLY)

    assert two.records().answers("reading").find("key") is None


def test_an_answer_that_comes_when_the_community_is_gone_is_not_kept(two: SqlStore):
    late = two.records().answers("reading")
    late.keep("early", REPLY)
    two.remove_community("reading")

    late.keep("late", REPLY)

    assert (late.find("early"), late.find("late")) == (None, None)
    open_notes(two, "reading")
    late.keep("later", REPLY)
    assert two.records().forget_answers("reading") == 0


def test_many_who_keep_at_once_do_not_disturb_each_other(two: SqlStore):
    answers = two.records().answers("reading")

    def keep(number: int) -> None:
        answers.keep(str(number % 4), LLMReply(str(number), "gpt", 1, 1, None, 1.0))

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(keep, range(32)))

    found = [answers.find(str(number)) for number in range(4)]
    assert [int(reply.text) % 4 for reply in found if reply] == [0, 1, 2, 3]
    assert two.records().forget_answers("reading") == 4
