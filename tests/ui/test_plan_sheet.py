"""The page to hold: what is promised, what is said, and what stands behind it."""

from __future__ import annotations

import datetime as dt

import pytest
from streamlit.testing.v1 import AppTest

from coach.models import Promise
from tests.ui.conftest import go_to, keys, open_page, press, said
from tests.ui.fake_coach import DEMO, FakeCoach
from tests.ui.good_plan import NEXT_PROMPT
from tests.ui.test_pieces import part, plan
from tests.ui.test_plan import OUTCOME, drafted, everything
from ui.components.plan_part import render_part
from ui.components.plan_prepare import render_prepare
from ui.components.promises import render_promises
from ui.components.run_sheet import render_run_sheet
from ui.components.timeline import blocks_of

WISHES = f"{DEMO.name}/plan.by_the_end"


def with_wishes(*lines: str) -> AppTest:
    at = open_page("plan")
    at.text_area(key=OUTCOME).set_value("We want to be able to map a service.").run()
    at.text_area(key=WISHES).set_value("\n".join(lines)).run()
    return at


def test_what_else_people_should_have_is_asked_for_line_by_line(demo_coach: FakeCoach) -> None:
    at = press(with_wishes("- each page has an owner", "", "each page has an owner", "a date is set"), "draft")
    assert demo_coach.planned is not None
    assert demo_coach.planned.by_the_end == ("each page has an owner", "a date is set")
    page = said(at)
    assert '<span class="c-sr">at </span>0:08' in page
    assert "In “What came up”." in page
    assert "No minute is planned for it yet." in page


def test_more_than_five_things_are_answered_calmly_and_stay_typed(demo_coach: FakeCoach) -> None:
    lines = [f"thing number {number}" for number in range(6)]
    at = press(with_wishes(*lines), "draft")
    assert "These are 6 things; one session carries up to 5." in said(at)
    assert demo_coach.planned is None
    at = go_to(go_to(at, "home"), "plan")
    assert at.text_area(key=WISHES).value == "\n".join(lines)


def test_a_single_word_gets_a_hint(demo_coach: FakeCoach) -> None:
    assert "“owners” is a single word" in said(with_wishes("owners"))


def test_the_page_to_hold_says_what_the_host_says_and_folds_what_people_do(demo_coach: FakeCoach) -> None:
    page = said(drafted())
    assert "“Tonight everyone draws.”" in page
    assert "<summary" in page
    assert "Press a line to see what people do. 2 thoughts on the parts stand under “Everything”." in page
    assert "If you are new" not in page
    assert "We noticed 2 things worth mending and 1 question to ask yourselves." in page


def test_everything_stays_chosen_on_the_way_back(demo_coach: FakeCoach) -> None:
    at = go_to(go_to(everything(drafted()), "home"), "plan")
    assert "If you are new" in said(at)


def test_a_line_that_nobody_wrote_down_is_not_put_in_quotes() -> None:
    sheet = render_run_sheet(blocks_of(plan()), {"a1": 1})
    assert "“Read it once, and don&#x27;t ask yet.”" in sheet
    assert "Draw who is waiting on whom." in sheet
    assert "“Draw who is waiting on whom.”" not in sheet
    assert '<span class="c-badge">1 thought</span>' in sheet


def test_the_sheet_tells_the_time_of_every_step() -> None:
    sheet = render_run_sheet(blocks_of(plan(), dt.time(14, 0)), {})
    assert [clock in sheet for clock in ("14:00", "14:02", "14:08", "14:13", "14:33", "15:25")] == [True] * 6


def test_words_of_the_sheet_stay_inert() -> None:
    whole = plan()
    step = part("a1").steps[0].model_copy(update={"say": "<script>x</script>", "does": "<img src=x>"})
    wild = part("a1").model_copy(update={"steps": (step,), "groups": "<b>", "pitfalls": ("<i>",), "lend": "<u>"})
    page = render_run_sheet(blocks_of(whole.model_copy(update={"parts": (wild,)})), {})
    page += render_promises(whole.model_copy(update={"promises": (Promise(text="<b>", part="a1", how="<i>"),)}))
    page += render_prepare(("A <b> before (5 min): <i>",))
    assert not [mark for mark in ("<script", "<img", "<b>", "<i>", "<u>") if mark in page]


