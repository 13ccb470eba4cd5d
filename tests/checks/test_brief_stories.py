"""L5 of a brief: stories are confirmed, told in the order of their chain, and rest on more than who came."""

from __future__ import annotations

from typing import Any

import pytest

from coach.models import BriefSentence, Consent, SectionKind, Severity, StoryLink, StoryPart, ValueCycle
from tests.checks.briefs import (
    BRIEF,
    CANDIDATE,
    SENTENCES,
    STORY,
    about,
    found_in,
    ground,
    said,
    stops_in,
    with_sentences,
)

STORIES = SENTENCES[SectionKind.STORIES]


def _story_stops(*sentences: BriefSentence, **more: Any) -> set[str]:
    found = stops_in(with_sentences(SectionKind.STORIES, sentences), ground(**more))
    return {where for check, where in found if check in ("L5", "L8")}


def test_a_story_that_nobody_confirmed_stops():
    row = [each.model_copy(update={"story_id": CANDIDATE.id}) for each in STORIES]
    assert _story_stops(*row) == {each.id for each in STORIES}


@pytest.mark.parametrize("state", ["candidate", "declined"])
def test_a_story_in_another_state_stops(state):
    assert len(_story_stops(*STORIES, stories=(STORY.model_copy(update={"state": state}),))) == 4


def test_a_story_that_is_not_kept_stops():
    assert "stories-1" in _story_stops(STORIES[0].model_copy(update={"story_id": ""}), *STORIES[1:])


def test_a_story_told_back_to_front_stops():
    assert _story_stops(STORIES[2], STORIES[0], STORIES[1], STORIES[3])
    assert _story_stops(*reversed(STORIES))


def test_what_came_of_it_needs_what_somebody_did():
    assert _story_stops(STORIES[0], STORIES[3]) == {"stories-4"}
    assert _story_stops(*STORIES[:2], STORIES[3]) == {"stories-4"}


def test_a_link_that_the_story_does_not_have_stops():
    last = STORIES[3].model_copy(update={"cycle": ValueCycle.REFRAMING})
    assert "stories-4" in _story_stops(*STORIES[:3], last)


def test_one_link_alone_is_to_be_mended():
    found = found_in(with_sentences(SectionKind.STORIES, STORIES[:1]))
    assert [(item.check, item.severity) for item in found] == [("L5", Severity.MEND)]


def test_a_link_told_by_a_person_needs_no_note():
    told = STORY.model_copy(
        update={
            "parts": (
                *STORY.parts[:2],
                StoryPart(link=StoryLink.USED, text="I drew it for the boiler crew."),
                STORY.parts[3],
            )
        }
    )
    link = said("stories-3", "story", "They drew it for the boiler crew.", cycle=ValueCycle.APPLIED, story_id="st1")
    row = (*STORIES[:2], link, STORIES[3])
    assert found_in(with_sentences(SectionKind.STORIES, row), ground(stories=(told,))) == []
    other = link.model_copy(update={"text": "They bought another van."})
    assert "stories-3" in _story_stops(*STORIES[:2], other, STORIES[3], stories=(told,))


def test_a_story_told_in_one_sentence_keeps_its_order():
    bare = STORY.model_copy(update={"parts": tuple(StoryPart(link=part.link, text=part.text) for part in STORY.parts)})
    words = [part.text for part in STORY.parts]
    whole = said("stories-1", "story", f"As it was told among us. {' '.join(words)}", story_id="st1")
    assert found_in(with_sentences(SectionKind.STORIES, (whole,)), ground(stories=(bare,))) == []
    turned = whole.model_copy(update={"text": f"As it was told. {' '.join(reversed(words))}"})
    assert _story_stops(turned, stories=(bare,)) == {"stories-1"}
    short = whole.model_copy(update={"text": f"As it was told. {words[0]} {words[3]}"})
    assert _story_stops(short, stories=(bare,)) == {"stories-1"}


@pytest.mark.parametrize(("consent", "circle"), [(Consent.NEVER, "inside"), (Consent.INSIDE, "outside")])
def test_a_story_is_told_no_further_than_its_teller_agreed(consent, circle):
    request = BRIEF.request.model_copy(update={"circle": circle})
    given = ground(stories=(STORY.model_copy(update={"consent": consent}),))
    found = stops_in(BRIEF.model_copy(update={"request": request}), given)
    assert ("L8", "stories-1") in found


@pytest.mark.parametrize(
    "quote",
    ["Forty people attended the session.", "We had a full room again.", "30 colleagues joined online and stayed."],
)
def test_attendance_alone_realises_nothing(quote):
    brief, given = about(quote, "can", "What came of it: {}", cycle=ValueCycle.REALISED)
    assert ("L5", "x-1") in stops_in(brief, given)


def test_counted_sessions_alone_realise_nothing():
    count = SENTENCES[SectionKind.CAN_NOW][1].model_copy(update={"cycle": ValueCycle.REALISED})
    assert ("L5", "can_now-2") in stops_in(with_sentences(SectionKind.CAN_NOW, (count,)))
