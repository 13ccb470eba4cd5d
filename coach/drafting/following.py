"""What follows in a plan when one of its parts has become another: what it says of that part elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from coach.models import Activity, Citation, Part, Pattern, PlanRequest, Review, SessionPlan
from coach.playbook import Wording
from coach.playbook.schema import SessionTexts, When

from .around import Used, describe_share, to_access, to_hybrid, to_plan_b
from .preparing import ask_to_bring, to_preparation, to_tasks
from .quoting import QuotePool

_ORDER: tuple[str, ...] = get_args(When)
Around = tuple[SessionTexts, Wording, PlanRequest]
"""The texts around a session, how sentences speak of its first outcome, and what was asked for."""


def follow_citations(plan: SessionPlan, before: SessionPlan, citations: Sequence[Citation]) -> SessionPlan:
    """Return the plan with these citations; where it told how many there are, it tells it anew."""
    ordered = tuple(sorted(citations, key=lambda item: int(item.label[1:]) if item.label[1:].isdigit() else 0))
    said = {"citations": ordered}
    if before.from_notes == _share(before.citations):
        return plan.model_copy(update={**said, "from_notes": _share(ordered)})
    return plan.model_copy(update=said)


def _share(citations: Sequence[Citation]) -> str:
    return describe_share(QuotePool((), citations=list(citations)))


def follow_activity(
    plan: SessionPlan, old: Activity, new: Activity, patterns: Sequence[Pattern], around: Around
) -> SessionPlan:
    """Return the plan with everything that spoke of the old activity speaking of the new one.

    What a person has written over stays: only what still stands as it was composed follows.
    """
    parts = tuple(_look_at(part, old, new, plan) for part in plan.parts)
    promises = tuple(
        item.model_copy(update={"how": item.how.replace(old.artefact, new.artefact)})
        if item.part == new.id and old.artefact
        else item
        for item in plan.promises
    )
    roles = old.roles.model_dump()
    outcomes = tuple(
        item.model_copy(update={"ways_in": new.roles.model_dump()}) if item.ways_in == roles else item
        for item in plan.outcomes
    )
    plan = plan.model_copy(update={"parts": parts, "promises": promises, "outcomes": outcomes})
    return _follow_around(plan, old, patterns, around)


def _look_at(part: Part, old: Activity, new: Activity, plan: SessionPlan) -> Part:
    if not isinstance(part, Review) or new.id not in part.activity_ids or not part.looks_at:
        return part
    looked = [item for item in plan.parts if isinstance(item, Activity) and item.id in part.activity_ids]
    seen = [item.artefact for item in looked]
    before = [old.artefact if item.id == new.id else item.artefact for item in looked]
    if part.looks_at == "; ".join(dict.fromkeys(before)):
        return part.model_copy(update={"looks_at": "; ".join(dict.fromkeys(seen))})
    return part


def _follow_around(plan: SessionPlan, old: Activity, patterns: Sequence[Pattern], around: Around) -> SessionPlan:
    texts, wording, request = around
    known = {item.id: item for item in patterns}
    activities = [part for part in plan.parts if isinstance(part, Activity)]
    now = [known[part.pattern] for part in activities if part.pattern in known]
    new = next(part for part in activities if part.id == old.id)
    before = [known[name] for part in activities if (name := old.pattern if part is new else part.pattern) in known]
    if old.pattern not in known or len(now) != len(activities) or len(before) != len(activities):
        return plan
    was, used = Used(before, (), wording, request), Used(now, (), wording, request)
    fields: dict[str, object] = {"prepare": _prepare(plan, [*_but(activities, new), old], was, used)}
    if plan.plan_b == to_plan_b(texts, was):
        fields["plan_b"] = to_plan_b(texts, used)
    if plan.hybrid == to_hybrid(texts, was):
        fields["hybrid"] = to_hybrid(texts, used)
    lines_before, lines_now = to_access(texts, was).during, to_access(texts, used).during
    fields["access"] = plan.access.model_copy(
        update={"during": _swap(plan.access.during, set(lines_before), lines_now)}
    )
    return plan.model_copy(update=fields)


def _but(activities: Sequence[Activity], new: Activity) -> list[Activity]:
    return [part for part in activities if part.id != new.id]


def _prepare(plan: SessionPlan, before: Sequence[Activity], was: Used, used: Used) -> tuple[str, ...]:
    gone = set(to_preparation([*ask_to_bring(before, was.request), *to_tasks(was.patterns, was.wording)], before))
    tasks = [*ask_to_bring(plan.parts, used.request), *to_tasks(used.patterns, used.wording)]
    lines = _swap(plan.prepare, gone, to_preparation(tasks, plan.parts))
    return tuple(sorted(lines, key=_when))


def _when(line: str) -> int:
    return next((place for place, when in enumerate(_ORDER) if line.lower().startswith(f"{when} (")), len(_ORDER))


def _swap(lines: Sequence[str], gone: set[str], wanted: Sequence[str]) -> tuple[str, ...]:
    """Return the lines without those that are gone, and with those that are wanted."""
    kept = [line for line in lines if line not in gone]
    return tuple(dict.fromkeys((*kept, *wanted)))
