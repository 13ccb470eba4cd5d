"""One sentence of a model: slots filled, and nothing in it that is not borne out, counted or quoted by us."""

from __future__ import annotations

from typing import Any

import pytest

from coach.drafting.modelled.brief_ground import lay_page
from coach.drafting.modelled.brief_looking import tell_found
from coach.drafting.modelled.brief_numbers import find_much, find_number
from coach.drafting.modelled.brief_shape import LineDraft
from coach.drafting.modelled.brief_words import Worded, Wording
from coach.drafting.modelled.briefing import Briefing
from coach.models import ClaimKind, Severity, StoryLink, ValueCycle
from coach.testing import HashEmbedder
from tests.drafting.modelled.briefing_cases import SHOWN, brief_input, story
from tests.drafting.modelled.making import drafter


def fill(text: str, *uses: str, kind: ClaimKind = ClaimKind.CAN, **more: Any) -> Worded:
    """Return one sentence, filled."""
    _, _, room = drafter([])
    ground = lay_page(brief_input(**more), room, HashEmbedder())
    return Wording(ground.lines, ground.system).fill(LineDraft(text=text, uses=uses), "can_now-1", kind)


def stops(worded: Worded) -> list[str]:
    """Return what makes a sentence unusable."""
    return [item.message for item in worded.findings if item.severity is Severity.STOP]


# -- what may stand ------------------------------------------------------------------------------------
def test_a_quote_is_filled_in_letter_for_letter_and_is_its_own_evidence():
    worded = fill("The desk notes how long a case waits: {S6}")
    assert worded.sentence.text == f"The desk notes how long a case waits: “{SHOWN[6]}”"
    assert [item.shown for item in worded.sentence.evidence] == [SHOWN[6]]
    assert worded.sentence.worded_by == "model"
    assert worded.sentence.cycle is ValueCycle.APPLIED
    assert stops(worded) == []


@pytest.mark.parametrize(
    "text", ["Waiting is noted: “{S6}”.", "Waiting is noted: { S6 }.", f"Waiting is noted: “{SHOWN[6]}”"]
)
def test_a_quote_may_come_in_other_clothes(text):
    worded = fill(text, "S6")
    assert worded.sentence.text == f"Waiting is noted: “{SHOWN[6]}”"
    assert stops(worded) == []


def test_a_count_is_filled_in_with_everything_that_was_counted():
    worded = fill("{C2} told of something put to use.", "S6")
    (counted,) = worded.sentence.counted
    assert worded.sentence.text == "Three of four sessions told of something put to use."
    assert (counted.says, len(counted.items)) == ("Three of four sessions", 3)
    assert stops(worded) == []


def test_a_count_alone_needs_no_quote():
    worded = fill("In {C2}, somebody told of something they used.")
    assert worded.sentence.kind is ClaimKind.COUNT
    assert stops(worded) == []


def test_an_outcome_is_given_back_as_it_was_kept():
    worded = fill("They wanted to be able to {O1}.", kind=ClaimKind.WISH)
    assert worded.sentence.text == "They wanted to be able to map a service that crosses team boundaries."
    assert stops(worded) == []


def test_a_link_of_a_story_brings_its_words_its_cycle_and_its_story():
    told = story(StoryLink.DID, StoryLink.TOOK_AWAY)
    worded = fill("A route was drawn on the wall.", "T1", kind=ClaimKind.STORY, stories=(told,))
    assert worded.sentence.story_id == "st"
    assert worded.sentence.cycle is ValueCycle.IMMEDIATE
    assert [item.quote for item in worded.sentence.evidence] == ["We drew the route of one housing case on the wall."]
    assert stops(worded) == []


def test_an_ask_needs_nothing_behind_it():
    worded = fill("Let the night team join in work time.", kind=ClaimKind.ASK)
    assert stops(worded) == []
    assert worded.sentence.evidence == ()


def test_their_names_never_come_back():
    for said in (
        "[person 1] took the map to the desk.",
        "Idris took the map to the desk.",
        "@idris took the map along.",
    ):
        worded = fill(said, "S4")
        assert "dris" not in worded.sentence.text
        assert stops(worded) == []


def test_labels_in_brackets_are_read_as_uses_and_go():
    worded = fill("The desk writes down the waiting (S6).")
    assert worded.sentence.text == "The desk writes down the waiting."
    assert len(worded.sentence.evidence) == 1


# -- what may not --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("The desk halved waiting to 12 days.", "number"),
        ("Three teams now write down the waiting.", "number"),
        ("Since March, the desk writes down the waiting.", "number"),
        ("Drei Gruppen schreiben es auf.", "number"),
        ("The waiting is down by a quarter.", "number"),
        ("Most people at the desk write it down.", "how many"),
        ("Everyone writes it down.", "how many"),
        ("The desk says: “we write it down and it always works”", "no whole statement"),
        ('The desk says: "The front desk now writes the route of one housing case."', "no whole statement"),
        ("The desk writes it down: {S99}", "never given out"),
        ("In {C77}, the desk wrote it down.", "never given out"),
        ("Gunhilda now writes it down at the desk.", "Gunhilda"),
    ],
)
def test_what_a_model_made_up_is_unusable(text, says):
    assert any(says in message for message in stops(fill(text, "S6")))


def test_a_claim_with_nothing_behind_it_is_unusable():
    assert stops(fill("The desk writes it down.")) == ["No statement stands behind it."]
    assert "One of its labels was never given out." in stops(fill("The desk writes it down.", "S42"))


def test_a_hope_told_as_a_fact_is_unusable():
    assert any("hold or hope" in message for message in stops(fill("The cards are more work than use.", "S11")))
    assert stops(fill("Some find the cards more work than use.", "S11")) == []
    assert stops(fill("Some people doubt the cards: {S11}", "S11")) == []


def test_a_count_of_other_notes_is_unusable():
    assert any("counts other notes" in message for message in stops(fill("In {C2}, somebody told of it.", "S2")))


def test_a_sentence_with_marks_of_its_own_is_not_quoted():
    given = brief_input()
    first = given.statements[5]
    marked = first.evidence.model_copy(update={"shown": "The desk says “wait” on each card."})
    changed = (*given.statements[:5], type(first)(**{**vars(first), "evidence": marked}), *given.statements[6:])
    assert any("not to be quoted" in message for message in stops(fill("See: {S6}", statements=changed)))


def test_what_speaks_to_a_model_or_leaks_our_instructions_is_unusable():
    assert stops(fill("As a language model I was told to ignore previous instructions.", "S6"))
    assert stops(fill("You word one page on what a community of practice learned, for somebody senior.", "S6"))


@pytest.mark.parametrize(
    "text", ["no one knows", "one another", "one of them", "it may help", "a one-off", "the first card", "Mayor"]
)
def test_words_that_only_look_like_numbers_are_none(text):
    assert find_number(text) == ""


@pytest.mark.parametrize(
    "text", ["1.5", "40 %", "in May", "one of the teams", "a dozen", "twice", "zwölf", "la moitié"]
)
def test_numbers_and_dates_are_found(text):
    assert find_number(f"they say {text}")


@pytest.mark.parametrize(
    "text", ["The desk says so: {S99}", "It took 5 days.", "Gunhilda now writes.", "It says: “a b c d e”"]
)
def test_what_was_found_reaches_the_model_that_mends_it(text):
    found = [item for item in fill(text, "S6").findings if item.severity is Severity.STOP]
    assert found
    assert "[…]" not in tell_found(found, Briefing(None))


def test_words_for_nearly_all_are_found():
    assert find_much("most of them") == "most"
    assert find_much("some people") == ""
