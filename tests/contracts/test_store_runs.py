from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from coach.adapters.sql import SqlStore
from coach.errors import BadRequest, StoreProblem, UnknownCommunity
from coach.models import Decision, RunRecord, RunState, Spent
from coach.testing import FixedClock
from tests.contracts.making import open_notes

NOW = FixedClock().now()


def make_record(run_id: str = "r1", community: str = "reading", **fields: Any) -> RunRecord:
    kept = {"actor_id": "ada", "kind": "plan", "started": NOW, **fields}
    return RunRecord(id=run_id, community_id=community, **kept)


@pytest.fixture
def two(store: SqlStore) -> SqlStore:
    """A store with two communities, `reading` and `other`."""
    open_notes(store, "reading")
    open_notes(store, "other")
    return store


def test_a_record_comes_back_as_it_was_written(two: SqlStore):
    written = make_record(
        state=RunState.FELL_BACK,
        finished=NOW + dt.timedelta(seconds=4),
        model="openai/gpt",
        drafted_by="playbook",
        prompts={"plan v1": "abc"},
        passages=("c1", "c2"),
        findings={"X4": 2},
        repairs=1,
        told=("The model was busy.", "Läuft «doch» \N{GRINNING FACE}"),
        spent=Spent(calls=2, tokens_in=900, tokens_out=80, cost_usd=0.0123, unpriced=1, reused=1),
        seconds=4.25,
        error="ModelUnavailable",
        request='{"goal": "read"}',
        suggestion='{"title": "Round\\u0000"}',
    )

    two.records().runs().write(written)

    assert two.records().runs().get("r1") == written
    assert two.records().runs().list_runs("reading") == [written]
    assert two.records().runs().get("r2") is None


def test_writing_again_writes_over_it_and_leaves_decisions(two: SqlStore):
    log = two.records().runs()
    log.write(make_record())
    log.decide("r1", Decision(what="accept"))

    log.write(make_record(state=RunState.DONE, seconds=2.0))

    (found,) = log.list_runs()
    assert (found.state, found.seconds, len(found.decisions)) == (RunState.DONE, 2.0, 1)


def test_runs_come_newest_first_and_no_more_than_asked_for(two: SqlStore):
    log = two.records().runs()
    for number, minutes in enumerate([5, 1, 3]):
        log.write(make_record(f"r{number}", started=NOW + dt.timedelta(minutes=minutes)))
    log.write(make_record("elsewhere", "other", started=NOW + dt.timedelta(minutes=4)))

    assert [run.id for run in log.list_runs("reading")] == ["r0", "r2", "r1"]
    assert [run.id for run in log.list_runs("reading", limit=2)] == ["r0", "r2"]
    assert [run.id for run in log.list_runs()] == ["r0", "elsewhere", "r2", "r1"]
    assert [run.id for run in log.list_runs("other")] == ["elsewhere"]
    assert log.list_runs("nowhere") == []


def test_decisions_are_kept_in_the_order_they_were_made(two: SqlStore, clock: FixedClock):
    log = two.records().runs()
    log.write(make_record())
    log.write(make_record("r2"))
    edit = Decision(what="edit", part="a1", field="steps.1.does", before="Sit", after="Stand", actor_id="nell")
    log.decide("r1", edit)
    clock.move(dt.timedelta(minutes=5))
    log.decide("r1", edit.model_copy(update={"after": "Walk"}))
    log.decide("r1", Decision(what="accept", at=NOW - dt.timedelta(days=1)))
    log.decide("r2", Decision(what="reject"))

    found = log.get("r1")

    assert found is not None
    assert [(item.what, item.after, item.at) for item in found.decisions] == [
        ("edit", "Stand", NOW),
        ("edit", "Walk", clock.now()),
        ("accept", "", NOW - dt.timedelta(days=1)),
    ]
    assert found.decisions[0] == edit.model_copy(update={"at": NOW})
    assert [len(run.decisions) for run in log.list_runs("reading")] == [1, 3]


def test_a_decision_without_a_run_is_refused(two: SqlStore):
    with pytest.raises(BadRequest, match="no record"):
        two.records().runs().decide("nothing", Decision(what="accept"))


def test_a_record_of_a_community_that_is_not_here_is_refused(two: SqlStore):
    with pytest.raises(UnknownCommunity):
        two.records().runs().write(make_record(community="nowhere"))


def test_a_run_of_another_community_cannot_be_written_over(two: SqlStore):
    log = two.records().runs()
    log.write(make_record("r1", "other", request="theirs"))

    with pytest.raises(StoreProblem):
        log.write(make_record("r1", "reading", request="ours"))

    found = log.get("r1")
    assert found is not None
    assert (found.community_id, found.request) == ("other", "theirs")


def test_runs_that_were_left_behind_are_marked_and_others_are_not(two: SqlStore, clock: FixedClock):
    log = two.records().runs()
    log.write(make_record("dead", request="kept", spent=Spent(calls=1)))
    log.write(make_record("dead too", "other"))
    log.write(make_record("done", state=RunState.DONE))
    log.decide("dead", Decision(what="reject"))
    clock.move(dt.timedelta(hours=1, seconds=1))
    log.write(make_record("at work", started=clock.now() - dt.timedelta(minutes=59)))

    assert log.sweep() == 2

    states = {run.id: (run.state, run.error) for run in log.list_runs()}
    assert states == {
        "dead": (RunState.FAILED, "left behind"),
        "dead too": (RunState.FAILED, "left behind"),
        "done": (RunState.DONE, ""),
        "at work": (RunState.RUNNING, ""),
    }
    dead = log.get("dead")
    assert dead is not None
    assert (dead.request, dead.spent, len(dead.decisions), dead.finished) == ("kept", Spent(calls=1), 1, None)
    assert log.sweep() == 0


def test_a_run_that_ends_while_others_are_given_up_keeps_its_end(two: SqlStore, clock: FixedClock):
    log = two.records().runs()
    log.write(make_record())
    clock.move(dt.timedelta(hours=2))
    ended = make_record(state=RunState.DONE)

    def end_it(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.startswith("SELECT job_run") and ended in still:
            still.remove(ended)
            log.write(ended)

    still = [ended]
    event.listen(sa.Engine, "after_cursor_execute", end_it)
    try:
        assert log.sweep() == 0
    finally:
        event.remove(sa.Engine, "after_cursor_execute", end_it)

    assert still == []
    assert log.list_runs() == [ended]


def test_a_job_that_ends_after_it_was_given_up_is_still_recorded(two: SqlStore, clock: FixedClock):
    log = two.records().runs()
    log.write(make_record())
    clock.move(dt.timedelta(hours=2))
    log.sweep()

    log.write(make_record(state=RunState.DONE))

    assert [(run.state, run.error) for run in log.list_runs()] == [(RunState.DONE, "")]


def test_a_removed_community_takes_its_runs_with_it(two: SqlStore):
    log = two.records().runs()
    for name in ("reading", "other"):
        log.write(make_record(name, name))
        log.decide(name, Decision(what="accept"))

    two.remove_community("reading")

    assert [run.id for run in log.list_runs()] == ["other"]
    assert log.get("reading") is None
    open_notes(two, "reading")
    assert log.list_runs("reading") == []
