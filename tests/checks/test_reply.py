"""K1, K5, K7, X4 and X5 of a coaching reply: each is found where it is planted, and good replies pass."""

from __future__ import annotations

import pytest

from coach.checks.reply import ReplyGround, check_reply, find_opening, share_of_commonest
from coach.checks.reply_reading import sentences_of, stands_in
from coach.models import CoachReply, Guess, OfferedMove, ReplyKind, Severity
from coach.playbook.coaching import load_coaching
from tests.checks.replies import (
    ASIDE,
    FOCUS,
    LISTEN,
    MESSAGE,
    MOVE,
    SIGNPOST,
    changed,
    codes_in,
    found_in,
    ground,
)

SITUATIONS = load_coaching().situations
CHOOSE = changed(
    LISTEN,
    kind=ReplyKind.CHOOSE,
    asks="",
    says="I'd rather ask than guess. Which of these is closest to it?",
    alternatives=(Guess(situation="one-voice-fills", title="One voice fills the room", confidence=0.3),),
)


@pytest.mark.parametrize("reply", [FOCUS, LISTEN, CHOOSE, SIGNPOST, ASIDE], ids=lambda reply: reply.kind.value)
def test_a_good_reply_passes(reply):
    assert found_in(reply) == []


def test_nothing_raises_whatever_was_written():
    empty = OfferedMove(title="", does="", say="", why="", costs="", watch_for="", way_back="")
    for text in ("", "   ", "“", "”", "“”", "?" * 400, "\x00", "🙂 " * 200, "(S1)", "“a”" * 900, "word " * 20_000):
        for kind in ReplyKind:
            reply = CoachReply(kind=kind, heard=text, strength=text, says=text, asks=text, from_notes=text, move=empty)
            check_reply(reply, ReplyGround(message=text, earlier=(text,), doing=(text,), note_texts={"": text}))


# -- K1 and K5: heard --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "fields",
    [
        {"heard": "", "strength": ""},
        {"heard": "It sounds as if this matters to you. Groups are like that.", "strength": ""},
        {"heard": "Who took over by minute ten, the two architects? And the newer people went quiet."},
    ],
)
def test_what_gives_nothing_back_or_asks_first_is_found(fields):
    assert ("K1", "heard") in {(item.check, item.where) for item in found_in(changed(**fields))}


@pytest.mark.parametrize("where", ["heard", "strength"])
def test_words_that_are_not_theirs_stop_it(where):
    (found, *_) = found_in(
        changed(FOCUS, **{where: "You write that “the whole evening was a disaster” by minute ten."})
    )
    assert (found.check, found.severity, found.where) == ("K1", Severity.STOP, where)


def test_what_they_are_said_to_have_said_is_looked_at_everywhere():
    assert "K1" in codes_in(changed(asks="You said “I give up”: what would you lose if you did?"))
    assert codes_in(changed(asks="You said “I still liked the energy”: what would you lose without it?")) == set()


@pytest.mark.parametrize(
    "said",
    [
        "“took over by minute ten,”",
        "“The two architects … went quiet”",
        "“TOOK OVER by minute\nten”",
        '"took over by minute ten"',
    ],
)
def test_marks_large_letters_and_gaps_are_no_other_words(said):
    assert codes_in(changed(heard=f"The two architects {said}, you write, and the energy stayed.")) == set()


def test_half_a_word_is_not_their_word():
    assert not stands_in("rain", ["training starts"])
    assert stands_in("rain", ["training in the rain"])


def test_earlier_turns_count_and_a_short_message_needs_less():
    assert codes_in(FOCUS, ground("And then?", earlier=(MESSAGE,))) == set()
    short = changed(heard="Crickets, you write: that was a long wait.", strength="", diagnosis="Crickets.")
    assert not {"K1", "K5"} & codes_in(short, ground("crickets"))
    assert "K1" in codes_in(changed(short, heard="That was a long wait.", strength=""), ground("crickets"))


def test_irregular_forms_are_one_word():
    said = changed(heard="They wrote, and the evening began.", strength="", diagnosis="Minutes.")
    message = "Somebody writes minutes for newcomers, and we begin much too late in the cold hall."
    assert "K1" not in codes_in(said, ground(message))
    assert "K1" in codes_in(said, ground(message, lexicon=None))


