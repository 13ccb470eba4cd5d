"""A set whose outcomes differ, and other seeds that bring other sets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.drafting.outcomes.choosing import choose
from coach.models import Level, VerbFamily
from coach.ports import HeardDoing

PLAIN = HeardDoing(
    text="",
    topic="",
    verb="",
    object="",
    family=VerbFamily.MAKE,
    level=Level.APPLY,
    solo=None,
    sign="",
    ways_in={},
    worded_by="playbook",
    quotes=(),
    weight=1.0,
    vector=(),
)


def _doing(number: int, verb: str, topic: str, family: VerbFamily = VerbFamily.MAKE, **more: object) -> HeardDoing:
    axis = tuple(float(place == number) for place in range(12))
    return replace(PLAIN, text=f"{verb} {topic}", verb=verb, topic=topic, family=family, vector=axis, **more)  # type: ignore[arg-type]


MANY = [_doing(number, f"verb{number}", f"thing{number}") for number in range(12)]


def test_the_next_seed_brings_others_and_not_the_same_in_another_order() -> None:
    sets = [frozenset(item.text for item in choose(MANY, 4, seed)) for seed in range(3)]

    assert not sets[0] & sets[1]
    assert not sets[1] & sets[2]


def test_a_seed_gives_the_same_set_again() -> None:
    assert choose(MANY, 4, 5) == choose(list(MANY), 4, 5)


@pytest.mark.parametrize(
    ("verb", "topic", "family"),
    [
        ("write", "another thing", VerbFamily.MAKE),
        ("draft", "the letter", VerbFamily.MAKE),
    ],
)
def test_the_same_verb_or_a_near_one_on_the_same_thing_stands_once(verb: str, topic: str, family: VerbFamily) -> None:
    letter = _doing(0, "write", "letter")

    assert choose([letter, _doing(1, verb, topic, family, weight=0.9)], 4, 0) == [letter]


def test_what_only_says_the_subject_again_stands_once_at_most() -> None:
    general = [_doing(number, f"verb{number}", "tests", on_subject=True, weight=0.2) for number in range(3)]
    particular = [_doing(5, "trace", "a test"), _doing(6, "plan", "a test", VerbFamily.DECIDE)]

    assert sum(item.on_subject for item in choose(general, 4, 0, is_asked=True)) == 1
    assert not any(item.on_subject for item in choose([*general, *particular], 4, 0, is_asked=True))
