from __future__ import annotations

import pytest

from coach.checks import derive_alignment
from coach.models import LinkKind, SessionPlan
from tests.checks.examples import (
    GOOD,
    LINKS,
    REVIEW,
    changed,
    codes,
    to_mend,
    with_outcome,
    with_part,
    with_prompts,
)

OA, AR, OR = LinkKind.OUTCOME_ACTIVITY, LinkKind.ACTIVITY_REVIEW, LinkKind.OUTCOME_REVIEW


def strengths(plan: SessionPlan, lexicon) -> tuple[int, int, int]:
    [alignment] = derive_alignment(plan, lexicon)
    return alignment.links[OA].value, alignment.links[AR].value, alignment.links[OR].value


def stops(found) -> set[str]:
    return {finding.check for finding in found.findings if finding.severity == "stop"}


def test_the_good_plan_is_fully_aligned(lexicon):
    assert strengths(GOOD, lexicon) == (2, 2, 2)


def test_links_are_never_taken_on_trust(lexicon, check):
    bare = changed(links=[])
    assert strengths(bare, lexicon) == (2, 2, 2)
    assert codes(check(bare)) == {"S1"}


@pytest.mark.parametrize(
    "damage",
    [
        {"what_members_do": "Listen to a talk on mapping systems", "steps": []},
        {"what_members_do": "Discuss what mapping a system means", "title": "Talk about maps", "steps": []},
        {"outcome_ids": ["o9"]},
        {
            "title": "Poems",
            "what_members_do": "Write a poem about the season",
            "real_work": "A poem",
            "artefact": "a poem",
            "steps": [],
        },
    ],
)
def test_an_activity_that_does_something_else_stops_the_plan(damage, check):
    links = [link.model_dump() for link in LINKS if link.kind is not OA]
    found = check(with_part("a1", changed(links=links), **damage))
    assert "O-A" in stops(found)


def test_a_kindred_verb_on_the_same_thing_is_enough(lexicon):
    steps = [{"minutes": 35, "who": "threes", "does": "Sketch it on paper.", "doing": "making"}]
    plan = with_part(
        "a1", steps=steps, what_members_do="Sketch a complex system in threes", title="Sketching", artefact="a sketch"
    )
    assert strengths(plan, lexicon)[0] == 2


@pytest.mark.parametrize(
    "damage",
    [
        {"real_work": "", "what_members_do": "Map a system in threes", "steps": []},
        {"what_members_do": "Listen to a talk on mapping systems"},
        {"real_work": "A made-up system for the occasion"},
        {
            "steps": [
                {"minutes": 20, "who": "the host", "does": "Explains it.", "one_voice": True},
                {"minutes": 15, "who": "threes", "does": "Map a complex system.", "doing": "making"},
            ]
        },
    ],
)
def test_a_toy_or_a_long_talk_makes_the_link_partial(damage, lexicon, check):
    plan = with_part("a1", **damage)
    assert strengths(plan, lexicon)[0] == 1
    claims = [finding for finding in to_mend(check(plan)) if finding.check == "O-A"]
    assert "claims more than it shows" in claims[0].message


def test_explaining_is_done_by_talking_and_mapping_is_not(lexicon):
    fields = {
        "what_members_do": "Talk a neighbour through our pension rules",
        "real_work": "Our pension rules",
        "steps": [],
    }
    spoken = with_part("a1", with_outcome("We want to be able to explain our pension rules"), **fields)
    assert strengths(spoken, lexicon)[0] >= 1
    drawn = with_part("a1", with_outcome("We want to be able to map our pension rules"), **fields)
    assert strengths(drawn, lexicon)[0] == 0


@pytest.mark.parametrize("looks_at", ["", "the mood in the room", "how people felt"])
def test_a_review_that_looks_elsewhere_stops_the_plan(looks_at, check):
    prompts = ["What stood out about the day?", "What do you wonder?", "What will you try next?"]
    assert "A-R" in stops(check(with_part("r1", looks_at=looks_at, prompts=prompts, steps=[])))


