"""The coaching page's five views: the conversation, and what stays of it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from .. import state
from .coaching_doing import show_doing
from .coaching_due import show_due
from .coaching_earlier import show_earlier
from .coaching_growth import show_growth
from .coaching_lessons import show_lessons
from .coaching_talk import show_talk

TALK, EARLIER, DOING, WAY, LESSONS = "Talk", "Earlier", "What I do already", "My way", "Lessons"
_VIEW = "/coaching.view"


def show_coaching_desk() -> None:
    """Draw the choice and the view that was chosen."""
    with st.container(key="coach-views"):
        st.segmented_control(
            "What to look at",
            [TALK, EARLIER, DOING, WAY, LESSONS],
            required=True,
            label_visibility="collapsed",
            **state.kept(_VIEW, TALK),
        )
    _views()[str(state.typed(_VIEW, TALK))]()


def _views() -> dict[str, Callable[[], None]]:
    return {
        TALK: _show_talk,
        EARLIER: lambda: show_earlier(to_talk),
        DOING: show_doing,
        WAY: lambda: show_growth(to_talk),
        LESSONS: show_lessons,
    }


def _show_talk() -> None:
    if not state.talk().begun:
        show_due()
    show_talk()


def to_talk() -> None:
    """Turn to the conversation; only before the choice is drawn."""
    state.put(_VIEW, TALK)
