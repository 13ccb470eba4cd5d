"""Looking through the playbook, reading an entry, and using it in a plan."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from coach.models import Finding, Severity
from coach.playbook.own import TEMPLATE
from tests.ui.conftest import go_to, keys, open_page, press, said
from tests.ui.fake_coach import DEMO, FakeCoach
from tests.ui.fake_playbook import library

SLOT = re.compile(r"\{[a-z_]+\}")
GALLERY = "unfinished-gallery"
WALL = "the-wall-of-half-finished-letters"


def name(field: str) -> str:
    return f"{DEMO.name}/playbook.{field}"


def opened(entry_id: str) -> AppTest:
    """Return the page with one entry open."""
    return open_one(open_page("playbook"), entry_id)


def open_one(at: AppTest, entry_id: str) -> AppTest:
    while f"open-{entry_id}" not in keys(at):
        press(at, "more-entries")
    return press(at, f"open-{entry_id}")


def cards(at: AppTest) -> list[str]:
    return [key.removeprefix("open-") for key in keys(at) if key.startswith("open-")]


# -- looking through -------------------------------------------------------------------------------
def test_the_shelf_says_how_much_there_is_and_shows_a_screenful(demo_coach: FakeCoach) -> None:
    at = open_page("playbook")
    kept = library()
    assert f"{len(kept.patterns)} activities, {len(kept.protocols)} reviews and" in said(at)
    assert len(cards(at)) == 18
    press(at, "more-entries")
    assert len(cards(at)) == 36
    go_to(at, "find")
    assert len(cards(go_to(at, "playbook"))) == 36


def test_without_a_community_the_shelf_can_be_read_and_not_added_to(coach: FakeCoach) -> None:
    at = open_page("playbook")
    assert cards(at)
    assert "add-own" not in keys(at)
    press(at, f"open-{cards(at)[0]}")
    assert "Step by step" in said(at)
    assert "plan-with-it" not in keys(at)


def test_every_card_is_calm_and_has_no_slot(demo_coach: FakeCoach) -> None:
    demo_coach.add_pattern(DEMO.name, f"{TEMPLATE}credit: An idea of <b>Nell's</b>\n")
    at = open_page("playbook")
    assert cards(at)[0] == WALL
    assert "Added by Nell on 25 Nov 2026. An idea of &lt;b&gt;Nell&#x27;s&lt;/b&gt;" in said(at)
    assert ", 1 of your own" in said(at)
    assert "28 to 56 min" in said(at)
    while "more-entries" in keys(at):
        press(at, "more-entries")
    assert len(cards(at)) == len(demo_coach.browse(None, DEMO.name))
    assert not SLOT.search(said(at))


def test_wishes_narrow_the_shelf_and_stay(demo_coach: FakeCoach) -> None:
    at = open_page("playbook")
    at.segmented_control(key=name("find.kind")).set_value("opening").run()
    at.number_input(key=name("find.people")).set_value(250).run()
    found = cards(at)
    assert found == ["three-meetings"]
    assert "narrowed down to openings and 250 people" in said(at)
    press(at, "open-three-meetings")
    press(at, "to-shelf")
    assert cards(go_to(go_to(at, "notes"), "playbook")) == found
    assert at.number_input(key=name("find.people")).value == 250
    assert len(cards(press(at, "loosen-all"))) == 18
    assert at.number_input(key=name("find.people")).value is None


def test_words_look_into_what_people_do(demo_coach: FakeCoach) -> None:
    at = open_page("playbook")
    at.text_input(key=name("find.words")).set_value("Puppet WALL zzz").run()
    assert cards(at) == []
    assert "loosen-words" in keys(at)
    at.text_input(key=name("find.words")).set_value("dotted  LINE").run()
    assert GALLERY in cards(at)
    assert len(cards(at)) < 5


def test_when_nothing_fits_the_page_says_which_wish_to_leave_out(demo_coach: FakeCoach) -> None:
    at = open_page("playbook")
    at.segmented_control(key=name("find.kind")).set_value("pattern").run()
    at.number_input(key=name("find.minutes")).set_value(7).run()
    assert cards(at) == []
    assert "Nothing in the playbook fits all of this: activities and 7 minutes." in said(at)
    assert at.button(key="loosen-minutes").label == f"Leave out 7 minutes \\({len(library().patterns)}\\)"
    press(at, "loosen-kind")
    assert set(cards(at)) == {one.entry.id for one in demo_coach.browse() if one.entry.minutes.min <= 7}
    at.text_input(key=name("find.words")).set_value("zzz").run()
    at.number_input(key=name("find.people")).set_value(400).run()
    assert "leave out two" in said(at)


def test_own_ones_that_cannot_be_read_any_more_are_named(demo_coach: FakeCoach) -> None:
    lost = {"check": "P1", "severity": Severity.STOP, "where": "old", "message": "old cannot be read.", "why": ""}
    demo_coach.lost = (Finding.model_validate({**lost, "way_forward": "Mend."}),)
    assert "old cannot be read. Mend." in said(open_page("playbook"))


# -- reading ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("entry_id", [GALLERY, "describe-first", "one-card-each", "three-meetings"])
def test_an_entry_reads_as_a_host_wants_it(demo_coach: FakeCoach, entry_id: str) -> None:
    at = opened(entry_id)
    item = demo_coach.entry(entry_id)
    assert at.title[0].value == item.entry.title
    assert all(f"“{step.say}”" in said(at) or step.does in said(at) for step in item.entry.steps if "'" not in step.say)
    assert "min</span>" in said(at)
    assert not SLOT.search(said(at))


def test_an_activity_has_all_that_there_is_to_know(demo_coach: FakeCoach) -> None:
    text = said(opened(GALLERY))
    for heading in (
        "Good for", "Take another one when", "What people do", "Step by step", "Something useful to do for everyone",
        "The card, to fill in", "It may look like this", "If it goes otherwise", "Have ready", "People bring",
        "Lent to those with nothing", "Prepare", "Watch for", "So that everyone can take part", "With some on a call",
        "What your notes can change in it",
    ):  # fmt: skip
        assert f">{heading}</h2>" in text, heading


def test_the_reader_says_what_it_is_shown_for_and_that_stays(demo_coach: FakeCoach) -> None:
    at = opened(GALLERY)
    assert "shown for an example, “show work in progress to the whole group”" in said(at)
    at.text_input(key=name("show_for")).set_value("map a service").run()
    assert "map a service, in small groups and up on the wall".capitalize() in said(at)
    assert "shown for an example" not in said(at)
    press(at, "to-shelf")
    assert "map a service" in said(open_one(at, "two-side-by-side")).lower()
    at.text_input(key=name("show_for")).set_value("<script>").run()
    assert not at.exception
    assert "<script>" not in said(at)


def test_an_entry_that_is_gone_is_said(demo_coach: FakeCoach) -> None:
    demo_coach.add_pattern(DEMO.name, TEMPLATE)
    at = opened(WALL)
    demo_coach.remove_pattern(DEMO.name, WALL)
    assert "not in the playbook any more" in said(at.run())
    assert "Add your own" in [button.label for button in press(at, "to-shelf").button]


# -- using it --------------------------------------------------------------------------------------
def test_a_plan_is_asked_to_use_it_and_the_form_says_so(demo_coach: FakeCoach) -> None:
    at = press(opened(GALLERY), "plan-with-it")
    go_to(at, "plan")
    assert "The first activity will be <strong>Gallery of unfinished work</strong>, from the playbook." in said(at)
    at.text_area(key=f"{DEMO.name}/plan.outcome.0").set_value("We want to be able to map a service.").run()
    press(at, "draft")
    assert demo_coach.planned is not None
    assert demo_coach.planned.patterns == (GALLERY,)


def test_what_was_asked_for_can_be_left_out_again(demo_coach: FakeCoach) -> None:
    at = press(opened(GALLERY), "plan-with-it")
    go_to(at, "playbook")
    assert at.button(key="plan-with-it").label == "Go on with the plan"
    press(at, "to-shelf")
    press(open_one(at, "two-side-by-side"), "plan-with-it")
    go_to(at, "plan")
    assert "The second one will be <strong>" in said(at)
    press(at, f"drop-{GALLERY}")
    assert "Gallery of unfinished work" not in said(at)
    assert "The first activity will be <strong>" in said(at)
    press(at, "drop-two-side-by-side")
    assert "from the playbook" not in said(at)


def test_an_own_one_that_was_taken_out_is_planned_without(demo_coach: FakeCoach) -> None:
    demo_coach.add_pattern(DEMO.name, TEMPLATE)
    at = press(opened(WALL), "plan-with-it")
    demo_coach.remove_pattern(DEMO.name, WALL)
    go_to(at, "plan")
    assert "not in the playbook any more, so the plan goes without it" in said(at)
    at.text_area(key=f"{DEMO.name}/plan.outcome.0").set_value("We want to be able to map a service.").run()
    press(at, "draft")
    assert demo_coach.planned is not None
    assert demo_coach.planned.patterns == ()
