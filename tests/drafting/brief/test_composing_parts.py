"""What stands in each part of a page: outcomes, signs, stories, what else had a part, and what is asked for."""

from __future__ import annotations

import datetime as dt

from coach.drafting.brief.composing import compose_brief
from coach.models import BriefSection, ClaimKind, Sign, StoryLink, StoryPart, ValueCycle
from coach.ports import BriefInput, Tells

from .pages import LINES, brief_input, outcome, statement, story


def part_of(given: BriefInput, place: int) -> BriefSection:
    """Return a part of the page."""
    return compose_brief(given).sections[place]


def text_of(section: BriefSection) -> str:
    """Return all that a part says."""
    return " ".join(item.text for item in section.sentences)


def test_an_outcome_stands_with_where_it_was_said() -> None:
    section = part_of(brief_input(), 0)
    wish = next(item for item in section.sentences if item.kind is ClaimKind.WISH)
    assert "write a first line that says what to do" in wish.text
    assert wish.evidence[0].note_id == "n0"
    assert wish.evidence[0].outcome_id == "o1"
    assert section.gap == ""


def test_an_outcome_that_no_note_says_is_counted() -> None:
    section = part_of(brief_input(outcomes=(outcome(evidence=()),)), 0)
    written = next(item for item in section.sentences if "one outcome" in item.text)
    assert written.kind is ClaimKind.COUNT
    assert [item.label for item in written.counted[0].items] == [outcome().text]


def test_without_an_outcome_wishes_are_said_to_be_wishes() -> None:
    section = part_of(brief_input(outcomes=()), 0)
    assert [item.kind for item in section.sentences].count(ClaimKind.WISH) == 2
    assert "heard in the notes" in section.gap


def test_a_sign_that_was_seen_stands_with_its_words() -> None:
    words = statement(4, Tells.CAME_OF_IT, "I got a letter back with my new first line marked as good.").evidence
    seen = Sign(id="s2", text="Somebody's first line changes after a session", seen="seen", evidence=(words,))
    section = part_of(brief_input(outcomes=(outcome(signs=(seen,)),)), 1)
    assert f"“{words.shown}”" in text_of(section)
    assert "first line changes after a session" in text_of(section)


def test_a_sign_that_somebody_says_was_seen_is_counted() -> None:
    seen = Sign(id="s2", text="Somebody's first line changes after a session", seen="seen")
    section = part_of(brief_input(outcomes=(outcome(signs=(seen,)),)), 1)
    told = next(item for item in section.sentences if item.kind is ClaimKind.COUNT)
    assert told.counted[0].says == "one sign"


def test_a_sign_that_was_not_seen_stands_where_it_belongs() -> None:
    section = part_of(brief_input(), 3)
    told = next(item for item in section.sentences if item.kind is ClaimKind.COUNT)
    assert "one sign has not been seen so far: fewer people ring" in told.text


def test_what_was_put_aside_is_told() -> None:
    ended = outcome(
        id="o2", text="We want to rewrite all forms.", ended=dt.date(2026, 4, 2), ended_why="It is too much."
    )
    section = part_of(brief_input(outcomes=(outcome(signs=()), ended)), 3)
    assert "one outcome aside: to rewrite all forms, because it is too much." in text_of(section)


def test_a_story_is_told_link_by_link() -> None:
    section = part_of(brief_input(stories=(story(),)), 2)
    assert [item.cycle for item in section.sentences] == list(ValueCycle)[:4]
    assert all(item.story_id == "st1" and item.evidence for item in section.sentences)
    assert section.gap == ""
    assert "Ines" not in text_of(section)


def test_a_story_that_no_note_tells_stands_as_told() -> None:
    parts = (
        StoryPart(link=StoryLink.DID, text="We read letters aloud."),
        StoryPart(link=StoryLink.USED, text="I now read mine to my son."),
    )
    section = part_of(brief_input(stories=(story(parts=parts),)), 2)
    (told,) = section.sentences
    assert told.kind is ClaimKind.STORY
    assert not told.evidence
    assert told.counted[0].says == "one story"
    assert "What I did with it: I now read mine to my son." in told.text
    assert "“" not in told.text
    assert "took away" in section.gap


