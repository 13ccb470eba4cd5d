from __future__ import annotations

import pytest

from coach.checks.ease import count_syllables, measure_grade
from tests.checks.examples import GOOD, changed, codes, to_mend, with_part, with_prompts, with_step

HARD = (
    "Participants collaboratively operationalise multidimensional considerations regarding organisational "
    "interdependencies, notwithstanding institutional heterogeneity, in order to facilitate the subsequent "
    "prioritisation of transformational opportunities across the map."
)
PROMPTS = [prompt.text for prompt in GOOD.parts[3].prompts]


@pytest.mark.parametrize(
    "damage",
    [
        {"who": ""},
        {"does": ""},
    ],
)
def test_a_step_that_nobody_could_run_is_seen(damage, check):
    assert "X5" in codes(check(with_step("a1", 1, **damage)))


@pytest.mark.parametrize("does", ["Discuss.", "Group work", "Talk about the topic together.", "Explore and share."])
def test_steps_that_say_nothing_are_seen(does, check):
    steps = [{"minutes": 35, "who": "threes", "does": does, "doing": "making"}]
    assert "X5" in codes(check(with_part("a1", steps=steps)))


def test_a_short_step_that_says_what_to_do_is_left_alone(check):
    assert "X5" not in codes(check(with_step("a1", 1, does="Draw the waits.")))


def test_something_has_to_be_ready(check):
    assert "X5" in codes(check(changed(prepare=[])))
    assert "X5" not in codes(check(with_part("a1", changed(prepare=[]), bring="A map that you have not finished.")))


@pytest.mark.parametrize(
    "words",
    [
        "Everyone must present their map to the room.",
        "Each person has to speak for two minutes.",
        "Nobody may pass.",
        "Taking part is mandatory.",
        "Call on people who are silent.",
    ],
)
def test_force_is_seen(words, check):
    assert "X6" in codes(check(with_step("a1", 2, does=f"Put a dot on the map. {words}")))


@pytest.mark.parametrize(
    "words",
    [
        "Nobody has to present; a card is fine.",
        "The form must show who waits.",
        "Everyone may present, or pass.",
        "Speaking is not compulsory.",
        "Members must wait for housing: draw that.",
    ],
)
def test_no_force_is_seen_where_there_is_none(words, check):
    assert "X6" not in codes(check(with_step("a1", 2, does=f"Put a dot on the map. {words}")))


def test_a_step_that_has_to_be_read_twice_is_seen(check):
    [found] = [item for item in to_mend(check(with_step("a1", 1, does=HARD))) if item.check == "X6"]
    assert "reading age" in found.message


def test_a_long_but_plain_step_is_left_alone(check):
    plain = "Draw the map. Say who waits and why. Ask what comes next. Put a dot where you guess. " * 4
    assert "X6" not in codes(check(with_step("a1", 1, does=plain)))


def test_the_grade_is_about_that_of_the_formula():
    assert measure_grade("") == 0
    assert measure_grade("The cat sat on the mat.") < 2
    assert measure_grade(HARD) > 20
    assert [count_syllables(word) for word in ("map", "table", "waited", "handover", "organisation")] == [1, 2, 2, 3, 5]


@pytest.mark.parametrize(
    ("prompt", "is_seen"),
    [
        ("Does the map follow the RACI and the SIPOC?", True),
        ("Which ontological affordances does the systemic map instantiate?", True),
        ("What does the README of the system map show you?", False),
        ("Which part of the system map surprised you?", False),
    ],
)
def test_words_that_shut_newcomers_out_are_seen(prompt, is_seen, check):
    assert ("R8" in codes(check(with_prompts(prompt, *PROMPTS[1:])))) is is_seen


def test_initials_that_the_group_uses_itself_are_theirs(check):
    plan = with_step("a1", 1, does="Map who waits on whom, with the RACI that you brought.")
    prompts = ["Does the map follow the RACI?", *PROMPTS[1:]]
    assert "R8" not in codes(check(with_part("r1", plan, prompts=prompts)))
