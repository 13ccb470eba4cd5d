"""Who drafts, what happens when a model fails, and what every job leaves behind."""

from __future__ import annotations

import json

import pytest

from coach.errors import BadRequest, ModelAnswerUnusable, ModelRefused, ModelUnavailable, StoreProblem
from coach.jobs.drafts import How
from coach.models import (
    Actor,
    Decision,
    ModelUse,
    OutcomesRequest,
    PartRequest,
    PlanRequest,
    RewriteRequest,
    RunState,
    SeriesRequest,
    SpendingLimits,
    TextNote,
    Visibility,
)

from .asking import MODEL
from .conftest import Bench, MakeBench, ModelBench

OUTCOME = "We want to be able to map a service that crosses team boundaries"
REQUEST = PlanRequest(outcomes=(OUTCOME,), newcomers=2)
LATE = ModelUnavailable("scripted/model did not answer in time.")
NOTES = (
    "# Tuesday\n\nNobody knows who is waiting on whom when a case crosses two teams, and the handover gets lost.\n",
    "# Wednesday\n\nI find it hard to draw the waiting between our two teams so that you can follow the map.\n",
    "# Thursday\n\nHow do we map who waits for whom when a case crosses our teams?\n",
)


def _with_notes(bench: ModelBench) -> ModelBench:
    bench.coach.add_texts("Circle", [TextNote(text=text) for text in NOTES])
    return bench


def test_without_a_model_the_playbook_drafts_and_leaves_a_record(bench: Bench) -> None:
    result = bench.coach.plan("Circle", REQUEST)

    assert result.drafting is not None
    assert (result.drafting.by, result.drafting.told, result.drafting.spent.calls) == ("playbook", (), 0)
    [record] = bench.coach.drafts.records("Circle")
    assert record.id == result.drafting.run_id
    assert (record.kind, record.state, record.model, record.drafted_by) == ("plan", RunState.DONE, "", "playbook")
    assert record.finished is not None


def test_with_a_model_the_model_drafts_and_what_it_took_is_said(model_bench: MakeBench) -> None:
    bench = model_bench(["A title of its own"])

    result = bench.coach.plan("Circle", REQUEST)

    assert result.plan.title == "A title of its own"
    assert result.drafting is not None
    assert (result.drafting.by, result.drafting.spent.calls, result.drafting.fell_back) == (MODEL, 1, False)
    assert result.drafting.spent.cost_usd > 0
    [record] = bench.coach.drafts.records("Circle")
    assert (record.model, record.drafted_by, record.prompts) == (MODEL, MODEL, {"plan v1": "abc"})


def test_the_playbook_drafts_when_it_is_asked_for(model_bench: MakeBench) -> None:
    bench = model_bench()

    result = bench.coach.plan("Circle", REQUEST, by="playbook")

    assert result.plan.drafted_by == "playbook"
    assert bench.asked == []


@pytest.mark.parametrize("problem", [LATE, ModelRefused("scripted/model took no key."), ModelAnswerUnusable("Empty.")])
def test_when_a_model_fails_the_playbook_drafts_and_it_is_said(
    model_bench: MakeBench, problem: ModelUnavailable | ModelRefused | ModelAnswerUnusable
) -> None:
    bench = model_bench([problem])

    result = bench.coach.plan("Circle", REQUEST, by="model")

    assert result.plan.drafted_by == "playbook"
    assert result.drafting is not None
    assert result.drafting.told == (f"{problem.message.rstrip('.')}; the playbook drafted this.",)
    assert result.drafting.fell_back
    [record] = bench.coach.drafts.records("Circle")
    assert (record.state, record.model, record.drafted_by) == (RunState.FELL_BACK, MODEL, "playbook")


def test_when_nothing_may_be_spent_any_more_the_playbook_drafts(model_bench: MakeBench) -> None:
    bench = model_bench(limits=SpendingLimits(calls_per_day=1))
    bench.coach.plan("Circle", REQUEST)

    result = bench.coach.plan("Circle", REQUEST)

    assert result.plan.drafted_by == "playbook"
    assert result.drafting is not None
    assert "the playbook drafted this" in result.drafting.told[0]
    assert len(bench.asked) == 1


def test_a_model_that_is_asked_for_and_not_there_is_refused(bench: Bench, model_bench: MakeBench) -> None:
    with pytest.raises(ModelRefused, match="COACH_MODEL"):
        bench.coach.plan("Circle", REQUEST, by="model")

    shut = model_bench()
    shut.coach.model.set_use("Circle", ModelUse.OFF)
    with pytest.raises(ModelRefused, match="coach model use"):
        shut.coach.plan("Circle", REQUEST, by="model")
    assert shut.coach.plan("Circle", REQUEST).plan.drafted_by == "playbook"
    assert shut.asked == []


