"""What people are to have by the end is found in the request and given a place in the session."""

from __future__ import annotations

import pytest

from coach.drafting.promises import Kind, find_results
from coach.models import Review, SessionPlan
from tests.drafting.drafting import draft

SIGNING = "Each of us has taught a short piece of the lesson and is willing to sign up for a slot at the next workshop."
SAYING = "Everyone has written a real review comment, and can say what a good review looks like here."


@pytest.mark.parametrize(
    ("outcome", "kind", "core"),
    [
        (SIGNING, Kind.COMMITS, "sign up for a slot at the next workshop"),
        (SAYING, Kind.SAYS, "what a good review looks like here"),
        ("A rough page that somebody has tried, each with an owner for it", Kind.COMMITS, "an owner for it"),
        ("Everyone gets a graph running; first-timers know their next step", Kind.COMMITS, "know their next step"),
    ],
)
def test_a_second_result_is_heard_in_the_outcome(outcome: str, kind: Kind, core: str) -> None:
    (result,) = find_results([outcome], [])

    assert (result.kind, result.core) == (kind, core)


@pytest.mark.parametrize(
    "outcome",
    [
        "We want to be able to map complex systems more confidently and consistently",
        "We want to be able to plan, run and review a retro",
        "We want to be able to explain a decision without jargon, so that people know what to do",
        "We want to be able to say no to a stakeholder without damaging the relationship",
        "We want to be able to write and send plain letters",
    ],
)
def test_one_doing_is_no_list_of_promises(outcome: str) -> None:
    assert find_results([outcome], []) == ()


def _last_review(plan: SessionPlan) -> Review:
    return [part for part in plan.parts if isinstance(part, Review)][-1]


def test_a_commitment_gets_a_list_that_nobody_has_to_sign() -> None:
    plan = draft(outcomes=(SIGNING,))

    (step,) = [step for step in _last_review(plan).steps if "Sign up for a slot" in step.does]
    assert "empty line" in step.does
    assert plan.promises[-1].part == _last_review(plan).id
    assert any("Sign up for a slot" in line for line in plan.prepare)
    assert sum(part.minutes for part in plan.parts) == plan.minutes


def test_something_to_say_is_written_in_one_line() -> None:
    plan = draft(outcomes=(SAYING,))

    assert any("what a good review looks like here" in step.does for step in _last_review(plan).steps)


def test_a_result_without_a_step_says_so() -> None:
    plan = draft(by_the_end=("Lunch has been ordered",))

    promise = plan.promises[-1]
    assert promise.text == "Lunch has been ordered"
    assert "No step is planned" in promise.how


def test_the_doing_itself_is_the_first_promise() -> None:
    plan = draft()

    assert plan.promises[0].part == "a1"
    assert "mapping a service" in plan.promises[0].text


def test_the_sentence_is_put_in_the_members_voice_and_what_was_asked_is_kept() -> None:
    (outcome,) = draft(outcomes=(SIGNING,)).outcomes

    assert outcome.text == "We want to be able to teach a short piece of the lesson."
    assert outcome.asked == SIGNING
