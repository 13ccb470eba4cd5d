"""The words that a thought offers stand where they mend it, by the real checks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest

from coach.checks import check_plan
from coach.models import Activity, Capture, Finding, Part, Review, ReviewPrompt, Roles, SessionPlan, Severity
from coach.playbook import Playbook, load_playbook
from tests.ui.test_pieces import plan
from ui.components.plan_rewrite import offers_of, put_in_place

OUTCOME = "We want to be able to draw a map of our service so that others can read it."


@cache
def playbook() -> Playbook:
    return load_playbook()


def check(one: SessionPlan) -> Sequence[Finding]:
    return check_plan(one, lexicon=playbook().lexicon).findings


def with_part(changed: Part) -> SessionPlan:
    whole = plan(OUTCOME)
    return whole.model_copy(update={"parts": tuple(changed if one.id == changed.id else one for one in whole.parts)})


def part(kind: type[Part]) -> Part:
    return next(one for one in plan(OUTCOME).parts if isinstance(one, kind))


def prompts(*texts: str) -> dict[str, tuple[ReviewPrompt, ...]]:
    return {"prompts": tuple(ReviewPrompt(text=text) for text in texts)}


GOOD = (
    "What does this map show you that is worth keeping?",
    "Where in the map did you wonder who draws the next line?",
    "What in your own map will you try next?",
)
SCALE = "On a scale of 1 to 10, how good is this map?"
WATCHES = Roles(newcomer="Watch.", regular="Ask what happens next.", expert="Answer when asked.")
DAMAGES = [
    (Capture, {"consent": ""}, "S8"),
    (Activity, {"norm": ""}, "A7"),
    (
        Activity,
        {"roles": WATCHES},
        "A4",
    ),
    (Activity, {"roles": Roles(regular="Ask what happens next.")}, "A4"),
    (Review, prompts(GOOD[0], SCALE, GOOD[2]), "R3"),
    (Review, prompts(GOOD[0], GOOD[1], "Where in this map did you stop?"), "R6"),
    (Review, prompts(), "R7"),
]


@pytest.mark.parametrize(("kind", "change", "code"), DAMAGES)
def test_what_is_put_in_place_mends_what_it_was_offered_for(kind, change, code) -> None:
    damaged = with_part(part(kind).model_copy(update=change))
    thought = next(one for one in check(damaged) if one.check == code and one.rewrite)
    offer = offers_of(damaged, thought)[0]
    assert offer.is_ready
    mended = put_in_place(damaged, thought, offer.lines, check)
    assert mended is not None
    after = check(mended)
    assert thought.message not in {one.message for one in after}
    heavy = [sum(one.severity is not Severity.QUESTION for one in found) for found in (after, check(damaged))]
    assert heavy[0] < heavy[1]


def test_the_prompt_that_is_meant_is_the_one_that_goes() -> None:
    damaged = with_part(part(Review).model_copy(update=prompts(GOOD[0], SCALE, GOOD[2])))
    thought = next(one for one in check(damaged) if one.check == "R3")
    mended = put_in_place(damaged, thought, offers_of(damaged, thought)[0].lines, check)
    assert mended is not None
    texts = [prompt.text for one in mended.parts if isinstance(one, Review) for prompt in one.prompts]
    assert (texts[0], texts[2], len(texts)) == (GOOD[0], GOOD[2], 3)


def test_a_vague_outcome_is_offered_in_several_ways_and_keeps_what_was_asked_for() -> None:
    vague = plan("We want to understand maps")
    thought = next(one for one in check(vague) if one.where == "o1" and one.rewrite and one.check == "O2")
    offers = offers_of(vague, thought)
    assert len(offers) > 1
    mended = put_in_place(vague, thought, offers[0].lines, check)
    assert mended is not None
    assert mended.outcomes[0].text == offers[0].lines[0]
    assert mended.outcomes[0].asked == "We want to understand maps"


def test_what_only_people_can_say_is_not_put_in_place() -> None:
    whole = plan(OUTCOME)
    asked = [one for one in check(whole) if one.check in {"O5", "O8"}]
    assert asked
    assert not [offer for one in asked for offer in offers_of(whole, one) if offer.is_ready]


def test_words_that_mend_nothing_are_not_put_in_place() -> None:
    damaged = with_part(part(Capture).model_copy(update={"consent": ""}))
    thought = next(one for one in check(damaged) if one.check == "S8")
    assert put_in_place(damaged, thought, (" ",), check) is None
