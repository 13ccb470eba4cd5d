"""How a suggestion came about: who drafted it, when and at what cost, and what happened on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import streamlit as st

from coach.models import Drafting, Spent

from ..markup import esc, show_html, tag
from ..wording import count, listed, money
from .who_drafts import model_here

PLAYBOOK = "playbook"


def render_drafting(drafting: Drafting | None) -> str:
    """Return when it was drafted and at what cost, as HTML to stand below who drafted it."""
    return tag("p", esc(drafting_line(drafting)), "c-hint c-came") if drafting else ""


def show_told(drafting: Drafting | None, key: str, again: Callable[[], None] | None = None) -> None:
    """Draw what happened on the way; `again` asks the model once more where the playbook had to stand in."""
    if drafting is None or not drafting.told:
        return
    with st.container(key=f"told-{key}", gap="xxsmall"):
        show_html("".join(tag("p", esc(one)) for one in drafting.told))
        may_ask = drafting.fell_back and again is not None and model_here() is not None
        if may_ask and st.button("Ask the model again", key=f"again-{key}", type="tertiary") and again:
            again()


def drafting_line(drafting: Drafting) -> str:
    """Return when it was drafted, how long that took and what it cost, in one line."""
    when = drafting.at.astimezone() if drafting.at else None
    took = f"in {_lasted(drafting.seconds)}"
    begun = f"On {when.day} {when:%b} at {when:%H:%M}, {took}" if when else took.capitalize()
    return " · ".join([begun, *_spending(drafting.spent), *_mixed(drafting)])


def _lasted(seconds: float) -> str:
    return "under a second" if seconds < 1 else count(round(seconds), "second")


def _spending(spent: Spent) -> list[str]:
    if not spent.calls:
        return ["an answer from before, at no cost" if spent.reused else "at no cost"]
    tokens = spent.tokens_in + spent.tokens_out
    asked = f"{count(spent.calls, 'question')} to the model"
    price = "price not known" if spent.unpriced == spent.calls else money(spent.cost_usd)
    some = f" and {spent.unpriced} of unknown price" if 0 < spent.unpriced < spent.calls else ""
    return [asked, *([count(tokens, "token")] if tokens else []), price + some]


def _mixed(drafting: Drafting) -> list[str]:
    others = Counter(by for by in drafting.by_part.values() if by != drafting.by)
    said = [f"{count(number, 'part')} by {name_of(by)}" for by, number in others.items()]
    return [listed(said)] if said else []


def name_of(by: str) -> str:
    """Return how somebody who drafts is called within a sentence."""
    return "the playbook" if by == PLAYBOOK else by


def part_author(drafting: Drafting | None, part_id: str) -> str:
    """Return who drafted a part where that is somebody else than drafted the whole; empty where it is not."""
    by = drafting.by_part.get(part_id, "") if drafting else ""
    return name_of(by) if drafting and by and by != drafting.by else ""
