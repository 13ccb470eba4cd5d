"""The pieces that draw a reply, as HTML; and a conversation as a window holds it."""

from __future__ import annotations

import pytest

from coach.models import CoachReply, ReplyKind
from tests.ui.fake_coaching import MOVES
from ui.components.coaching_move import as_intention, doing_words, render_details
from ui.components.coaching_reply import render_said, render_words
from ui.components.coaching_signpost import render_reach
from ui.talk import Exchange, Talk


def test_quoted_words_are_set_apart_and_everything_is_escaped() -> None:
    html = render_words("You say “<i>no</i>” again.", "")
    assert html == ('<p class="c-coach-p">You say <span class="c-own-words">“&lt;i&gt;no&lt;/i&gt;”</span> again.</p>')


def test_very_long_words_are_folded_and_none_is_left_out() -> None:
    words = "word " * 5000
    html = render_said(words)
    assert "5,000 words in all" in html
    assert html.count("word ") > 5000
    assert "<details" not in render_said("short")


@pytest.mark.parametrize(
    ("does", "goes_on"),
    [
        ("Put it up. Then wait.", "put it up."),
        ("Stop, and wait.", "stop, and wait."),
        ("Before you open, ask one.", "try this: Two minutes of writing before anyone speaks."),
        ("Within a minute, ask.", "try this: Two minutes of writing before anyone speaks."),
        ("", "try this: Two minutes of writing before anyone speaks."),
    ],
)
def test_a_move_goes_on_after_i_will(does: str, goes_on: str) -> None:
    assert as_intention(MOVES[0].model_copy(update={"does": does})) == goes_on


def test_details_can_be_folded_on_a_phone_and_are_never_gone() -> None:
    plain, folds = render_details(MOVES[1]), render_details(MOVES[1], folds=True)
    assert "Wait time, Mary Budd Rowe" in plain
    assert "<details" not in plain
    assert folds.count("Wait time, Mary Budd Rowe") == 2
    assert "c-off-phone" in folds


@pytest.mark.parametrize(
    ("reach", "link"),
    [
        ("Room 12, +44 (0)20 7946 0018", 'href="tel:+442079460018"'),
        ("amina@example.org, 020 7946 0018", 'href="tel:02079460018"'),
        ("ask@example.org, weekdays", 'href="mailto:ask@example.org"'),
        ("<b>Room</b> 12", "&lt;b&gt;Room&lt;/b&gt; 12"),
    ],
)
def test_a_number_can_be_rung_from_a_phone(reach: str, link: str) -> None:
    assert link in render_reach(reach)


def test_what_somebody_does_is_said_in_one_sentence() -> None:
    assert doing_words(MOVES[0]) == "I put the question where all can see it & give two quiet minutes."
    assert doing_words(MOVES[0].model_copy(update={"does": "When it stops, ask."})) == MOVES[0].title


def test_what_is_not_kept_is_laid_on_no_desk() -> None:
    reply = CoachReply(kind=ReplyKind.LISTEN, heard="I hear you.")
    talk = Talk(keeps=False)
    talk.put(Exchange("secret", reply.model_copy(update={"kept": False})))
    assert talk.for_desk() == Talk()
    talk.keeps = True
    assert talk.for_desk() == Talk()
    talk.put(Exchange("kept", reply))
    desk = talk.for_desk()
    assert [one.message for one in desk.exchanges] == ["kept"]
    assert desk.is_shortened


def test_what_was_said_is_handed_on_in_its_order() -> None:
    talk = Talk(keeps=False)
    talk.put(Exchange("first", CoachReply(kind=ReplyKind.LISTEN, heard="One.")))
    talk.put(Exchange("second", CoachReply(kind=ReplyKind.LISTEN, heard="Two.")))
    assert [(turn.who, turn.text) for turn in talk.turns()] == [
        ("person", "first"), ("coach", "One."), ("person", "second"), ("coach", "Two."),
    ]  # fmt: skip
    assert len({turn.id for turn in talk.turns()}) == 4
