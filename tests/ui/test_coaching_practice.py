"""What stays of a conversation: experiments asked about, what is done already, notes, and one's own way."""

from __future__ import annotations

import datetime as dt

import pytest
from streamlit.testing.v1 import AppTest

from coach.models import AlreadyDoing, CoachMode, Experiment, JournalEntry
from tests.ui.conftest import keys, open_page, press, said
from tests.ui.fake_coach import FakeCoach
from tests.ui.fake_coaching import AT, MOVES
from tests.ui.test_coaching import DEMO, SILENCE, view, write

ONLY_YOU = "Only you can see this. Nobody who looks after the community can."


def focused(coach: FakeCoach) -> AppTest:
    return write(SILENCE, door=CoachMode.TEN_MINUTES)


def experiments(coach: FakeCoach) -> list[Experiment]:
    return coach.practice.experiments(DEMO)


@pytest.fixture
def due(demo_coach: FakeCoach) -> Experiment:
    one = Experiment(id="e1", text="In the next session I will <wait>.", at=AT)
    demo_coach.practice.things["e1"] = one
    demo_coach.practice.due = "e1"
    return one


def test_a_move_becomes_an_experiment_in_ones_own_words(demo_coach: FakeCoach) -> None:
    at = press(focused(demo_coach), "try")
    words = at.text_area(key=f"{DEMO}/coaching.try")
    assert words.value.startswith("In the next session I will put the question")
    words.set_value("In the next session I will wait.")
    at.date_input(key=f"{DEMO}/coaching.due").set_value(dt.date(2026, 5, 19))
    at = press(at, "try-keep")
    kept = experiments(demo_coach)[0]
    assert (kept.text, kept.due, kept.thread) == ("In the next session I will wait.", dt.date(2026, 5, 19), "t0")
    assert (kept.situation, kept.move) == ("silence-after-a-question", "write-before-we-talk")
    assert "That is noted, for you alone." in said(at)
    assert "try-keep" not in keys(at)
    press(at, "undo-coaching")
    assert experiments(demo_coach)[0].state == "dropped"


def test_an_experiment_without_words_is_not_kept_and_stays_open(demo_coach: FakeCoach) -> None:
    at = press(focused(demo_coach), "try")
    at.text_area(key=f"{DEMO}/coaching.try").set_value("  ")
    at = press(at, "try-keep")
    assert "Nothing is written." in said(at)
    assert "try-keep" in keys(at)
    assert "try-keep" not in keys(press(at, "try-not"))


def test_what_somebody_does_already_is_kept_and_another_move_comes(demo_coach: FakeCoach) -> None:
    at = press(focused(demo_coach), "already")
    assert [one.text for one in demo_coach.practice.doing(DEMO)] == [
        "I put the question where all can see it & give two quiet minutes."
    ]
    assert MOVES[1].title in said(at)
    assert demo_coach.coaching.asked[-1].seed == 1
    press(at, "undo-coaching")
    assert demo_coach.practice.doing(DEMO) == []


def test_a_note_is_kept_under_ones_own_way(demo_coach: FakeCoach) -> None:
    at = press(write(SILENCE), "note")
    at.text_area(key=f"{DEMO}/coaching.note").set_value("I hurry")
    at = press(at, "note-keep")
    entry = demo_coach.practice.journal(DEMO)[0]
    assert (entry.text, entry.thread) == ("I hurry", "t0")
    page = said(view(at, "My way"))
    assert "I hurry" in page
    assert ONLY_YOU in page


def test_a_due_experiment_is_asked_about_before_anything_new(demo_coach: FakeCoach, due: Experiment) -> None:
    at = open_page("coaching")
    assert "On 12 May you meant to try this" in said(at)
    assert "&lt;wait&gt;" in said(at)
    at.text_area(key=f"{DEMO}/coaching.happened.e1").set_value("Two spoke.")
    at.text_area(key=f"{DEMO}/coaching.learned.e1").set_value("Waiting helps.")
    at = press(at, "due-keep")
    told = experiments(demo_coach)[0]
    assert (told.state, told.happened, told.learned) == ("told", "Two spoke.", "Waiting helps.")
    assert "you meant to try this" not in said(at)
    press(at, "undo-coaching")
    assert experiments(demo_coach)[0] == due


def test_nothing_that_was_told_is_lost_when_it_is_refused(demo_coach: FakeCoach, due: Experiment) -> None:
    at = press(open_page("coaching"), "due-keep")
    assert "What happened is not written." in said(at)
    assert experiments(demo_coach) == [due]


