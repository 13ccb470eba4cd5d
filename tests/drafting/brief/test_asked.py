"""A page that answers a question: what tells most first, then the plain words on it, what was hard on it, the hours."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from coach.drafting.brief.composing import compose_brief
from coach.drafting.brief.composing.dating import to_dating
from coach.drafting.brief.composing.material import to_material
from coach.drafting.brief.composing.not_yet import not_yet
from coach.drafting.brief.composing.parts import Desk
from coach.drafting.brief.composing.wording import Phrases, load_wording
from coach.models import Brief, BriefSentence, ClaimKind, SectionKind
from coach.ports import BriefInput, Statement, Tells

from .pages import brief_input, statement

QUESTION = "Is the envelope clinic worth an afternoon?"
PLAIN = (
    (0, "The envelope clinic was held in the small hall behind the library."),
    (0, "Twelve clerks brought old envelopes to the clinic and sorted them by size."),
    (1, "Two printers lent the clinic their windowed envelopes for the summer."),
    (1, "An envelope with a window took the clinic half as long to fold."),
    (2, "The clinic kept a drawer of envelopes that came back unopened."),
    (2, "For each unopened envelope somebody of the clinic wrote down the street."),
)
HARD = (
    (0, "Half of the envelopes for the clinic arrived after it had begun."),
    (1, "The clinic had no table that was large enough for the envelopes."),
    (2, "Nobody knew where spare envelopes for the clinic were kept."),
    (2, "The key to the clinic broke in the lock of the cupboard."),
)


def _plain(day: int, text: str) -> Statement:
    return replace(statement(day, Tells.DID, text), tells={})


def _given(*more: Statement, question: str = QUESTION, **fields: object) -> BriefInput:
    given = brief_input(lines=(), themes=(), outcomes=(), question=question, **fields)
    return replace(given, statements=more, sessions=())


def _part(page: Brief, kind: SectionKind) -> tuple[BriefSentence, ...]:
    return next(section.sentences for section in page.sections if section.kind is kind)


def test_plain_words_on_the_question_fill_up_what_people_can_do() -> None:
    page = compose_brief(_given(*(_plain(*line) for line in PLAIN)))
    said = _part(page, SectionKind.CAN_NOW)
    assert len(said) == 3
    assert all(any(word in item.text for word in ("question", "asked", "on it", "matter")) for item in said)
    assert len({item.text.split("“")[0] for item in said}) == 3
    assert all(item.cycle is None for item in said)


def test_they_come_after_what_tells_of_more_and_make_five_at_most() -> None:
    used = (
        statement(3, Tells.USED, "I used the clinic's envelopes for the parking letters in March."),
        statement(3, Tells.CAME_OF_IT, "Fewer letters came back to the post room since April."),
    )
    said = _part(compose_brief(_given(*used, *(_plain(*line) for line in PLAIN))), SectionKind.CAN_NOW)
    assert len(said) == 5
    assert all(item.cycle for item in said[:2])
    assert not any(item.cycle for item in said[2:])


def test_where_enough_tells_of_more_nothing_plain_is_added() -> None:
    used = (
        statement(3, Tells.USED, "I used the clinic's envelopes for the parking letters in March."),
        statement(4, Tells.USED, "We have since folded every refusal by hand."),
        statement(4, Tells.CAME_OF_IT, "Fewer letters came back to the post room since April."),
    )
    said = _part(compose_brief(_given(*used, *(_plain(*line) for line in PLAIN))), SectionKind.CAN_NOW)
    assert len(said) == 3
    assert all(item.cycle for item in said)


def test_they_are_spread_over_the_notes() -> None:
    page = compose_brief(_given(*(_plain(*line) for line in PLAIN)))
    notes = Counter(piece.note_id for item in _part(page, SectionKind.CAN_NOW) for piece in item.evidence)
    assert max(notes.values()) == 1


def test_no_two_of_them_are_alike() -> None:
    twice = (_plain(*PLAIN[0]), _plain(1, "In the small hall behind the library the envelope clinic was held."))
    assert len(_part(compose_brief(_given(*twice)), SectionKind.CAN_NOW)) == 1


def test_what_tells_how_it_was_comes_before_how_things_are() -> None:
    general = _plain(0, "An envelope clinic is something for every office that writes.")
    said = _part(compose_brief(_given(general, _plain(*PLAIN[1]))), SectionKind.CAN_NOW)
    assert "Twelve clerks" in said[0].text


def test_without_a_question_nothing_plain_stands_on_the_page() -> None:
    page = compose_brief(_given(*(_plain(*line) for line in PLAIN), question=""))
    assert not _part(page, SectionKind.CAN_NOW)


def test_what_was_hard_on_the_same_matter_stands_beside_it() -> None:
    hard = [statement(day, Tells.HARD, text) for day, text in HARD]
    said = _part(compose_brief(_given(*hard, *(_plain(*line) for line in PLAIN))), SectionKind.NOT_YET)
    assert [item.kind for item in said] == [ClaimKind.HARD] * 3


def test_what_people_only_say_of_it_is_led_to_as_their_word() -> None:
    said = replace(
        statement(0, Tells.CAME_OF_IT, "They reported that the evenings enabled them to fold faster."), is_opinion=True
    )
    [line] = _part(compose_brief(_given(said)), SectionKind.CAN_NOW)
    assert any(word in line.text.split("“")[0] for word in ("themselves", "own word"))


def test_what_people_hold_to_have_helped_is_a_view_in_its_own_place() -> None:
    view = replace(
        statement(0, Tells.CAME_OF_IT, "The group suspects that the clinic's new stove has contributed to it."),
        is_opinion=True,
    )
    page = compose_brief(_given(view, question="Has the clinic's stove contributed?"))
    assert not _part(page, SectionKind.CAN_NOW)
    [line] = _part(page, SectionKind.CONTRIBUTION)
    assert any(word in line.text.split("“")[0] for word in ("view", "opinion"))


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        ("One hour a month for six clerks, for one year", "for one year. That is 72 hours in all."),
        ("Lend us the small hall.", "Lend us the small hall."),
    ],
)
def test_an_ask_says_what_it_comes_to_where_that_can_be_told(ask: str, said: str) -> None:
    [line] = _part(compose_brief(_given(asks=(ask,))), SectionKind.ASK)
    assert line.text.endswith(said)


def test_what_people_do_near_the_question_leaves_no_gap_on_it() -> None:
    lines = (_plain(*PLAIN[0]), statement(1, Tells.USED, "I fold small envelopes in the hall behind the library now."))
    far = (_plain(*PLAIN[0]), statement(1, Tells.USED, "My neighbour taught quizzes to six zealous juggling vets."))
    gaps = [
        next(section.gap for section in compose_brief(_given(*each)).sections if section.kind is SectionKind.CAN_NOW)
        for each in (lines, far)
    ]
    assert not gaps[0]
    assert "your question" in gaps[1]


def test_a_question_that_leans_on_what_is_not_there_is_needed_less() -> None:
    weights = [
        not_yet(_desk(statement(3, Tells.QUESTION, text))).lines[0].weight
        for text in ("Who folds the envelopes in summer?", "But who folds the envelopes in summer?")
    ]
    assert weights[0] > weights[1]


def _desk(*statements: Statement) -> Desk:
    given = _given(*statements)
    phrases = Phrases(load_wording(), "leader", "clinic", 0)
    return Desk(to_material(given), phrases, to_dating((), given.request.start, given.request.end))
