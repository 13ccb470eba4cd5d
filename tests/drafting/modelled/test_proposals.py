"""Outcomes and wordings drafted by a model: each with a proved sentence behind it, and really different."""

from __future__ import annotations

from typing import Any

import pytest

from coach.errors import ModelAnswerUnusable
from coach.models import OutcomesRequest, RewriteRequest, Severity
from coach.ports import OutcomesInput, RewriteInput
from tests.drafting.modelled.making import COMMUNITY, NOTES, drafter, passage

STRUGGLE = "nobody knows who waits on whom, and the map stops at our own door"
ASKED = "How do we get housing into the room?"


def outcome(text: str, quote: str = STRUGGLE, label: str = "S1", **more: Any) -> dict[str, Any]:
    return {
        "diagnosis": "The map stops at their door.",
        "strategy": "Draw it with the neighbours.",
        "intention": "They see who waits.",
        "text": text,
        "because": f"One of you says that nobody knows who waits ({label}).",
        "sign": "somebody rings the next team before a case goes over",
        "newcomer": "Ask what happens next, and write the answer down.",
        "regular": "Bring one case that got stuck.",
        "expert": "Say where you would look first, once asked.",
        "takes": [{"label": label, "quote": quote, "change": "It is hard."}],
        **more,
    }


MAP = outcome("We want to be able to map who waits on whom in a case that crosses two teams.")
INVITE = outcome("We want to be able to invite a housing officer so that they come to a session.", ASKED, "S2")


def asked(**more: Any) -> OutcomesInput:
    fields: dict[str, Any] = {"passages": (passage("retro"), passage("clinic"), passage("private"))}
    return OutcomesInput(
        OutcomesRequest(), COMMUNITY, notes_searched=12, private=frozenset({"private"}), **{**fields, **more}
    )


def answer(*outcomes: dict[str, Any], message: str = "") -> dict[str, Any]:
    return {"enough": True, "message": message, "outcomes": list(outcomes)}


def test_each_outcome_has_a_sentence_that_stands_in_a_note():
    made, llm, _ = drafter([answer(MAP, INVITE, message="They hang together.")])
    result = made.draft_outcomes(asked())
    assert [item.text for item in result.outcomes] == [MAP["text"], INVITE["text"]]
    assert [item.label for proposal in result.outcomes for item in proposal.citations] == ["S1", "S2"]
    for proposal in result.outcomes:
        (citation,) = proposal.citations
        assert NOTES[citation.note_id][citation.start : citation.end] == citation.quote
        assert proposal.sign.startswith("We'd notice it because")
        assert set(proposal.ways_in) == {"newcomer", "regular", "expert"}
        assert proposal.worded_by == llm.name
    assert "(S1)" in result.outcomes[0].because
    assert result.drafted_by == llm.name
    assert len(llm.requests) == 1


def test_one_that_nobody_spoke_of_is_mended_or_left_out():
    alone = outcome("We want to be able to draw a budget for a new clinic.", "we need a budget by June at the latest")
    made, llm, room = drafter([answer(MAP, alone), answer(alone)])
    result = made.draft_outcomes(asked())
    assert [item.text for item in result.outcomes] == [MAP["text"]]
    assert "No sentence of the notes stands behind it" in llm.requests[1].user
    assert "These stay:" in llm.requests[1].user
    assert MAP["text"] not in llm.requests[1].user.split("To be mended:")[1].split("What was found:")[0]
    assert room.trace.told == ["1 of 2 proposals were left out by the checks."]


def test_two_that_say_the_same_are_one():
    twin = outcome(
        "We want to be able to map together who waits on whom in a case that crosses two teams.", ASKED, "S2"
    )
    made, llm, _ = drafter([answer(MAP, twin), answer(twin)])
    result = made.draft_outcomes(asked())
    assert len(result.outcomes) == 1
    assert "It says the same as" in llm.requests[1].user


def test_a_test_is_no_outcome():
    graded = outcome("We want to be able to pass the mapping test with 80 %.")
    made, _, _ = drafter([answer(graded, INVITE), answer(graded)])
    assert [item.text for item in made.draft_outcomes(asked()).outcomes] == [INVITE["text"]]


@pytest.mark.parametrize("more", [{"enough": False}, {"passages": ()}])
def test_too_little_is_known_before_anything_is_paid(more):
    made, llm, room = drafter([])
    result = made.draft_outcomes(asked(**more))
    assert not result.enough
    assert result.ask_first
    assert result.drafted_by == "playbook"
    assert llm.requests == []
    assert room.purse.spent.calls == 0


def test_when_none_can_stand_the_playbook_answers_and_it_is_said():
    made, _, room = drafter([answer(), answer()])
    assert made.draft_outcomes(asked()).drafted_by == "playbook"
    assert room.trace.told == ["scripted/model proposed none that the notes bear out."]


def test_private_notes_and_names_do_not_leave():
    made, llm, _ = drafter([answer(MAP)])
    made.draft_outcomes(asked())
    assert "heron" not in llm.requests[0].user
    assert "Idris" not in llm.requests[0].user
    assert "Outcomes wanted: 4" in llm.requests[0].user


# -- other wordings ----------------------------------------------------------------------------------
OWN = "Understand systems better"


def reworded(*texts: str) -> dict[str, Any]:
    drafts = [{"text": text, "differs": f"It names what is done ({place})."} for place, text in enumerate(texts)]
    return {"diagnosis": "d", "strategy": "s", "intention": "i", "rewrites": drafts}


def wanted(**more: Any) -> RewriteInput:
    return RewriteInput(RewriteRequest(text=OWN, **more), COMMUNITY, passages=(passage("retro"),))


def test_wordings_differ_and_ones_own_stays():
    texts = [
        "We want to be able to map who waits on whom in one case.",
        "We want to be able to map who waits on whom in one single case.",
        "We want to be able to explain to a neighbour team where a case gets stuck.",
    ]
    made, llm, _ = drafter([reworded(*texts)])
    result = made.draft_rewrites(wanted(wish="smaller"))
    assert [item.text for item in result.rewrites] == [texts[0], texts[2]]
    assert result.text == OWN
    assert all(item.differs for item in result.rewrites)
    assert '<data label="wish">\nsmaller' in llm.requests[0].user


def test_wordings_that_cannot_stand_are_not_offered():
    made, _, _ = drafter([reworded("We want to be able to score 90 % in the systems test.")])
    with pytest.raises(ModelAnswerUnusable):
        made.draft_rewrites(wanted())
    made, _, _ = drafter([reworded("Map a system", "We want to be able to understand systems better.")])
    result = made.draft_rewrites(wanted())
    assert result.rewrites[0].text == "We want to be able to map a system."
    weak = [item for item in result.rewrites[-1].findings if item.severity is not Severity.QUESTION]
    assert weak or len(result.rewrites) == 1  # what is weak about it is said beside it


def test_what_people_do_already_is_told_and_not_proposed_again():
    doing = "We always begin with one round of names."
    again = outcome("We want to be able to always begin with one round of names.", ASKED, "S2")
    made, llm, _ = drafter([answer(MAP, again), answer(INVITE)])
    result = made.draft_outcomes(asked())
    assert doing in llm.requests[0].user.split("already doing")[1]
    assert "They say that they do this already" in llm.requests[1].user
    assert [item.text for item in result.outcomes] == [MAP["text"], INVITE["text"]]
