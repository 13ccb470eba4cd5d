from __future__ import annotations

import pytest

from coach.checks import check_review
from coach.models import Severity
from tests.checks.examples import GOOD, OUTCOME, codes, to_mend, with_part, with_prompts

GOOD_PROMPTS = [
    "Point to one arrow on the map that changed how you see this service. What did it show you?",
    "Where would you need to ask someone before trusting it?",
    "What would you like to try on your own map next?",
]


def test_good_prompts_leave_only_questions(lexicon):
    assert check_review(GOOD_PROMPTS, lexicon, OUTCOME.text).ok
    assert check_review(GOOD_PROMPTS, lexicon, OUTCOME.text, looks_at="the map that the pair drew").ok


def test_without_an_outcome_the_ground_is_a_question(lexicon):
    found = check_review(
        ["What is this?", "What do you wonder about the map?", "What did it show you, and what next?"], lexicon
    )
    assert found.ok
    assert "R2" in {finding.check for finding in found.findings if finding.severity is Severity.QUESTION}


def test_bad_prompts_are_told_apart_by_their_places(lexicon):
    found = check_review(["Rate accuracy of the map 1–5.", "List errors."], lexicon, OUTCOME.text)
    assert codes(found) == {"X1", "R2", "R3", "R4", "R6", "R7"}
    assert {finding.where for finding in to_mend(found)} == {"prompts[0]", "prompts[1]", "prompts"}


@pytest.mark.parametrize(
    ("place", "prompt", "code"),
    [
        (0, "Are you a good mapper?", "R1"),
        (1, "How skilled is the author?", "R1"),
        (1, "What are her weaknesses on the map?", "R1"),
        (1, "Who drew the best map?", "R1"),
        (1, "What did you think of the biscuits?", "R2"),
        (1, "How was the session?", "R2"),
        (1, "What would a stranger wonder?", "R2"),
        (1, "Name 3 gaps on the map.", "R3"),
        (1, "Is the map excellent, satisfactory or poor?", "R3"),
        (1, "How many per cent of the map is done?", "R3"),
        (0, "Name the boxes on the map.", "R4"),
        (2, "Where does the map end?", "R6"),
        (0, "What will you try on your own map next?", "A6"),
    ],
)
def test_catches_a_planted_fault(place, prompt, code, lexicon):
    prompts = [prompt if index == place else kept for index, kept in enumerate(GOOD_PROMPTS)]
    assert code in codes(check_review(prompts, lexicon, OUTCOME.text))


@pytest.mark.parametrize(
    ("place", "prompt", "code"),
    [
        (1, "Where on the map is the good news for a tenant?", "R1"),
        (1, "Which arrow would you be able to explain to a stranger?", "R1"),
        (1, "How confident do you feel about this corner of the map?", "R1"),
        (1, "What do you wonder about this, and why?", "R2"),
        (1, "How consistent are the two drawings?", "R2"),
        (1, "What does the form B12 do on the map? Where would it wait?", "R3"),
        (1, "You wrote “we lose 3 days” (S1). Where does the map show it, and why?", "R3"),
        (2, "What would you borrow from this map tomorrow?", "R6"),
    ],
)
def test_leaves_a_near_miss_alone(place, prompt, code, lexicon):
    prompts = [prompt if index == place else kept for index, kept in enumerate(GOOD_PROMPTS)]
    assert code not in codes(check_review(prompts, lexicon, OUTCOME.text))


@pytest.mark.parametrize("count", [0, 1, 2, 7, 12])
def test_too_few_or_too_many_prompts(count, lexicon):
    found = check_review((GOOD_PROMPTS * 4)[:count], lexicon, OUTCOME.text)
    assert "R7" in codes(found)


@pytest.mark.parametrize("looks_at", ["the author", "Newcomers", "the performance of each pair", "members' skills"])
def test_a_person_on_the_table(looks_at, lexicon, check):
    assert "R1" in codes(check_review(GOOD_PROMPTS, lexicon, OUTCOME.text, looks_at))
    assert "R1" in codes(check(with_part("r1", looks_at=looks_at)))


@pytest.mark.parametrize("looks_at", ["the author's map", "the map that newcomers drew", ""])
def test_somebody_s_work_on_the_table(looks_at, lexicon):
    assert "R1" not in codes(check_review(GOOD_PROMPTS, lexicon, OUTCOME.text, looks_at))


def test_the_author_speaks_first_or_last(check):
    [finding] = to_mend(check(with_part("r1", author_speaks="")))
    assert (finding.check, finding.where) == ("R5", "r1")


def test_a_tone_that_is_said_counts_and_one_that_is_not_is_heard(check):
    assert check(with_prompts(*GOOD_PROMPTS)).ok
    cool = [{"text": prompt, "tone": "curious"} for prompt in GOOD_PROMPTS]
    assert {"R4", "R6"} <= codes(check(with_part("r1", prompts=cool)))


def test_findings_on_a_plan_s_prompts_stand_at_the_review(check):
    plan = with_prompts("Are you a good mapper?", *GOOD_PROMPTS)
    assert {finding.where for finding in to_mend(check(plan))} == {"r1"}
    assert GOOD.parts[3].id == "r1"


@pytest.mark.parametrize(
    ("prompt", "code", "is_seen"),
    [
        ("What is wrong with this map? List the errors.", "R4", True),
        ("Where could the map go wrong, do you wonder?", "R4", False),
        ("What does the author lack?", "R1", True),
        ("What does the map lack?", "R1", False),
    ],
)
def test_faults_and_persons_are_not_on_the_table(prompt, code, is_seen, lexicon):
    rest = ["What does the map show you?", "Where in it would you ask someone?", "What will you try on your map next?"]
    outcome = "We want to be able to map complex systems"
    assert (code in codes(check_review([prompt, *rest], lexicon, outcome))) is is_seen


def test_findings_about_prompts_offer_others_that_hold(lexicon):
    outcome = "We want to be able to map complex systems"
    found = to_mend(check_review(["Rate the author 1-5.", "How was it?"], lexicon, outcome))
    offered = list(dict.fromkeys(line for item in found for line in item.rewrite.splitlines()))
    assert len(offered) > 2
    assert to_mend(check_review(offered, lexicon, outcome)) == []


def test_a_review_of_an_hour_is_too_long(check):
    assert "R7" in codes(check(with_part("r1", minutes=60)))
    assert "R7" not in codes(check(with_part("r1", minutes=30)))
