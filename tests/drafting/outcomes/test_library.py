"""Every common doing reads well, whatever words a community has, and is one that the checks would sign."""

from __future__ import annotations

import pytest

from coach.checks import check_outcome
from coach.drafting.outcomes.library import CommonDoing, read_common_doings
from coach.drafting.outcomes.phrases import STEM
from coach.drafting.outcomes.shapes import Shape, to_ways_in
from coach.drafting.outcomes.slots import choose_words, fill_words, usual_words
from coach.drafting.outcomes.topics import TOPIC_DOINGS, say_on, to_topic
from coach.drafting.outcomes.words import TOOLS
from coach.models import Outcome, Severity
from coach.playbook import load_playbook, parse_outcome

LEXICON = load_playbook().lexicon
TEXTS = ("The new contributors sent pull requests.",) * 3


def _findings(text: str, sign: str) -> list[str]:
    outcome = Outcome(id="o", text=f"{STEM} {text}.", sign=f"We'd notice it because {sign}")
    return [item.message for item in check_outcome(outcome, LEXICON) if item.severity is not Severity.QUESTION]


@pytest.mark.parametrize("doing", read_common_doings(), ids=lambda doing: doing.do[:40])
@pytest.mark.parametrize("texts", [(), TEXTS], ids=["nothing", "software"])
def test_a_common_doing_passes_our_own_checks(doing: CommonDoing, texts: tuple[str, ...]) -> None:
    text = " ".join((fill_words(doing.do, usual_words(texts)), doing.when)).strip()

    assert _findings(text, doing.sign) == []
    assert parse_outcome(f"{STEM} {text}.", LEXICON).known_verb
    assert "{" not in text


def test_every_sign_is_its_own() -> None:
    signs = [doing.sign for doing in read_common_doings()]

    assert len(set(signs)) == len(signs)


def test_the_library_is_broad() -> None:
    doings = read_common_doings()

    assert len(doings) >= 190
    assert len({parse_outcome(f"{STEM} {doing.do}.", LEXICON).verb for doing in doings}) >= 80


@pytest.mark.parametrize("doing", read_common_doings(), ids=lambda doing: doing.do[:40])
def test_a_common_doing_listens_for_words_and_names_no_product(doing: CommonDoing) -> None:
    said = " ".join((doing.do, doing.sign, *doing.ways)).lower().replace(",", "").split()

    assert 1 <= len(doing.about) <= 2
    assert 2 <= len(doing.heard) <= 3
    assert all(words.wholes or words.beginnings or words.phrases for words in doing.words)
    assert len(doing.ways_in) == 3
    assert not set(said) & (TOOLS - {"english", "bash", "go", "r"})


def test_the_sentences_nearest_to_a_doing_decide_what_the_work_is_called() -> None:
    usual = usual_words(TEXTS)

    assert fill_words("help {a_newcomer} finish {a_work}", usual) == "help a new contributor finish a pull request"
    assert choose_words(("The map was wrong.",) * 3, usual)["work"] == "map"


@pytest.mark.parametrize("doing", TOPIC_DOINGS, ids=lambda doing: doing.do)
@pytest.mark.parametrize("topic", ["flaky tests", "the travel fund", "teaching online", "hand-overs"])
def test_a_doing_on_a_subject_passes_our_own_checks(doing, topic: str) -> None:
    assert _findings(say_on(doing.do, topic), say_on(doing.sign, topic)) == []


@pytest.mark.parametrize("about", ["How do we do it?", "we are late", "this", "", "a b c d e f g h"])
def test_a_sentence_is_no_subject(about: str) -> None:
    assert to_topic(about, ()) == ""


def test_a_subject_takes_the_article_that_the_notes_give_it() -> None:
    assert to_topic("travel fund", ["The travel fund is empty.", "Who pays into the travel fund?"]) == "the travel fund"
    assert to_topic("about mentoring", ["Mentoring is hard."]) == "mentoring"


@pytest.mark.parametrize("shape", list(Shape))
def test_each_shape_has_a_way_in_for_everyone(shape: Shape) -> None:
    assert set(to_ways_in(shape)) == {"newcomer", "regular", "expert"}
