"""What else people should have by the end, and whether it is one session or a series; folded away until wanted."""

from __future__ import annotations

import streamlit as st

from .. import state
from ..markup import esc, show_html, tag
from ..wording import count

MOST_WISHES = 5
ONE, SERIES = "One session", "A series"
_SESSIONS = (2, 3, 4, 5, 6)


def show_wishes() -> None:
    """Draw the box for what people should have by the end, one thing on each line."""
    filled = len(typed_wishes())
    more = f" ({filled})" if filled else ""
    with st.expander(f"What else should people have by the end?{more}", key="by-the-end"):
        st.text_area(
            "One thing on each line, up to five",
            height=116,
            placeholder="each page has an owner\neveryone can say what a good review looks like",
            **state.kept("plan.by_the_end", ""),
        )
        said = wishes_problem() or _one_word()
        if said:
            show_html(tag("p", esc(said), "c-hint", role="status"))


def typed_wishes() -> tuple[str, ...]:
    """Return the lines that hold words, each once."""
    lines = (" ".join(line.strip(" -*•\t").split()) for line in state.typed("plan.by_the_end", "").splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def wishes_problem() -> str:
    """Return what does not fit, in words; empty when all of it fits."""
    filled = len(typed_wishes())
    if filled <= MOST_WISHES:
        return ""
    return (
        f"These are {filled} things; one session carries up to {MOST_WISHES}. Keep the ones you would miss most: "
        "the others wait here until you take them out."
    )


def _one_word() -> str:
    short = [line for line in typed_wishes() if len(line.split()) < 2]
    return f"“{short[0]}” is a single word: say who has it, or what is true of it by the end." if short else ""


def show_shape() -> None:
    """Draw the choice between one session and a series, with the series' two numbers."""
    st.segmented_control("How often", [ONE, SERIES], required=True, **state.kept("plan.shape", ONE))
    if not is_series():
        return
    with st.container(horizontal=True, vertical_alignment="top", key="shape", gap="medium"):
        st.segmented_control("Sessions", _SESSIONS, required=True, **state.kept("plan.sessions", 3))
        st.number_input("Weeks apart", min_value=1, max_value=99, step=1, width=130, **state.kept("plan.weeks", 2))
    words = f"{count(typed_sessions(), 'session')} on the same outcome; the last one lays the first beside the latest."
    show_html(tag("p", words, "c-hint"))


def is_series() -> bool:
    """Return whether a series is asked for."""
    return bool(state.typed("plan.shape", ONE) == SERIES)


def typed_sessions() -> int:
    """Return how many sessions are asked for."""
    return int(state.typed("plan.sessions", 3))


def typed_weeks() -> int:
    """Return how many weeks lie between them."""
    return int(state.typed("plan.weeks", 2))
