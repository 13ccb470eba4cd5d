"""Small edits of a plan, for kinds of damage: everything comes back as a new plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Any, TypeVar

from coach.models import Activity, Part, Review, SessionPlan, Step

P = TypeVar("P", bound=Part)


def parts_of(plan: SessionPlan, kind: type[P]) -> list[P]:
    """Return the parts of one kind, in order."""
    return [part for part in plan.parts if isinstance(part, kind)]


def pick(plan: SessionPlan, kind: type[P], rng: Random) -> P | None:
    """Return one part of a kind by chance, or None."""
    found = parts_of(plan, kind)
    return rng.choice(found) if found else None


def with_part(plan: SessionPlan, part_id: str, **fields: Any) -> SessionPlan:
    """Return the plan with some fields of one part changed."""
    parts = [part.model_copy(update=fields) if part.id == part_id else part for part in plan.parts]
    return plan.model_copy(update={"parts": tuple(parts)})


def without_parts(plan: SessionPlan, ids: Sequence[str]) -> SessionPlan:
    """Return the plan without some parts; the minutes are left as they fall."""
    return plan.model_copy(update={"parts": tuple(part for part in plan.parts if part.id not in ids)})


def with_steps(plan: SessionPlan, part_id: str, change: Callable[[Step], Step]) -> SessionPlan:
    """Return the plan with every step of one part changed."""
    part = next(part for part in plan.parts if part.id == part_id)
    return with_part(plan, part_id, steps=tuple(change(step) for step in part.steps))


def with_texts(plan: SessionPlan, change: Callable[[str], str]) -> SessionPlan:
    """Return the plan with every text of the activities' and reviews' steps changed."""
    for part in [*parts_of(plan, Activity), *parts_of(plan, Review)]:
        plan = with_steps(plan, part.id, lambda step: step.model_copy(update={"does": change(step.does)}))
    return plan


def with_outcome(plan: SessionPlan, place: int, **fields: Any) -> SessionPlan:
    """Return the plan with some fields of one outcome changed."""
    outcomes = [item.model_copy(update=fields) if at == place else item for at, item in enumerate(plan.outcomes)]
    return plan.model_copy(update={"outcomes": tuple(outcomes)})


def fit_minutes(steps: Sequence[Step], minutes: int) -> tuple[Step, ...]:
    """Return the steps with their minutes stretched or cut so that they add up; the longest gives way."""
    gap = minutes - sum(step.minutes for step in steps)
    longest = max(range(len(steps)), key=lambda at: steps[at].minutes)
    changed = steps[longest].model_copy(update={"minutes": max(0, steps[longest].minutes + gap)})
    return tuple(changed if at == longest else step for at, step in enumerate(steps))
