"""What came of learning: found in notes for people to confirm, and looked at over a period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coach.adapters.sql import SqlStore
from coach.errors import BadRequest
from coach.jobs.hearing_learning import HearNotes
from coach.jobs.learning import OwnLearning
from coach.models import (
    Consent,
    Evidence,
    StoryLink,
    StoryPart,
    ValueStory,
    Visibility,
)
from coach.ports import Tells
from coach.testing import FixedClock
from tests.contracts.coaching import ADA, NELL, add_two
from tests.contracts.making import make_note, write
from tests.jobs.learning import DAY, NAME, Told, build, keep, make_story, say


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    opened = add_two(SqlStore(f"sqlite:///{tmp_path / 'coach.db'}", clock=FixedClock()))
    yield opened
    opened.close()


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def learning(store: SqlStore, told: Told) -> OwnLearning:
    return build(store, told)


# -- found -----------------------------------------------------------------------------------------
def candidate(*texts: str) -> ValueStory:
    """Return a story as it is found in notes: one link for each sentence."""
    links = list(StoryLink)[1:]
    said = [say(text, Tells.USED).evidence for text in texts]
    parts = tuple(
        StoryPart(link=link, text=item.shown, evidence=(item,)) for link, item in zip(links, said, strict=False)
    )
    return ValueStory(parts=parts)


def test_what_somebody_confirmed_or_declined_is_not_found_again(
    learning: OwnLearning, told: Told, store: SqlStore
) -> None:
    texts = ("I learnt to ask first.", "I asked at the desk.", "Nobody rang twice.")
    note = make_note("a.md", *texts)
    write(store.notes("reading", ADA), note)
    told.found = [candidate(*texts), candidate("Something else.", "And more of it.")]
    told.found = [_placed(story, note.note.id, note.note.text) for story in told.found]
    assert learning.find_stories(NAME, actor=NELL) == told.found

    kept = learning.keep_story(NAME, told.found[0].model_copy(update={"state": "declined"}), actor=NELL)

    assert learning.find_stories(NAME, actor=ADA) == told.found[1:]
    assert learning.worth_it(NAME, actor=ADA).candidates == 1
    store.notes("reading", ADA).set_rights(note.note.id, Visibility.MEMBERS, Consent.NEVER)
    assert learning.stories(NAME, actor=ADA)[0].parts[0].evidence[0].quote == ""
    assert learning.find_stories(NAME, actor=ADA) == told.found[1:]
    learning.remove_story(NAME, kept.id, actor=NELL)
    assert len(learning.find_stories(NAME, actor=ADA)) == 2


def _placed(story: ValueStory, note_id: str, text: str) -> ValueStory:
    def place(item: Evidence) -> Evidence:
        start = max(0, text.find(item.quote))
        return item.model_copy(update={"note_id": note_id, "start": start, "end": start + len(item.quote)})

    parts = (part.model_copy(update={"evidence": tuple(map(place, part.evidence))}) for part in story.parts)
    return story.model_copy(update={"parts": tuple(parts)})


def test_sentences_that_may_show_an_open_sign_are_found_for_people_to_confirm(
    learning: OwnLearning, told: Told
) -> None:
    kept = keep(learning, "Somebody rings once and not twice", "A blue whale sings")
    told.heard = [
        say("Somebody rings once and not twice now", Tells.CAME_OF_IT),
        say("Somebody rings once and not twice, I hope", Tells.CAME_OF_IT, is_opinion=True),
        say("Somebody rings once and not twice is what we want", Tells.WISH),
        say("Bread was baked", Tells.USED, outcomes={kept.id: 0.5}),
        say("Bread was eaten", Tells.USED, outcomes={kept.id: 0.9}),
    ]

    (look,) = learning.worth_it(NAME, actor=NELL).outcomes

    assert look.outcome == kept
    assert {key: [item.quote for item in found] for key, found in look.found.items()} == {
        kept.signs[0].id: ["Somebody rings once and not twice now"]
    }
    assert [item.quote for item in look.speaks] == ["Bread was eaten", "Bread was baked"]
    learning.look_at_sign(NAME, kept.id, kept.signs[0].id, "seen", evidence=look.found[kept.signs[0].id], actor=ADA)
    later = learning.worth_it(NAME, actor=NELL)
    assert later.outcomes[0].found == {}
    assert [sign.text for sign in later.open_signs] == ["A blue whale sings"]


def test_wishes_that_nobody_kept_what_nobody_planned_and_what_was_hard(learning: OwnLearning, told: Told) -> None:
    kept = keep(learning)
    told.heard = [
        say("we want to be able to hand over work in pairs", Tells.WISH),
        say("More quiet mornings please", Tells.WISH),
        say("I took a list away", Tells.TOOK_AWAY),
        say("Queues got shorter", Tells.CAME_OF_IT),
        say("Queues got shorter", Tells.CAME_OF_IT),
        say("Pairs got better", Tells.CAME_OF_IT, outcomes={kept.id: 0.6}),
        say("Lunch will get better", Tells.CAME_OF_IT, is_opinion=True),
        say("The form confused everyone", Tells.HARD),
    ]

    look = learning.worth_it(NAME, actor=ADA)

    assert [item.quote for item in look.heard_wishes] == ["More quiet mornings please"]
    assert [item.quote for item in look.unplanned] == ["Queues got shorter", "I took a list away"]
    assert [item.quote for item in look.hard] == ["The form confused everyone"]


def test_only_what_belongs_to_the_period_is_looked_at(learning: OwnLearning, told: Told) -> None:
    start, end = dt.date(2026, 1, 1), dt.date(2026, 6, 30)
    for text, since, ended in (
        ("We want the old", dt.date(2025, 1, 1), dt.date(2025, 12, 31)),
        ("We want the stopped", dt.date(2025, 1, 1), end),
        ("We want the going", start, None),
        ("We want the later", dt.date(2026, 7, 1), None),
    ):
        keep(learning, f"Sign of {text}", text=text, since=since, ended=ended)
    for day, state in ((end, "confirmed"), (end + dt.timedelta(days=1), "confirmed"), (start, "candidate")):
        learning.keep_story(NAME, make_story(StoryLink.DID, happened=day, state=state), actor=ADA)

    look = learning.worth_it(NAME, start, end, actor=ADA)

    assert (look.start, look.end) == (start, end)
    assert told.asked[-1][2] == (start, end)
    assert [item.outcome.text for item in look.outcomes] == ["We want the stopped", "We want the going"]
    assert [item.text for item in look.stopped] == ["We want the stopped"]
    assert [sign.text for sign in look.open_signs] == ["Sign of We want the going"]
    assert [story.happened for story in look.stories] == [end]
    assert look.candidates == 1
    assert learning.worth_it(NAME, actor=ADA).start == dt.date(2025, 11, 26)
    with pytest.raises(BadRequest, match="Swap the two dates"):
        learning.find_stories(NAME, end, start, actor=ADA)


def test_there_is_something_to_ask_for_every_link_and_stage(learning: OwnLearning) -> None:
    assert [question.link for question in learning.questions()] == list(StoryLink)
    assert len(learning.stages()) == 5


# -- in real notes ---------------------------------------------------------------------------------
def test_notes_are_listened_to_without_names_and_never_past_what_may_be_quoted(store: SqlStore) -> None:
    told = "After the clinic I used the wait map with my own team. Since then residents call half as often."
    rights: dict[str, dict[str, Any]] = {
        "open.md": {},
        "never.md": {"consent": Consent.NEVER},
        "hers.md": {"visibility": Visibility.ONLY_ME, "author_id": "ada"},
    }
    for path, fields in rights.items():
        text = f"# Retro\n\nNell said hello at the table. {told} We want to be able to {path[:4]} a map."
        write(store.notes("reading", ADA), make_note(path, text, date=DAY, source=path, **fields))
    learning = build(store, HearNotes(store))

    look = learning.worth_it(NAME, actor=NELL)
    found = learning.find_stories(NAME, actor=NELL)

    seen = [*look.unplanned, *look.heard_wishes, *look.hard]
    assert seen
    assert {item.note for item in seen} == {"open.md"}
    assert all("Nell" not in item.shown for item in seen)
    assert {item.note for story in found for part in story.parts for item in part.evidence} <= {"open.md"}
