"""What a community set out to learn: kept and judged by people, found in notes for people to confirm."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coach.adapters.sql import SqlStore
from coach.errors import BadRequest, NotAllowed, UnknownCommunity, UnknownOutcome, UnknownStory
from coach.jobs.learning import MOST_OUTCOMES, OwnLearning
from coach.jobs.learning_words import LONGEST_LINE, LONGEST_NAME, LONGEST_PART, MOST_SIGNS
from coach.models import (
    KeptOutcome,
    Sign,
    StoryLink,
    StoryPart,
    ValueStory,
)
from coach.testing import FixedClock
from tests.contracts.coaching import ADA, NELL, SAM, add_two
from tests.jobs.learning import NAME, PAIRS, TODAY, Told, build, keep, make_story


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


# -- outcomes --------------------------------------------------------------------------------------
def test_an_outcome_is_kept_tidy_with_ids_and_its_day(learning: OwnLearning) -> None:
    kept = keep(learning, "  Somebody\n asks ", "Fewer calls", text=f"  {PAIRS}\n", ended_why="  ")

    assert (kept.text, kept.since, kept.at, kept.ended_why) == (PAIRS, TODAY, FixedClock().now(), "")
    assert [sign.text for sign in kept.signs] == ["Somebody asks", "Fewer calls"]
    assert len({kept.id, *(sign.id for sign in kept.signs)} - {""}) == 3
    assert learning.outcomes(NAME.lower(), actor=NELL) == [kept]
    assert learning.outcomes(NAME, actor=SAM) == []


def test_an_outcome_is_written_over_and_keeps_when_it_was_written_down(learning: OwnLearning) -> None:
    kept = keep(learning, "Somebody asks")

    changed = learning.keep_outcome(
        NAME, kept.model_copy(update={"text": "We want to be able to rest.", "at": None}), actor=ADA
    )

    assert changed.at == kept.at
    assert changed.signs == kept.signs
    assert learning.outcomes(NAME, actor=ADA) == [changed]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"text": " "}, "The outcome is empty"),
        ({"text": "x" * (LONGEST_LINE + 1)}, "The outcome has 501 characters"),
        ({"signs": (Sign(text=" "),)}, "What you would notice is empty"),
        ({"signs": (Sign(text="x"),) * (MOST_SIGNS + 1)}, "up to 12 signs"),
        ({"ended_why": "x" * (LONGEST_LINE + 1)}, "Why it was put aside has 501"),
        ({"since": TODAY, "ended": TODAY - dt.timedelta(days=1)}, "end before it begins"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    learning: OwnLearning, fields: dict[str, Any], says: str
) -> None:
    with pytest.raises(BadRequest, match=says):
        learning.keep_outcome(NAME, KeptOutcome(**{"text": PAIRS, **fields}), actor=ADA)

    assert learning.outcomes(NAME, actor=ADA) == []


def test_the_same_is_kept_once_while_it_goes_on_and_not_without_end(learning: OwnLearning) -> None:
    kept = keep(learning)
    with pytest.raises(BadRequest, match="kept already"):
        keep(learning, text=PAIRS.upper())
    learning.put_aside(NAME, kept.id, "Nobody needed it", actor=ADA)
    for number in range(MOST_OUTCOMES - 1):
        keep(learning, text=PAIRS if not number else f"We want {number}")
    with pytest.raises(BadRequest, match="up to 60 outcomes"):
        keep(learning, text="One more")


def test_what_is_not_here_is_said_and_only_the_owner_writes(learning: OwnLearning) -> None:
    kept = keep(learning, "Somebody asks")
    sign = kept.signs[0].id
    with pytest.raises(UnknownOutcome, match="no outcome 'gone'") as caught:
        learning.keep_outcome(NAME, KeptOutcome(id="gone", text=PAIRS), actor=ADA)
    assert caught.value.next_step
    for late in (
        lambda: learning.remove_outcome(NAME, "gone", actor=ADA),
        lambda: learning.put_aside(NAME, "gone", "Why", actor=ADA),
        lambda: learning.look_at_sign(NAME, "gone", sign, "seen", actor=ADA),
        lambda: learning.look_at_sign(NAME, kept.id, "gone", "seen", actor=ADA),
        lambda: learning.put_aside(NAME, kept.id, "Why", actor=SAM),
    ):
        with pytest.raises(UnknownOutcome):
            late()
    for forbidden in (
        lambda: learning.keep_outcome(NAME, KeptOutcome(text="Hers"), actor=NELL),
        lambda: learning.remove_outcome(NAME, kept.id, actor=NELL),
        lambda: learning.put_aside(NAME, kept.id, "Why", actor=NELL),
        lambda: learning.look_at_sign(NAME, kept.id, sign, "seen", actor=NELL),
        lambda: learning.worth_it(NAME, actor=SAM),
        lambda: learning.find_stories(NAME, actor=SAM),
    ):
        with pytest.raises(NotAllowed):
            forbidden()
    with pytest.raises(UnknownCommunity):
        learning.outcomes("Nowhere", actor=ADA)
    assert learning.outcomes(NAME, actor=ADA) == [kept]


def test_a_sign_is_looked_at_by_people_and_can_be_taken_back(learning: OwnLearning) -> None:
    kept = keep(learning, "Somebody asks", "Fewer calls")
    first, second = (sign.id for sign in kept.signs)

    learning.look_at_sign(NAME, kept.id, first, "seen", remark="  Kim\n did ", actor=ADA)
    seen = learning.look_at_sign(NAME, kept.id, second, "not_seen", actor=ADA)

    assert [(sign.seen, sign.remark) for sign in seen.signs] == [("seen", "Kim did"), ("not_seen", "")]
    assert learning.outcomes(NAME, actor=ADA) == [seen]
    back = learning.look_at_sign(NAME, kept.id, first, "open", actor=ADA)
    assert [(sign.seen, sign.remark) for sign in back.signs] == [("open", ""), ("not_seen", "")]


def test_what_is_put_aside_says_why_and_what_is_removed_comes_back(learning: OwnLearning) -> None:
    kept = keep(learning, since=dt.date(2026, 1, 1))
    with pytest.raises(BadRequest, match="Why it is put aside is empty"):
        learning.put_aside(NAME, kept.id, " ", actor=ADA)

    aside = learning.put_aside(NAME, kept.id, "It helped nobody.", actor=ADA)

    assert (aside.ended, aside.ended_why) == (TODAY, "It helped nobody.")
    assert learning.remove_outcome(NAME, kept.id, actor=ADA) == aside
    assert learning.outcomes(NAME, actor=ADA) == []
    learning.restore(NAME, aside, actor=ADA)
    assert learning.outcomes(NAME, actor=ADA) == [aside]


# -- stories ---------------------------------------------------------------------------------------
def test_a_story_is_kept_in_the_order_of_its_links_with_a_title(learning: OwnLearning) -> None:
    parts = (
        StoryPart(link=StoryLink.USED, text=" I rewrote\nthe letter "),
        StoryPart(link=StoryLink.DID, text="We read one letter aloud, line by line, and stopped at words"),
    )

    kept = learning.keep_story(NAME, ValueStory(parts=parts, teller=" Nell \n B. "), actor=NELL)

    assert [part.link for part in kept.parts] == [StoryLink.DID, StoryLink.USED]
    assert kept.parts[1].text == "I rewrote\nthe letter"
    assert kept.title == "We read one letter aloud, line by line, and …"
    assert (kept.teller, kept.state, kept.at) == ("Nell B.", "candidate", FixedClock().now())
    assert learning.stories(NAME, actor=ADA) == [kept]
    confirmed = learning.keep_story(NAME, kept.model_copy(update={"state": "confirmed"}), actor=NELL)
    assert learning.stories(NAME, "confirmed", actor=NELL) == [confirmed]
    assert learning.stories(NAME, "candidate", actor=NELL) == []
    assert learning.stories(NAME, actor=SAM) == []


@pytest.mark.parametrize(
    ("story", "says"),
    [
        (make_story(), "tells nothing yet"),
        (make_story(StoryLink.DID, StoryLink.DID), "each link once"),
        (ValueStory(parts=(StoryPart(link=StoryLink.DID, text=" "),)), "A link of the story is empty"),
        (ValueStory(parts=(StoryPart(link=StoryLink.DID, text="x" * (LONGEST_PART + 1)),)), "2,001 characters"),
        (make_story(StoryLink.DID, title="x" * (LONGEST_NAME + 1)), "The title has 121"),
        (make_story(StoryLink.DID, teller="x" * (LONGEST_NAME + 1)), "Who tells it has 121"),
        (make_story(StoryLink.DID, happened=TODAY + dt.timedelta(days=1)), "a day to come"),
    ],
)
def test_a_story_that_cannot_be_told_is_refused(learning: OwnLearning, story: ValueStory, says: str) -> None:
    with pytest.raises(BadRequest, match=says):
        learning.keep_story(NAME, story, actor=ADA)

    assert learning.stories(NAME, actor=ADA) == []


def test_stories_of_others_and_what_is_not_here(learning: OwnLearning) -> None:
    hers = learning.keep_story(NAME, make_story(StoryLink.DID), actor=NELL)
    adas = learning.keep_story(NAME, make_story(StoryLink.USED), actor=ADA)

    for late in (
        lambda: learning.keep_story(NAME, make_story(StoryLink.DID, id="gone"), actor=ADA),
        lambda: learning.remove_story(NAME, "gone", actor=ADA),
        lambda: learning.keep_story(NAME, hers, actor=SAM),
    ):
        with pytest.raises(UnknownStory):
            late()
    with pytest.raises(UnknownOutcome):
        learning.keep_story(NAME, make_story(StoryLink.DID, outcome_id="gone"), actor=ADA)
    for forbidden in (
        lambda: learning.keep_story(NAME, adas, actor=NELL),
        lambda: learning.remove_story(NAME, adas.id, actor=NELL),
        lambda: learning.keep_story(NAME, make_story(StoryLink.DID), actor=SAM),
    ):
        with pytest.raises(NotAllowed):
            forbidden()
    gone = learning.remove_story(NAME, hers.id, actor=NELL)
    learning.restore(NAME, gone, actor=NELL)
    assert {story.id for story in learning.stories(NAME, actor=ADA)} == {hers.id, adas.id}


def test_a_story_stays_when_its_outcome_goes(learning: OwnLearning) -> None:
    outcome = keep(learning)
    story = learning.keep_story(NAME, make_story(StoryLink.DID, outcome_id=outcome.id), actor=ADA)
    learning.remove_outcome(NAME, outcome.id, actor=ADA)

    learning.keep_story(NAME, story.model_copy(update={"teller": "Kim"}), actor=ADA)

    assert learning.stories(NAME, actor=ADA)[0].teller == "Kim"
