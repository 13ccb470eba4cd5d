"""The community's own words change the work, its preparation and the hosting, each once and by name."""

from __future__ import annotations

import pytest

from coach.drafting.lessons import hears
from coach.models import Activity, Cue, SessionPlan
from tests.drafting.drafting import PLAYBOOK, draft, said

WORK = [
    said("I never know where to begin when two teams own the same step.", Cue.STRUGGLE, note="n1"),
    said("Who decides what goes on the map and what stays off it?", Cue.QUESTION, note="n2"),
    said("We would like to see the whole way that a request takes.", Cue.WISH, note="n3"),
    said("Some of us draw people and others draw systems.", Cue.DISAGREEMENT, note="n4"),
    said("Drawing with a pencil first worked well for the housing team.", Cue.WORKED, note="n5"),
    said("We are redrawing the parking permit service, step by step.", Cue.CASE, note="n6"),
]


def _activities(plan: SessionPlan) -> list[Activity]:
    return [part for part in plan.parts if isinstance(part, Activity)]


def test_steps_that_quote_name_the_passage_and_say_what_it_changed() -> None:
    plan = draft(WORK)

    labels = [label for part in plan.parts for step in part.steps for label in step.citations]
    assert labels == [citation.label for citation in plan.citations][: len(labels)]
    changed = {item.label for item in plan.influences}
    for part in plan.parts:
        for step in part.steps:
            assert all(f"({label})" in step.does and label in changed for label in step.citations)


@pytest.mark.parametrize("seed", range(6))
def test_at_least_a_third_of_the_activity_is_shaped_by_them(seed: int) -> None:
    (activity,) = _activities(draft(WORK, seed=seed))

    shaped = sum(step.minutes for step in activity.steps if step.citations)
    assert shaped * 3 >= activity.minutes


@pytest.mark.parametrize("seed", range(6))
def test_the_choice_of_the_activity_is_explained_by_the_notes(seed: int) -> None:
    (activity,) = _activities(draft(WORK, seed=seed))

    assert "your notes tell" in activity.why
    assert all(label in activity.why for label in activity.citations)


def test_notes_that_quarrel_get_another_activity_than_notes_that_ask() -> None:
    quarrel = [
        said(f"Some of us say yes to number {place} and others don't.", Cue.DISAGREEMENT, note=f"n{place}")
        for place in range(4)
    ]
    puzzle = [said(f"How do we begin with piece {place} at all?", Cue.QUESTION, note=f"n{place}") for place in range(4)]

    chosen = {
        _activities(draft(quotes, outcomes=("We want to be able to choose which repairs to fund.",)))[0].pattern
        for quotes in (quarrel, puzzle)
    }

    assert len(chosen) == 2


def test_without_notes_nothing_is_claimed() -> None:
    (activity,) = _activities(draft())

    assert activity.citations == ()
    assert "notes" not in activity.why


def test_sound_that_failed_goes_into_the_preparation() -> None:
    failing = said(
        "Nobody on the call could hear the room because of the microphone.", Cue.STRUGGLE, about_meetings=True
    )

    plan = draft([*WORK, failing])

    (line,) = [line for line in plan.prepare if "Nobody on the call" in line]
    assert line.startswith("An hour before (20 min)")
    assert any(item.part == "prepare" for item in plan.influences)


def test_a_meeting_that_ran_over_gets_a_keeper_of_the_clock() -> None:
    late = said("The session ran over by half an hour again.", Cue.STRUGGLE, about_meetings=True)

    plan = draft([*WORK, late])

    assert any("clock" in line and "ran over" in line for line in plan.facilitation)


def test_a_lesson_is_not_heard_in_praise() -> None:
    praised = said("The microphone worked well this time.", Cue.WORKED, about_meetings=True)
    sound = next(entry for entry in PLAYBOOK.lessons if entry.id == "sound-and-screen")

    assert not hears(sound, praised)


def test_no_sentence_is_quoted_twice() -> None:
    plan = draft(WORK, minutes=180, seed=2)

    quotes = [citation.quote for citation in plan.citations]
    assert len(quotes) == len(set(quotes))


def test_few_telling_sentences_all_go_to_the_work() -> None:
    plan = draft(WORK[:1])

    assert plan.parts[0].citations == ()
    assert sum(len(part.citations) for part in plan.parts[1:]) == 1
