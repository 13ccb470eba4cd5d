"""One part of a plan drafted again by a model; everything else stays as a person has it."""

from __future__ import annotations

from typing import Any

import pytest

from coach.errors import ModelAnswerUnusable
from coach.models import Activity, LinkKind, PartRequest, SessionPlan
from coach.ports import PartInput
from tests.drafting.modelled.making import BASE, drafter, given, good_draft, quoting

STRUGGLE = "nobody knows who waits on whom, and the map stops at our own door"


def the_plan() -> SessionPlan:
    """Return a plan of the playbook's in which a person has changed a word."""
    plan = BASE.draft_plan(given())
    parts = [part.model_copy(update={"title": "Our own title"}) if part.id == "r1" else part for part in plan.parts]
    return plan.model_copy(update={"parts": tuple(parts)})


def another(**more: Any) -> dict[str, Any]:
    """Return another activity than the plan has."""
    seeded = given().request.model_copy(update={"seed": 2})
    plan = BASE.draft_plan(given(seeded))
    activity = good_draft(plan)["activities"][0]
    return {"openings": [], "activities": [activity | {"title": "Another way in", **more}], "reviews": []}


def part_input(plan: SessionPlan, part: str = "a1", wish: str = "") -> PartInput:
    return PartInput(PartRequest(plan=plan, part=part, wish=wish), given())


def test_only_the_part_changes():
    plan = the_plan()
    made, llm, room = drafter([another()])
    new = made.draft_part(part_input(plan, wish="quieter"))
    changed = [old.id for old, now in zip(plan.parts, new.parts, strict=True) if old.title != now.title]
    assert changed == ["a1"]
    assert [part.minutes for part in new.parts] == [part.minutes for part in plan.parts]
    assert next(part for part in new.parts if part.id == "r1").title == "Our own title"
    assert room.trace.by_part == {"a1": llm.name}
    sent = llm.requests[0].user
    assert '<data label="wish">\nquieter' in sent
    assert "a1 (" in sent
    assert "the part to draft" in sent
    assert "Suggested before" in sent


def test_links_tell_the_new_reason_and_what_can_be_read():
    plan = the_plan()
    made, _, _ = drafter([another(reason="They map and do not hear about mapping.")])
    new = made.draft_part(part_input(plan))
    link = next(item for item in new.links if item.kind is LinkKind.OUTCOME_ACTIVITY)
    assert link.reason == "They map and do not hear about mapping."
    assert 0 <= link.strength <= 2


def test_quotes_are_numbered_through_the_whole_plan():
    plan = the_plan()
    draft = quoting({"activities": another()["activities"]}, STRUGGLE)
    made, _, _ = drafter([{"openings": [], "reviews": [], **draft}])
    new = made.draft_part(part_input(plan))
    labels = [item.label for item in new.citations]
    assert labels == [f"S{place}" for place in range(1, len(labels) + 1)]
    activity = next(part for part in new.parts if isinstance(part, Activity))
    label = next(item.label for item in new.citations if item.shown == STRUGGLE)
    assert f"“{STRUGGLE}” ({label})" in activity.steps[0].does
    assert {item.label for item in new.influences} <= set(labels)


def test_a_part_that_cannot_stand_is_refused_and_the_plan_stays():
    test = another(what_members_do="Take a test and get a score.", norm="The best score wins a prize.")
    made, llm, _ = drafter([test, test, test])
    with pytest.raises(ModelAnswerUnusable):
        made.draft_part(part_input(the_plan()))
    assert len(llm.requests) == 2  # mended once, and not again when that did not help


def test_a_part_that_is_missing_is_asked_for_again():
    empty: dict[str, Any] = {"openings": [], "activities": [], "reviews": []}
    made, llm, _ = drafter([empty, another()])
    assert made.draft_part(part_input(the_plan())).drafted_by
    assert "It is missing." in llm.requests[1].user


def test_what_no_model_drafts_is_the_playbooks():
    made, llm, _ = drafter([])
    plan = the_plan()
    new = made.draft_part(part_input(plan, "capture"))
    assert llm.requests == []
    assert [part.minutes for part in new.parts] == [part.minutes for part in plan.parts]
    assert made.preview_part(part_input(plan, "capture")) is None


@pytest.mark.parametrize("part", ["opening", "a1", "r1"])
def test_what_would_be_sent_can_be_seen(part):
    made, llm, _ = drafter([])
    preview = made.preview_part(part_input(the_plan(), part))
    assert preview is not None
    assert llm.requests == []
    assert preview.prompt.split(" ")[0] in {"opening", "activity", "review"}
    assert "Our own title" in preview.user or part == "r1"


def test_a_reason_is_cleaned_and_names_come_back_in_it():
    plan = the_plan()
    made, _, _ = drafter([another(reason="[person 1] maps <b>himself</b>, see https://out.example/x and go on.")])
    new = made.draft_part(part_input(plan))
    link = next(item for item in new.links if item.kind is LinkKind.OUTCOME_ACTIVITY)
    assert link.reason.startswith("Idris maps himself")
    assert "out.example" not in new.model_dump_json()


def test_the_same_activity_again_is_no_other_draft():
    plan = the_plan()
    same = good_draft(plan)["activities"][0]
    first = {"openings": [], "activities": [same], "reviews": []}
    made, llm, _ = drafter([first, another()])
    made.draft_part(part_input(plan))
    assert "It says the same as" in llm.requests[1].user
