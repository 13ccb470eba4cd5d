"""Answers from hand-made notes: theirs, in the order of time, counted, or that the notes do not say."""

from __future__ import annotations

import re

import numpy as np
import pytest

from coach.drafting.brief.answering import choose_sentences, compose_answer
from coach.models import ClaimKind, Consent

from .pages import LINES, answer_input, vector_of, without_consent

QUESTION = "What did we learn about the deadline in the first line?"


def test_an_answer_is_theirs_and_in_the_order_of_time() -> None:
    answer = compose_answer(answer_input(QUESTION))
    quoting = [item for item in answer.sentences if item.evidence]
    assert answer.enough
    assert 2 <= len(quoting) <= 5
    assert [item.evidence[0].date for item in quoting] == sorted(item.evidence[0].date or "" for item in quoting)
    for item in quoting:
        assert re.findall(r"“([^“”]*)”", item.text) == [item.evidence[0].shown]
    assert any("deadline" in item.text for item in quoting)


def test_lead_ins_differ() -> None:
    quoting = [item.text for item in compose_answer(answer_input(QUESTION)).sentences if item.evidence]
    leads = [re.sub(r"(?i)the \w+ session", "", text.split("“")[0]) for text in quoting]
    assert len(leads) == len(set(leads))


def test_sessions_are_counted() -> None:
    answer = compose_answer(answer_input(QUESTION))
    (count,) = [item for item in answer.sentences if item.kind is ClaimKind.COUNT]
    (counted,) = count.counted
    notes = {item.evidence[0].note_id for item in answer.sentences if item.evidence}
    assert counted.says in count.text
    assert counted.number == len(counted.items) == len(notes)
    assert {item.note_id for item in counted.items} == notes


def test_hopes_stay_hopes() -> None:
    answer = compose_answer(answer_input("What do we hope to test with people who receive letters?"))
    hoped = next(item for item in answer.sentences if "I hope" in item.text)
    assert hoped.kind is ClaimKind.WISH


@pytest.mark.parametrize("lines", [LINES, LINES[:2], ()])
def test_where_the_notes_do_not_say_that_is_said(lines: tuple[object, ...]) -> None:
    answer = compose_answer(answer_input(QUESTION, lines=lines, enough=False, searched=len(lines)))
    assert not answer.enough
    assert not answer.sentences
    assert len(answer.near) == min(3, len(lines))
    assert answer.message


def test_nothing_that_may_not_be_quoted_is_quoted_or_near() -> None:
    for enough in (True, False):
        given = answer_input(QUESTION, enough=enough, private=frozenset({"n3"}))
        statements = tuple(
            without_consent(item, Consent.NEVER) if item.evidence.note_id == "n1" else item for item in given.statements
        )
        answer = compose_answer(answer_input(QUESTION, statements=statements, private=frozenset({"n3"}), enough=enough))
        used = [*answer.near, *(piece for item in answer.sentences for piece in item.evidence)]
        assert used
        assert not {piece.note_id for piece in used} & {"n1", "n3"}


def test_the_same_words_are_not_said_twice() -> None:
    answer = compose_answer(answer_input(QUESTION, lines=(*LINES, (4, *LINES[11][1:]))))
    quotes = [piece.shown for item in answer.sentences for piece in item.evidence]
    assert len(quotes) == len(set(quotes))


def choose(question: str, texts: list[str], words: int = 30) -> list[int]:
    """Return what is chosen from some texts."""
    vectors = np.array([vector_of(text) for text in texts])
    near = [float(vector @ np.array(vector_of(question))) for vector in vectors]
    return choose_sentences(question, texts, vectors, near, words)


def test_the_nearest_comes_first_and_the_words_are_kept_to() -> None:
    texts = [line[2] for line in LINES]
    chosen = choose("Who puts the deadline first?", texts)
    assert "deadline" in texts[chosen[0]]
    assert sum(len(texts[place].split()) for place in chosen) <= 30
    assert len(chosen) == len(set(chosen))


def test_a_long_best_sentence_is_taken_all_the_same() -> None:
    assert choose("deadline", ["We put the deadline in the first line of each letter now."], words=3) == [0]


def test_what_says_the_same_is_chosen_once() -> None:
    text = "The deadline comes first in every letter that we send."
    assert choose("deadline", [text, text, "Nobody can hear the room at all."], words=60).count(1) == 0


def test_nothing_gives_nothing() -> None:
    assert choose_sentences("deadline", [], [], [], 50) == []
