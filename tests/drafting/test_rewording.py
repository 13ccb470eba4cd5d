"""An outcome said otherwise by rule: really different, nothing to mend, and honest where there is nothing to say."""

from __future__ import annotations

import pytest

from coach.checks import check_outcome
from coach.drafting.rewording import reword
from coach.models import Community, RewriteRequest, RewritesResult, Severity
from coach.playbook import load_playbook
from coach.ports import RewriteInput

LEXICON = load_playbook().lexicon
WHOLE = "We want to be able to map complex systems more confidently in our live services"


def _reword(text: str, wish: str = "", seed: int = 0) -> RewritesResult:
    request = RewriteRequest(text=text, wish=wish, seed=seed)
    given = RewriteInput(request, Community(id="c", name="Circle"), check_outcome(text, LEXICON))
    return reword(given, "playbook", LEXICON)


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        "understand user needs",
        "Improve communication",
        "We want to be able to write letters that people understand so that nobody rings twice",
        "We want to be able to map and compare services",
        "We want to be able to decide what to drop",
    ],
)
def test_up_to_three_really_differ_and_have_nothing_to_mend(text: str) -> None:
    result = _reword(text)

    assert 1 <= len(result.rewrites) <= 3
    texts = [text, *(item.text for item in result.rewrites)]
    assert len({frozenset(one.lower().split()) for one in texts}) == len(texts)
    for item in result.rewrites:
        assert item.text.startswith("We want to be able to ")
        assert item.differs.endswith(".")
        weak = [found for found in check_outcome(item.text, LEXICON) if found.severity is not Severity.QUESTION]
        assert weak == []


@pytest.mark.parametrize("text", ["score 80% in the test on GDPR", "Wir wollen Briefe schreiben, die man versteht"])
def test_where_there_is_no_better_wording_it_is_said(text: str) -> None:
    result = _reword(text)

    assert result.rewrites == ()
    assert "no other wording" in result.message


def test_a_gap_that_only_people_can_fill_is_offered_as_a_beginning() -> None:
    assert "It could begin: We want to be able to …" in _reword("score 80% in the test on GDPR").message


@pytest.mark.parametrize(
    ("wish", "holds"),
    [
        ("smaller, please", "We want to be able to map complex systems"),
        ("so that newcomers can join in", "somebody who is new"),
        ("more concrete", "case of our own"),
        ("how would we notice it", "We'd notice it because"),
    ],
)
def test_a_wish_that_a_rule_can_take_up_comes_first(wish: str, holds: str) -> None:
    result = _reword(WHOLE, wish)

    assert holds in result.rewrites[0].text
    assert "could not take up" not in result.message


def test_a_wish_that_no_rule_takes_up_is_told() -> None:
    assert "could not take up “for people on the phones”" in _reword(WHOLE, "for people on the phones").message


def test_another_seed_gives_others() -> None:
    sets = [[item.text for item in _reword(WHOLE, seed=seed).rewrites] for seed in range(2)]

    assert sets[0] != sets[1]
