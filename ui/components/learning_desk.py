"""The two views of the learning page: what we set out to learn, and the stories of what came of it."""

from __future__ import annotations

import streamlit as st

from .. import state
from .learning_acts import STORIES, VIEW, WORTH_IT, look
from .learning_heard import show_heard
from .learning_outcomes import show_outcomes
from .learning_stages import show_stages
from .learning_stories import show_stories


def show_learning_desk() -> None:
    """Draw the choice and the view that was chosen."""
    with st.container(key="coach-views"):
        st.segmented_control(
            "What to look at",
            [WORTH_IT, STORIES],
            required=True,
            label_visibility="collapsed",
            **state.kept(VIEW, WORTH_IT),
        )
    if state.typed(VIEW, WORTH_IT) == STORIES:
        show_stories()
    else:
        _show_worth_it()


def _show_worth_it() -> None:
    found = look()
    show_outcomes(found)
    show_heard(found, to_stories)
    show_stages()


def to_stories() -> None:
    """Turn to the stories; only before the choice is drawn."""
    state.put(VIEW, STORIES)
