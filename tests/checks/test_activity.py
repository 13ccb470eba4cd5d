from __future__ import annotations

import pytest

from coach.checks.edges import is_idle
from tests.checks.examples import ACTIVITY, GOOD, changed, codes, to_mend, with_outcome, with_part, with_step

ROLES = ACTIVITY.roles.model_dump()


def test_the_good_plan_has_nothing_to_mend(check):
    found = check(GOOD)
    assert found.ok
    assert to_mend(found) == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"what_members_do": "Listen to a talk on systems"}, "A1"),
        (
            {
                "what_members_do": "List the names of complex systems",
                "title": "Names",
                "artefact": "a list",
                "steps": [],
            },
            "A1",
        ),
        ({"real_work": ""}, "A2"),
        ({"real_work": "A toy system from a handbook"}, "A2"),
        ({"artefact": "  "}, "A3"),
        ({"roles": ROLES | {"regular": ""}}, "A4"),
        ({"roles": ROLES | {"newcomer": "Watches and listens"}}, "A4"),
        ({"roles": ROLES | {"newcomer": "Takes notes"}}, "A4"),
        ({"roles": {}}, "A4"),
        ({"norm": ""}, "A7"),
    ],
)
def test_catches_a_planted_fault(fields, code, check):
    found = [finding for finding in to_mend(check(with_part("a1", **fields))) if finding.check == code]
    assert [finding.where for finding in found] == ["a1"]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"what_members_do": "In threes, map a complex system and listen to each other"}, "A1"),
        ({"what_members_do": "Redesign a complex system on paper, in threes"}, "A1"),
        ({"real_work": "A system that one of us must test next week"}, "A2"),
        ({"roles": ROLES | {"newcomer": "Watches the clock and asks “what happens then?”"}}, "A4"),
        ({"roles": ROLES | {"newcomer": "Takes notes for the group, which the others use in the review"}}, "A4"),
    ],
)
def test_leaves_a_near_miss_alone(fields, code, check):
    assert code not in codes(check(with_part("a1", **fields)))


@pytest.mark.parametrize(
    "role",
    [
        "Observe quietly",
        "Shadow an old hand",
        "Sit in and learn",
        "Just take notes",
        "Listens and follows along",
        "Soak it up",
    ],
)
def test_a_decorative_job_is_seen_as_one(role, lexicon):
    assert is_idle(role, lexicon)


@pytest.mark.parametrize(
    "role",
    [
        "Hold the pen",
        "Timekeeper",
        "Listen for the word “just” and put a dot there",
        "Keep the list of open questions",
        "",
    ],
)
def test_a_needed_job_is_not(role, lexicon):
    assert not is_idle(role, lexicon)


def test_one_voice_for_more_than_ten_minutes_is_said_with_its_minutes(check):
    plan = with_step("a1", 0, minutes=5, who="the expert", one_voice=True)
    assert "A5" not in codes(check(plan))
    long = with_part(
        "a1",
        steps=[
            {"minutes": 6, "who": "the host", "does": "Says how.", "one_voice": True},
            {"minutes": 5, "who": "the expert", "does": "Tells a story.", "one_voice": True},
            {"minutes": 24, "who": "threes", "does": "Map a complex system.", "doing": "making"},
        ],
    )
    [finding] = [item for item in to_mend(check(long)) if item.check == "A5"]
    assert "11 minutes" in finding.message
    assert finding.where == "a1"


def test_one_voice_goes_on_across_parts_and_ends_at_a_break(check):
    last, first = {"does": "Explains.", "who": "the host", "one_voice": True}, GOOD.parts[0].steps
    opening = [step.model_dump() for step in first[1:]] + [last | {"minutes": 2}]
    talk = [last | {"minutes": 9}, {"minutes": 26, "who": "threes", "does": "Map a complex system.", "doing": "making"}]
    joined = with_part("a1", with_part("opening", steps=opening), steps=talk)
    assert any("11 minutes" in finding.message for finding in to_mend(check(joined)))
    parts = list(joined.parts)
    apart = changed(joined, parts=[part.model_dump() for part in (parts[0], parts[2], parts[1], *parts[3:])])
    assert not any("on end" in finding.message for finding in to_mend(check(apart)))


@pytest.mark.parametrize(
    "step",
    [
        {"who": "guest speaker", "does": "Presents on systems mapping"},
        {"who": "the facilitator", "does": "Talks through the slides"},
        {"who": "everyone", "does": "Keynote by the director"},
    ],
)
def test_an_unflagged_talk_is_heard_as_one_voice(step, check):
    rest = {"minutes": 15, "who": "threes", "does": "Map a complex system.", "doing": "making"}
    assert "A5" in codes(check(with_part("a1", steps=[step | {"minutes": 20}, rest])))


def test_members_at_work_for_less_than_half_of_the_time(check):
    parts = [part.model_dump() for part in GOOD.parts]
    parts[1] |= {"minutes": 10, "steps": [{"minutes": 10, "who": "threes", "does": "Map it.", "doing": "making"}]}
    parts[4] |= {"minutes": 35}
    [finding] = [item for item in to_mend(check(changed(parts=parts))) if item.check == "A5"]
    assert finding.where == "plan"
    assert "43 of 90 minutes" in finding.message


def test_the_level_of_an_unknown_verb_is_the_one_it_says(check):
    fields = {"title": "Rounds", "what_members_do": "Zigzag in threes", "artefact": "a note on the system", "steps": []}
    plan = with_part("a1", with_outcome("We want to be able to zigzag complex systems", level="create"), **fields)
    assert "A1" in codes(check(with_part("a1", plan, level="remember")))
    assert "A1" not in codes(check(with_part("a1", plan, level="create")))


@pytest.mark.parametrize(
    ("field", "bad", "good", "code"),
    [
        ("norm", "Please get it right; mistakes will be noted.", "A mistake tells us where to ask.", "A7"),
        ("artefact", "New insights and a good feeling", "A rough map with insights beside it", "A3"),
        ("real_work", "A worksheet on complex systems", "A system that is not finished", "A2"),
    ],
)
def test_says_more_than_nothing(field, bad, good, code, check):
    assert code in codes(check(with_part("a1", **{field: bad})))
    assert code not in codes(check(with_part("a1", **{field: good})))


def test_everyone_in_the_same_job_is_no_way_in(check):
    same = "Draw the map"
    assert "A4" in codes(check(with_part("a1", roles={"newcomer": same, "regular": same, "expert": same})))
