"""Outcomes with a model: asked when somebody says so, said who drafted them; and one's own words said another way."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from coach.errors import BadRequest
from coach.models import ArrivingPart, JobProblem, OutcomesRequest, RewriteRequest, RunState
from tests.ui.conftest import finish_job, go_to, keys, open_page, press, said, seen
from tests.ui.fake_coach import FakeCoach
from tests.ui.fake_drafts import BY_MODEL, BY_PLAYBOOK, FELL_BACK, MODEL
from tests.ui.good_outcomes import READ
from tests.ui.test_outcomes import ABOUT, LINES, OTHER_ID, READ_ID, VAGUE_ID, carry, own
from ui.components.outcome_words import id_of

MINE = "We want to be able to draw"
MINE_ID = id_of(MINE)


def opened(coach: FakeCoach) -> AppTest:
    """Return the page with the playbook's set on it and a model that takes its time."""
    coach.drafts.holds = False
    at = open_page("outcomes")
    coach.drafts.holds = True
    return at


def asked(coach: FakeCoach) -> list[tuple[str, int, str]]:
    """Return what was asked for: about what, with which seed, of whom."""
    return [(one.about, one.seed, by) for one, by in coach.drafts.asked if isinstance(one, OutcomesRequest)]


def told(coach: FakeCoach) -> list[tuple[str, str, str]]:
    return [(one.what, one.part, one.field) for _, _, one in coach.drafts.decisions]


def test_the_playbook_answers_first_and_a_model_is_asked_when_somebody_says_so(model_coach: FakeCoach) -> None:
    at = opened(model_coach)
    assert "Drafted by the playbook, no model" in said(at)
    assert asked(model_coach) == [("", 0, "playbook")]
    at = press(at, "ask-model-now")
    assert asked(model_coach)[-1] == ("", 1, "auto")
    model_coach.drafts.arrive(ArrivingPart(key="outcome-1", heading="The first", lines=("We want to be ab",)))
    page = seen(at)
    assert f"{MODEL} is listening to your notes" in page
    assert "We want to be ab" in page
    assert f"plan-{READ_ID}" not in keys(at)
    at = finish_job(at, model_coach)
    assert f"plan-{OTHER_ID}" in keys(at)
    assert "2 questions to the model · 5,120 tokens" in said(at)
    assert f"plan-{VAGUE_ID}" in keys(press(at, "earlier-set"))


def test_what_is_sent_for_outcomes_is_one_press_away(model_coach: FakeCoach) -> None:
    page = said(press(opened(model_coach), "sent-outcomes"))
    assert "You help a community plan." in page
    assert [by for _, _, by in asked(model_coach)] == ["playbook"]


def test_without_a_model_nobody_is_offered_one(demo_coach: FakeCoach) -> None:
    assert "ask-model-now" not in keys(open_page("outcomes"))


def test_a_set_in_the_making_goes_on_through_a_page_change(model_coach: FakeCoach) -> None:
    at = press(opened(model_coach), "ask-model-now")
    assert "is listening to your notes" in said(go_to(go_to(at, "home"), "outcomes"))
    assert "is listening to your notes" in said(open_page("outcomes"))
    assert len(asked(model_coach)) == 2


def test_a_stopped_set_leaves_the_one_before(model_coach: FakeCoach) -> None:
    at = press(press(opened(model_coach), "ask-model-now"), "stop-outcomes")
    model_coach.drafts.finish(state=RunState.STOPPED, problem=JobProblem(message="Stopped, as you asked."))
    assert "Stopped, as you asked." in seen(at)
    assert f"plan-{READ_ID}" in keys(at)
    assert "Stopped, as you asked." not in said(press(at, "seen-outcomes"))


def test_a_model_that_fell_silent_can_be_asked_again(model_coach: FakeCoach) -> None:
    at = press(opened(model_coach), "ask-model-now")
    model_coach.drafts.drafting = FELL_BACK
    at = finish_job(at, model_coach)
    assert "did not answer in time" in said(at)
    assert "ask-model-now" not in keys(at), "one way is enough"
    press(at, "again-outcomes")
    assert asked(model_coach)[-1][2] == "auto"


def test_another_subject_turns_away_from_what_is_being_drafted(model_coach: FakeCoach) -> None:
    at = press(opened(model_coach), "ask-model-now")
    model_coach.drafts.holds = False
    at.text_input(key=ABOUT).set_value("maps").run()
    assert asked(model_coach)[-1] == ("maps", 0, "playbook")
    assert model_coach.drafts.jobs["job-2"].is_stopping
    assert f"plan-{READ_ID}" in keys(at)