def test_a_story_half_in_the_notes_says_which_half() -> None:
    parts = (*story().parts[:3], StoryPart(link=StoryLink.CAME_OF_IT, text="Nobody rang about it."))
    section = part_of(brief_input(stories=(story(parts=parts),)), 2)
    assert [bool(item.evidence) for item in section.sentences] == [True, True, True, False]
    assert "no note behind it" in section.sentences[-1].text


def test_words_of_a_story_that_may_not_be_quoted_are_not_told_either() -> None:
    gone = [
        part.model_copy(update={"evidence": (statement(4, Tells.USED, "", shown="").evidence,)})
        for part in story().parts
    ]
    section = part_of(brief_input(stories=(story(parts=tuple(gone)),)), 2)
    assert not any(item.kind is ClaimKind.STORY for item in section.sentences)
    assert section.gap


def test_of_several_stories_the_fullest_is_told_and_the_others_counted() -> None:
    short = story(id="st2", title="A short one", parts=story().parts[:1])
    section = part_of(brief_input(stories=(short, story())), 2)
    assert {item.story_id for item in section.sentences if item.kind is ClaimKind.STORY} == {"st1"}
    assert any("two stories" in item.text for item in section.sentences)


def test_without_a_story_there_is_a_question_to_ask() -> None:
    section = part_of(brief_input(), 2)
    assert "?" in section.gap
    assert all(item.kind is ClaimKind.CAN for item in section.sentences)


def test_other_reasons_are_named_where_the_notes_name_them() -> None:
    section = part_of(brief_input(), 4)
    assert "phone menu" in text_of(section)
    assert section.gap == ""


def test_other_reasons_within_the_story_are_pointed_to() -> None:
    section = part_of(brief_input(stories=(story(),)), 4)
    pointed = section.sentences[0]
    assert pointed.evidence[0].shown == LINES[8][2]
    assert "“" not in pointed.text


def test_where_no_other_reason_is_named_that_is_said() -> None:
    section = part_of(brief_input([line for line in LINES if "phone menu" not in line[2]]), 4)
    assert "found" in section.gap or "notes" in section.gap


def test_what_people_wrote_down_to_ask_for_is_asked_for() -> None:
    section = part_of(brief_input(asks=("Keep Wednesdays free", "A room with a door.")), 5)
    assert [item.text for item in section.sentences] == ["Keep Wednesdays free.", "A room with a door."]


def test_suggested_asks_follow_from_what_was_hard() -> None:
    section = part_of(brief_input(), 5)
    assert section.sentences[0].kind is ClaimKind.FRAME
    asked = " ".join(item.text for item in section.sentences if item.kind is ClaimKind.ASK)
    assert "host" in asked
    assert "September 2026" in asked
    heard = part_of(brief_input([line for line in LINES if line[1] is not Tells.HARD or "hear" in line[2]]), 5)
    assert "room" in text_of(heard)
    assert "host" not in text_of(heard)


def test_with_no_notes_every_part_says_what_to_do_next() -> None:
    sections = compose_brief(brief_input(())).sections
    assert all(section.gap for section in sections[:5])
    assert not any(item.kind.is_claim for section in sections for item in section.sentences)
    assert sections[5].sentences


def test_the_community_hears_what_became_of_its_words() -> None:
    given = brief_input(voice="community", asks=("Cover for those who host",))
    brief = compose_brief(given)
    assert brief.title.startswith("Plain Letters Club: what became of your words")
    assert "sessions" in text_of(brief.sections[0])
    assert "its foot" in text_of(brief.sections[4])
    assert "we asked the Director of Digital" in text_of(brief.sections[5])
    assert brief.left_out == given.left_out
