from __future__ import annotations

import pytest

from coach.drafting.naming import find_names, names_somebody

NOTES = ("Then Mags said no (Jomo had gone). In May we met on a Tuesday, and Legal came.", "The legal side of it.")


def test_names_are_what_is_only_ever_written_with_a_capital():
    assert find_names(NOTES) == {"Mags", "Jomo"}


@pytest.mark.parametrize(
    ("sentence", "is_named"),
    [
        ("It was Mags who asked.", True),
        ("Thandi wrote a bug that was fixed.", True),
        ("ask @lindiwe about it", True),
        ("Nobody told us after the meeting.", False),
        ("Teams said that they had no time.", False),
        ("In May the ramp was locked.", False),
    ],
)
def test_a_sentence_about_somebody_is_known_as_one(sentence, is_named):
    assert names_somebody(sentence, find_names(NOTES)) is is_named