def test_a_subject_that_cannot_be_asked_for_is_answered_until_another_is(demo_coach: FakeCoach) -> None:
    at = open_page("outcomes")
    at.text_input(key=ABOUT).set_value("a\0b").run()
    assert "These are no words." in said(at)
    at.text_input(key=ABOUT).set_value("maps").run()
    assert "These are no words." not in said(at)
    assert f"plan-{READ_ID}" in keys(at)


def test_what_becomes_of_an_outcome_is_told(demo_coach: FakeCoach) -> None:
    demo_coach.drafts.drafting = BY_PLAYBOOK
    at = press(open_page("outcomes"), f"drop-{VAGUE_ID}")
    at = press(at, f"edit-{READ_ID}")
    at.text_area[0].set_value("We want to be able to read maps.").run()
    at = press(at, f"keep-{READ_ID}")
    press(at, "others")
    assert told(demo_coach) == [
        ("reject", "outcome-2", ""),
        ("edit", "outcome-1", "text"),
        ("reject", "", ""),
    ]
    edit = demo_coach.drafts.decisions[1][2]
    assert (edit.before, edit.after) == (READ, "We want to be able to read maps.")


def test_an_outcome_that_is_planned_with_is_told_as_yes(demo_coach: FakeCoach) -> None:
    demo_coach.drafts.drafting = BY_PLAYBOOK
    carry(open_page("outcomes"), f"plan-{READ_ID}")
    assert told(demo_coach) == [("accept", "outcome-1", "")]


# -- one's own words, another way ----------------------------------------------------------------------
def test_ones_own_words_are_said_another_way_and_one_press_takes_one(demo_coach: FakeCoach) -> None:
    demo_coach.drafts.drafting = BY_PLAYBOOK
    at = press(own(open_page("outcomes"), MINE), f"rewrite-{MINE_ID}")
    page = said(at)
    assert "Other ways to say it, drafted by the playbook" in page
    assert "We want to be able to draw a &lt;wait&gt;." in page
    assert "For people on the phones." in page
    at = press(at, f"use-rewrite-{MINE_ID}-1")
    assert at.text_area(key=LINES).value == "We want to be able to show who waits."
    assert f"It said: {MINE}" in said(at)
    assert told(demo_coach) == [("accept", "rewrite-2", "")]


def test_other_ways_come_in_beside_their_own_sentence(model_coach: FakeCoach) -> None:
    at = press(own(opened(model_coach), f"{MINE}\nMaps"), f"rewrite-{MINE_ID}")
    page = said(at)
    assert page.count("is looking for other ways to say it") == 1
    assert not [key for key in keys(at) if key.startswith("rewrite-")], "one at a time"
    at = go_to(go_to(at, "home"), "outcomes")
    model_coach.drafts.drafting = BY_MODEL
    at = finish_job(at, model_coach)
    assert said(at).count('class="c-offer-words"') == 2
    assert f"use-rewrite-{MINE_ID}-0" in keys(at)


def test_other_ways_again_take_another_seed_and_ones_own_can_stay(demo_coach: FakeCoach) -> None:
    demo_coach.drafts.drafting = BY_PLAYBOOK
    at = press(own(open_page("outcomes"), MINE), f"rewrite-{MINE_ID}")
    at = press(at, f"rewrite-{MINE_ID}")
    asked_for = [one for one, _ in demo_coach.drafts.asked if isinstance(one, RewriteRequest)]
    assert [(one.text, one.seed) for one in asked_for] == [(MINE, 0), (MINE, 1)]
    assert "There are no others that really differ." in said(at)
    at = press(at, f"keep-own-{MINE_ID}")
    assert "There are no others" not in said(at)
    assert at.text_area(key=LINES).value == MINE
    assert told(demo_coach) == [("reject", "", "")] * 2


def test_what_cannot_be_said_another_way_says_why(demo_coach: FakeCoach) -> None:
    at = own(open_page("outcomes"), MINE)
    demo_coach.drafts.refusal = BadRequest("That is longer than 600 characters.", "Keep to one sentence.")
    assert "That is longer than 600 characters." in said(press(at, f"rewrite-{MINE_ID}"))
