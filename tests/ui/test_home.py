"""The first page, in each of the states a person can meet it."""

from __future__ import annotations

from tests.ui.conftest import finish, go_to, keys, open_page, press, said
from tests.ui.fake_coach import FakeCoach


def test_nothing_here_yet_offers_both_ways_to_begin(coach: FakeCoach) -> None:
    at = open_page()
    assert at.title[0].value == "Where shall we begin?"
    assert {"create-community", "load-demo"} <= set(keys(at))


def test_a_new_community_is_open_at_once_and_asks_for_notes(coach: FakeCoach) -> None:
    at = open_page()
    at.text_input(key="/new.name").set_value("Night Gardeners").run()
    press(at, "create-community")
    assert "Night Gardeners" in coach.rooms
    assert at.title[0].value == "What do we want to do next?"
    assert "next-notes" in keys(at)


def test_a_community_without_a_name_is_answered_calmly(coach: FakeCoach) -> None:
    at = press(open_page(), "create-community")
    assert "A community needs a name." in said(at)
    assert "Give it the name that its members use." in said(at)
    assert not at.error


def test_the_demo_comes_in_goes_out_and_can_be_put_back(coach: FakeCoach) -> None:
    at = finish(press(open_page(), "load-demo"), "demo")
    assert "Service Design Circle" in said(at)
    assert "made up" in said(at)
    press(at, "remove-demo")
    assert not coach.rooms
    press(at, "undo-home")
    finish(at, "demo")
    assert "Service Design Circle" in coach.rooms


def test_a_demo_whose_folder_is_gone_is_answered_calmly_on_both_first_pages(coach: FakeCoach) -> None:
    coach.demo_folder_is_there = False
    at = finish(press(open_page(), "load-demo"), "demo")
    assert "There is no folder with the demo. Nothing was changed." in said(at)
    coach.create_community("Night Gardeners")
    at = press(open_page(), "put-away-demo")
    finish(press(at, "load-demo-again"), "demo")
    assert "There is no folder with the demo. Nothing was changed." in said(at)
    press(at, "put-away-demo")
    assert "There is no folder with the demo." not in said(at)
    assert "load-demo-again" in keys(at)


def test_with_notes_the_next_step_is_a_plan(demo_coach: FakeCoach) -> None:
    at = open_page()
    assert "next-plan" in keys(at)
    assert "3 notes here" in said(at)
    assert "3 added." in said(at)
    assert "Written lately" in said(at)


def test_pages_without_a_community_point_to_the_first_page(coach: FakeCoach) -> None:
    for page in ("notes", "find", "plan"):
        at = go_to(open_page(), page)
        assert "Every note belongs to a community" in said(at)
        assert [button.label for button in at.button] == ["Go to the first page"]
