"""The timeline: blocks as wide as their minutes, coloured and marked by what people are doing."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from coach.models import Doing, Part, SessionPlan

from ..markup import esc, show_html, tag
from ..wording import DOING, MARK, clock
from .lanes import render_lanes

_BY_KIND = {"review": Doing.REVIEWING, "open": Doing.OPEN, "break": Doing.OPEN}
_ROOM_FOR_TITLE = 0.11
_ROOM_FOR_MINUTES = 0.04


@dataclass(frozen=True)
class Block:
    """A part with its place on the clock."""

    part: Part
    """The part."""
    start: int
    """The minute it starts."""
    begins: dt.time | None = None
    """When the session begins, once somebody said so."""

    @property
    def end(self) -> int:
        """Return the minute it ends."""
        return self.start + self.part.minutes

    @property
    def doing(self) -> Doing:
        """Return what most people do for most of it."""
        return main_doing(self.part)

    @property
    def times(self) -> str:
        """Return `0:08–0:20`."""
        return f"{self.clock(0)}–{self.clock(self.part.minutes)}"

    def clock(self, minutes: int) -> str:
        """Return the time when this part has run for so many minutes."""
        return clock(self.start + minutes, self.begins)


def main_doing(part: Part) -> Doing:
    """Return what most people do for most of a part."""
    if part.kind in _BY_KIND or not part.steps:
        return _BY_KIND.get(part.kind, Doing.TALKING)
    return Counter(dict(minutes_by_doing([part]))).most_common(1)[0][0]


def minutes_by_doing(parts: Sequence[Part]) -> list[tuple[Doing, int]]:
    """Return how long people do what, in the fixed order of the doings."""
    total: Counter[Doing] = Counter()
    for part in parts:
        if part.steps:
            for step in part.steps:
                total[step.doing] += step.minutes
        else:
            total[_BY_KIND.get(part.kind, Doing.TALKING)] += part.minutes
    return [(doing, total[doing]) for doing in Doing if total[doing]]


def blocks_of(plan: SessionPlan, begins: dt.time | None = None) -> list[Block]:
    """Return the parts with their place on the clock."""
    blocks, at = [], 0
    for part in plan.parts:
        blocks.append(Block(part, at, begins))
        at += part.minutes
    return blocks


def show_timeline(plan: SessionPlan, begins: dt.time | None = None) -> None:
    """Draw the timeline; the balance bar under it says what the colours mean."""
    show_html(render_timeline(plan, begins))


def render_timeline(plan: SessionPlan, begins: dt.time | None = None) -> str:
    """Return the timeline as HTML; each block says its minutes and its doing in words."""
    blocks = blocks_of(plan, begins)
    total = max(1, sum(block.part.minutes for block in blocks))
    row = "".join(_render_block(block, total) for block in blocks if block.part.minutes)
    band = tag("ol", row, "c-timeline", aria_label=f"Timeline, {total} minutes")
    return tag("div", tag("div", band + render_lanes(blocks, total), "c-time-grid"), "c-time")


def _render_block(block: Block, total: int) -> str:
    share = block.part.minutes / total
    word = DOING[block.doing]
    inner = (
        tag("span", MARK[block.doing], f"c-mark-glyph c-{block.doing.value}-word", aria_hidden="true")
        + tag("span", esc(block.part.title), "c-block-title")
        + tag("span", f"{block.part.minutes} min", "c-block-min")
        + tag("span", f", mostly {word}", "c-sr")
        + tag("span", block.clock(0), "c-block-clock", aria_hidden="true")
    )
    narrow = "" if share >= _ROOM_FOR_TITLE else " c-narrow"
    narrow += "" if share >= _ROOM_FOR_MINUTES else " c-sliver"
    return tag(
        "li",
        inner,
        f"c-block c-{block.doing.value}{narrow}",
        style=f"--share:{share:.4f}",
        title=f"{block.part.title}, {block.times}, {block.part.minutes} min, mostly {word}",
    )
