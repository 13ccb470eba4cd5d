"""Writing an activity of one's own: looked at, mended, added, replaced, taken out and taken away; nothing is lost."""

from __future__ import annotations

import io
import zipfile

import pytest
from streamlit.testing.v1 import AppTest

from coach.playbook.own import TEMPLATE
from tests.ui.conftest import go_to, keys, open_page, press, said
from tests.ui.fake_coach import DEMO, FakeCoach
from tests.ui.fake_playbook import library
from ui.components.playbook_own import to_archive
from ui.components.playbook_text import read_file

WALL = "the-wall-of-half-finished-letters"


def name(field: str, community: str = DEMO.name) -> str:
    return f"{community}/playbook.{field}"


def writing(way: str = "text") -> AppTest:
    """Return the desk on which an own one is written."""
    at = press(open_page("playbook"), "add-own")
    at.segmented_control(key=name("way")).set_value(way).run()
    return at


def look_at(text: str) -> AppTest:
    at = writing()
    at.text_area(key=name("text")).set_value(text).run()
    return press(at, "look")


def box(at: AppTest) -> str:
    return str(at.text_area(key=name("text")).value)


# -- from text -------------------------------------------------------------------------------------
def test_the_template_reads_well_and_is_added(demo_coach: FakeCoach) -> None:
    at = press(press(writing(), "template"), "look")
    assert box(at) == TEMPLATE
    assert "Plans can use it as it is." in said(at)
    press(at, "add-it")
    assert at.title[0].value == "The wall of half-finished letters"
    assert "It is in your playbook now" in said(at)
    assert demo_coach.own[DEMO.name][WALL].text == TEMPLATE
    press(press(at, "to-shelf"), "add-own")
    assert box(at) == ""
    assert "Plans can use it" not in said(at)


def test_adding_can_be_taken_back_and_the_text_is_there_again(demo_coach: FakeCoach) -> None:
    at = press(look_at(TEMPLATE), "add-it")
    press(at, f"undo-playbook-{DEMO.id}")
    assert demo_coach.own[DEMO.name] == {}
    assert box(at) == TEMPLATE


def test_findings_come_with_field_line_and_words_that_can_be_used(demo_coach: FakeCoach) -> None:
    at = look_at(TEMPLATE.replace("    minutes: 25\n", "").replace("newcomer:", "newcommer:"))
    assert "No plan can use it yet: 2 things to mend first." in said(at)
    assert "For somebody new" in said(at)
    assert "The steps, line 10" in said(at)
    assert "add-it" not in keys(at)
    for _ in range(2):
        press(at, "use-pb-0")
    assert "  newcomer: Say back" in box(at)
    assert "    minutes: 15" in box(at)
    assert "Plans can use it as it is." in said(at)
    press(at, f"undo-playbook-{DEMO.id}-mending")
    assert "    minutes: 15" not in box(at)
    assert "1 thing to mend first" in said(at)


def test_a_question_can_be_left_and_brought_back(demo_coach: FakeCoach) -> None:
    at = look_at(TEMPLATE)
    assert "so that was read from the rest" in said(at)
    press(at, "leave-pb-0")
    assert "so that was read from the rest" not in said(at)
    assert "so that was read from the rest" in said(press(at, "pb-bring-back"))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title: Only a title\n", "4 things to mend first"),
        ("- a\n- b\n", "a pattern is a set of fields"),
        ("just some words", "and go on as in the template"),
        ("title: [unclosed\n", "needs quotation marks"),
        ("x" * 70_000, "larger than 64 KiB"),
        ("\x00\x01title: x", "to mend first"),
    ],
)
def test_what_cannot_be_read_is_said_and_stays_in_the_box(demo_coach: FakeCoach, text: str, says: str) -> None:
    at = look_at(text)
    assert says in said(at)
    assert box(at) == text
    assert "add-it" not in keys(at)
    go_to(at, "find")
    assert box(go_to(at, "playbook")) == text
    assert says in said(at)


def test_an_empty_box_is_said(demo_coach: FakeCoach) -> None:
    at = press(writing(), "look")
    assert "There is nothing in it yet." in said(at)
    press(press(at, "to-shelf"), "add-own")
    at.segmented_control(key=name("way")).set_value("form").run()
    assert "There is nothing in it yet." not in said(at)
    assert "There is nothing in it yet." in said(press(at, "look"))


