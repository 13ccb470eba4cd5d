from __future__ import annotations

import pytest

from coach.models import Level
from coach.playbook import load_playbook, parse_outcome

LEXICON = load_playbook().lexicon


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("We want to be able to develop a shared understanding of our users", Level.UNDERSTAND),
        ("We want to develop an understanding of risk", Level.UNDERSTAND),
        ("We want to be able to develop a new form", Level.CREATE),
        ("We want to be able to review a pull request", Level.EVALUATE),
        ("We want to be able to review the vocabulary of the new law", Level.REMEMBER),
        ("We want to be able to demonstrate the new form to a colleague", Level.APPLY),
        ("We want to be able to demonstrate our knowledge of the new form", Level.UNDERSTAND),
        ("We want to be able to identify the causes of a delay", Level.ANALYSE),
        ("We want to be able to identify the symbols on the plan", Level.REMEMBER),
        ("We want to be able to recognise the birds of our park", Level.REMEMBER),
        ("We want to be able to recognise patterns in complaints", Level.ANALYSE),
        ("We want to be able to draw a floor plan", Level.APPLY),
        ("We want to be able to draw conclusions from three interviews", Level.EVALUATE),
        ("We want to be able to test a form with tenants", Level.ANALYSE),
        ("We want to be able to test an assumption before we build", Level.EVALUATE),
        ("We want to be able to organise a summer fair", Level.APPLY),
        ("We want to be able to organise findings from interviews", Level.ANALYSE),
        ("We want to be able to write a grant application", Level.CREATE),
        ("We want to be able to write a summary of a long report", Level.UNDERSTAND),
        ("We want to be able to follow the runbook at night", Level.APPLY),
        ("We want to be able to follow a debate in the council", Level.UNDERSTAND),
    ],
)
def test_the_object_decides_where_the_verb_alone_would_mislead(text, level):
    assert parse_outcome(text, LEXICON).level is level


@pytest.mark.parametrize("stem", ["We want to be able to", "I'd like to be able to", "Members can", "We want to"])
def test_the_stem_never_counts_as_the_verb(stem):
    assert parse_outcome(f"{stem} recognise patterns in complaints", LEXICON).level is Level.ANALYSE


def test_understanding_is_never_something_that_is_made():
    parsed = parse_outcome("We want to develop an understanding of risk", LEXICON)
    assert parsed.vague is not None
    assert parsed.vague.instead[0] == "explain"
