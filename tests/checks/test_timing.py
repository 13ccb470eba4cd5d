from __future__ import annotations

import pytest

from tests.checks.examples import GOOD, changed, codes, to_mend, with_part, with_step


def test_minutes_that_do_not_add_up_stop_the_plan_and_say_the_numbers(check):
    [finding] = to_mend(check(with_part("open", minutes=17)))
    assert (finding.check, finding.severity) == ("S2", "stop")
    assert "97 minutes; the session has 90" in finding.message
    assert "7 minutes" in finding.way_forward


def test_a_minute_too_few_is_seen_too(check):
    found = [finding for finding in to_mend(check(changed(minutes=91))) if finding.severity == "stop"]
    assert "90 minutes; the session has 91" in found[0].message


def test_steps_that_do_not_add_up_are_worth_mending(check):
    [finding] = to_mend(check(with_step("a1", 1, minutes=20)))
    assert (finding.check, finding.severity, finding.where) == ("S2", "mend", "a1")
    assert "33 minutes; the part has 35" in finding.message


@pytest.mark.parametrize(("open_minutes", "is_enough"), [(9, True), (8, False), (0, False)])
def test_slack_is_a_tenth(open_minutes, is_enough, check):
    rest = 15 - open_minutes
    plan = with_part("open", with_part("capture", minutes=5), minutes=open_minutes)
    plan = with_part("break", plan, minutes=5 + rest)
    assert (not codes(check(plan)) & {"S2", "S7"}) is is_enough


def test_open_minutes_inside_a_part_are_slack_and_a_break_is_not(check):
    steps = [step.model_dump() for step in GOOD.parts[1].steps]
    inside = [*steps, {"minutes": 10, "who": "everyone", "does": "Room for what came up.", "doing": "open"}]
    moved = with_part("a1", with_part("open", minutes=0), minutes=45, steps=inside)
    assert not codes(check(moved)) & {"S2", "S7"}
    rested = with_part("break", with_part("open", minutes=0), minutes=20)
    assert "S7" in codes(check(rested))


def _opening(*steps, **fields):
    return with_part("opening", steps=steps, minutes=sum(step["minutes"] for step in steps), **fields)


@pytest.mark.parametrize(
    "steps",
    [
        [{"minutes": 12, "who": "the host", "does": "Welcomes people.", "one_voice": True}],
        [{"minutes": 10, "who": "everyone", "does": "Open discussion."}],
        [{"minutes": 10, "who": "the host", "does": "Welcome and housekeeping."}],
        [{"minutes": 10, "who": "everyone", "does": "Listens to the story.", "doing": "listening"}],
        [
            {"minutes": 9, "who": "the host", "does": "Welcomes people.", "one_voice": True},
            {"minutes": 12, "who": "everyone", "does": "Each says one sentence, in turn."},
        ],
    ],
)
def test_an_opening_without_a_voice_for_each_is_seen(steps, check):
    assert "S3" in codes(check(_opening(*steps)))


@pytest.mark.parametrize(
    "steps",
    [
        [{"minutes": 10, "who": "everyone", "does": "Each says one sentence, in turn."}],
        [{"minutes": 5, "who": "pairs", "does": "Tell your neighbour about a tricky handover."}],
        [{"minutes": 7, "who": "everyone", "does": "One sentence on a card.", "doing": "making"}],
        [
            {"minutes": 5, "who": "the host", "does": "Welcomes people.", "one_voice": True},
            {"minutes": 12, "who": "threes", "does": "Say what brought you.", "doing": "talking"},
        ],
    ],
)
def test_an_opening_with_a_voice_for_each_is_fine(steps, check):
    assert "S3" not in codes(check(_opening(*steps)))


def test_without_steps_the_opening_is_taken_at_its_word(check):
    assert "S3" not in codes(check(with_part("opening", steps=[])))
    later = with_part("opening", steps=[], everyone_by_minute=14)
    assert any("minute 14" in finding.message for finding in to_mend(check(later)))
    assert "S3" in codes(check(with_part("opening", steps=[], prompt="", everyone_by_minute=None)))


def test_no_opening_at_all_is_said_of_the_plan(check):
    parts = [part.model_dump() for part in GOOD.parts[1:]]
    parts[0] |= {"steps": [], "minutes": 45}
    [finding] = [item for item in to_mend(check(changed(parts=parts))) if item.check == "S3"]
    assert finding.where == "plan"


def test_an_activity_that_begins_with_everyone_s_hands_needs_no_opening(check):
    parts = [part.model_dump() for part in GOOD.parts[1:]]
    parts[0] |= {"minutes": 45}
    assert "S3" not in codes(check(changed(parts=parts)))
