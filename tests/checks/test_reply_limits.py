"""K8 of a coaching reply: what is for people, diagnoses, verdicts, law and medicine."""

from __future__ import annotations

from typing import Any

import pytest

from coach.models import CoachReply, OfferedMove, ReplyKind, Severity, Signpost
from coach.playbook.coaching import load_coaching
from coach.playbook.talk import load_talk
from tests.checks.replies import (
    ASIDE,
    CITED,
    FOCUS,
    LISTEN,
    MOVE,
    QUOTE,
    SIGNPOST,
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


# -- what is for people ------------------------------------------------------------------------------
def test_what_is_for_people_gets_a_signpost_and_nothing_else():
    assert ("K8", "reply") in _stops(LISTEN, for_people=True)
    assert _stops(FOCUS, for_people=True) == {("K8", "reply"), ("K8", "move")}
    assert found_in(SIGNPOST, ground(for_people=True)) == []
    assert ("K8", "move") in _stops(changed(SIGNPOST, move=MOVE))


def test_a_signpost_that_points_to_nobody_is_found():
    assert _stops(changed(SIGNPOST, signpost=None)) == {("K8", "signpost")}
    assert SIGNPOST.signpost is not None
    bare = SIGNPOST.signpost.model_copy(update={"contacts": ()})
    assert codes_in(changed(SIGNPOST, signpost=bare)) == {"K8"}
    gap = bare.model_copy(update={"gap": "This community has not named anybody yet."})
    assert codes_in(changed(SIGNPOST, signpost=gap)) == set()


@pytest.mark.parametrize(
    "words",
    [
        "It sounds like depression to me.",
        "She is probably burnt out.",
        "These are signs of an anxiety disorder.",
        "He may be suffering from trauma.",
        "He has ADHD.",
        "He is a narcissist.",
        "Your co-host is being passive-aggressive.",
        "Ingrid seems rather arrogant.",
        "Bernd is not up to it.",
        "Ingrid is brilliant.",
        "That is what a bully does.",
        "I'd rate him six out of ten.",
        "That's a 4/10.",
        "You can legally record them.",
        "It is unlawful to share this.",
        "That counts as harassment.",
        "There are grounds for dismissal.",
        "Take 400 mg and lie down.",
        "Give him some antihistamines.",
        "You don't need a doctor for this.",
    ],
)
@pytest.mark.parametrize("where", ["heard", "diagnosis", "move_does"])
def test_a_diagnosis_a_verdict_law_and_medicine_stop_it(words, where):
    told = {
        "heard": f"{HEARD} {words}",
        "diagnosis": f"The two architects took over. {words}",
        "move_does": f"{MOVE.does} {words}",
    }
    assert ("K8", where.removesuffix("_does")) in _stops(changed(FOCUS, **{where: told[where]}))


@pytest.mark.parametrize(
    ("message", "heard"),
    [
        ("I am burnt out and the circle is quiet.", "You write that you are burnt out, and that the circle is quiet."),
        ("Our depression nurses are quiet in the circle.", "The depression nurses are quiet in their circle."),
        (
            "Kofi is a bully, he cut the new ones off.",
            "You call it that “Kofi is a bully”, since he cut the new ones off.",
        ),
        ("Is it legal to record the circle?", "Whether it is legal to record the circle is not for me to say."),
        ("Two experts are difficult to stop.", "The two experts are hard to stop, and that was a difficult hour."),
    ],
)
def test_giving_back_and_leaving_open_is_no_verdict(message, heard):
    assert "K8" not in codes_in(changed(heard=heard, strength="", diagnosis=heard), ground(message))


_OVER = (
    "That's classic burnout.",
    "She might be on the spectrum.",
    "Honestly, Tom is the problem here.",
    "You're depressed, I think.",
    "Your manager is bullying you.",
    "It looks as if he has some form of OCD.",
    "This is textbook narcissism.",
    "Ingrid just can't facilitate.",
    "Bernd tends to be lazy.",
    "Of the two, Bernd is the better host.",
    "Ingrid has always been difficult.",
    "He's a control freak.",
    "The senior man comes across as rude and dismissive.",
    "They are toxic people.",
    "It seems Anna is not a team player.",
    "You may record them, since GDPR allows it.",
    "Under GDPR you need written consent.",
    "Your employer must pay you for that.",
    "She needs antidepressants.",
    "Two ibuprofen will do.",
    "You seem to have an anxiety disorder.",
    "I would give Anna a seven.",
    "What a narcissist.",
    "I suspect that Bernd is insecure.",
    "Karin was simply being selfish.",
    "This person is clearly manipulative.",
    "It might be a panic attack, so breathe.",
    "You are entitled to a refund.",
    "That would be illegal.",
    "I rate this host highly.",
    "Moritz is the weakest of them.",
)
_INSIDE = (
    "Bernd has been speaking since quarter past.",
    "Ingrid is new and has not spoken yet.",
    "She is the one who asks.",
    "He is a nurse.",
    "Anna is late again, you write.",
    "The talk is a bit difficult to follow.",
    "It seems a difficult hour to host.",
    "Dave is good company and talks a lot.",
    "The panel was a hard act.",
    "That silence is not the problem you took it for.",
    "Your notes show that the room is legal aid's.",
    "It takes 20 drops of patience.",
    "Five out of ten people stayed silent.",
    "Thirty out of 40 came.",
    "The chair is Anna's, and she is proud of it.",
    "You took it that they were lazy, and now you are less sure.",
    "Your team test drugs for anxiety.",
    "Trauma nurses are used to speaking fast.",
    "You have the right to be cross.",
    "One of five stars in your story is the kettle.",
    "You would like to give her a chance.",
    "She has been kind to you.",
    "The person is not to blame, and you say so.",
    "He is better placed to ask.",
    "You need a doctor in the circle, to judge by the cases.",
    "The law students want cases.",
    "Your manager has to leave at four.",
    "Two tablets stood on the table for the votes.",
    "Nobody can tell what is legal here.",
    "Karin is anxious before she speaks, as you put it.",
)


@pytest.mark.parametrize("words", _OVER)
def test_other_ways_of_judging_stop_it_as_well(words):
    assert {"K8", "X7"} & codes_in(changed(heard=f"{HEARD} {words}"))


@pytest.mark.parametrize("words", _INSIDE)
def test_what_only_sounds_like_a_judgement_passes(words):
    assert not {"K8", "X7"} & codes_in(changed(heard=f"{HEARD} {words}"))


def test_what_the_product_itself_says_stays_inside_its_limits():
    book = load_talk()
    signposts = [entry for pair in book.signposts.values() for entry in (pair.own, pair.other)]
    for matter, entry in zip([m for m in book.signposts for _ in range(2)], signposts, strict=True):
        post = Signpost(matter=matter, says=f"{entry.says} {entry.then}", gap=book.gap)
        reply = CoachReply(kind=ReplyKind.SIGNPOST, heard=entry.heard, signpost=post, asks=entry.asks)
        assert found_in(reply, ground("…", for_people=True)) == [], matter
    for aside in (aside for entries in book.asides.values() for aside in entries):
        says = aside.says.format(word="hm")
        assert found_in(changed(ASIDE, says=says, asks=aside.asks), ground("hm")) == [], says


@pytest.mark.parametrize("move", load_coaching().moves, ids=lambda move: move.id)
def test_no_move_of_the_playbook_steps_over_a_limit(move):
    fields = {name: getattr(move, name) for name in OfferedMove.model_fields if hasattr(move, name)}
    assert not {"K8", "X3", "X6", "X7", "X8"} & codes_in(changed(move=OfferedMove(**fields)))