@pytest.mark.parametrize(
    "praise", ["Great question.", "Well done.", "You're doing great.", "Thanks for sharing.", "What a great idea."]
)
def test_praise_by_rote_is_found(praise):
    assert [(item.check, item.where) for item in found_in(changed(says=praise))] == [("K5", "says")]
    assert codes_in(changed(heard=f"“{praise}” is what you told them."), ground(f"{MESSAGE} {praise}")) == set()


def test_a_strength_of_anybodys_is_none():
    loose = {"heard": "That was not easy.", "strength": "You are somebody who cares."}
    assert codes_in(changed(FOCUS, **loose)) == {"K1", "K5"}


def _reply_to(message: str, title: str, *, marks: bool) -> CoachReply:
    said = f"“{message}”" if marks else message
    return changed(LISTEN, heard=f"You write {said}.", strength="You keep an eye on it.", diagnosis=title)


@pytest.mark.parametrize("marks", [True, False], ids=["quoted", "in so many words"])
def test_a_reply_to_somebody_else_fails_both_k1_and_k5(marks):
    told = [(item, words.rstrip(".?!")) for item in SITUATIONS for words in item.heard if not set('“"?') & set(words)]
    replies = [_reply_to(words, item.title, marks=marks) for item, words in told]
    at_home = [codes_in(reply, ground(words)) for reply, (_, words) in zip(replies, told, strict=True)]
    assert sum(bool({"K1", "K5"} & codes) for codes in at_home) == 0
    elsewhere = [
        {"K1", "K5"} <= codes_in(reply, ground(told[(place + step) % len(told)][1]))
        for place, reply in enumerate(replies)
        for step in (11, 97)
    ]
    missed = elsewhere.count(False) / len(elsewhere)
    assert missed == 0 if marks else missed <= 0.03


# -- K7, X4, X5: decided, new, doable ----------------------------------------------------------------
@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"diagnosis": ""}, "diagnosis"),
        ({"intention": "  "}, "intention"),
        ({"strategy": "Help the user with their issue."}, "strategy"),
        ({"intention": FOCUS.strategy}, "intention"),
        ({"diagnosis": "Nobody prepared the reading."}, "diagnosis"),
    ],
)
def test_what_was_not_decided_or_does_not_fit_is_found(fields, where):
    assert [(item.check, item.where) for item in found_in(changed(**fields))] == [("K7", where)]


def test_a_diagnosis_may_speak_in_the_situations_words():
    by_gist = changed(diagnosis="Somebody holds the floor.", situation_title="")
    assert "K7" in codes_in(by_gist)
    assert codes_in(by_gist, ground(gist="One person holds the floor.")) == set()


def test_what_they_do_already_or_were_offered_is_found():
    doing = ("We put a question on the wall and everybody writes a line in two quiet minutes",)
    (found,) = found_in(FOCUS, ground(doing=doing))
    assert (found.check, found.where) == ("X4", "move")
    assert codes_in(FOCUS, ground(doing=("We begin with tea and a round of names",))) == set()
    assert codes_in(FOCUS, ground(offered=(f"{MOVE.title}: {MOVE.does}",))) == {"X4"}


def test_other_words_for_it_are_found_by_whoever_can_tell():
    def near(text: str, known: tuple[str, ...]) -> str:
        return next((item for item in known if "silent sheet" in item), "") if "wall" in text else ""

    doing = ("tea first", "a silent sheet before talk")
    assert codes_in(FOCUS, ground(doing=doing)) == set()
    assert codes_in(FOCUS, ground(doing=doing, find_done=near)) == {"X4"}


@pytest.mark.parametrize(
    "fields",
    [
        {"move": None},
        {"move_say": ""},
        {"move_does": "Create a safe and inclusive space and encourage active participation."},
        {"move_does": "Put it on the wall. Write a line. Read it out. Swap. Vote with dots."},
    ],
)
def test_what_cannot_be_pictured_is_found(fields):
    assert "X5" in codes_in(changed(**fields))


# -- openings ----------------------------------------------------------------------------------------
def test_openings_are_told_by_their_first_words():
    assert find_opening("You say “it was quiet”. Then") == "you say …"
    assert find_opening("“A wall”: I’d like to stay") == "… i'd like"
    assert find_opening("") == ""
    assert share_of_commonest(["you say …", "i hear …", "you say …", ""]) == pytest.approx(2 / 3)
    assert share_of_commonest([]) is None


def test_a_full_stop_inside_a_quote_ends_nothing():
    assert sentences_of("You write “It died. Fully.” and more. Then what?") == [
        "You write “It died. Fully.” and more.",
        "Then what?",
    ]