def test_a_series_goes_on_with_the_playbook_from_where_the_model_fell_silent(model_bench: MakeBench) -> None:
    bench = model_bench(["First", LATE])

    series = bench.coach.plan_series("Circle", SeriesRequest(session=REQUEST, sessions=3))

    assert [session.plan.drafted_by for session in series.sessions] == [MODEL, "playbook", "playbook"]
    assert series.drafting is not None
    assert series.drafting.by == MODEL
    assert series.drafting.told == (
        "scripted/model did not answer in time; the playbook drafted session 2 and those after it.",
    )
    assert len(bench.asked) == 2


def test_in_a_series_one_answer_without_use_costs_one_session(model_bench: MakeBench) -> None:
    bench = model_bench(["First", ModelAnswerUnusable("Empty."), "Third"])

    series = bench.coach.plan_series("Circle", SeriesRequest(session=REQUEST, sessions=3))

    assert [session.plan.drafted_by for session in series.sessions] == [MODEL, "playbook", MODEL]


def test_a_series_may_spend_what_its_sessions_may(model_bench: MakeBench) -> None:
    bench = model_bench(limits=SpendingLimits(calls_per_job=1))

    series = bench.coach.plan_series("Circle", SeriesRequest(session=REQUEST, sessions=3))

    assert {session.plan.drafted_by for session in series.sessions} == {MODEL}


def test_where_the_notes_tell_too_little_no_model_is_paid(model_bench: MakeBench) -> None:
    bench = model_bench()
    bench.coach.add_texts("Circle", [TextNote(text="# Agenda\n\n- Room 4, 10:00 to 11:30\n- Coffee at 10:45\n")])

    result = bench.coach.outcomes("Circle", OutcomesRequest())

    assert not result.enough
    assert bench.asked == []


def test_outcomes_are_read_from_passages_of_notes_that_may_be_quoted(model_bench: MakeBench) -> None:
    bench = _with_notes(model_bench())

    result = bench.coach.outcomes("Circle", OutcomesRequest())

    assert result.drafted_by == MODEL
    assert "who is waiting on whom" in bench.asked[0]
    [record] = bench.coach.drafts.records("Circle")
    assert len(record.passages) == len(NOTES)


def test_passages_that_may_not_be_quoted_are_never_among_them(model_bench: MakeBench) -> None:
    bench = _with_notes(model_bench())
    closed = next(note for note in bench.coach.notes("Circle") if "Nobody" in bench.coach.note("Circle", note.id).text)
    bench.coach.set_rights("Circle", closed.id, Visibility.MEMBERS, bench.coach.note("Circle", closed.id).consent.NEVER)

    bench.coach.outcomes("Circle", OutcomesRequest())

    assert all("who is waiting on whom" not in said for said in bench.asked)


def test_private_notes_are_named_to_the_drafter(bench: Bench) -> None:
    from coach.jobs.plan import find_input

    report = bench.coach.add_texts("Circle", [TextNote(text="Mine alone.", visibility=Visibility.ONLY_ME)])
    community = bench.coach.community("Circle")

    given = find_input(REQUEST, community, bench.coach.plan_tools("Circle"))

    assert report.added == 1
    assert given.private == {bench.coach.notes("Circle")[0].id}


def test_another_plan_is_told_what_the_ones_before_were(model_bench: MakeBench) -> None:
    bench = model_bench()
    bench.coach.plan("Circle", REQUEST)
    other = bench.coach.create_community("Other")

    bench.coach.plan("Circle", REQUEST.model_copy(update={"seed": 1}))
    bench.coach.plan("Other", REQUEST.model_copy(update={"seed": 1}))

    assert bench.asked[0] == "plan Circle "
    assert len(bench.asked[1]) > len("plan Circle ")
    assert bench.asked[2] == f"plan {other.name} "


def test_a_rewrite_and_a_part_say_who_drafted_them(model_bench: MakeBench) -> None:
    bench = model_bench()
    plan = bench.coach.plan("Circle", REQUEST, by="playbook").plan

    rewrites = bench.coach.rewrites("Circle", RewriteRequest(text=OUTCOME))
    part = bench.coach.redraft_part("Circle", PartRequest(plan=plan, part="a1"))

    assert rewrites.drafted_by == MODEL
    assert part.drafting is not None
    assert (part.drafting.by, part.drafting.by_part) == (MODEL, {"a1": MODEL})
    assert [record.kind for record in bench.coach.drafts.records()] == ["part", "rewrite", "plan"]


def test_the_playbook_says_that_it_takes_a_wish_as_a_direction_only(bench: Bench) -> None:
    plan = bench.coach.plan("Circle", REQUEST).plan

    drafting = bench.coach.redraft_part("Circle", PartRequest(plan=plan, part="a1", wish="quieter")).drafting

    assert drafting is not None
    assert "direction only" in drafting.told[0]
    assert drafting.by_part == {"a1": "playbook"}


@pytest.mark.parametrize(("text", "says"), [("  ", "no outcome"), ("map " * 200, "longer than")])
def test_a_rewrite_needs_one_sentence(bench: Bench, text: str, says: str) -> None:
    with pytest.raises(BadRequest, match=says):
        bench.coach.rewrites("Circle", RewriteRequest(text=text))


