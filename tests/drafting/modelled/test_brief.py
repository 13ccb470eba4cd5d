"""Pages that a model words: one call, slots filled by us, and the playbook's sentences where a model's cannot stand."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from coach.drafting.modelled import Room
from coach.drafting.modelled.brief_joining import MOST_WORDS, shorten
from coach.errors import ModelAnswerUnusable
from coach.models import (
    Brief,
    BriefRequest,
    BriefSection,
    BriefSentence,
    ClaimKind,
    SectionKind,
    StoryLink,
)
from coach.ports import BriefInput
from coach.testing import ScriptedLLM
from tests.drafting.modelled.briefing_cases import SHOWN, brief_input, line, story, texts, worded
from tests.drafting.modelled.making import BASE, Seen, drafter

BAD = line("The desk cut waiting from 12 to 5 days.", "can", "S6")
TOLD = (StoryLink.DID, StoryLink.TOOK_AWAY, StoryLink.USED)


def draft(*answers: Any, given: BriefInput | None = None, **room: Any) -> tuple[Brief, ScriptedLLM, Room]:
    """Return the page to these answers, with the model and the room."""
    made, llm, held = drafter(list(answers), **room)
    return made.draft_brief(given or brief_input()), llm, held


def sent(llm: ScriptedLLM, number: int = 0) -> str:
    """Return what was sent."""
    request = llm.requests[number]
    return f"{request.system}\n{request.user}"


# -- a good page ---------------------------------------------------------------------------------------
def test_a_good_page_costs_one_call_and_every_claim_has_its_words():
    page, llm, room = draft(worded())
    given = brief_input()
    assert len(llm.requests) == 1
    assert texts(page, "can_now")[0] == f"At the front desk, waiting is now written down: “{SHOWN[6]}”"
    assert all(
        sentence.evidence for sentence in page.sentences() if sentence.kind.is_claim and sentence.worded_by == "model"
    )
    for sentence in page.sentences():
        for item in sentence.evidence:
            assert given.notes[item.note_id].text[item.start : item.end] == item.quote
    assert room.trace.prompts.keys() == {"brief v1"}
    assert room.trace.by_part["can_now"] == page.drafted_by == llm.name
    assert room.trace.by_part["stories"] == "playbook"


def test_what_is_not_a_models_to_word_is_the_playbooks():
    page, _, _ = draft(worded())
    base = BASE.draft_brief(brief_input())
    assert (page.title, page.used, page.left_out) == (base.title, base.used, base.left_out)
    assert [section.title for section in page.sections] == [section.title for section in base.sections]


def test_what_the_reader_is_asked_for_stays_as_somebody_said_it():
    asked = brief_input(BriefRequest(reader="Director", asks=("Two hours a month for the night team.",)))
    page, llm, _ = draft(worded(), given=asked)
    assert "Two hours a month for the night team." in " ".join(texts(page, "ask"))
    assert "night team join" not in " ".join(texts(page, "ask"))
    assert "leave `ask` empty" in sent(llm)


def test_a_page_for_the_community_itself_speaks_to_it():
    request = brief_input().request.model_copy(update={"voice": "community"})
    page, llm, _ = draft(worded(), "", "", given=brief_input(request))
    assert "for the community itself" in sent(llm)
    assert page.sections[0].title == "What you said you wanted"


def test_a_story_is_told_link_by_link():
    lines = [
        line("A route was drawn on the wall together.", "story", "T1"),
        line("Somebody took away a question: {S5}", "story", "T2"),
        line("The wall map went back to the front desk.", "story", "T3"),
    ]
    page, llm, _ = draft(worded(stories=lines, contribution=[]), given=brief_input(stories=(story(*TOLD),)))
    told = [item for section in page.sections if section.kind.value == "stories" for item in section.sentences]
    assert [item.story_id for item in told] == ["st", "st", "st"]
    assert [item.cycle and item.cycle.value for item in told] == ["immediate", "potential", "applied"]
    assert "T2 (what somebody took away)" in sent(llm)


def test_what_has_come_is_shown_without_numbers_and_quotes():
    seen = Seen()
    draft(worded(can_now=[line("The desk writes it down: {S6}", "can", "S6"), BAD]), "", "", watch=seen)
    arriving = [text for part in seen.parts if part.state == "arriving" for text in part.lines]
    assert any("The desk writes it down: …" in text for text in arriving)
    assert not any("12" in text for text in arriving)
    assert {part.key for part in seen.parts if part.state == "checked"} >= {"set_out", "can_now", "ask"}


# -- what is mended ------------------------------------------------------------------------------------
def test_an_invented_number_is_mended_and_the_rest_stays():
    mended = worded(
        set_out=[line("Something else was wanted.", "wish", "S1")],
        can_now=[line("Waiting is written down: {S6}", "can")],
    )
    page, llm, room = draft(worded(can_now=[BAD]), mended)
    assert texts(page, "can_now") == [f"Waiting is written down: “{SHOWN[6]}”"]
    assert "Something else" not in " ".join(texts(page, "set_out"))
    assert room.trace.repairs == 1
    assert "“12” is a number" in sent(llm, 1)


@pytest.mark.parametrize(
    "bad",
    [
        BAD,
        line("Somebody at the desk wrote: “waiting is on each side of the card”.", "can", "S6", "S7"),
        line("The desk writes it down.", "can", "S77"),
        line("The circle led to shorter handovers at the desk.", "can", "S7"),
        line("Gunhilda now writes down the waiting time on each card.", "can", "S6"),
        line("Recipes were swapped among gardeners: {S6}", "can", "S6"),
    ],
    ids=["number", "stitched", "label", "cause", "name", "other matter"],
)
def test_what_cannot_be_mended_gives_way_to_the_playbook(bad):
    page, llm, room = draft(worded(can_now=[bad]), worded(can_now=[bad]))
    assert bad["text"] not in texts(page, "can_now")
    assert texts(page, "can_now")
    assert all(item.worded_by != "model" for item in page.sections[1].sentences)
    assert len(llm.requests) == 2  # a version that is no better ends the mending
    assert any("What people can do now" in said and "playbook" in said for said in room.trace.told)
    assert room.trace.by_part["can_now"] == "playbook"


def test_one_bad_sentence_costs_no_good_one():
    good = line("The handover note is shorter: {S7}", "can", "S7")
    bad = worded(can_now=[good, BAD])
    page, _, _ = draft(bad, bad)
    told = [sentence for section in page.sections if section.kind.value == "can_now" for sentence in section.sentences]
    assert told[0].text == f"The handover note is shorter: “{SHOWN[7]}”"
    assert all(BAD["text"] not in sentence.text for sentence in told)
    assert [sentence.id for sentence in told] == [f"can_now-{place}" for place in range(1, len(told) + 1)]


def test_at_most_two_repairs_are_asked_for():
    worse = [worded(can_now=[BAD] * 3), worded(can_now=[BAD] * 2), worded(can_now=[BAD]), worded()]
    _, llm, room = draft(*worse)
    assert len(llm.requests) == 3
    assert room.trace.repairs == 2


def test_a_story_with_a_broken_link_is_no_story():
    lines = [line("A route was drawn on the wall.", "story", "T1"), line("It saved 40 hours.", "story", "T3")]
    given = brief_input(stories=(story(*TOLD),))
    page, _, _ = draft(worded(stories=lines), worded(stories=lines), given=given)
    told = [item for section in page.sections if section.kind.value == "stories" for item in section.sentences]
    assert all(item.worded_by != "model" for item in told)


def test_what_the_playbook_heard_to_be_hard_is_not_left_out():
    page, _, room = draft(worded(not_yet=[]), "", "")
    assert texts(page, "not_yet")
    assert room.trace.by_part["not_yet"] == "playbook"


# -- what is no page -----------------------------------------------------------------------------------
@pytest.mark.parametrize("answer", ["I cannot help with that.", '{"verdict": 3}', "[1, 2]", '{"can_now": [', ""])
def test_what_is_no_page_is_said_to_be_none(answer):
    made, _, _ = drafter([answer])
    with pytest.raises(ModelAnswerUnusable):
        made.draft_brief(brief_input())


def test_a_page_that_breaks_off_keeps_what_came():
    whole = json.dumps(worded())
    page, _, _ = draft(whole[: whole.index('"not_yet"') + 40], "", "")
    assert page.sections[1].sentences[0].worded_by == "model"
    assert texts(page, "not_yet")


def test_odd_shapes_do_not_cost_the_others():
    odd = worded(
        set_out="They hoped for more.", can_now=[{"text": 3}, {"text": "Waiting is written down: {S6}", "uses": "S6"}]
    )
    page, _, _ = draft(odd, "", "")
    assert f"Waiting is written down: “{SHOWN[6]}”" in texts(page, "can_now")


def test_a_page_that_runs_on_is_cut_to_a_page_and_its_story_is_not():
    sections = [
        BriefSection(
            kind=kind,
            title="Heading",
            sentences=tuple(
                BriefSentence(id=f"{kind.value}-{place}", text="word " * 40, kind=ClaimKind.FRAME) for place in range(4)
            ),
        )
        for kind in SectionKind
    ]
    kept = shorten(sections)
    assert sum(len(item.text.split()) for section in kept for item in section.sentences) <= MOST_WORDS
    assert [len(section.sentences) for section in kept if section.kind is SectionKind.STORIES] == [4]
    assert all(section.sentences for section in kept)


def test_notes_in_another_language_are_answered_in_it():
    given = brief_input()
    words = "Wir schreiben jetzt die Wartezeit auf jede Karte."
    shown = given.statements[5].evidence.model_copy(
        update={"shown": words, "quote": words, "start": 0, "end": len(words)}
    )
    held = given.notes["handover"].model_copy(update={"text": words})
    given = replace(
        given,
        statements=(
            *given.statements[:5],
            replace(given.statements[5], evidence=shown, reading=words),
            *given.statements[8:],
        ),
        notes={**given.notes, "handover": held},
    )
    said = "Auf jede Karte wird jetzt die Wartezeit geschrieben: {S6}"
    page, _, _ = draft(worded(can_now=[line(said, "can", "S6")], not_yet=[]), "", "", given=given)
    assert texts(page, "can_now")[0] == f"Auf jede Karte wird jetzt die Wartezeit geschrieben: “{words}”"
