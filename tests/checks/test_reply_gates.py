"""X1, X3 and X6 to X8 of a coaching reply: tests, notes, invented voices, plain words, ranks and promises."""

from __future__ import annotations

from typing import Any

import pytest

from coach.models import CoachReply, OfferedLesson, Severity
from tests.checks.replies import (
    CITED,
    FOCUS,
    LISTEN,
    MESSAGE,
    QUOTE,
    changed,
    codes_in,
    found_in,
    ground,
)

FROM_NOTES = f"Your own notes know something about this: “{QUOTE}” (S1)."
CITING = changed(from_notes=FROM_NOTES, citations=(CITED,))
HEARD = "The two architects “took over by minute ten”, and the newer people fell quiet."


def _stops(reply: CoachReply, **more: Any) -> set[tuple[str, str]]:
    found = found_in(reply, ground(**more))
    return {(item.check, item.where) for item in found if item.severity is Severity.STOP}


# -- X3: the notes -----------------------------------------------------------------------------------
def test_a_quote_of_the_notes_passes():
    assert found_in(CITING) == []
    assert found_in(CITING, ground(note_texts=None)) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"citations": (CITED.model_copy(update={"start": CITED.start + 1}),)},
        {"citations": (CITED.model_copy(update={"note_id": "n9", "note": "gone.md"}),)},
        {"citations": (CITED.model_copy(update={"quote": "nobody came"}),)},
        {"citations": ()},
        {"from_notes": "Your own notes know it: “we all wept for an hour” (S1)."},
        {"asks": "What became of “we all wept for an hour” (S1)?"},
    ],
)
def test_a_quote_that_is_not_proved_stops_it(fields):
    assert {check for check, _ in _stops(changed(CITING, **fields))} == {"X3"}


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("says", "Many people feel that way."),
        ("says", "You're not alone."),
        ("says", "That is very common."),
        ("says", "In my experience it passes."),
        ("says", "Research shows that groups need it."),
        ("says", "Your members have said that they want it."),
        ("from_notes", "Your notes say that it went badly."),
        ("move_why", "Most hosts find that it works because slow thinkers get time."),
    ],
)
def test_an_invented_voice_is_found(where, words):
    assert codes_in(changed(**{where: words})) == {"X3"}


def test_a_lesson_says_that_it_is_from_elsewhere():
    told = OfferedLesson(id="l1", says="From another community here: they wrote first. What happened: more spoke.")
    assert found_in(changed(lesson=told)) == []
    bare = told.model_copy(update={"says": "They wrote first, and more spoke."})
    assert codes_in(changed(lesson=bare)) == {"X3"}


# -- X1, X6, X7, X8 ----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"move_does": "Give everybody a score for their line, on the wall, while they wait."}, "X1"),
        ({"says": "A little quiz would show who has prepared."}, "X1"),
        ({"move_does": "Let the tables compete for the best line on the wall, and the winner reads it."}, "X1"),
        ({"says": "There it is!"}, "X6"),
        ({"move_way_back": "Seat the weaker members beside the stronger ones."}, "X7"),
        ({"strength": "You saw “the newer people went quiet”, the weak members among them."}, "X7"),
        ({"move_why": "Slow thinkers get time, so that it will definitely change, guaranteed."}, "X8"),
    ],
)
def test_tests_ranks_shouting_and_promises_are_found(fields, code):
    assert code in codes_in(changed(**fields))


def test_their_own_word_may_be_given_back_but_no_move_may_use_it():
    message = f"{MESSAGE} Management wants a score for each of them."
    back = changed(heard=f"{HEARD} And management wants a score for each.")
    assert "X1" not in codes_in(back, ground(message))
    assert "X1" in codes_in(changed(move_does="Give each of them a score on the wall."), ground(message))
    assert codes_in(changed(heard=f"{HEARD} “Wow!” is what you said."), ground(f"{MESSAGE} Wow!")) == set()


def test_hard_words_are_found():
    hard = (
        "Organisational communities characteristically institutionalise participation asymmetries, which necessitates"
        " deliberate facilitation of heterogeneous contributions across hierarchical constellations of professionals,"
        " particularly wherever epistemological authority accumulates disproportionately among established members"
    )
    assert ("X6", "reply") in {(item.check, item.where) for item in found_in(changed(says=f"{hard}, {hard}."))}


def test_another_language_is_looked_at_for_what_can_be_told():
    reply = changed(
        LISTEN,
        heard="Bei Ihnen redet immer Herr Brandt, und “die Neuen kommen nicht zu Wort”.",
        strength="",
        asks="Wen würden Sie gern als Erste hören?",
        diagnosis="Einer füllt den Raum.",
        strategy="Nachfragen, ehe etwas angeboten wird.",
        intention="Die Neuen haben einen Satz.",
    )
    message = "In unserer Runde redet immer Herr Brandt, die Neuen kommen nicht zu Wort."
    assert found_in(reply, ground(message, language="German")) == []
    false = changed(reply, heard="Sie schreiben “alles war furchtbar”.")
    assert codes_in(false, ground(message, language="German")) == {"K1"}


def test_the_finding_says_what_to_do_instead():
    assert all(len(item.way_forward.split()) > 4 for item in found_in(changed(FOCUS, asks="Don't you think so?")))
