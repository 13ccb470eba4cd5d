"""Ways to begin an outcome: each is heard as the members' own voice, and no two kinds share one."""

from __future__ import annotations

import pytest

from coach.checks import check_outcome
from coach.models import Severity
from coach.playbook import load_playbook, parse_outcome
from coach.playbook.lint_wording import find_testing

PLAYBOOK = load_playbook()
STEMS = [stem for entry in PLAYBOOK.stems for stem in entry.stems]


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.parametrize("doing", ["map a service that crosses teams", "say no to a request without losing the person"])
def test_what_follows_is_the_doing_and_nothing_is_worth_mending(stem: str, doing: str) -> None:
    text = f"{stem} {doing}."
    parsed = parse_outcome(text, PLAYBOOK.lexicon)

    assert parsed.has_stem
    assert parsed.verb.split()[0] == doing.split()[0]
    assert [item for item in check_outcome(text, PLAYBOOK.lexicon) if item.severity is not Severity.QUESTION] == []


def test_a_sentence_that_others_speak_is_still_not_a_stem() -> None:
    assert not parse_outcome("When they are trained, staff will be able to map a service.", PLAYBOOK.lexicon).has_stem


def test_no_kind_borrows_from_another() -> None:
    assert len(STEMS) == len(set(STEMS))
    assert [stem for stem in STEMS if find_testing(stem)] == []
