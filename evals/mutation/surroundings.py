"""The known half: kinds of damage to time, access, roles and what surrounds the activities."""

from __future__ import annotations

from random import Random

from coach.models import Access, Activity, Capture, Mode, OpenSlot, PlanB, SessionPlan

from .edits import parts_of, pick, with_part, without_parts
from .kinds import Damage


def _overrun(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Activity, rng)
    return None if part is None else with_part(plan, part.id, minutes=part.minutes + rng.choice([5, 15, 30]))


def _packed(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    slots, part = parts_of(plan, OpenSlot), pick(plan, Activity, rng)
    if not slots or part is None or not part.steps:
        return None
    spare = sum(slot.minutes for slot in slots)
    steps = list(part.steps)
    steps[-1] = steps[-1].model_copy(update={"minutes": steps[-1].minutes + spare})
    plan = with_part(plan, part.id, minutes=part.minutes + spare, steps=tuple(steps))
    return without_parts(plan, [slot.id for slot in slots])


def _no_access(plan: SessionPlan, rng: Random) -> SessionPlan:
    stage = rng.choice(["before", "during", "after"])
    return plan.model_copy(update={"access": plan.access.model_copy(update={stage: ()})})


def _no_access_at_all(plan: SessionPlan, rng: Random) -> SessionPlan:
    return plan.model_copy(update={"access": Access()})


def _forgotten_call(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    return plan.model_copy(update={"hybrid": ()}) if plan.mode is Mode.HYBRID else None


def _star_host(plan: SessionPlan, rng: Random) -> SessionPlan:
    line = rng.choice(
        [
            "The host is also the one who knows most, and answers every question.",
            "The host, our expert, explains how it is done and corrects people's work.",
            "One person hosts, presents and answers all questions.",
        ]
    )
    return plan.model_copy(update={"facilitation": (line,)})


def _no_hosting(plan: SessionPlan, rng: Random) -> SessionPlan:
    return plan.model_copy(update={"facilitation": ()})


def _no_consent(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Capture, rng)
    return None if part is None else with_part(plan, part.id, consent="")


def _long_minutes(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part, giver = pick(plan, Capture, rng), pick(plan, Activity, rng)
    if part is None or giver is None or not part.steps or giver.steps[-1].minutes < 1:
        return None
    more = 12
    steps = (part.steps[0].model_copy(update={"minutes": part.steps[0].minutes + more}), *part.steps[1:])
    return with_part(plan, part.id, minutes=part.minutes + more, steps=steps)


def _no_capture(plan: SessionPlan, rng: Random) -> SessionPlan:
    return without_parts(plan, [part.id for part in parts_of(plan, Capture)])


def _no_plan_b(plan: SessionPlan, rng: Random) -> SessionPlan:
    return plan.model_copy(update={"plan_b": PlanB()})


def _named_levels(plan: SessionPlan, rng: Random) -> SessionPlan:
    line = rng.choice(
        [
            "Put Priya (beginner) beside Tomasz (advanced).",
            "Sam is our weakest writer, so sit beside him.",
            "Pair the weak members with the strong ones.",
            "Keep an eye on Ada, a slow learner.",
        ]
    )
    return plan.model_copy(update={"facilitation": (*plan.facilitation, line)})


def _no_reasons(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    if not plan.links:
        return None
    return plan.model_copy(update={"links": tuple(link.model_copy(update={"reason": ""}) for link in plan.links)})


def _thin_and_silent(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    if plan.citations:
        return None
    return plan.model_copy(update={"from_notes": "", "ask_first": ()})


def _boast(plan: SessionPlan, rng: Random) -> SessionPlan:
    return plan.model_copy(update={"from_notes": "40 sentences from 25 of your notes shaped this plan."})


SURROUNDINGS: tuple[Damage, ...] = (
    Damage("overrun", "An activity is longer than the session allows.", ("S2",), _overrun),
    Damage("packed", "The open slot goes to an activity.", ("S7", "S2"), _packed),
    Damage("a stage without access", "Access is not thought of before, during or after.", ("S5",), _no_access),
    Damage("no access", "Access is not thought of at all.", ("S5",), _no_access_at_all),
    Damage("forgotten call", "Nothing is said for the people on the call.", ("S5",), _forgotten_call),
    Damage("star host", "The host is the star expert too.", ("S6",), _star_host),
    Damage("no hosting", "Nothing is said on how it is hosted.", ("S6",), _no_hosting),
    Damage("no consent", "What is kept is kept without asking.", ("S8",), _no_consent),
    Damage("long minutes", "Writing down takes a quarter of an hour.", ("S8",), _long_minutes),
    Damage("nothing kept", "Nobody writes down what was learned.", ("S8",), _no_capture),
    Damage("no plan B", "Nothing is ready for silence, few people or a loud voice.", ("S9",), _no_plan_b),
    Damage("names with levels", "People are named with how good they are.", ("X7", "X1"), _named_levels),
    Damage("no reasons", "The links no longer say why.", ("S1",), _no_reasons),
    Damage("thin and silent", "There is no evidence, and nothing says so.", ("X8",), _thin_and_silent),
    Damage("a boast", "The plan claims more of the community's words than it holds.", ("X8", "X3"), _boast),
)
"""Kinds of damage to what surrounds the activities."""
