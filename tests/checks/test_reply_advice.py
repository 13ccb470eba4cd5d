"""K2, K3, K4 and K6 of a coaching reply: advice, questions, reasons and length."""

from __future__ import annotations

import pytest

from coach.models import CoachMode
from coach.playbook.coaching import load_coaching
from coach.playbook.talk import load_talk
from tests.checks.replies import FOCUS, LISTEN, MOVE, UNASKED, changed, codes_in, found_in, ground


def test_ten_techniques_at_once_are_no_coaching():
    says = "Great question! Here are 7 proven techniques to manage people: 1. a talking stick 2. a timer 3. a round"
    reply = changed(LISTEN, heard="", strength="", says=says, asks="")
    assert {"K1", "K3", "K5", "K6", "X6"} <= codes_in(reply)


def test_what_the_book_says_for_itself_is_no_advice():
    book = load_talk()
    lines = [*book.unsure, *book.lost, *book.flopped, book.changes, book.no_recall]
    for says in lines:
        codes = codes_in(changed(LISTEN, says=says))
        assert not codes - {"K3"}, (says, codes)


# -- K2: advice --------------------------------------------------------------------------------------
def test_a_move_nobody_asked_for_has_to_be_offered():
    unasked = ground(UNASKED, asked_for_advice=False)
    assert [(item.check, item.where) for item in found_in(FOCUS, unasked)] == [("K2", "says")]
    for offer in load_talk().offers:
        assert codes_in(changed(says=offer), unasked) == set(), offer
    assert codes_in(changed(mode=CoachMode.TEN_MINUTES), unasked) == set()


@pytest.mark.parametrize(
    ("where", "advice"),
    [
        ("heard", "The two architects “took over by minute ten”. You should stop them."),
        ("heard", "The two architects “took over by minute ten”. Ask them to wait."),
        ("heard", "You liked the energy of the architects, and you could always seat them apart."),
        ("strength", "You noticed “the newer people went quiet”. Next time, ask them first."),
        ("says", "I'd suggest that they write first."),
        ("says", "Try asking the newer people first."),
        ("says", "It might help to split the room."),
    ],
)
def test_advice_outside_the_move_is_found(where, advice):
    assert ("K2", where) in {(item.check, item.where) for item in found_in(changed(**{where: advice}))}


@pytest.mark.parametrize(
    "heard",
    [
        "“The two architects took over”, and you feel that you should have stopped them.",
        "The architects took over, and you wonder whether you ought to step in; the energy pleased you.",
        "Let me say it back: the two architects “took over by minute ten”.",
    ],
)
def test_what_gives_back_a_doubt_is_no_advice(heard):
    assert codes_in(changed(heard=heard)) == set()


# -- K3: one question --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "asks",
    [
        "",
        "Tell me more about it.",
        "Don't you think that they were rude?",
        "Wouldn't it be easier to seat them apart?",
        "Have you considered seating them apart?",
        "Why don't you seat them apart?",
        "Would it help to seat them apart?",
        "Could you seat them apart on Thursday?",
        "What about a round?",
        "It was the seating, right?",
        "What did they do, and how did you feel?",
        "What happened then? Who spoke?",
        "Where did they sit and did you see it coming?",
    ],
)
def test_no_question_a_leading_one_or_two_at_once_is_found(asks):
    assert "K3" in codes_in(changed(asks=asks))


@pytest.mark.parametrize(
    "asks",
    [
        "What would you like to hear from the newer people by the end of it?",
        "Who felt it first, you or they?",
        "When does it not happen?",
        "What is there between quiet and loud that you would like?",
        "Could you say more about the minute before?",
    ],
)
def test_a_genuine_question_passes(asks):
    assert codes_in(changed(asks=asks)) == set()


def test_three_questions_are_too_many_and_the_rooms_are_not_counted():
    assert "K3" in codes_in(changed(says="Who spoke? When was that?"))
    assert codes_in(changed(move_say="Who has a line? And who else?")) == set()


def test_no_question_where_none_is_wanted():
    quiet = ground(wants_no_question=True)
    assert [(item.check, item.where) for item in found_in(FOCUS, quiet)] == [("K3", "asks")]
    assert codes_in(changed(asks=""), quiet) == set()


# -- K4, K6: its reason, and short -------------------------------------------------------------------
@pytest.mark.parametrize(
    "why",
    [
        "",
        "It is a great technique.",
        "Because it works.",
        "Research shows that this is a very effective practice.",
        "Because everybody writes one line in two quiet minutes.",
    ],
)
def test_a_reason_that_is_none_is_found(why):
    assert "K4" in codes_in(changed(move_why=why))


def test_every_move_of_the_playbook_says_why():
    for move in load_coaching().moves:
        fields = {name: getattr(move, name) for name in ("title", "does", "say", "why")}
        codes = codes_in(changed(move=MOVE.model_copy(update=fields)))
        assert not {"K4", "X5"} & codes, move.id


def test_a_long_reply_is_found():
    assert ("K6", "reply") in {(item.check, item.where) for item in found_in(changed(says="It went on and on. " * 30))}


@pytest.mark.parametrize(
    ("fields", "many"),
    [
        ({"says": "Another idea: a round."}, False),
        ({"move_does": "Write first. You could also pass a card round."}, False),
        ({"says": "Here are some:\n- a round\n- a card\n- a walk"}, True),
        ({"says": "They are: 1. a round 2. a card 3. a walk 4. a break"}, True),
    ],
)
def test_more_than_one_thing_is_found(fields, many):
    found = [item for item in found_in(changed(**fields)) if item.check == "K6"]
    assert found
    assert any("suggestions" in item.message for item in found) is many
