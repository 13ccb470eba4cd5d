"""The five things that the settings page is about, and how it says what was done."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from coach.errors import CoachError

from .. import state
from .notice import Notice, put_away, say, show_notice

PAGE = "settings"
"""Under this name the page says what was done."""
WHO, LEAVE, COST, RUNS = "Who drafts", "What may leave", "What it may cost", "What was drafted"
CONTACTS = "Whom to turn to"
_WAY, _SAID = "/settings.way", "/settings.said"
_CENT = 0.01


def show_ways() -> None:
    """Draw the choice, which stays when another community is opened."""
    st.segmented_control(
        "What to look at",
        [WHO, LEAVE, COST, RUNS, CONTACTS],
        required=True,
        label_visibility="collapsed",
        **state.kept(_WAY, WHO),
    )


def way() -> str:
    """Return what was chosen."""
    return str(state.typed(_WAY, WHO))


def show_way(section: str) -> None:
    """Have the page open at this section."""
    state.put(_WAY, section)


def attempt(step: Callable[[], Notice | None]) -> None:
    """Do something that may be refused, and say what came of it."""
    put_away(PAGE)
    try:
        done = step()
    except CoachError as error:
        done = Notice(str(error).replace("`", ""))
    if done:
        say(PAGE, done)
        state.put(_SAID, way())


def show_done() -> None:
    """Draw what was done, where it was done."""
    if state.typed(_SAID, WHO) == way():
        show_notice(PAGE)


def hold(key: str, value: object) -> None:
    """Have a widget show what holds now: what is picked in it is saved at once, or not at all."""
    if st.session_state.get(key) != value:
        st.session_state[key] = value


def say_money(dollars: float) -> str:
    """Say a sum so that little is not nothing: `$1.20`, `$0.0031`."""
    return f"${dollars:,.4f}" if 0 < dollars < _CENT else f"${dollars:,.2f}"
