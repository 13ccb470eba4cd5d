"""What people will have by the end, each with the minute at which it happens."""

from __future__ import annotations

import datetime as dt

from coach.models import Promise, SessionPlan

from ..markup import esc, tag
from .timeline import Block, blocks_of


def render_promises(plan: SessionPlan, begins: dt.time | None = None) -> str:
    """Return the list; nothing where nothing was promised."""
    if not plan.promises:
        return ""
    blocks = {block.part.id: block for block in blocks_of(plan, begins)}
    rows = "".join(_row(promise, blocks.get(promise.part)) for promise in plan.promises)
    return tag("p", "By the end", "c-hold-h") + tag("ul", rows, "c-promises", aria_label="By the end")


def _row(promise: Promise, block: Block | None) -> str:
    when = block.clock(0) if block else "–"
    said = tag("p", esc(promise.text.rstrip(".") + "."), "c-promise-text")
    where = f"In “{esc(block.part.title)}”. " if block else "No minute is planned for it yet. "
    how = tag("p", where + esc(promise.how), "c-hint")
    spoken = tag("span", "at ", "c-sr") if block else ""
    return tag("li", tag("span", spoken + when, "c-promise-when c-num") + tag("div", said + how))
