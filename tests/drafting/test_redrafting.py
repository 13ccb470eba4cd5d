"""One part of a plan drafted again: another one of the same minutes, and nothing else goes out of step."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from coach.checks import check_plan
from coach.drafting.playbook import PlaybookDrafter
from coach.models import Activity, Break, Cue, Mode, Part, PartRequest, PlanRequest, Review, SessionPlan, Severity
from coach.playbook import load_playbook
from coach.ports import DraftInput, PartInput
from tests.drafting.drafting import said
from tests.drafting.modelled.making import NOTES, OUTCOME, given

PLAYBOOK = load_playbook()
DRAFTER = PlaybookDrafter(PLAYBOOK)
REQUEST = PlanRequest(
    outcomes=(OUTCOME, "We want to be able to decide what to drop."),
    minutes=120,
    people=14,
    newcomers=3,
    experts=2,
    by_the_end=("people are willing to sign up for a slot",),
)
_WORDS = "one two three four five six seven eight nine ten".split()


def _given(**changes: Any) -> DraftInput:
    return given(REQUEST.model_copy(update=changes))


def _redraft(plan: SessionPlan, part: str, source: DraftInput | None = None, **asked: Any) -> SessionPlan:
    request = PartRequest.model_validate({"plan": plan, "part": part, **asked})
    return DRAFTER.draft_part(PartInput(request, source or _given()))


def _part(plan: SessionPlan, part: str) -> Part:
    return next(item for item in plan.parts if item.id == part)


def _weak(plan: SessionPlan) -> list[tuple[str, str, str]]:
    found = check_plan(plan, lexicon=PLAYBOOK.lexicon, note_texts=dict(NOTES)).findings
    return [(item.check, item.where, item.message) for item in found if item.severity is not Severity.QUESTION]


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("mode", list(Mode))
def test_every_part_becomes_another_one_of_the_same_minutes(mode: Mode, seed: int) -> None:
    source = _given(mode=mode)
    plan = DRAFTER.draft_plan(source)

    for old in plan.parts:
        if isinstance(old, Break):
            continue
        changed = _redraft(plan, old.id, source, seed=seed)
        new = _part(changed, old.id)
        assert new.title != old.title or new.steps != old.steps, old.id
        assert (new.kind, new.minutes) == (old.kind, old.minutes)
        assert sum(step.minutes for step in new.steps) == new.minutes
        assert [item.id for item in changed.parts] == [item.id for item in plan.parts]
        assert _weak(changed) == []


def test_other_parts_stay_word_for_word() -> None:
    plan = DRAFTER.draft_plan(_given())

    changed = _redraft(plan, "a1")

    follows = {"a1", "r1"}  # the review looks at what the activity leaves
    assert [item for item in changed.parts if item.id not in follows] == [
        item for item in plan.parts if item.id not in follows
    ]


def test_what_leans_on_an_activity_follows_it() -> None:
    plan = DRAFTER.draft_plan(_given())
    old = _part(plan, "a1")

    changed = _redraft(plan, "a1")

    new, review = _part(changed, "a1"), _part(changed, "r1")
    assert isinstance(old, Activity)
    assert isinstance(new, Activity)
    assert isinstance(review, Review)
    assert new.pattern not in {item.pattern for item in plan.parts if isinstance(item, Activity)}
    assert review.looks_at == new.artefact
    assert changed.outcomes[0].ways_in == new.roles.model_dump()
    assert any(new.artefact in promise.how for promise in changed.promises)
    assert not any(old.title in line for line in changed.prepare)
    assert any(new.title in line for line in changed.prepare)
    assert set(new.materials) <= set(changed.prepare)


def test_what_a_person_wrote_over_stays() -> None:
    plan = DRAFTER.draft_plan(_given())
    mine = plan.plan_b.model_copy(update={"silence": "I tell the story of the heron."})
    plan = plan.model_copy(update={"plan_b": mine, "prepare": ("Bring the cake.", *plan.prepare)})

    changed = _redraft(plan, "a1")

    assert changed.plan_b == mine
    assert "Bring the cake." in changed.prepare


def test_labels_are_free_ones_and_quotes_elsewhere_keep_theirs() -> None:
    lines = [f"We struggle with step {word} of the service map and who owns it." for word in _WORDS]
    asked = [f"Who draws step {word} of the service map, and who reads it?" for word in _WORDS]
    cues = [Cue.STRUGGLE] * len(lines) + [Cue.QUESTION] * len(asked)
    pairs = zip([*lines, *asked], cues, strict=True)
    quotes = tuple(said(line, cue, note=f"n{place}") for place, (line, cue) in enumerate(pairs))
    source = replace(_given(), quotes=quotes)
    plan = DRAFTER.draft_plan(source)
    fresh = 0
    for part in ("a1", "a2", "r1", "opening"):
        changed = _redraft(plan, part, source)
        fresh += len({item.quote for item in changed.citations} - {item.quote for item in plan.citations})
        labels = [item.label for item in changed.citations]
        assert len(set(labels)) == len(labels)
        quoted = {(item.label, item.quote) for item in changed.citations}
        elsewhere = {item.label for item in plan.influences if item.part != part}
        assert {(item.label, item.quote) for item in plan.citations if item.label in elsewhere} <= quoted
        assert {item.label for item in changed.influences} <= set(labels)
    assert fresh


def test_promised_lists_stay_in_the_review_that_holds_them() -> None:
    plan = DRAFTER.draft_plan(_given(outcomes=(OUTCOME,)))
    last = [item for item in plan.parts if isinstance(item, Review)][-1]
    assert any("Put up a list" in step.does for step in last.steps)

    changed = _part(_redraft(plan, last.id), last.id)

    assert any("Put up a list" in step.does for step in changed.steps)


def test_a_wish_begins_at_what_is_nearest_to_it() -> None:
    source = _given()
    plan = DRAFTER.draft_plan(source)
    used = {item.pattern for item in plan.parts if isinstance(item, Activity)}
    fits = [_redraft(plan, "a1", source, seed=seed) for seed in (1, 2, 3)]
    names = [part.pattern for item in fits if isinstance(part := _part(item, "a1"), Activity)]
    wanted = next(name for name in names if name != names[0] and name not in used)

    near = replace(source, near={pattern.id: float(pattern.id == wanted) for pattern in PLAYBOOK.patterns})
    new = _part(_redraft(plan, "a1", near, wish="that one"), "a1")

    assert isinstance(new, Activity)
    assert new.pattern == wanted


def test_a_plan_of_a_persons_own_can_have_a_part_drafted_too() -> None:
    plan = DRAFTER.draft_plan(_given())
    odd = tuple(
        item.model_copy(update={"pattern": "", "protocol": "", "minutes": item.minutes + 3, "citations": ()})
        if item.id == "a1"
        else item
        for item in plan.parts
    )
    mine = plan.model_copy(update={"parts": odd, "minutes": plan.minutes + 3, "drafted_by": "a person"})

    changed = _redraft(mine, "a1")

    assert _part(changed, "a1").minutes == _part(mine, "a1").minutes
    assert changed.drafted_by == "a person"
