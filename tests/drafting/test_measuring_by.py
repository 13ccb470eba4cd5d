from __future__ import annotations

import pytest

from coach.drafting.measuring_by import ask_by_measure, find_measure, keep_in_view
from coach.models import Doing, Outcome, ReviewPrompt, Step, Tone

PROMPTS = (
    ReviewPrompt(text="What would you gladly use yourself?", tone=Tone.WARM),
    ReviewPrompt(text="I wonder: what does it make you ask?", tone=Tone.CURIOUS),
    ReviewPrompt(text="What did you write when we began?", tone=Tone.BEFORE),
    ReviewPrompt(text="Author, what will you try?", tone=Tone.NEXT),
)


def measure_of(text: str):
    return find_measure(Outcome(text=f"We want to be able to {text}"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("hand over so that the next person knows what is new.", "the next person knows what is new"),
        ("write a brief that Ade can start on without ringing back", "without ringing back"),
        ("write a letter that somebody can act on at once", "that somebody can act on at once"),
        ("tell a patient where we're going before the chair moves", "before the chair moves"),
    ],
)
def test_an_outcome_says_itself_when_it_has_come_about(text, words):
    assert measure_of(text).words == words


@pytest.mark.parametrize(
    "text",
    [
        "map complex systems",
        "tell a family that their stone has been laid flat",
        "write letters so that it " + "goes on and on " * 8,
    ],
)
def test_where_it_does_not_nothing_is_made_up(text):
    assert measure_of(text) is None
    assert ask_by_measure(PROMPTS, None, 0, "map") == list(PROMPTS)


def test_one_question_of_each_tone_asks_by_it_and_stays_with_whoever_had_it():
    asked = ask_by_measure(PROMPTS, measure_of("hand over so that the next person knows what is new"), 0, "note")
    texts = [prompt.text for prompt in asked]
    assert [prompt.tone for prompt in asked] == [prompt.tone for prompt in PROMPTS]
    assert texts[0] == "What in this note makes it likely that the next person knows what is new?"
    assert texts[1].startswith("I wonder: at which spot")
    assert texts[2] == PROMPTS[2].text
    assert texts[3] == "Author, what will you do differently next time, so that the next person knows what is new?"


def test_a_question_that_sets_two_versions_side_by_side_stays():
    before = ReviewPrompt(text="Where does the later map do something that the early one did not?", tone=Tone.WARM)
    [asked] = ask_by_measure([before], measure_of("hand over so that the next person knows"), 0, "map")
    assert asked == before


def test_people_keep_it_in_view_in_the_longest_step_in_which_they_make_something():
    steps = [
        Step(minutes=20, who="all", does="Talk.", doing=Doing.TALKING),
        Step(minutes=5, who="all", does="Begin.", doing=Doing.MAKING),
        Step(minutes=15, who="all", does="Write.", doing=Doing.MAKING),
    ]
    kept = keep_in_view(steps, measure_of("write a brief that Ade can start on without ringing back"))
    assert [step.does for step in kept] == [
        "Talk.",
        "Begin.",
        "Write. Keep to it, all the while: without ringing back.",
    ]
    assert keep_in_view(steps, None) == tuple(steps)
    assert keep_in_view(steps[:1], measure_of("hand over so that the next person knows")) == tuple(steps[:1])