def test_a_plan_without_review_says_so_once_for_each_link(check):
    parts = [part.model_dump() | ({"kind": "open"} if part.id == "r1" else {}) for part in GOOD.parts]
    found = check(changed(parts=parts, links=[]))
    assert stops(found) == {"A-R", "O-R"}


def test_prompts_of_any_session_weaken_two_links(lexicon, check):
    plan = with_prompts("How was the session?", "Any other comments?", "What will you do tomorrow?")
    assert strengths(plan, lexicon)[1:] == (1, 0)
    alone = with_part("r1", plan, compares="")
    assert strengths(alone, lexicon)[1:] == (1, 0)
    assert "O-R" in stops(check(alone))


def test_one_moment_only_is_partial_movement(lexicon):
    prompts = [{"text": prompt.text, "tone": "curious"} for prompt in REVIEW.prompts[:2]]
    assert strengths(with_part("r1", compares="", prompts=prompts), lexicon)[2] == 1
    assert strengths(with_part("r1", compares="the first map and the second", prompts=prompts), lexicon)[2] == 2


def test_a_prompt_about_before_is_a_comparison(lexicon):
    prompts = [{"text": "How did you map before?", "tone": "before"}]
    assert strengths(with_part("r1", compares="", prompts=prompts), lexicon)[2] == 2


def test_an_opening_that_is_not_there_cannot_be_compared_with(lexicon):
    parts = [part.model_dump() | ({"kind": "open"} if part.id == "opening" else {}) for part in GOOD.parts]
    prompts = [{"text": "Which arrow on the map would you ask about?"}]
    plan = with_part("r1", changed(parts=parts), prompts=prompts)
    assert strengths(plan, lexicon)[2] == 1


def test_a_total_under_five_names_its_three_values(check):
    weak = with_part(
        "a1", with_part("r1", compares="", prompts=["Which arrow on the map would you ask about?"]), real_work="A toy"
    )
    links = [link.model_dump() | {"strength": 1} for link in LINKS]
    [total] = [finding for finding in to_mend(check(changed(weak, links=links))) if finding.check == "S1"]
    assert "add up to 4 of 6 (outcome to activity 1, activity to review 2 and outcome to review 1)" in total.message
    assert (total.where, total.severity) == ("o1", "mend")


def test_a_link_claimed_low_is_no_fault(check):
    assert check(changed(links=[link.model_dump() | {"strength": 1} for link in LINKS])).ok


@pytest.mark.parametrize(
    ("links", "words"),
    [
        ([link.model_dump() | {"reason": " "} for link in LINKS], "gives no reason"),
        ([link.model_dump() for link in LINKS[1:]], "is not written down for “o1”"),
        ([link.model_dump() | ({"target": "r9"} if link.kind is AR else {}) for link in LINKS], "not in the plan"),
    ],
)
def test_a_missing_reason_link_or_end_is_worth_mending(links, words, check):
    assert any(words in finding.message for finding in to_mend(check(changed(links=links))))


def test_each_outcome_is_weighed_on_its_own(lexicon, check):
    second = {"id": "o2", "text": "We want to be able to negotiate a swap of shifts"}
    plan = changed(outcomes=[GOOD.outcomes[0].model_dump(), second])
    first, other = derive_alignment(plan, lexicon)
    assert (first.total, other.links[OA].value, other.links[OR].value) == (6, 0, 0)
    assert {finding.where for finding in check(plan).findings if finding.severity == "stop"} == {"o2"}


def test_parts_that_name_no_outcome_serve_the_only_one(lexicon):
    plan = with_part("a1", with_part("r1", outcome_ids=[], activity_ids=[]), outcome_ids=[])
    assert strengths(changed(plan, links=[]), lexicon) == (2, 2, 2)


def test_a_vague_verb_shows_part_of_the_link_and_the_doing_offered_in_its_place_shows_all(lexicon):
    plan = with_outcome("We want to be able to understand complex systems")
    assert strengths(plan, lexicon)[0] == 1
    offered = with_part("a1", plan, what_members_do="Explain a complex system to the other two")
    assert strengths(offered, lexicon)[0] == 2