def test_a_part_shows_what_to_bring_what_is_lent_the_card_and_an_example() -> None:
    page = render_part(next(block for block in blocks_of(plan()) if block.part.id == "a1"))
    for words in ("A case that is open.", "Two cases lie ready.", "Who waits:", "Three boxes and a question mark."):
        assert words in page


def test_preparing_stands_by_when_it_is_done() -> None:
    page = render_prepare(("A week before (10 min): ask.", "An hour before (5 min): look.", "Pens.", "A (b): c"))
    assert "15 minutes in all" in page
    assert page.index("A week before") < page.index("An hour before") < page.index("To have there")
    assert "<li>A (b): c</li>" in page
    assert "in all" not in render_prepare(("Pens.",))


@pytest.mark.parametrize("show", [lambda at: at, everything])
def test_a_plan_of_somebody_elses_program_is_shown_as_far_as_it_goes(demo_coach: FakeCoach, show) -> None:
    demo_coach.bare = True
    page = said(show(drafted()))
    assert "Draw who is waiting on whom." in page
    assert "By the end" not in page
    assert "Press a line" not in page
    assert "Drafted by" not in page
    assert "90 minutes · 12 people · in one room" in page
    assert "“”" not in page


def test_the_words_of_a_thought_are_put_in_place_and_can_be_taken_back(demo_coach: FakeCoach) -> None:
    at = everything(drafted())
    assert NEXT_PROMPT in said(at)
    page = said(press(at, "use-v0-r1-0-0"))
    assert f"<li>{NEXT_PROMPT}" in page
    assert "leads to no next try" not in page
    assert "Checked again" in page
    assert "The words are in place" in page
    page = said(press(at, "earlier"))
    assert f"<li>{NEXT_PROMPT}" not in page
    assert "leads to no next try" in page


def test_a_better_sentence_is_put_into_the_form(demo_coach: FakeCoach) -> None:
    at = open_page("plan")
    at.text_area(key=OUTCOME).set_value("We want to understand maps").run()
    assert "It could say" in said(at)
    assert "It could begin like this" in said(at)
    at = press(at, "say-0-0")
    assert at.text_area(key=OUTCOME).value == "We want to be able to draw maps"
    assert "say-0-0" not in keys(at)


def test_what_is_said_and_asked_can_be_changed_too(demo_coach: FakeCoach) -> None:
    at = press(everything(drafted()), "edit-r1")
    at.text_area(key=f"{DEMO.name}/plan.edit.0.r1.prompt.1").set_value("Where did you stop?").run()
    page = said(press(at, "keep-words"))
    assert "<li>Where did you stop?" in page
    assert "Where did you have to guess?" not in page
    at = press(at, "edit-a1")
    at.text_area(key=f"{DEMO.name}/plan.edit.1.a1.0.say").set_value("Eyes on the case.").run()
    assert "“Eyes on the case.”" in said(press(at, "keep-words"))


def test_a_gap_is_taken_to_the_form_to_be_filled(demo_coach: FakeCoach) -> None:
    at = open_page("plan")
    at.text_area(key=OUTCOME).set_value("We want to understand maps").run()
    at = press(at, "draft")
    at = press(at, "fill-v0-general-0-0-1")
    assert at.text_area(key=OUTCOME).value.startswith("We want to be able to … maps")
    assert "fill the … there, and draft again" in said(at)
    assert [box.proto.expanded for box in at.expander if box.label == "Change what you asked for"] == [True]


def test_a_better_outcome_is_put_in_place_and_into_the_form(demo_coach: FakeCoach) -> None:
    at = open_page("plan")
    at.text_area(key=OUTCOME).set_value("We want to understand maps").run()
    at = press(press(at, "draft"), "use-v0-general-0-0-0")
    page = said(at)
    assert '<p class="c-outcome-text">We want to be able to draw maps</p>' in page
    assert "Asked for as: “We want to understand maps”" in page
    assert at.text_area(key=OUTCOME).value == "We want to be able to draw maps"
    assert "We want to be able to draw maps" not in said(press(at, "earlier")).split("c-outcome-text")[1][:80]
