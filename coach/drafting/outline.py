"""The skeleton of a session: which parts, in which order, with how many minutes each."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from coach.errors import BadRequest
from coach.models import PlanRequest

SHORTEST = {1: 30, 2: 45, 3: 60}
"""How many minutes one, two or three outcomes need at least."""
LONGEST = 480
MOST_PEOPLE = 200
MOST_RESULTS = 5
SHORTEST_ACTIVITY = 12
SHORTEST_REVIEW = 7
LONGEST_REVIEW = 15
"""Longer than this, looking at the work becomes a session of its own (R7)."""
BEST_BLOCK = 75
"""An activity with its review: longer than this, a second round teaches more."""


@dataclass(frozen=True)
class Block:
    """An activity and the review of what it left; no minutes for a review that is held later for all."""

    outcome: int
    """Which outcome it practises, from 0."""
    activity_minutes: int
    """How long there is for the activity."""
    review_minutes: int
    """How long there is for its review; 0 when one review serves all."""


@dataclass(frozen=True)
class Outline:
    """The minutes of every part; they add up to the session."""

    opening: int
    """Minutes for the opening."""
    blocks: tuple[Block, ...]
    """Activities with their reviews, in order."""
    joint_review: int
    """Minutes of one review for all activities; 0 when each has its own."""
    breaks: tuple[int, ...]
    """Minutes of each break, in order."""
    open_slot: int
    """Minutes left open: at least a tenth."""
    capture: int
    """Minutes for keeping what was learned."""


def check_request(request: PlanRequest) -> None:
    """Refuse a request that no sensible session fits.

    Raises:
        BadRequest: Says what does not fit and the nearest thing that would.
    """
    count = len(request.outcomes)
    if count > len(SHORTEST):
        raise BadRequest(
            f"{count} outcomes are more than one session can hold.", "Keep the one to three that matter most now."
        )
    if any(not outcome.strip() for outcome in request.outcomes):
        raise BadRequest("An outcome is empty.", 'Write it like this: "We want to be able to map complex systems."')
    if len(request.by_the_end) > MOST_RESULTS:
        raise BadRequest(
            f"{len(request.by_the_end)} more results are too many to see to in one session.",
            f"Keep the {MOST_RESULTS} that people would miss most.",
        )
    _check_minutes(request.minutes, count)
    _check_people(request)


def _check_minutes(minutes: int, outcomes: int) -> None:
    need = SHORTEST[outcomes]
    if minutes < need:
        what = "An outcome" if outcomes == 1 else f"{outcomes} outcomes"
        fewer = [count for count, least in SHORTEST.items() if least <= minutes]
        advice = f"keep {max(fewer)} of them" if fewer else "give it at least 30 minutes"
        raise BadRequest(
            f"{what} in {minutes} minutes leaves no time to try anything and look at it together.",
            f"Plan at least {need} minutes, or {advice}." if fewer else f"Plan at least {need} minutes.",
        )
    if minutes > LONGEST:
        raise BadRequest(
            f"{minutes} minutes is more than a day.", f"Plan up to {LONGEST} minutes, or one session for each day."
        )


def _check_people(request: PlanRequest) -> None:
    if request.people < 2:
        raise BadRequest(
            f"With {request.people} to come, there is nobody to practise with.", "Plan for at least two people."
        )
    if request.people > MOST_PEOPLE:
        raise BadRequest(
            f"{request.people} people are more than one host can hold in one conversation.",
            f"Plan for up to {MOST_PEOPLE}, or run the same plan in several rooms, each with a host.",
        )
    if min(request.newcomers, request.experts) < 0 or request.newcomers + request.experts > request.people:
        raise BadRequest(
            f"{request.newcomers} newcomers and {request.experts} experts do not fit into {request.people} people.",
            "Count each person once; the rest are regulars.",
        )


def make_outline(minutes: int, outcomes: int) -> Outline:
    """Share out a session's minutes.

    Args:
        minutes: The session's length, already checked.
        outcomes: How many outcomes it has, 1 to 3.
    """
    opening = 10 if minutes >= 75 else 8 if minutes >= 60 else 6 if minutes >= 45 else 5
    capture = 5 if minutes >= 75 else 4 if minutes >= 45 else 3
    breaks = _breaks(minutes)
    open_slot = math.ceil(minutes / 10)
    rest = minutes - opening - capture - open_slot - sum(breaks)
    blocks, joint = _blocks(rest, outcomes)
    return Outline(opening, blocks, joint, breaks, open_slot, capture)


def _breaks(minutes: int) -> tuple[int, ...]:
    count = max(0, (minutes - 15) // 90)
    if minutes >= 300:
        return tuple(45 if place == count // 2 else 10 for place in range(count))
    return (10,) * count


def _blocks(rest: int, outcomes: int) -> tuple[tuple[Block, ...], int]:
    if rest // outcomes < SHORTEST_ACTIVITY + SHORTEST_REVIEW + 3 and outcomes > 1:
        joint = max(SHORTEST_REVIEW, rest // 4)
        lengths = _even(rest - joint, outcomes)
        return tuple(Block(place, length, 0) for place, length in enumerate(lengths)), joint
    count = max(outcomes, round(rest / BEST_BLOCK))
    blocks = [_split_block(place % outcomes, length) for place, length in enumerate(_even(rest, count))]
    return tuple(blocks), 0


def _even(total: int, parts: int) -> list[int]:
    base, extra = divmod(total, parts)
    return [base + 1] * extra + [base] * (parts - extra)


def _split_block(outcome: int, length: int) -> Block:
    review = min(LONGEST_REVIEW, max(SHORTEST_REVIEW, round(length * 0.25)))
    return Block(outcome, length - review, review)


def place_breaks(blocks: int, breaks: Sequence[int]) -> dict[tuple[int, bool], int]:
    """Say where each break goes: between blocks first, else between an activity and its review.

    Args:
        blocks: How many activities with their reviews there are.
        breaks: The minutes of each break, in order.

    Returns:
        (block from 0, whether its review is over) to minutes; every break has a place.
    """
    between = [(block, True) for block in range(blocks - 1)]
    inside = [(block, False) for block in range(blocks)]
    chosen = _spread(between, len(breaks)) + _spread(inside, len(breaks) - len(between))
    return dict(zip(sorted(chosen), breaks, strict=True))


def _spread(places: Sequence[tuple[int, bool]], count: int) -> list[tuple[int, bool]]:
    if count >= len(places):
        return list(places)
    return [places[(2 * turn + 1) * len(places) // (2 * count)] for turn in range(max(count, 0))]
