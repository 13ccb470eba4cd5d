"""A plan on its way: seen as it comes, stopped, found again, and said who drafted it and what happened on the way."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from coach.errors import ModelRefused
from coach.models import ArrivingPart, JobProblem, RunState
from tests.ui.conftest import go_to, keys, open_page, press, said, seen
from tests.ui.fake_coach import DEMO, FakeCoach
from tests.ui.fake_drafts import BY_MODEL, MODEL
from tests.ui.test_plan import OUTCOME

SHAPE = f"{DEMO.name}/plan.shape"
WORDS = "We want to be able to map a service so that others can read it."
COMING = (
    ArrivingPart(key="opening", heading="Opening <b>", lines=("Say what tonight", "is for <i>"), state="checked"),
    ArrivingPart(key="a1", heading="Everyone draws", lines=("Fetch the pe",), state="arriving"),
    ArrivingPart(key="r1", heading="Tell it back", state="waiting"),
)


def typed() -> AppTest:
    at = open_page("plan")
    at.text_area(key=OUTCOME).set_value(WORDS).run()
    return at


def test_parts_are_seen_under_their_headings_as_they_come(model_coach: FakeCoach) -> None:
    at = press(typed(), "draft")
    page = said(at)
    assert f"{MODEL} is drafting a plan" in page
    assert "Looking" in page
    assert "draft" not in keys(at)
    model_coach.drafts.arrive(*COMING)
    page = seen(at)
    for words in (
        "Opening &lt;b&gt;",
        "is for &lt;i&gt;",
        "Fetch the pe",
        "checked",
        "coming in",
        "still to come",
        "3 s",
    ):
        assert words in page
    assert "Opening <b>" not in page
    model_coach.drafts.finish()
    page = seen(at)
    assert "Everyone draws the same case" in page
    assert "Fetch the pe" not in page
    assert "stop-plan" not in keys(at)


@pytest.mark.parametrize(("state", "words"), [("checking", "being checked"), ("mending", "being mended")])
def test_each_state_of_a_part_is_said_in_words(model_coach: FakeCoach, state: Any, words: str) -> None:
    at = press(typed(), "draft")
    model_coach.drafts.arrive(ArrivingPart(key="a1", heading="Everyone draws", state=state))
    assert words in seen(at)


def test_what_is_being_done_is_not_said_twice(model_coach: FakeCoach) -> None:
    at = press(typed(), "draft")
    model_coach.drafts.arrive(stage=f"{MODEL} is drafting")
    assert "Waiting for its first words" in seen(at)
    model_coach.drafts.arrive(*COMING, stage=f"{MODEL} is drafting")
    page = seen(at)
    assert "Its words are coming in" in page
    assert f">{MODEL} is drafting<" not in page


def test_a_draft_goes_on_through_a_page_change_and_a_new_window(model_coach: FakeCoach) -> None:
    at = press(typed(), "draft")
    model_coach.drafts.arrive(*COMING)
    assert "Fetch the pe" in said(go_to(go_to(at, "home"), "plan"))
    assert "Fetch the pe" in said(open_page("plan"))
    model_coach.drafts.finish()
    # Both windows watched it; whichever looks first, neither loses it.
    assert "Everyone draws the same case" in said(open_page("plan"))
    assert "Everyone draws the same case" in seen(at)
    assert len(model_coach.drafts.asked) == 1


def test_a_draft_that_ended_while_nobody_looked_is_on_the_desk(model_coach: FakeCoach) -> None:
    at = press(typed(), "draft")
    go_to(at, "home")
    model_coach.drafts.finish()
    at = go_to(at, "plan")
    assert "Everyone draws the same case" in said(at)
    assert "Version" not in said(go_to(go_to(at, "home"), "plan")), "it is laid down once"


def test_a_draft_can_be_stopped_and_nothing_typed_is_lost(model_coach: FakeCoach) -> None:
    at = press(press(typed(), "draft"), "stop-plan")
    assert at.button(key="stop-plan").label == "Stopping"
    assert at.button(key="stop-plan").disabled
    problem = JobProblem(message="Stopped, as you asked. Nothing was changed.", next_step="Ask again when you like.")
    model_coach.drafts.finish(state=RunState.STOPPED, problem=problem)
    page = seen(at)
    assert "Stopped, as you asked. Nothing was changed." in page
    assert at.text_area(key=OUTCOME).value == WORDS
    assert "Stopped, as you asked." not in said(press(at, "seen-plan"))


def test_a_failure_says_what_is_safe_and_what_to_do_until_it_is_put_away(model_coach: FakeCoach) -> None:
    at = press(typed(), "draft")
    problem = JobProblem(message="The database is full. Your notes are safe.", next_step="Run `coach doctor`.")
    model_coach.drafts.finish(state=RunState.FAILED, problem=problem)
    page = seen(at)
    assert "The database is full. Your notes are safe." in page
    assert "Run <code>coach doctor</code>." in page
    assert "The database is full." in said(go_to(go_to(at, "home"), "plan"))
    model_coach.drafts.holds = False
    page = said(press(at, "draft"))
    assert "The database is full." not in page
    assert "Everyone draws the same case" in page


def test_what_cannot_be_begun_is_answered_at_once(model_coach: FakeCoach) -> None:
    at = typed()
    model_coach.drafts.refusal = ModelRefused("No model may be used here.", "Let the playbook draft.")
    page = said(press(at, "draft"))
    assert "No model may be used here." in page
    assert at.text_area(key=OUTCOME).value == WORDS


def test_a_plan_by_the_playbook_is_there_at_once_and_nothing_flickers_past(demo_coach: FakeCoach) -> None:
    at = press(typed(), "draft")
    assert "Everyone draws the same case" in said(at)
    assert demo_coach.drafts.waited == [("job-1", 1.5)]
    assert [by for _, by in demo_coach.drafts.asked] == ["playbook"]


def test_a_model_is_not_waited_for(model_coach: FakeCoach) -> None:
    press(typed(), "draft")
    assert model_coach.drafts.waited == []
    assert [by for _, by in model_coach.drafts.asked] == ["auto"]


def test_a_series_is_seen_as_it_comes(model_coach: FakeCoach) -> None:
    at = typed()
    at.segmented_control(key=SHAPE).set_value("A series").run()
    at = press(at, "draft")
    model_coach.drafts.arrive(
        ArrivingPart(key="1/a1", heading="1 · Everyone draws", lines=("Read",)), stage="Session 1 of 3"
    )
    page = seen(at)
    assert f"{MODEL} is drafting a series" in page
    assert "Session 1 of 3" in page
    assert "1 · Everyone draws" in page
    model_coach.drafts.finish()
    page = seen(at)
    assert "Purpose of session 3." in page
    assert "2 questions to the model · 5,120 tokens · $0.02" in page


def test_a_session_opened_alone_says_who_drafted_it_and_that_the_cost_is_the_whole_series(
    model_coach: FakeCoach,
) -> None:
    by_part = {"1/a1": "playbook", "2/a2": "playbook"}
    model_coach.drafts.drafting = BY_MODEL.model_copy(update={"by_part": by_part})
    model_coach.drafts.holds = False
    at = typed()
    at.segmented_control(key=SHAPE).set_value("A series").run()
    at = press(press(at, "draft"), "open-alone-1")
    page = said(at)
    assert "What it took is what the whole series took." in page
    assert "5,120 tokens" in page
    press(at, "another-version")
    assert [(run, one.what) for _, run, one in model_coach.drafts.decisions] == [("run-m", "reject")]


def test_a_job_that_the_program_has_forgotten_is_let_go_of(model_coach: FakeCoach) -> None:
    at = press(typed(), "draft")
    model_coach.drafts.jobs.clear()
    assert "draft" in keys(go_to(go_to(at, "home"), "plan"))


def test_what_was_turned_away_from_is_not_told_of_later(model_coach: FakeCoach) -> None:
    at = press(typed(), "draft")
    first = next(iter(model_coach.drafts.jobs))
    press(at, "stop-plan")
    problem = JobProblem(message="Stopped, as you asked.")
    model_coach.drafts.finish(state=RunState.STOPPED, problem=problem)
    assert "Stopped, as you asked." not in said(open_page("home"))
    model_coach.drafts.holds = False
    press(at.run(), "draft")
    assert first in model_coach.drafts.taken
