"""Is it worth our time: outcomes with their signs, what was heard in the notes, and the stages to talk about."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from coach.models import KeptOutcome, Sign
from tests.ui.conftest import go_to, keys, open_page, press, said
from tests.ui.fake_coach import DEMO, FakeCoach
from tests.ui.good_brief import SHOWN
from ui.components.learning_keeping import with_signs

TEXT, SIGNS = f"{DEMO.name}/learning.text", f"{DEMO.name}/learning.signs"
WISH = "We want to be able to <map> a service."
SIGN = "Somebody reads it & asks nothing."


@pytest.fixture
def kept(demo_coach: FakeCoach) -> KeptOutcome:
    """An outcome with one sign, kept."""
    one: KeptOutcome = demo_coach.learning.keep_outcome(
        DEMO.name, KeptOutcome(text=WISH, signs=(Sign(text=SIGN), Sign(text="Second")))
    )
    return one


def now(coach: FakeCoach) -> KeptOutcome:
    """Return the outcome as it is kept."""
    one: KeptOutcome = next(iter(coach.learning.kept.values()))
    return one


def write(at: AppTest, text: str, signs: str) -> AppTest:
    """Fill in the form for an outcome and keep it."""
    at.text_area(key=TEXT).set_value(text)
    at.text_area(key=SIGNS).set_value(signs)
    return press(at, "save-kept")


def test_an_empty_page_says_what_to_do_first(demo_coach: FakeCoach) -> None:
    demo_coach.learning.hears = False
    page = said(open_page("learning"))
    assert "No outcome is kept here yet." in page
    assert "Wishes in the notes" not in page


def test_an_outcome_is_written_down_with_its_signs_and_taken_back(demo_coach: FakeCoach) -> None:
    at = write(press(open_page("learning"), "add-kept"), WISH, f"{SIGN}\n\n Second ")
    assert [one.text for one in now(demo_coach).signs] == [SIGN, "Second"]
    assert "We want to be able to &lt;map&gt; a service." in said(at)
    assert "reads it &amp; asks nothing." in said(at)
    press(at, "undo-learning")
    assert demo_coach.learning.kept == {}


def test_nothing_written_is_said_and_the_form_stays(demo_coach: FakeCoach) -> None:
    at = write(press(open_page("learning"), "add-kept"), " ", "A sign")
    assert "Nothing is written." in said(at)
    assert at.text_area(key=SIGNS).value == "A sign"


def test_what_is_changed_keeps_what_was_said_of_a_sign(demo_coach: FakeCoach, kept: KeptOutcome) -> None:
    seen = kept.signs[0].model_copy(update={"seen": "seen"})
    before = kept.model_copy(update={"signs": (seen, kept.signs[1])})
    after = with_signs(before, " Other words ", f"New\n{SIGN}")
    assert after.text == "Other words"
    assert [(one.text, one.seen) for one in after.signs] == [("New", "open"), (SIGN, "seen")]
    at = write(press(open_page("learning"), f"change-{kept.id}"), "Changed", SIGN)
    assert now(demo_coach).text == "Changed"
    press(at, "undo-learning")
    assert now(demo_coach) == kept


def test_a_sign_is_said_to_be_seen_or_not(demo_coach: FakeCoach, kept: KeptOutcome) -> None:
    field = f"sign-is-{kept.id}-{kept.signs[0].id}"
    at = open_page("learning")
    at.segmented_control(key=field).set_value("not_seen").run()
    assert now(demo_coach).signs[0].seen == "not_seen"
    assert now(demo_coach).signs[1].seen == "open"
    at = press(at, "undo-learning")
    assert now(demo_coach).signs[0].seen == "open"
    assert at.segmented_control(key=field).value == "open"


def test_words_found_in_the_notes_are_confirmed_by_a_person(demo_coach: FakeCoach, kept: KeptOutcome) -> None:
    sign = kept.signs[0]
    at = press(open_page("learning"), f"shows-{kept.id}-{sign.id}-0")
    assert now(demo_coach).signs[0].seen == "seen"
    assert [one.shown for one in now(demo_coach).signs[0].evidence] == [SHOWN]
    assert f"shows-{kept.id}-{sign.id}-0" not in keys(at)
    assert 'class="c-mark"' in said(press(at, f"open-sign-{kept.id}-{sign.id}-0"))


def test_something_is_said_about_a_sign(demo_coach: FakeCoach, kept: KeptOutcome) -> None:
    key = f"{kept.id}-{kept.signs[0].id}"
    at = press(open_page("learning"), f"remark-{key}")
    at.text_input(key=f"{DEMO.name}/learning.remark.{key}").set_value("Twice in <May>.")
    at = press(at, f"save-remark-{key}")
    assert "“Twice in &lt;May&gt;.”" in said(at)


def test_an_outcome_is_put_aside_with_why_and_taken_up_again(demo_coach: FakeCoach, kept: KeptOutcome) -> None:
    at = press(open_page("learning"), f"aside-{kept.id}")
    at.text_input(key=f"{DEMO.name}/learning.why").set_value("Nobody has time <now>.")
    at = press(at, "save-aside")
    assert now(demo_coach).ended is not None
    assert "What we stopped, and why" in [one.value for one in at.subheader]
    assert "Put aside on 26 Nov 2026. Nobody has time &lt;now&gt;." in said(at)
    press(at, f"up-{kept.id}")
    assert (now(demo_coach).ended, now(demo_coach).ended_why) == (None, "")


def test_an_outcome_is_removed_and_put_back(demo_coach: FakeCoach, kept: KeptOutcome) -> None:
    at = press(open_page("learning"), f"remove-{kept.id}")
    assert demo_coach.learning.kept == {}
    press(at, "undo-learning")
    assert now(demo_coach) == kept


def test_a_wish_that_was_heard_is_kept_with_one_press(demo_coach: FakeCoach) -> None:
    at = press(open_page("learning"), "keep-wish-0")
    assert now(demo_coach).text == SHOWN
    assert len(now(demo_coach).evidence) == 1
    assert "Kept, in the words of the note." in said(at)


def test_what_nobody_planned_and_what_did_not_work_open_their_notes(demo_coach: FakeCoach) -> None:
    at = open_page("learning")
    headings = [one.value for one in at.subheader]
    assert {"What happened that nobody planned", "What did not work"} <= set(headings)
    assert 'class="c-mark"' in said(press(at, "open-hard-0"))


def test_the_stages_are_talked_about_and_give_no_verdict(demo_coach: FakeCoach) -> None:
    at = open_page("learning")
    assert [one.label for one in at.expander if one.label in ("Potential", "Transformation")]
    assert "Who &lt;else&gt; is here?" in said(at)
    assert "There is no better or worse one" in said(at)


def test_everything_is_worked_out_once_until_something_changes(demo_coach: FakeCoach) -> None:
    at = open_page("learning")
    at.run()
    assert demo_coach.learning.looked == 1
    press(at, "keep-wish-0")
    assert demo_coach.learning.looked == 2


def test_an_outcome_of_a_plan_is_kept_with_its_sign(demo_coach: FakeCoach) -> None:
    at = open_page("plan")
    at.text_area(key=f"{DEMO.name}/plan.outcome.0").set_value("We want to be able to map a service.").run()
    at = press(at, "draft")
    at = press(at, "keep-outcome-0")
    assert len(now(demo_coach).signs) == 1
    assert "It is kept to come back to" in said(at)
    assert "keep-outcome-0" not in keys(at)
    at = press(at, "undo-plan")
    assert demo_coach.learning.kept == {}
    assert "keep-outcome-0" in keys(at)
    assert "No outcome is kept here yet." in said(go_to(at, "learning"))