def test_it_did_not_happen_has_a_way_back(demo_coach: FakeCoach, due: Experiment) -> None:
    at = press(open_page("coaching"), "due-not")
    assert experiments(demo_coach)[0].state == "dropped"
    press(at, "undo-coaching")
    assert experiments(demo_coach)[0].state == "open"


def test_asked_later_it_waits(demo_coach: FakeCoach, due: Experiment) -> None:
    at = press(open_page("coaching"), "due-later")
    assert "you meant to try this" not in said(at)
    assert experiments(demo_coach)[0].state == "open"


def test_in_a_conversation_nobody_is_asked_about_experiments(demo_coach: FakeCoach, due: Experiment) -> None:
    assert "you meant to try this" not in said(write(SILENCE))


def test_what_one_does_is_added_changed_and_removed_with_a_way_back(demo_coach: FakeCoach) -> None:
    at = view(open_page("coaching"), "What I do already")
    assert "Nothing stands here yet." in said(at)
    at.text_area(key=f"{DEMO}/coaching.doing").set_value("I wait <long>")
    at.checkbox(key=f"{DEMO}/coaching.doing.flopped").set_value(True)
    at = press(at, "add-doing")
    assert "I wait &lt;long&gt;" in said(at)
    assert "did not work for you" in said(at)
    assert at.text_area(key=f"{DEMO}/coaching.doing").value == ""
    at = press(at, "change-o0")
    at.text_area(key=f"{DEMO}/coaching.own.o0").set_value("I wait")
    at = press(at, "save-o0")
    assert [one.text for one in demo_coach.practice.doing(DEMO)] == ["I wait"]
    at = press(at, "undo-coaching")
    assert [one.text for one in demo_coach.practice.doing(DEMO)] == ["I wait <long>"]
    at = press(at, "remove-o0")
    assert demo_coach.practice.doing(DEMO) == []
    press(at, "undo-coaching")
    assert len(demo_coach.practice.doing(DEMO)) == 1


def test_what_was_heard_in_a_conversation_says_so(demo_coach: FakeCoach) -> None:
    demo_coach.practice.things["d"] = AlreadyDoing(id="d", text="I send it ahead", heard=True)
    assert "heard in a conversation" in said(view(open_page("coaching"), "What I do already"))


def test_ones_way_shows_words_and_no_figure(demo_coach: FakeCoach) -> None:
    things = demo_coach.practice.things
    things["e1"] = Experiment(id="e1", text="I will wait", at=AT, state="told", happened="Two <spoke>")
    things["e2"] = Experiment(id="e2", text="I will ask less", at=AT, due=dt.date(2026, 6, 2))
    things["j1"] = JournalEntry(id="j1", text="I hurry", at=AT)
    demo_coach.practice.returns = ("Silence came up in March and in May.",)
    at = view(open_page("coaching"), "My way")
    page = said(at)
    assert ONLY_YOU in page
    assert "Two &lt;spoke&gt;" in page
    assert "You tried</span> · 12 May 2026" in page
    assert "Silence came up in March and in May." in page
    assert "I will ask less" in page
    assert "you meet on 2 Jun" in page
    at = press(at, "remove-j1")
    assert demo_coach.practice.journal(DEMO) == []
    at = press(press(at, "undo-coaching"), "change-j1")
    at.text_area(key=f"{DEMO}/coaching.own.j1").set_value("I hurried")
    press(at, "save-j1")
    assert demo_coach.practice.journal(DEMO)[0].text == "I hurried"


def test_an_experiment_can_be_told_from_ones_way(demo_coach: FakeCoach) -> None:
    demo_coach.practice.things["e2"] = Experiment(id="e2", text="I will ask less", at=AT)
    at = press(view(open_page("coaching"), "My way"), "tell-e2")
    at.text_area(key=f"{DEMO}/coaching.happened.e2").set_value("It was calmer.")
    press(at, "due-keep")
    assert experiments(demo_coach)[0].happened == "It was calmer."


def test_a_note_to_oneself_is_written(demo_coach: FakeCoach) -> None:
    at = view(open_page("coaching"), "My way")
    assert "Nothing is counted" in said(at)
    at.text_area(key=f"{DEMO}/coaching.entry").set_value("I hurry")
    at = press(at, "write-entry")
    assert [one.text for one in demo_coach.practice.journal(DEMO)] == ["I hurry"]
    press(at, "undo-coaching")
    assert demo_coach.practice.journal(DEMO) == []
