"""Which sentences would convince a sceptical member, and of what."""

from __future__ import annotations

import pytest

from coach.drafting.convincing import convincing_cues, heads_wishes, is_convincing, is_noise
from coach.drafting.cues import find_cues
from coach.models import Cue


def _told(sentence: str) -> tuple[Cue, ...]:
    return convincing_cues(sentence, find_cues(sentence)) if is_convincing(sentence) else ()


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("Approvers are overloaded, and changes wait for weeks.", Cue.STRUGGLE),
        ("It is hard to explain what a map is for.", Cue.STRUGGLE),
        ("I can never tell where the map should stop.", Cue.STRUGGLE),
        ("How do we get quiet people to take part?", Cue.QUESTION),
        ("What do I do if they cry.", Cue.QUESTION),
        ("We need a better way to find topics for the meeting.", Cue.WISH),
        ("It would be helpful to see how other people review.", Cue.WISH),
        ("People in the group do not agree on who may change a letter.", Cue.DISAGREEMENT),
    ],
)
def test_what_people_struggle_with_ask_wish_for_and_differ_on_is_heard(sentence: str, cue: Cue) -> None:
    assert cue in _told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Looking for people to help review the proposals.",
        "We are hoping that instructors will give us feedback.",
        "Who wants to host the next meeting?",
        "Do we want to review the release notes?",
        "How do you feel about your role?",
        "Begun matching mentors, still need to match three.",
        "You know, I mean, it would be nice to have tools.",
        "Learners loved the exercises and had no problems.",
        "Teaching together helps people who struggle with something.",
        "Rooms with no windows",
        "Sam Jones needs a better microphone.",
        "We need a better way by Friday 12 March 2024.",
    ],
)
def test_status_news_praise_and_half_sentences_convince_of_nothing(sentence: str) -> None:
    assert _told(sentence) == ()


@pytest.mark.parametrize("sentence", ["Kim to send the slides.", "Please register before June.", "This is why."])
def test_errands_and_news_back_nothing_at_all(sentence: str) -> None:
    assert is_noise(sentence)


def test_a_list_of_wishes_is_known_by_its_heading() -> None:
    assert heads_wishes("What do we want to get better at")
    assert heads_wishes("Wish list")
    assert not heads_wishes("What we want to drink")
