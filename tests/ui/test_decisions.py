"""What people do with a suggestion is told on the side: taken up, changed, or turned down."""

from __future__ import annotations

import pytest

from coach.errors import StoreProblem
from coach.models import PlanRequest, SeriesRequest
from tests.ui.conftest import open_page, press, said, seen
from tests.ui.fake_coach import DEMO, FakeCoach
from tests.ui.fake_drafts import BY_MODEL, BY_PLAYBOOK
from tests.ui.test_plan import everything
from tests.ui.test_who_drafts import WORDS, drafted, typed
from ui import resources
from ui.components.around_session import to_sheet
from ui.components.plan_desk import to_markdown
from ui.components.series_desk import series_markdown
from ui.shelf import Shelf


def done(coach: FakeCoach) -> list[tuple[str, str, str, str]]:
    """Return what was told: the run, what was done, to which part and which field."""
    return [(run, one.what, one.part, one.field) for _, run, one in coach.drafts.decisions]


def test_changed_words_are_told_with_what_stood_there(demo_coach: FakeCoach) -> None:
    at = press(everything(drafted(demo_coach, BY_PLAYBOOK)), "edit-a1")
    at.text_area(key=f"{DEMO.name}/plan.edit.0.a1.0").set_value("Read the case aloud.").run()
    press(at, "keep-words")
    assert done(demo_coach) == [("run-p", "edit", "a1", "steps.0.does")]
    _, _, edit = demo_coach.drafts.decisions[0]
    assert (edit.before, edit.after) == ("Read the case on your own.", "Read the case aloud.")


def test_the_words_of_a_thought_put_in_place_are_told(demo_coach: FakeCoach) -> None:
    press(everything(drafted(demo_coach, BY_PLAYBOOK)), "use-v0-r1-0-0")
    assert {(run, what, part) for run, what, part, _ in done(demo_coach)} == {("run-p", "edit", "r1")}


def test_another_version_and_another_draft_of_a_part_are_told_as_no(model_coach: FakeCoach) -> None:
    at = press(everything(drafted(model_coach, BY_MODEL)), "redraft-a1")
    at = press(at, "redraft-go-a1")
    press(at, "another-version")
    assert done(model_coach) == [("run-m", "reject", "a1", ""), ("run-m", "reject", "", "")]


def test_a_thought_that_was_left_is_told(demo_coach: FakeCoach) -> None:
    press(everything(drafted(demo_coach, BY_PLAYBOOK)), "leave-v0-a1-0")
    assert done(demo_coach) == [("run-p", "reject", "a1", "thoughts.A7")]


def test_taking_a_plan_away_or_printing_it_is_told_as_yes(demo_coach: FakeCoach) -> None:
    drafted(demo_coach, BY_PLAYBOOK)
    shelf = Shelf()
    shelf.put(demo_coach.drafts.jobs["job-1"].result)
    assert to_markdown(shelf, resources.coach(), DEMO.name).startswith("# ")
    assert to_sheet(shelf, resources.coach(), DEMO.name, lambda plan: plan.title)
    assert done(demo_coach) == [("run-p", "accept", "", "")] * 2


def test_taking_a_series_away_is_told_as_yes(demo_coach: FakeCoach) -> None:
    open_page("plan")
    demo_coach.drafts.drafting = BY_PLAYBOOK
    demo_coach.drafts.start(DEMO.name, SeriesRequest(session=PlanRequest(outcomes=(WORDS,))))
    series = list(demo_coach.drafts.jobs.values())[-1].result
    assert series_markdown(series, resources.coach(), DEMO.name).startswith("# ")
    assert done(demo_coach) == [("run-p", "accept", "", "")]


@pytest.mark.parametrize("problem", [StoreProblem("The database is locked."), RuntimeError("surprise")])
def test_what_cannot_be_told_disturbs_nobody(demo_coach: FakeCoach, problem: Exception) -> None:
    demo_coach.drafts.problem = problem
    at = press(drafted(demo_coach, BY_PLAYBOOK), "another-version")
    assert "Version 2 of 2" in said(at)
    assert "locked" not in said(at)


def test_without_a_record_nothing_is_told(demo_coach: FakeCoach) -> None:
    at = press(typed(), "draft")
    assert "Version 2 of 2" in seen(press(at, "another-version"))
    assert not demo_coach.drafts.decisions
