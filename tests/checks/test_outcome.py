from __future__ import annotations

import pytest

from coach.checks import check_outcome
from coach.models import Outcome, Severity
from tests.checks.examples import OUTCOME, codes, to_mend

GOOD = (
    "We want to be able to spot where a policy change will bite further down our service, early enough to warn the "
    "team who own that step. We'd notice it because someone else's roadmap changes after we've spoken."
)
BAD = "Improve awareness of systems thinking across the community and achieve 80% competency by Q3."


def test_a_good_outcome_leaves_only_questions(lexicon):
    found = check_outcome(GOOD, lexicon)
    assert to_mend(found) == []
    assert {finding.check for finding in found} == {"O5", "O6", "O8"}


def test_a_bad_outcome_is_told_why_in_words_that_can_be_acted_on(lexicon):
    found = to_mend(check_outcome(BAD, lexicon))
    assert {finding.check for finding in found} >= {"X1", "O1", "O2"}
    assert all(finding.message and finding.why and finding.way_forward for finding in found)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Participants will be able to map complex systems", "O1"),
        ("Systems thinking", "O1"),
        ("We want to be able to understand complex systems", "O2"),
        ("We want to be familiar with complex systems", "O2"),
        ("We want to be able to map the waits and host the clinic", "O2"),
        ("We want to be able to map things", "O3"),
        ("We want to be able to map", "O3"),
        ("We want to be able to map " + "the very long way through " * 8 + "our service", "O7"),
        ("We want to be able to score each member's maps", "X1"),
        ("", "O2"),
    ],
)
def test_catches_a_planted_fault(text, code, lexicon):
    assert code in codes(check_outcome(text, lexicon))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("We'd like to be able to map complex systems", "O1"),
        ("I want to be able to map complex systems", "O1"),
        ("We want to be able to explain complex systems so that newcomers understand them", "O2"),
        ("We want to be able to write and send letters", "O2"),
        ("We want to be able to map the things that wait on our desks", "O3"),
        ("We want to be able to map waits", "O3"),
        (GOOD, "O7"),
        ("We want to be able to test a form with tenants before we build it", "X1"),
    ],
)
def test_leaves_a_near_miss_alone(text, code, lexicon):
    assert code not in codes(check_outcome(text, lexicon))


@pytest.mark.parametrize(
    "text",
    [
        "We want to be able to assess students' writing fairly",
        "We want to be able to grade student work in the same way",
        "We want to be able to write a fairer exam for first-years",
        "We want to be able to review each other's quizzes before they go out",
    ],
)
def test_what_teachers_do_for_others_is_the_object_of_their_work(text, lexicon):
    assert "X1" not in codes(check_outcome(text, lexicon))


@pytest.mark.parametrize(
    "text",
    [
        "We want to be able to pass the exam",
        "We want to be able to assess members' maps",
        "Students sit an exam",
        "We want to be able to teach students well, and rank the teams",
        "We want to be able to map exams, and 80 % of members must pass",
    ],
)
def test_what_is_done_to_members_is_not(text, lexicon):
    assert "X1" in codes(check_outcome(text, lexicon))


def test_names_the_vague_verb_and_offers_others(lexicon):
    [finding] = [
        item for item in check_outcome("We want to be able to understand our users", lexicon) if item.check == "O2"
    ]
    assert "understand" in finding.message
    assert "explain" in finding.way_forward


def test_what_only_people_can_judge_is_asked_and_never_passed(lexicon):
    found = check_outcome("We want to be able to map complex systems", lexicon)
    assert {item.check for item in found if item.severity is Severity.QUESTION} == {"O4", "O5", "O6", "O8"}


def test_an_outcome_of_a_plan_is_read_with_its_sign_and_ways_in(lexicon):
    assert to_mend(check_outcome(OUTCOME, lexicon)) == []
    graded = OUTCOME.model_copy(update={"ways_in": {"newcomer": "Take the quiz"}})
    [finding] = to_mend(check_outcome(graded, lexicon))
    assert (finding.check, finding.where) == ("X1", "o1")


def test_fields_stand_in_where_the_sentence_says_less(lexicon):
    outcome = Outcome(text="Complex systems", verb="map")
    assert codes(check_outcome(outcome, lexicon)) == {"O1"}