@pytest.mark.parametrize("part", ["nowhere", "b1"])
def test_only_a_part_that_somebody_drafts_is_drafted_again(bench: Bench, part: str) -> None:
    plan = bench.coach.plan("Circle", REQUEST.model_copy(update={"minutes": 120})).plan

    with pytest.raises(BadRequest):
        bench.coach.redraft_part("Circle", PartRequest(plan=plan, part=part))


def test_words_are_kept_only_where_the_community_keeps_suggestions(model_bench: MakeBench) -> None:
    bench = model_bench()
    bench.coach.plan("Circle", REQUEST)
    bench.coach.model.set_keeping("Circle", True)
    kept = bench.coach.plan("Circle", REQUEST)

    newest, before = bench.coach.drafts.records("Circle")

    assert (before.request, before.suggestion) == ("", "")
    assert json.loads(newest.request)["outcomes"] == [OUTCOME]
    assert json.loads(newest.suggestion)["plan"]["title"] == kept.plan.title


def test_decisions_lose_their_words_unless_the_community_keeps_them(model_bench: MakeBench) -> None:
    bench = model_bench()
    result = bench.coach.plan("Circle", REQUEST)
    assert result.drafting is not None
    run_id, edit = result.drafting.run_id, Decision(what="edit", part="a1", before="old words", after="new words")

    bench.coach.drafts.decide("Circle", run_id, edit)
    bench.coach.model.set_keeping("Circle", True)
    bench.coach.drafts.decide("Circle", run_id, edit, actor=Actor(id="amina"))

    first, second = bench.coach.drafts.record(run_id).decisions
    assert (first.before, first.after, first.actor_id, first.at) == ("", "", "local-owner", bench.clock.now())
    assert (second.before, second.after, second.actor_id) == ("old words", "new words", "amina")


def test_a_decision_on_another_communitys_run_is_refused(model_bench: MakeBench) -> None:
    bench = model_bench()
    bench.coach.create_community("Other")
    result = bench.coach.plan("Circle", REQUEST)
    assert result.drafting is not None

    with pytest.raises(BadRequest, match="no run"):
        bench.coach.drafts.decide("Other", result.drafting.run_id, Decision(what="accept"))


def test_a_request_that_cannot_be_met_leaves_a_record_of_its_kind_only(bench: Bench) -> None:
    with pytest.raises(BadRequest):
        bench.coach.plan("Circle", REQUEST.model_copy(update={"minutes": 5}))

    [record] = bench.coach.drafts.records("Circle")
    assert (record.state, record.error, record.told) == (RunState.FAILED, "BadRequest", ())


def test_a_store_that_cannot_write_records_does_not_lose_the_draft(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: object, record: object) -> None:
        raise StoreProblem("The disk is full.")

    # A real full disk would fail the reading as well: the one call is made to fail.
    monkeypatch.setattr(type(bench.store.records().runs()), "write", refuse)

    result = bench.coach.plan("Circle", REQUEST)

    assert result.plan.parts
    assert result.drafting is not None
    assert result.drafting.run_id == ""
    assert "could not be written" in result.drafting.told[0]


@pytest.mark.parametrize("change", ["add", "rights", "undo"])
def test_any_change_of_notes_lets_go_of_kept_answers(model_bench: MakeBench, change: str) -> None:
    from coach.ports import LLMReply

    bench = _with_notes(model_bench())
    community = bench.coach.community("Circle")
    answers = bench.store.records().answers(community.id)
    answers.keep("key", LLMReply("Kept.", MODEL, 1, 1, 0.0, 0.1))
    assert answers.find("key") is not None

    note = bench.coach.notes("Circle")[0]
    if change == "add":
        bench.coach.add_texts("Circle", [TextNote(text="One more.")])
    elif change == "rights":
        bench.coach.set_rights("Circle", note.id, Visibility.ONLY_ME, note.consent)
    else:
        bench.coach.undo("Circle")

    assert answers.find("key") is None


def test_whatever_is_asked_for_is_done_by_its_request(bench: Bench) -> None:
    jobs = bench.coach.drafts.jobs

    made = [jobs.do("Circle", request, How()) for request in (REQUEST, SeriesRequest(session=REQUEST, sessions=2))]

    assert [type(item).__name__ for item in made] == ["PlanResult", "Series"]


def test_a_job_broken_off_at_the_keyboard_counts_as_stopped(model_bench: MakeBench) -> None:
    def press(request: object) -> str:
        raise KeyboardInterrupt

    bench = model_bench(press)

    with pytest.raises(KeyboardInterrupt):
        bench.coach.plan("Circle", REQUEST)

    [record] = bench.coach.drafts.records("Circle")
    assert (record.state, record.spent.calls) == (RunState.STOPPED, 1)


def test_the_last_session_of_a_series_has_none_after_it(model_bench: MakeBench) -> None:
    bench = model_bench(["First", LATE])

    series = bench.coach.plan_series("Circle", SeriesRequest(session=REQUEST, sessions=2))

    assert series.drafting is not None
    assert series.drafting.told == ("scripted/model did not answer in time; the playbook drafted session 2.",)
