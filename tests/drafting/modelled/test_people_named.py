"""Names in what one person says: enough of them, and no common words."""

from __future__ import annotations

import pytest

from coach.drafting.modelled.people_named import find_people
from coach.models import Member


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Dave keeps interrupting and I can't get Priya to say anything.", {"Dave", "Priya"}),
        ("Yesterday Tom and Sunita argued for twenty minutes.", {"Tom", "Sunita"}),
        ("My boss, Helen, will sit in.", {"Helen"}),
        ("It went flat. Mary-Ann said nothing.", {"Mary-Ann"}),
        ("I think Grace was cross.", {"Grace"}),
        ("In Excel we track it, and Zoom dropped out on Mondays. Nobody said a word.", set()),
        ("WhatsApp is all they read. Silence is worse.", set()),
        ("Nobody was there, and there is a dave somewhere. Then Dave came.", set()),
    ],
)
def test_who_is_named(said: str, names: set[str]) -> None:
    assert set(find_people([said])) == names


def test_where_nouns_are_written_large_only_titles_tell() -> None:
    said = ["In unserer Gruppe redet Herr Brandt, und die Neuen schweigen."]
    assert find_people(said, writes_nouns_large=True) == ["Brandt"]
    assert "Gruppe" in find_people(said)


def test_whom_the_roster_has_is_not_named_again() -> None:
    member = Member(id="m", community_id="c", name="Dave")
    assert find_people(["Dave keeps interrupting."], [member]) == []
