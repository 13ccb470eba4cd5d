"""The four views of the page for leaders: the page itself, its pictures, a question to the notes, and what is kept."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from .. import state
from .brief_acts import ASK, KEPT, PAPER, PICTURES, VIEW
from .brief_ask import show_ask
from .brief_form import show_form
from .brief_kept import show_kept
from .brief_paper import show_paper
from .brief_pictures import show_pictures
from .brief_sending import show_sending
from .empty_state import show_empty
from .markers import render_page_sketch


def show_brief_desk() -> None:
    """Draw the choice and the view that was chosen."""
    with st.container(key="coach-views"):
        st.segmented_control(
            "What to look at",
            [PAPER, PICTURES, ASK, KEPT],
            required=True,
            label_visibility="collapsed",
            **state.kept(VIEW, PAPER),
        )
    _views()[str(state.typed(VIEW, PAPER))]()


def _views() -> dict[str, Callable[[], None]]:
    return {PAPER: _show_page, PICTURES: _show_pictures, ASK: show_ask, KEPT: show_kept}


def _show_page() -> None:
    if show_sending():
        return
    result = state.brief_shelf().open
    if result is None:
        show_form()
        show_empty(
            "The page will stand here.",
            "One page in plain words. Every sentence opens to the words of your notes behind it, and what the notes "
            "do not say stands there as not known.",
            render_page_sketch(),
        )
        return
    show_paper(result)


def _show_pictures() -> None:
    result = state.brief_shelf().open
    if result is None:
        show_empty(
            "No page is drafted yet.",
            "Draft one first, and its pictures stand here: when you met, what was told of, and what the notes speak "
            "about.",
        )
        return
    show_pictures(result.brief)
