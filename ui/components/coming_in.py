"""A line for whoever asks while notes are still on their way in."""

from __future__ import annotations

import streamlit as st

from .. import resources
from ..markup import esc, show_html, tag
from .bring_notes import work_name
from .home_begin import DEMO_WORK

_LOOK_AGAIN_S = 1.0


def show_coming_in() -> None:
    """Say that notes are still coming in, until they are: what is drafted before that knows only a part of them."""
    if _what():
        _say()


@st.fragment(run_every=_LOOK_AGAIN_S)
def _say() -> None:
    what = _what()
    if not what:
        st.rerun()
    words = f"{what} is not done yet. What you ask for now knows only the notes that are here already."
    show_html(tag("p", esc(words), "c-hint", role="status"))


def _what() -> str:
    works = (resources.long_works().of(name) for name in (DEMO_WORK, work_name()))
    return next((work.what for work in works if work and not work.has_ended), "")
