"""The lanes under the timeline: when people are all together, in small groups, or on their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from coach.models import Part, Step

from ..markup import tag

TOGETHER, GROUPS, ALONE = "Everyone together", "In small groups", "On your own"
_ALONE = ("quietly", "alone", "on their own", "on your own", "each person", "individually")
_GROUPS = ("pair", "three", "four", "five", "group", "neighbour", "corner", "table", "trio")
_WHOLE = ("the group", "the whole group")


class Placed(Protocol):
    """A part with its place on the clock."""

    @property
    def part(self) -> Part:
        """Return the part."""
        ...

    @property
    def start(self) -> int:
        """Return the minute it starts."""
        ...


def lane_of(step: Step) -> str:
    """Return the lane of a step, by how its `who` speaks of people."""
    who = step.who.lower()
    if any(word in who for word in _ALONE):
        return ALONE
    if who.startswith(_WHOLE) or not any(word in who for word in _GROUPS):
        return TOGETHER
    return GROUPS


def render_lanes(blocks: Sequence[Placed], total: int) -> str:
    """Return the lanes that have something in them; the steps say the same in words further down."""
    bars: dict[str, list[str]] = {TOGETHER: [], GROUPS: [], ALONE: []}
    for block in blocks:
        at = block.start
        for step in block.part.steps:
            bars[lane_of(step)].append(_render_bar(step, at / total, total))
            at += step.minutes
    return "".join(_render_lane(name, drawn) for name, drawn in bars.items() if drawn)


def _render_bar(step: Step, left: float, total: int) -> str:
    place = f"left:{left:.2%};width:{step.minutes / total:.2%}"
    return tag(
        "span", "", f"c-bar-doing c-{step.doing.value}-bar", style=place, title=f"{step.who}, {step.minutes} min"
    )


def _render_lane(name: str, drawn: list[str]) -> str:
    return tag("span", name, "c-lane-name", aria_hidden="true") + tag(
        "div", "".join(drawn), "c-lane", aria_hidden="true"
    )
