"""Small English."""

from __future__ import annotations

import re

import pytest

from coach.playbook import Lexicon, content_stems
from coach.playbook.language import base_guess, forms_of, gerund_of, plural_of, with_article


@pytest.mark.parametrize(
    ("verb", "gerund"),
    [
        ("map", "mapping"),
        ("plan", "planning"),
        ("run", "running"),
        ("set up", "setting up"),
        ("write", "writing"),
        ("make", "making"),
        ("see", "seeing"),
        ("agree on", "agreeing on"),
        ("lie", "lying"),
        ("debug", "debugging"),
        ("explain", "explaining"),
        ("draw", "drawing"),
        ("fix", "fixing"),
        ("apply", "applying"),
        ("read", "reading"),
        ("listen to", "listening to"),
        ("commit", "committing"),
        ("visit", "visiting"),
        ("edit", "editing"),
        ("review", "reviewing"),
        ("teach", "teaching"),
        ("cut", "cutting"),
        ("be", "being"),
        ("co-design", "co-designing"),
        ("triage", "triaging"),
        ("prioritise", "prioritising"),
        ("offer", "offering"),
        ("spot", "spotting"),
    ],
)
def test_gerunds(verb: str, gerund: str) -> None:
    assert gerund_of(verb) == gerund


def test_no_gerund_of_the_lexicon_looks_wrong(lexicon: Lexicon) -> None:
    gerunds = [gerund_of(verb).split()[0] for verb in lexicon.verbs]

    assert all(word.endswith("ing") for word in gerunds)
    assert [word for word in gerunds if re.search(r"(?:[^es]e|ww|yy|xx|hh)ing$", word)] == []


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("map", {"map", "maps", "mapping", "mapped"}),
        ("teach", {"teach", "teaches", "teaching", "taught"}),
        ("write", {"write", "writes", "writing", "wrote", "written"}),
        ("apply", {"apply", "applies", "applying", "applied"}),
        ("have", {"have", "has", "having", "had"}),
        ("debug", {"debug", "debugs", "debugging", "debugged"}),
    ],
)
def test_forms(verb: str, forms: set[str]) -> None:
    assert forms_of(verb) == forms


@pytest.mark.parametrize(
    ("noun", "said"),
    [
        ("rough map", "a rough map"),
        ("ordered list", "an ordered list"),
        ("honest answer", "an honest answer"),
        ("hour alone", "an hour alone"),
        ("used form", "a used form"),
        ("unsent letter", "an unsent letter"),
        ("one-page plan", "a one-page plan"),
        ("user story", "a user story"),
        ("European map", "a European map"),
        ("open question", "an open question"),
        ("X-ray report", "an X-ray report"),
        ("uniform", "a uniform"),
    ],
)
def test_articles(noun: str, said: str) -> None:
    assert with_article(noun) == said


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("map", "maps"),
        ("reply", "replies"),
        ("batch", "batches"),
        ("page of notes", "pages of notes"),
        ("run-through", "run-throughs"),
        ("try-out", "try-outs"),
        ("brief", "briefs"),
        ("fix", "fixes"),
        ("way", "ways"),
    ],
)
def test_plurals(noun: str, plural: str) -> None:
    assert plural_of(noun) == plural


@pytest.mark.parametrize(
    ("form", "base"),
    [("refactored", "refactor"), ("knitted", "knit"), ("clarified", "clarify"), ("recalibrated", "recalibrate")],
)
def test_unknown_forms_are_guessed(form: str, base: str) -> None:
    assert base_guess(form) == base


def test_a_third_person_is_guessed_only_where_one_stands() -> None:
    assert base_guess("leaves", third_person=True) == "leave"
    assert base_guess("carries", third_person=True) == "carry"
    assert base_guess("reaches", third_person=True) == "reach"
    assert base_guess("focus") == "focus"


def test_stems_show_what_two_texts_share() -> None:
    assert content_stems("Mapping complex systems") & content_stems("a map of the system")
    assert content_stems("We want to be able to do it") == frozenset()
    assert not content_stems("plain letters") & content_stems("complex systems")
    assert content_stems("Bronagh’s letters") == content_stems("letter, bronagh")
