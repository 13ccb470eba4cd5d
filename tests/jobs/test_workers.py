"""Jobs in the background: nothing is lost by leaving, nothing crosses a wall, and stopping stops."""

from __future__ import annotations

import threading

import pytest

from coach.errors import BadRequest, ModelUnavailable
from coach.jobs.workers import MOST_ENDED
from coach.models import (
    Actor,
    ArrivingPart,
    JobView,
    ModelUse,
    OutcomesRequest,
    PartRequest,
    PlanRequest,
    PlanResult,
    RewriteRequest,
    RunState,
    SeriesRequest,
)
from coach.ports import LLMRequest

from .asking import MODEL, Gate
from .conftest import Bench, MakeBench, ModelBench

OUTCOME = "We want to be able to map a service that crosses team boundaries"
REQUEST = PlanRequest(outcomes=(OUTCOME,))
SOMEBODY = Actor(id="somebody-else")
PATIENCE_S = 20.0


def _end(bench: Bench | ModelBench, job_id: str) -> JobView:
    view = bench.coach.drafts.wait(job_id, PATIENCE_S)
    assert view.has_ended
    return view


def test_a_job_ends_with_its_result_and_is_there_until_it_is_taken(bench: Bench) -> None:
    drafts = bench.coach.drafts
    job_id = drafts.start("Circle", REQUEST)

    view = _end(bench, job_id)

    assert (view.state, view.kind, view.community, view.problem) == (RunState.DONE, "plan", "Circle", None)
    assert isinstance(view.result, PlanResult)
    assert view.seconds > 0
    assert drafts.current("Circle", "plan") == view
    assert drafts.take(job_id) == view
    assert drafts.current("Circle", "plan") is None
    assert drafts.look(job_id) == view


@pytest.mark.parametrize(
    ("request_", "kind"),
    [
        (OutcomesRequest(), "outcomes"),
        (RewriteRequest(text=OUTCOME), "rewrite"),
        (SeriesRequest(session=REQUEST, sessions=2), "series"),
    ],
)
def test_everything_can_be_asked_for(
    bench: Bench, request_: OutcomesRequest | RewriteRequest | SeriesRequest, kind: str
) -> None:
    view = _end(bench, bench.coach.drafts.start("Circle", request_))

    assert (view.state, view.kind) == (RunState.DONE, kind)
    assert view.result is not None
    assert view.result.drafting is not None


def test_a_part_can_be_asked_for(bench: Bench) -> None:
    plan = bench.coach.plan("Circle", REQUEST).plan

    view = _end(bench, bench.coach.drafts.start("Circle", PartRequest(plan=plan, part="a1")))

    assert (view.state, view.kind) == (RunState.DONE, "part")


def test_while_it_goes_on_it_says_what_it_does_and_its_version_grows(model_bench: MakeBench) -> None:
    gate = Gate()
    bench = model_bench(gate.hold)
    job_id = bench.coach.drafts.start("Circle", REQUEST)
    assert gate.asked.wait(PATIENCE_S)

    during = bench.coach.drafts.look(job_id)
    gate.let_go()
    after = _end(bench, job_id)

    assert (during.state, during.model) == (RunState.RUNNING, MODEL)
    assert during.stage == f"{MODEL} is drafting"
    assert after.version > during.version
    assert after.parts == (ArrivingPart(key="a1", heading="The first activity", lines=("Let go.",)),)


def test_parts_of_a_series_are_told_apart(model_bench: MakeBench) -> None:
    bench = model_bench()

    view = _end(bench, bench.coach.drafts.start("Circle", SeriesRequest(session=REQUEST, sessions=2)))

    assert [part.key for part in view.parts] == ["1/a1", "2/a1"]


def test_a_page_that_comes_back_finds_the_job(model_bench: MakeBench) -> None:
    gate = Gate()
    bench = model_bench(gate.hold)
    job_id = bench.coach.drafts.start("Circle", REQUEST)

    found = bench.coach.drafts.current("Circle", "plan")
    gate.let_go()

    assert found is not None
    assert found.id == job_id
    assert _end(bench, job_id).state is RunState.DONE


def test_stop_ends_it_at_the_next_word(model_bench: MakeBench) -> None:
    gate = Gate()
    bench = model_bench(gate.hold)
    job_id = bench.coach.drafts.start("Circle", REQUEST)
    assert gate.asked.wait(PATIENCE_S)

    bench.coach.drafts.stop(job_id)
    stopping = bench.coach.drafts.look(job_id)
    gate.let_go()
    view = _end(bench, job_id)

    assert stopping.is_stopping
    assert (view.state, view.is_stopping, view.result) == (RunState.STOPPED, False, None)
    assert view.problem is not None
    assert "Stopped" in view.problem.message
    [record] = bench.coach.drafts.records("Circle")
    assert record.state is RunState.STOPPED
    # What was sent before the stop is written down: it may have been paid for.
    assert record.spent.calls == 1


