"""S2 and S3: do the minutes add up, with slack, and has everyone a voice early?"""

from __future__ import annotations

import math
import re
from dataclasses import replace

from coach.models import Doing, Finding, Opening, OpenSlot, SessionPlan

from .criterion import Criterion
from .flow import Flow, Stretch, find_stretches
from .voices import tells_alone

SLACK = 0.1
"""The share of a session that stays open."""
EARLY = 10
"""The minute by which everyone has spoken or written."""

_S2 = Criterion(
    "S2",
    "When the clock does not work out, the end is cut, and the end is where people see what they have done.",
    "Change the minutes until the parts add up to the session.",
)
_SLACK = Criterion(
    "S2",
    "What people raise on the day needs somewhere to go.",
    "Leave a tenth of the session open, best just before the close.",
)
_ROOM = replace(_SLACK, code="S7")
_S3 = Criterion(
    "S3",
    "Whoever has spoken or written once early on is likely to do so again; whoever has not, often stays silent.",
    "Begin with one sentence that everyone writes or says to a neighbour, within the first ten minutes.",
)
_SMALL = re.compile(
    r"\b(?:pairs?|twos|threes|trios|triads|fours|small groups|groups|tables|neighbou?rs?|each (?:writes|person)"
    r"|alone|on their own)\b",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:everyone|everybody|each|all|people|participants|members|individuals?|the (?:whole )?(?:group|room))\b",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\b(?:writes?|write down|jots?|types?|each|every(?:one|body)\s+(?:says|names|draws|answers)|in turn|round"
    r"|go[- ]round|one word|one sentence|pairs?"
    r"|neighbou?r|chat|draws?|card)\b",
    re.IGNORECASE,
)


def check_timing(plan: SessionPlan) -> list[Finding]:
    """Check sums, slack and the opening."""
    return [*_check_sum(plan), *_check_steps(plan), *_check_slack(plan), *_check_opening(plan)]


def _check_sum(plan: SessionPlan) -> list[Finding]:
    total = sum(part.minutes for part in plan.parts)
    if total == plan.minutes:
        return []
    longest = max(plan.parts, key=lambda part: part.minutes)
    gap = abs(total - plan.minutes)
    message = f"The parts add up to {total} minutes; the session has {plan.minutes}."
    if total > plan.minutes:
        way = f"Take {gap} minutes out, for instance from “{longest.title}” ({longest.minutes} minutes)."
    else:
        way = f"Give the {gap} minutes that are left to an open slot or to “{longest.title}”."
    return [_S2.stop("plan", message, way)]


def _check_steps(plan: SessionPlan) -> list[Finding]:
    found = []
    for part in plan.parts:
        total = sum(step.minutes for step in part.steps)
        if part.steps and total != part.minutes:
            message = f"The steps of “{part.title}” add up to {total} minutes; the part has {part.minutes}."
            found.append(_S2.mend(part.id, message, "Change a step or the part, so that both say the same."))
    return found


def _check_slack(plan: SessionPlan) -> list[Finding]:
    spare = sum(stretch.minutes for stretch in find_stretches(plan) if _is_open(stretch))
    need = math.ceil(plan.minutes * SLACK)
    if spare >= need:
        return []
    if not spare:
        return [_ROOM.mend("plan", f"None of the {plan.minutes} minutes is open; at least {need} would leave room.")]
    return [_SLACK.mend("plan", f"{spare} of {plan.minutes} minutes are open; at least {need} would leave room.")]


def _is_open(stretch: Stretch) -> bool:
    """Return whether minutes are really nobody's: an open slot that is filled with items is not open."""
    if stretch.step is None:
        return stretch.flow is Flow.OPEN
    if tells_alone(stretch.step):
        return False
    shared = stretch.flow is Flow.DOING and bool(_ALL.search(stretch.step.who) or _SMALL.search(stretch.step.who))
    return stretch.flow is Flow.OPEN or (isinstance(stretch.part, OpenSlot) and shared)


def _check_opening(plan: SessionPlan) -> list[Finding]:
    opening = next((part for part in plan.parts if isinstance(part, Opening)), None)
    if any(_gives_voice(stretch) for stretch in find_stretches(plan)):
        return []
    if opening is None:
        return [_S3.mend("plan", "There is no opening in which everyone speaks or writes.")]
    if _says_early(plan, opening):
        return []
    by = opening.everyone_by_minute
    said = f"by minute {by}" if by is not None else "within it"
    if by is not None and by > EARLY:
        return [_S3.mend(opening.id, f"Everyone has spoken or written only {said}.")]
    return [
        _S3.mend(opening.id, f"“{opening.title}” does not show that each person speaks or writes by minute {EARLY}.")
    ]


def _gives_voice(stretch: Stretch) -> bool:
    step = stretch.step
    if step is None or stretch.flow is not Flow.DOING or step.minutes == 0:
        return False
    by_all = _ALL.search(step.who) and (step.doing is Doing.MAKING or _EACH.search(step.does))
    at_once = _SMALL.search(step.who) or (by_all and step.doing is Doing.MAKING)
    if at_once:
        # In pairs, or writing, everyone is at it a moment after it begins.
        return stretch.start + 2 <= EARLY
    return bool(by_all) and stretch.start + step.minutes <= EARLY


def _says_early(plan: SessionPlan, opening: Opening) -> bool:
    """Take the opening's own word where it has no steps that could show it."""
    if opening.steps or not opening.prompt.strip():
        return False
    start = next(stretch.start for stretch in find_stretches(plan) if stretch.part.id == opening.id)
    by = opening.everyone_by_minute if opening.everyone_by_minute is not None else start + opening.minutes
    return by <= EARLY
