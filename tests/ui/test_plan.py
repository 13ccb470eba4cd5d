"""Asking for a plan, reading it, and taking it away."""

from __future__ import annotations

import datetime as dt

from streamlit.testing.v1 import AppTest

from coach.models import Consent, PlanRequest, Visibility
from tests.ui.conftest import go_to, keys, open_page, press, said
from tests.ui.fake_coach import DEMO, FakeCoach
from tests.ui.good_plan import QUOTES, good_plan
from ui import resources
from ui.components.plan_desk import to_markdown
from ui.shelf import Shelf

OUTCOME = f"{DEMO.name}/plan.outcome.0"
MINUTES = f"{DEMO.name}/plan.minutes"
SHEET = f"{DEMO.name}/plan.sheet"


def drafted() -> AppTest:
    """Return the plan page with a plan on the desk."""
    at = open_page("plan")
    at.text_area(key=OUTCOME).set_value("We want to be able to map a service so that others can read it.").run()
    return press(at, "draft")


def everything(at: AppTest) -> AppTest:
    """Show all of the plan and not only what the host says."""
    at.segmented_control(key=SHEET).set_value("Everything").run()
    assert not at.exception
    return at


def test_without_an_outcome_nothing_is_drafted(demo_coach: FakeCoach) -> None:
    at = press(open_page("plan"), "draft")
    assert "Say first what people want to be able to do." in said(at)


def test_an_outcome_nobody_can_see_gets_a_friendly_thought(demo_coach: FakeCoach) -> None:
    at = open_page("plan")
    at.text_area(key=OUTCOME).set_value("We want to understand maps").run()
    assert "Nobody can see understanding happen." in said(at)
    at.text_area(key=OUTCOME).set_value("We want to be able to draw maps").run()
    assert "Nobody can see understanding happen." not in said(at)
    assert "This says what people will do." in said(at)
    assert "<summary>1 question you could ask of it</summary>" in said(at)


def test_bad_minutes_are_answered_calmly_and_nothing_typed_is_lost(demo_coach: FakeCoach) -> None:
    at = open_page("plan")
    at.text_area(key=OUTCOME).set_value("We want to be able to draw").run()
    at.number_input(key=MINUTES).set_value(20).run()
    press(at, "draft")
    assert "A session needs 30 to 480 minutes." in said(at)
    assert "Give it at least half an hour." in said(at)
    assert not at.error
    at = go_to(go_to(at, "notes"), "plan")
    assert at.number_input(key=MINUTES).value == 20
    assert at.text_area(key=OUTCOME).value == "We want to be able to draw"


def test_on_the_way_back_from_a_page_that_was_never_drawn_the_browser_is_told_what_was_typed(
    demo_coach: FakeCoach,
) -> None:
    at = open_page("plan")
    at.text_area(key=OUTCOME).set_value("One breath").run()
    assert not at.text_area(key=OUTCOME).proto.set_value
    at.session_state["coach.page"] = "find"  # a run of that page began and was called off at once
    at.run()
    assert at.text_area(key=OUTCOME).proto.set_value
    assert at.text_area(key=OUTCOME).proto.value == "One breath"


def test_a_plan_shows_its_clock_its_alignment_and_who_drafted_it(demo_coach: FakeCoach) -> None:
    page = said(everything(drafted()))
    assert "Drafted by the playbook, no model · on 1 note of yours · 90 minutes · 12 people · in one room" in page
    assert 'aria-label="Timeline, 90 minutes"' in page
    assert "0:08–0:38" in page
    assert '<table class="c-table c-links">' in page
    assert "They draw a map, which is the thing." in page
    assert "If you are new" in page
    assert "Where did you have to guess?" in page


def test_the_clock_tells_the_time_once_it_is_known_when_the_session_begins(demo_coach: FakeCoach) -> None:
    at = drafted()
    at.time_input[0].set_value(dt.time(14, 0)).run()
    assert "14:08–14:38" in said(at)
    assert "0:08–0:38" not in said(at)


def test_quotes_stand_beside_their_part_and_open_the_note_at_the_sentence(demo_coach: FakeCoach) -> None:
    at = press(everything(drafted()), "open-v0-a1-0")
    assert '<mark class="c-mark">a session where everyone does the drawing' in said(at)


def test_a_thought_that_was_left_stays_left_and_can_be_brought_back(demo_coach: FakeCoach) -> None:
    at = everything(drafted())
    assert "One case for all threes." in said(at)
    assert any("One case for all threes." in message for message in demo_coach.written)
    press(at, "leave-v0-a1-0")
    assert "One case for all threes." not in said(at)
    assert not any("One case for all threes." in message for message in demo_coach.written)
    at = go_to(go_to(at, "home"), "plan")
    assert "One case for all threes." not in said(at)
    press(at, "back-v0-a1")
    assert "One case for all threes." in said(at)


def test_another_version_has_a_way_back(demo_coach: FakeCoach) -> None:
    at = press(drafted(), "another-version")
    assert "Version 2 of 2" in said(at)
    press(at, "earlier")
    assert "Version 1 of 2" in said(at)
    press(at, "later")
    assert "Version 2 of 2" in said(at)


