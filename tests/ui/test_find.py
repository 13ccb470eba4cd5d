"""Asking the notes."""

from __future__ import annotations

from coach.models import TextNote
from tests.ui.conftest import go_to, keys, open_page, press, said
from tests.ui.fake_coach import DEMO, FakeCoach

QUESTION = f"{DEMO.name}/find.question"


def test_the_demo_offers_questions_to_try(demo_coach: FakeCoach) -> None:
    at = press(open_page("find"), "example-0")
    assert at.text_input(key=QUESTION).value == "What did we say about drawing together?"
    assert "3 passages out of 3 notes, the nearest first" in said(at)


def test_a_passage_shows_its_exact_words_and_where_they_stand(demo_coach: FakeCoach) -> None:
    at = open_page("find")
    at.text_input(key=QUESTION).set_value("drawing on the same case").run()
    page = said(at)
    assert "S1 · Retro, 12 March 2026" in page
    assert '<span class="c-soft">drawing</span>' in page
    assert '<span class="c-soft">case</span>' in page
    assert "Open the note here" in [button.label for button in at.button]


def test_the_note_opens_with_the_passage_marked(demo_coach: FakeCoach) -> None:
    at = open_page("find")
    at.text_input(key=QUESTION).set_value("drawing").run()
    at = press(at, next(key for key in keys(at) if key.startswith("open-S1")))
    assert '<mark class="c-mark">letters keeps getting bumped' not in said(at)
    assert '<mark class="c-mark">- letters keeps getting bumped</mark>' in said(at)
    assert '<mark class="c-mark">11 people.' not in said(at)


def test_nothing_found_says_so_and_offers_the_next_meeting(demo_coach: FakeCoach) -> None:
    at = open_page("find")
    at.text_input(key=QUESTION).set_value("What does a taxi cost?").run()
    assert "Nothing in the notes about this" in said(at)
    assert [one.label for one in at.expander] == ["3 passages that came near and do not answer it"]
    press(at, "jot-question")
    assert "Question for the next meeting: What does a taxi cost?" in [
        note.text for note in demo_coach.shelf[DEMO.name].values()
    ]
    press(at, "undo-find")
    assert len(demo_coach.shelf[DEMO.name]) == 3


def test_a_question_is_not_taken_out_in_the_place_of_what_came_since(demo_coach: FakeCoach) -> None:
    at = open_page("find")
    at.text_input(key=QUESTION).set_value("What does a taxi cost?").run()
    press(at, "jot-question")
    demo_coach.add_texts(DEMO.name, [TextNote(text="Theirs", source="uploads")])
    press(at, "undo-find")
    assert "Something else was taken in since." in said(at)
    assert len(demo_coach.shelf[DEMO.name]) == 5


def test_an_answer_goes_with_its_community(demo_coach: FakeCoach) -> None:
    at = open_page("find")
    at.text_input(key=QUESTION).set_value("drawing").run()
    at.text_input(key=QUESTION).set_value("").run()
    assert "3 passages out of 3 notes" in said(at)
    press(go_to(at, "home"), "remove-demo")
    demo_coach.load_demo()
    assert "3 passages out of 3 notes" not in said(go_to(at, "find"))


def test_the_answer_is_still_there_after_a_page_change(demo_coach: FakeCoach) -> None:
    at = open_page("find")
    at.text_input(key=QUESTION).set_value("drawing").run()
    at = go_to(go_to(at, "notes"), "find")
    assert at.text_input(key=QUESTION).value == "drawing"
    assert "3 passages out of 3 notes" in said(at)
