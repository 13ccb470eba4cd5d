"""Damage to claims, keeping, time and access, in words that no list of phrases holds; and near misses that are fine."""

from __future__ import annotations

import pytest

from coach.models import Severity
from tests.checks.examples import GOOD, OUTCOME, changed, codes, with_part, with_step

STEM = "We want to be able to map complex systems"


def _told(more: str):
    return with_step("a1", 1, does=f"Map who waits on whom. {more}")


def _wanting(text: str, sign: str):
    return changed(outcomes=[{"id": "o1", "text": text, "sign": sign, "ways_in": OUTCOME.ways_in}])


@pytest.mark.parametrize(
    "claim",
    [
        "This community has had three conveners in two years.",
        "Your older members have complained about the pace.",
        "In spring, your chair promised that this would change.",
        "Rumour has it that two teams do not speak.",
        "Research shows that people learn from mistakes.",
        "You have always been a group that learns under pressure.",
    ],
)
def test_a_claim_without_its_source_is_seen(claim, check):
    assert "X3" in codes(check(_told(claim)))
    assert "X3" in codes(check(changed(facilitation=[claim, *GOOD.facilitation])))


@pytest.mark.parametrize(
    "line",
    [
        "In spring, your chair promised a map (S2).",
        "Read out what everyone wrote when we began.",
        "If some of you don't have a map, take one from the pile.",
        "Your pair chooses one, and the others may have a different one.",
        "Think of the last time you had to draw a map.",
        "One of you reads, and two of you look at the same line.",
        "Have you ever lost a map?",
    ],
)
def test_instructions_and_questions_are_no_claims(line, check):
    assert "X3" not in codes(check(_told(line)))


@pytest.mark.parametrize(
    "consent",
    [
        "A transcript is made by the software.",
        "Attending means consenting.",
        "Consent was collected at registration.",
        "The host decides what is quoted.",
        "If this is a problem for you, take it up with the office.",
    ],
)
def test_a_consent_without_a_choice_is_seen(consent, check):
    assert "S8" in codes(check(with_part("capture", consent=consent)))


@pytest.mark.parametrize(
    "consent", ["Say “private” and it is not copied.", "Authors and readers both say yes.", "Nothing leaves the room."]
)
def test_a_choice_in_few_words_is_one(consent, check):
    assert "S8" not in codes(check(with_part("capture", consent=consent)))


def test_words_that_are_passed_on_unasked_are_seen(check):
    keeps = "The sheets, with your name under them, for the newsletter"
    assert "S8" in codes(check(with_part("capture", keeps=keeps)))
    assert "S8" not in codes(check(with_part("capture", keeps="A line for the newsletter, if its writer wants that")))


@pytest.mark.parametrize(
    ("step", "is_open"),
    [
        ({"who": "the treasurer", "does": "Goes through the accounts.", "doing": "talking"}, False),
        ({"who": "two leads", "does": "Report on their projects.", "doing": "listening"}, False),
        ({"who": "everyone", "does": "Take up what came up.", "doing": "open"}, True),
        ({"who": "everyone", "does": "Talk about what came up.", "doing": "talking"}, True),
    ],
)
def test_an_open_slot_that_is_filled_is_not_open(step, is_open, check):
    found = codes(check(with_part("open", steps=[step | {"minutes": 10}])))
    assert bool(found & {"S2", "S7"}) is not is_open


def test_one_voice_is_heard_whatever_its_step_is_called(check):
    talk = {"minutes": 22, "who": "the surveyor", "does": "Explains how systems are mapped.", "doing": "making"}
    assert "A5" in codes(check(with_step("a1", 1, **talk)))
    assert "A5" not in codes(
        check(with_step("a1", 1, **(talk | {"who": "threes", "does": "Explain it to each other."})))
    )


@pytest.mark.parametrize(
    ("speaks", "is_seen"),
    [("never, the work speaks for itself", True), ("Authors open.", False), ("at the end", False)],
)
def test_an_author_who_never_speaks_is_seen(speaks, is_seen, check):
    assert ("R5" in codes(check(with_part("r1", author_speaks=speaks)))) is is_seen


@pytest.mark.parametrize(
    "sign", ["We'd notice it because attendance goes up.", "We'd notice it because management is pleased."]
)
def test_a_sign_that_is_counted_elsewhere_is_seen(sign, check):
    assert "O4" in codes(check(_wanting(STEM, sign)))


@pytest.mark.parametrize(
    "boast", ["Everything in this plan comes from your notes.", "Thirty sentences of yours are in it."]
)
def test_a_boast_in_words_is_seen(boast, check):
    assert "X8" in codes(check(changed(from_notes=boast)))


def test_what_is_only_guessed_in_a_plan_of_few_words_is_asked(check):
    plan = with_part("r1", prompts=["Which arrow on the map?", "Which line of the map?", "Which box on the map?"])
    [asked] = [item for item in check(plan).findings if item.check == "R4"]
    assert asked.severity is Severity.QUESTION


@pytest.mark.parametrize(
    ("line", "is_seen"),
    [
        ("The room is up two flights of stairs.", True),
        ("No special arrangements.", True),
        ("Doors close at nine.", True),
        ("Describe aloud whatever is held up.", False),
        ("Slow typing is fine.", False),
    ],
)
def test_a_line_on_access_offers_a_way_in(line, is_seen, check):
    access = GOOD.access.model_dump() | {"during": [line]}
    assert ("S5" in codes(check(changed(access=access)))) is is_seen


@pytest.mark.parametrize(
    ("way", "is_seen"), [("It will be fine.", True), ("Carry on as planned.", True), ("Write first.", False)]
)
def test_a_plan_b_says_what_to_do(way, is_seen, check):
    assert ("S9" in codes(check(changed(plan_b={"silence": way})))) is is_seen