def test_a_person_puts_a_part_into_their_own_words_and_can_go_back(demo_coach: FakeCoach) -> None:
    at = press(everything(drafted()), "edit-a1")
    assert not [key for key in keys(at) if key.startswith("edit-")], "one editor at a time"
    at.text_input(key=f"{DEMO.name}/plan.edit.0.a1.title").set_value("Draw it together").run()
    at = go_to(go_to(at, "home"), "plan")  # what is typed waits for its decision
    at.text_area(key=f"{DEMO.name}/plan.edit.0.a1.0").set_value("Read the case aloud.").run()
    page = said(press(at, "keep-words"))
    assert "Draw it together" in page
    assert "Read the case aloud." in page
    assert page.count("in your words") == 1
    assert "Checked again: Draw it together" in page
    page = said(press(at, "earlier"))
    assert "Draw it together" not in page
    assert "in your words" not in page


def test_an_editor_that_is_left_changes_nothing(demo_coach: FakeCoach) -> None:
    at = press(everything(drafted()), "edit-a1")
    at.text_input(key=f"{DEMO.name}/plan.edit.0.a1.title").set_value("Never mind").run()
    page = said(press(at, "leave-words"))
    assert "Never mind" not in page
    assert "Version" not in page
    assert press(at, "edit-a1").text_input(key=f"{DEMO.name}/plan.edit.0.a1.title").value == (
        "Everyone draws the same case"
    )


def test_the_plan_can_be_taken_away_as_markdown(demo_coach: FakeCoach) -> None:
    export = drafted().get_by_key("export")
    assert export.label == "Export as Markdown"


def test_a_second_outcome_can_be_added_and_is_planned_for(demo_coach: FakeCoach) -> None:
    at = press(open_page("plan"), "add-outcome")
    at.text_area(key=OUTCOME).set_value("We want to be able to draw").run()
    at.text_area(key=f"{DEMO.name}/plan.outcome.1").set_value("We want to be able to read").run()
    page = said(press(at, "draft"))
    assert page.count('class="c-outcome-text"') == 2


def test_the_demo_offers_an_outcome_to_begin_with(demo_coach: FakeCoach) -> None:
    at = press(open_page("plan"), "example-0")
    assert at.text_area(key=OUTCOME).value == "We want to be able to map a service so that others can read it."
    assert "example-0" not in keys(at)


def close_the_note(coach: FakeCoach) -> None:
    """Say of the quoted note that its words are never to be quoted."""
    note = next(note for note in coach.shelf[DEMO.name].values() if QUOTES[0] in note.text)
    coach.set_rights(DEMO.name, note.id, Visibility.MEMBERS, Consent.NEVER)


def test_a_kept_plan_is_not_shown_once_a_quote_in_it_is_withdrawn(demo_coach: FakeCoach) -> None:
    at = drafted()
    assert QUOTES[0] in said(at)
    close_the_note(demo_coach)
    at = go_to(go_to(at, "home"), "plan")
    assert "This quote is no longer to be quoted." in said(at)
    assert QUOTES[0] not in said(at)
    assert not {"export", "copy-plan", "edit-a1"} & set(keys(at))
    assert "Export as Markdown" not in str(at.main)
    assert at.text_area(key=OUTCOME).value.startswith("We want to be able to map")
    page = said(press(at, "draft-again"))
    assert "This quote is no longer to be quoted." not in page
    assert "Version 2 of 2" in page
    assert QUOTES[0] not in page
    page = said(press(at, "earlier"))
    assert "This quote is no longer to be quoted." in page
    assert "Version 1 of 2" in page


def test_words_of_ones_own_do_not_hide_a_withdrawn_quote(demo_coach: FakeCoach) -> None:
    at = press(everything(drafted()), "edit-a1")
    at.text_input(key=f"{DEMO.name}/plan.edit.0.a1.title").set_value("Draw it together").run()
    assert QUOTES[0] in said(press(at, "keep-words"))
    close_the_note(demo_coach)
    at = go_to(go_to(at, "home"), "plan")
    assert "This quote is no longer to be quoted." in said(at)
    assert QUOTES[0] not in said(at)


def test_a_slip_in_ones_own_words_is_a_thought_and_hides_nothing(demo_coach: FakeCoach) -> None:
    at = press(everything(drafted()), "edit-a1")
    at.text_area(key=f"{DEMO.name}/plan.edit.0.a1.0").set_value("Read the case aloud [S9].").run()
    page = said(press(at, "keep-words"))
    assert "Read the case aloud [S9]." in page
    assert "S9 is named as a source." in page


def test_a_page_that_stood_open_exports_no_withdrawn_quote(demo_coach: FakeCoach) -> None:
    note = next(note for note in demo_coach.shelf[DEMO.name].values() if QUOTES[0] in note.text)
    shelf = Shelf()
    shelf.put(good_plan(PlanRequest(outcomes=("We want to be able to draw",)), note, DEMO.name))
    assert to_markdown(shelf, resources.coach(), DEMO.name).startswith("# ")
    close_the_note(demo_coach)
    assert to_markdown(shelf, resources.coach(), DEMO.name) == "This quote is no longer to be quoted.\n"


def test_a_plan_goes_with_its_community_even_when_another_takes_its_name(demo_coach: FakeCoach) -> None:
    at = drafted()
    demo_coach.remove_community(DEMO.name)
    demo_coach.create_community(DEMO.name)
    for window in (go_to(go_to(at, "home"), "plan"), open_page("plan")):
        assert "Drafted by the playbook" not in said(window)
        assert "draft" in keys(window)


def test_a_plan_of_the_demo_goes_with_the_demo(demo_coach: FakeCoach) -> None:
    at = press(go_to(drafted(), "home"), "remove-demo")
    demo_coach.load_demo()
    assert "Drafted by the playbook" not in said(go_to(at, "plan"))
    assert "Drafted by the playbook" not in said(open_page("plan"))