def test_a_file_is_taken_up_and_what_stood_there_can_come_back(demo_coach: FakeCoach) -> None:
    at = writing()
    at.text_area(key=name("text")).set_value("title: Mine").run()
    at.file_uploader[0].upload("wall.yaml", TEMPLATE.encode()).run()
    assert not at.exception
    assert box(at) == TEMPLATE
    assert "Plans can use it as it is." in said(at)
    press(at, f"undo-playbook-{DEMO.id}")
    assert box(at) == "title: Mine"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x89PNG\0\xff", "is not a plain text file"),
        (b"title: caf\xe9", "is not a plain text file"),
        (b"x" * 70_000, "holds 68 KB, and an activity takes a few"),
        (b"  \n", "is empty"),
    ],
)
def test_a_file_that_cannot_be_taken_leaves_the_box_alone(demo_coach: FakeCoach, data: bytes, says: str) -> None:
    at = writing()
    at.text_area(key=name("text")).set_value("title: Mine").run()
    at.file_uploader[0].upload("x.yaml", data).run()
    assert says in said(at)
    assert "What stands in the box is as it was." in said(at)
    assert box(at) == "title: Mine"
    assert read_file("x.yaml", b"\xef\xbb\xbftitle: x").text == "title: x"


# -- what is there already -------------------------------------------------------------------------
def test_the_same_again_says_what_it_replaces_and_can_be_undone(demo_coach: FakeCoach) -> None:
    demo_coach.add_pattern(DEMO.name, TEMPLATE, credit="Nell")
    at = look_at(TEMPLATE.replace("minutes: 25", "minutes: 35"))
    assert "is there already, added by Nell" in said(at)
    assert at.button(key="add-it").label == "Put it in the place of yours"
    press(at, "add-it")
    assert "in the place of the earlier one" in said(at)
    assert "minutes: 35" in demo_coach.own[DEMO.name][WALL].text
    press(at, f"undo-playbook-{DEMO.id}")
    back = demo_coach.own[DEMO.name][WALL]
    assert (back.text, back.pattern.credit) == (TEMPLATE, "Nell")


def test_an_own_one_is_taken_out_and_put_back(demo_coach: FakeCoach) -> None:
    demo_coach.add_pattern(DEMO.name, TEMPLATE, credit="Nell")
    at = press(open_page("playbook"), f"open-{WALL}")
    press(at, "remove-own")
    assert demo_coach.own[DEMO.name] == {}
    assert "is out." in said(at)
    press(at, f"undo-playbook-{DEMO.id}")
    back = demo_coach.own[DEMO.name][WALL]
    assert (back.text, back.pattern.credit) == (TEMPLATE, "Nell")
    assert at.title[0].value == back.pattern.title


def test_the_text_of_an_own_one_is_changed_under_its_own_id(demo_coach: FakeCoach) -> None:
    demo_coach.add_pattern(DEMO.name, TEMPLATE)
    at = press(press(open_page("playbook"), f"open-{WALL}"), "change-own")
    assert box(at) == f"id: {WALL}\n{TEMPLATE}"
    at.text_area(key=name("text")).set_value(box(at).replace("title: The wall", "title: A wall")).run()
    press(press(at, "look"), "add-it")
    assert list(demo_coach.own[DEMO.name]) == [WALL]
    assert at.title[0].value == "A wall of half-finished letters"


def test_one_of_the_playbook_is_a_beginning_that_can_be_added_as_it_is(demo_coach: FakeCoach) -> None:
    for pattern in library().patterns[::8]:
        at = open_page("playbook")
        while f"open-{pattern.id}" not in keys(at):
            press(at, "to-shelf" if "to-shelf" in keys(at) else "more-entries")
        press(press(press(at, f"open-{pattern.id}"), "begin-from"), "look")
        assert "add-it" in keys(at), said(at)[-3000:]
        assert f"{pattern.title}, our way" in box(at).replace("\n ", "")
        press(press(at, "add-it"), "to-shelf")
    assert len(demo_coach.own[DEMO.name]) == len(library().patterns[::8])


def test_when_one_may_not_add_it_is_said_and_the_text_stays(demo_coach: FakeCoach) -> None:
    demo_coach.is_closed = True
    at = press(look_at(TEMPLATE), "add-it")
    assert "You do not belong to this community." in said(at)
    assert box(at) == TEMPLATE


def test_undoing_is_never_done_to_another_community(demo_coach: FakeCoach) -> None:
    demo_coach.create_community("Zebra")
    at = press(look_at(TEMPLATE), "add-it")
    at.selectbox(key="community-picker").set_value("Zebra").run()
    assert f"undo-playbook-{DEMO.id}" not in keys(at)
    assert WALL in demo_coach.own[DEMO.name]


def test_all_own_ones_are_taken_away_as_they_were_written(demo_coach: FakeCoach) -> None:
    assert not list(open_page("playbook").get("download_button"))
    demo_coach.add_pattern(DEMO.name, TEMPLATE)
    at = open_page("playbook")
    assert list(at.get("download_button"))
    with zipfile.ZipFile(io.BytesIO(to_archive(list(demo_coach.own[DEMO.name].values())))) as archive:
        assert archive.namelist() == [f"{WALL}.yaml"]
        assert archive.read(f"{WALL}.yaml").decode() == TEMPLATE
