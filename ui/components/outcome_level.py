"""What an outcome asks of people: the verb hints at it, and a person has the last word."""

from __future__ import annotations

import streamlit as st

from coach.models import Level

from .. import state
from ..markup import esc, show_html, tag
from ..wording import LEVEL


def show_level(one: str, hint: Level | None) -> None:
    """Draw the choice; what a person sets goes with the outcome into a plan."""
    by_verb = f"By its verb · {LEVEL[hint]}" if hint else "By its verb"
    st.selectbox(
        "What it asks of people",
        ["", *Level],
        format_func=lambda level: LEVEL[Level(level)] if level else by_verb,
        filter_mode=None,
        **state.kept(_field(one), ""),
    )


def set_level(one: str) -> Level | None:
    """Return the level that a person set; None goes by the verb."""
    level = state.typed(_field(one), "")
    return Level(level) if level else None


def move_level(old: str, new: str) -> None:
    """Take a level along to an outcome that says it in other words now."""
    if set_level(old):
        state.put(_field(new), state.typed(_field(old), ""))


def show_carried_level(number: int) -> None:
    """Say in the plan form which level a person set for an outcome, with the way back to its verb."""
    level = state.carried_level(number)
    if level is None:
        state.put(f"plan.level.{number}", None)  # an emptied sentence takes its level along
        return
    with st.container(key=f"set-level-{number}", horizontal=True, vertical_alignment="center", gap="small"):
        show_html(tag("p", f"You set what it asks of people. {esc(LEVEL[level])}.", "c-hint"))
        st.button(
            "Go by the verb",
            key=f"by-verb-{number}",
            type="tertiary",
            on_click=state.put,
            args=(f"plan.level.{number}", None),
        )


def _field(one: str) -> str:
    return f"outcomes.level.{one}"
