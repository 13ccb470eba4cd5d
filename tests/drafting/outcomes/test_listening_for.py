"""Which sentences have the words of a doing."""

from __future__ import annotations

import pytest

from coach.drafting.outcomes.listening_for import WordIndex, distance, read_words

SAID = (
    "Reviewers are overloaded and nobody has time.",
    "The meeting times are bad for people in Asia.",
    "A new contributor asked a question.",
    "New contributors do not know how to make a contribution.",
    "We recall the calls of the last year.",
    "It is self-hosted.",
)


@pytest.mark.parametrize(
    ("groups", "places"),
    [
        (["reviewer"], [0]),
        (["reviewer", "overload"], [0]),
        (["reviewer", "asia"], []),
        (["time_zone meeting_time"], [1]),
        (["call."], []),
        (["calls."], [4]),
        (["hosted"], [5]),
        ([], []),
    ],
)
def test_a_sentence_needs_a_word_of_each_group(groups: list[str], places: list[int]) -> None:
    assert WordIndex(SAID).find([read_words(group) for group in groups]) == places


def test_one_word_does_not_stand_for_two_groups() -> None:
    groups = [read_words("new_contributor"), read_words("contribut")]

    assert WordIndex(SAID).find(groups) == [3]


def test_words_side_by_side_are_nearer_than_words_far_apart() -> None:
    groups = [read_words("reviewer"), read_words("overload time.")]

    assert distance(SAID[0], groups) == 2
    assert distance("Reviewers are here.", groups) == 99
    assert distance("Anything at all.", groups[:1]) == 1
