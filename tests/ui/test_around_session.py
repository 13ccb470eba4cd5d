"""Letters to copy and sheets to print, under the plan."""

from __future__ import annotations

import datetime as dt
from functools import partial

from streamlit.testing.v1 import AppTest

from coach.export.print import render_cards, render_run_sheet
from coach.models import Consent, PlanRequest, Visibility
from tests.ui.conftest import go_to, open_page, press, said
from tests.ui.fake_coach import DEMO, FakeCoach
from tests.ui.good_plan import good_plan
from ui import resources
from ui.components.around_session import to_sheet
from ui.shelf import Shelf

OUTCOME = f"{DEMO.name}/plan.outcome.0"


def drafted() -> AppTest:
    at = open_page("plan")
    at.text_area(key=OUTCOME).set_value("We want to be able to map a service so that others can read it.").run()
    return press(at, "draft")


def test_letters_stand_under_the_plan_with_what_to_fill_in(demo_coach: FakeCoach) -> None:
    at = drafted()

    assert [tab.label for tab in at.tabs] == [
        "Invitation", "For a chat", "Two days before", "Thank you", "Some weeks later",
    ]  # fmt: skip
    page = said(at)
    assert "30 min: Everyone draws the same case (the work itself)" in page
    assert "A dot on the card means that it may be quoted." in page
    assert "[day and time]" in page


def test_what_is_filled_in_once_stands_in_every_letter_and_stays(demo_coach: FakeCoach) -> None:
    at = drafted()
    at.text_input(key=f"{DEMO.name}/plan.letters.day and time").set_value("Tuesday <b>at two</b>").run()
    at = go_to(go_to(at, "home"), "plan")
    page = said(at)

    assert "[day and time]" not in page
    assert page.count("Tuesday &lt;b&gt;at two&lt;/b&gt;") >= 5
    assert "[your name]" in page
    assert at.text_input(key=f"{DEMO.name}/plan.letters.day and time").value == "Tuesday <b>at two</b>"
    assert not [one for one in at.text_input if one.label == "Which link"], "nobody is on a call"


def test_another_version_brings_other_words(demo_coach: FakeCoach) -> None:
    at = drafted()
    first = said(at)
    second = said(press(at, "another-version"))

    assert ("Come and practise with us" in first) is not ("Come and practise with us" in second) or (
        "We'll spend that time" in first
    ) is not ("We'll spend that time" in second)


def test_sheets_are_handed_over_until_a_quote_is_withdrawn(demo_coach: FakeCoach) -> None:
    request = PlanRequest(outcomes=("We want to be able to map.",))
    note = next(note for note in demo_coach.shelf[DEMO.name].values() if "Retro" in note.title)
    shelf = Shelf()
    shelf.put(good_plan(request, note, DEMO.name))

    assert "Everyone draws the same case" in to_sheet(shelf, resources.coach(), DEMO.name, render_run_sheet)
    at_two = partial(render_run_sheet, begins=dt.time(14))
    assert "14:08" in to_sheet(shelf, resources.coach(), DEMO.name, at_two)
    demo_coach.set_rights(DEMO.name, note.id, Visibility.MEMBERS, Consent.NEVER)
    assert "no longer to be quoted" in to_sheet(shelf, resources.coach(), DEMO.name, render_cards)
    assert "Where did you have to guess?" not in to_sheet(shelf, resources.coach(), DEMO.name, render_cards)
