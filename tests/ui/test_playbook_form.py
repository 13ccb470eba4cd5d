"""An activity of one's own from the short form; nothing that is typed gets lost."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.ui.conftest import go_to, keys, press, said
from tests.ui.fake_coach import DEMO, FakeCoach
from tests.ui.test_playbook_own import box, name, writing


def fill(at: AppTest, **fields: str) -> AppTest:
    for field, value in fields.items():
        key = name(f"form.{field.replace('__', '.')}")
        if field.endswith("minutes"):
            at.number_input(key=key).set_value(int(value))
        elif field in {"title", "artefact", "credit"} or field.endswith("who"):
            at.text_input(key=key).set_value(value)
        else:
            at.text_area(key=key).set_value(value)
    at.run()
    assert not at.exception
    return at


def test_the_form_becomes_an_activity(demo_coach: FakeCoach) -> None:
    at = fill(writing("form"), title="Aloud: letters", what_members_do="In pairs, read one letter aloud")
    fill(at, step__0__who="pairs", step__0__does="Read it aloud.", credit="Nell's idea")
    press(at, "look")
    assert "“What it leaves” is missing." in said(at)
    for _ in range(12):
        used = next((key for key in keys(at) if key.startswith("use-pb-")), "")
        if used:
            press(at, used)
    assert at.text_area(key=name("form.what_members_do")).value == "{do}, in pairs, read one letter aloud"
    assert at.number_input(key=name("form.step.0.minutes")).value == 15
    press(at, "add-it")
    assert at.title[0].value == "Aloud: letters"
    kept = demo_coach.own[DEMO.name]["aloud-letters"]
    assert kept.pattern.credit == "Nell's idea"
    press(press(at, "to-shelf"), "add-own")
    assert at.text_input(key=name("form.title")).value == ""


def test_steps_are_added_and_taken_out_with_a_way_back(demo_coach: FakeCoach) -> None:
    at = press(writing("form"), "add-step")
    fill(at, step__1__who="pairs", step__1__minutes="20", step__2__who="everyone", step__3__does="Close.")
    press(at, "drop-step-1")
    assert at.text_input(key=name("form.step.1.who")).value == "everyone"
    assert at.text_area(key=name("form.step.2.does")).value == "Close."
    assert name("form.step.3.who") not in [one.key for one in at.text_input]
    press(at, f"undo-playbook-{DEMO.id}")
    assert at.text_input(key=name("form.step.1.who")).value == "pairs"
    assert at.number_input(key=name("form.step.1.minutes")).value == 20
    assert at.text_area(key=name("form.step.3.does")).value == "Close."


def test_drafts_survive_a_page_change_and_emptying_has_a_way_back(demo_coach: FakeCoach) -> None:
    at = fill(writing("form"), title="Aloud", step__0__minutes="5", more="people: 4 to 6")
    go_to(at, "find")
    go_to(at, "playbook")
    assert at.text_input(key=name("form.title")).value == "Aloud"
    assert at.number_input(key=name("form.step.0.minutes")).value == 5
    press(at, "empty-form")
    assert at.text_input(key=name("form.title")).value == ""
    press(at, f"undo-playbook-{DEMO.id}")
    assert at.text_area(key=name("form.more")).value == "people: 4 to 6"


def test_the_form_goes_on_as_text_and_keeps_its_own(demo_coach: FakeCoach) -> None:
    at = writing()
    at.text_area(key=name("text")).set_value("title: Another").run()
    at.segmented_control(key=name("way")).set_value("form").run()
    press(fill(at, title="Aloud"), "to-text")
    assert box(at) == "title: Aloud\n"
    press(at, f"undo-playbook-{DEMO.id}")
    assert box(at) == "title: Another"
    at.segmented_control(key=name("way")).set_value("form").run()
    assert at.text_input(key=name("form.title")).value == "Aloud"
