"""What a sentence tells of: hopes, plans and denials never pass for what happened."""

from __future__ import annotations

import pytest

from coach.drafting.brief.listening import hear_told
from coach.ports import Tells

TOLD = (
    (Tells.WISH, "We want to be able to write a refusal so that people know what to do next."),
    (Tells.WISH, "I would love to learn how others open a hard conversation."),
    (Tells.WISH, "I wish I could draw it quickly on a whiteboard."),
    (Tells.DID, "In pairs we read out one letter each and marked it up."),
    (Tells.DID, "We drew the handover in three small groups and compared the drawings."),
    (Tells.TOOK_AWAY, "I realised that the reason stood on the last page of every letter."),
    (Tells.TOOK_AWAY, "We now have a template that both teams understand."),
    (Tells.USED, "I used it with my team on Tuesday for the parking letters."),
    (Tells.USED, "Since the clinic I have tried the three lines on a real case."),
    (Tells.USED, "We have since rewritten two of the forms."),
    (Tells.USED, "Three of the letters now have the reason in the first line."),
    (Tells.CAME_OF_IT, "Since March we have had fewer calls about the badge letters."),
    (Tells.CAME_OF_IT, "The clash surfaced two weeks earlier, before anybody had printed anything in time."),
    (Tells.CAME_OF_IT, "One resident rang back to say thank you."),
    (Tells.CAME_OF_IT, "The wait went from 19 days to 4 over the summer."),
    (Tells.CHANGED_VIEW, "I used to count letters sent, and now I ask who had to ring."),
    (Tells.IMMEDIATE, "Everyone enjoyed the round with the paper cards."),
    (Tells.HARD, "The second round did not work because the groups were too large."),
    (Tells.HARD, "Nobody came to the session on a Friday afternoon."),
    (Tells.HARD, "We ran out of time before the last letter."),
    (Tells.UNKNOWN, "We don't know whether it made the waiting shorter."),
    (Tells.UNKNOWN, "Nobody has checked what happened to the old forms."),
    (Tells.DISAGREEMENT, "Some people thought the reason belongs first, others wanted a greeting."),
    (Tells.QUESTION, "How do we tell somebody no on the phone?"),
)


@pytest.mark.parametrize(("tells", "sentence"), TOLD)
def test_it_hears_what_a_sentence_tells_of(tells: Tells, sentence: str) -> None:
    assert tells in hear_told(sentence).tells


@pytest.mark.parametrize(
    "sentence",
    [
        "We hope that residents will ring less once we use it with our teams.",
        "I think we used it with our team the wrong way round.",
        "We should use the template with our own teams.",
        "Next month I will try it with my team.",
        "We plan to have changed our letters by summer.",
        "If we had used it with our team, fewer people would have rung.",
        "I could have used it with my team on Tuesday.",
        "Probably fewer residents ring now, but who can say.",
        "They said that there were fewer calls since the new letter.",
    ],
)
def test_a_hope_or_a_plan_is_nothing_that_happened(sentence: str) -> None:
    told = hear_told(sentence)
    assert not told.tells.keys() & {Tells.USED, Tells.CAME_OF_IT, Tells.DID}


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody has used it with their team since the clinic.",
        "No one used the template at work.",
        "The template has not been used by our teams.",
        "Hardly anyone tried it with their own team.",
        "I never used it with my team.",
        "We have not seen fewer calls since then.",
        "It made no difference to our work at all.",
    ],
)
def test_a_denial_is_no_use_and_no_success(sentence: str) -> None:
    told = hear_told(sentence)
    assert not told.tells.keys() & {Tells.USED, Tells.CAME_OF_IT}


def test_what_nobody_used_did_not_work() -> None:
    assert Tells.HARD in hear_told("Nobody has used it with their team since the clinic.").tells


@pytest.mark.parametrize(
    "sentence",
    [
        "The next meeting is on the second Thursday, link in the invite.",
        "Please sign up for the workshop by Friday.",
        "Agenda: minutes of last time, then who brings biscuits.",
        "Ensure everyone has used it with their team before the day.",
        "Thanks to all who used it with their teams.",
    ],
)
def test_errands_and_announcements_tell_nothing(sentence: str) -> None:
    assert not hear_told(sentence).tells


def test_a_hope_is_an_opinion_and_a_deed_is_none() -> None:
    assert hear_told("We want to be able to draw a map together.").is_opinion
    assert not hear_told("We have since rewritten two of the forms.").is_opinion