def test_a_fallback_is_an_end_of_its_own(model_bench: MakeBench) -> None:
    bench = model_bench([ModelUnavailable("scripted/model did not answer in time.")])

    view = _end(bench, bench.coach.drafts.start("Circle", REQUEST))

    assert (view.state, view.model) == (RunState.FELL_BACK, MODEL)
    assert isinstance(view.result, PlanResult)
    assert view.result.plan.drafted_by == "playbook"


def test_what_cannot_be_done_says_what_to_do(bench: Bench) -> None:
    view = _end(bench, bench.coach.drafts.start("Circle", REQUEST.model_copy(update={"minutes": 5})))

    assert view.state is RunState.FAILED
    assert view.problem is not None
    assert view.problem.message
    assert view.problem.next_step


def test_a_fault_of_ours_is_said_and_costs_nobody_the_page(model_bench: MakeBench) -> None:
    def broken(request: LLMRequest) -> str:
        raise KeyError("a secret")

    bench = model_bench(broken)

    view = _end(bench, bench.coach.drafts.start("Circle", REQUEST))

    assert view.problem is not None
    assert "KeyError" in view.problem.message
    assert "secret" not in view.problem.message
    assert bench.coach.drafts.records("Circle")[0].error == "KeyError"


def test_a_second_one_of_its_kind_is_refused_while_one_goes_on(model_bench: MakeBench) -> None:
    gate = Gate()
    bench = model_bench(gate.hold)
    drafts = bench.coach.drafts
    job_id = drafts.start("Circle", REQUEST)

    with pytest.raises(BadRequest, match=f"drafted already, by {MODEL}"):
        drafts.start("Circle", REQUEST)
    by_rule = drafts.start("Circle", REQUEST, by="playbook")
    other_kind = drafts.start("Circle", RewriteRequest(text=OUTCOME), by="playbook")

    assert _end(bench, by_rule).state is RunState.DONE
    assert _end(bench, other_kind).state is RunState.DONE
    gate.let_go()
    assert _end(bench, job_id).state is RunState.DONE


def test_nobody_else_sees_a_job(model_bench: MakeBench) -> None:
    bench = model_bench()
    bench.coach.create_community("Other")
    drafts = bench.coach.drafts
    job_id = drafts.start("Circle", REQUEST)
    _end(bench, job_id)

    assert drafts.current("Other", "plan") is None
    assert drafts.current("Circle", "plan", actor=SOMEBODY) is None
    for ask in (drafts.look, drafts.stop, drafts.take):
        with pytest.raises(BadRequest, match="not here"):
            ask(job_id, actor=SOMEBODY)


def test_a_community_that_is_removed_takes_its_jobs_along(model_bench: MakeBench) -> None:
    gate = Gate()
    bench = model_bench(gate.hold)
    job_id = bench.coach.drafts.start("Circle", REQUEST)
    assert gate.asked.wait(PATIENCE_S)

    bench.coach.remove_community("Circle")
    gate.let_go()

    with pytest.raises(BadRequest, match="not here"):
        bench.coach.drafts.look(job_id)


def test_ended_jobs_are_let_go_of_the_oldest_first(bench: Bench) -> None:
    drafts = bench.coach.drafts
    jobs = [drafts.start("Circle", RewriteRequest(text=" "), by="playbook") for _ in range(MOST_ENDED)]
    for job_id in jobs:
        _end(bench, job_id)

    for _ in range(2):
        _end(bench, drafts.start("Circle", RewriteRequest(text=" "), by="playbook"))
    drafts.start("Circle", RewriteRequest(text=" "), by="playbook")

    with pytest.raises(BadRequest, match="not here"):
        drafts.look(jobs[0])
    assert drafts.look(jobs[-1]).has_ended


def test_closing_stops_what_goes_on_and_begins_nothing_more(model_bench: MakeBench) -> None:
    gate = Gate()
    bench = model_bench(gate.hold)
    job_id = bench.coach.drafts.start("Circle", REQUEST)
    assert gate.asked.wait(PATIENCE_S)
    threading.Timer(0.2, gate.let_go).start()

    bench.coach.drafts.close()

    assert bench.coach.drafts.look(job_id).state is RunState.STOPPED
    with pytest.raises(BadRequest, match="closed"):
        bench.coach.drafts.start("Circle", REQUEST, by="playbook")


def test_a_model_that_may_not_be_used_is_refused_before_anything_begins(model_bench: MakeBench) -> None:
    bench = model_bench()
    bench.coach.model.set_use("Circle", ModelUse.OFF)

    view = _end(bench, bench.coach.drafts.start("Circle", REQUEST))

    assert view.model == ""
    assert bench.asked == []
