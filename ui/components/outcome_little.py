"""Too little in the notes to propose anything from: said plainly, with what to ask and the way to bring notes in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import streamlit as st

from coach.models import OutcomesResult

from .. import state
from ..markup import esc, show_html, tag
from .copy_text import show_copy_button
from .quote import show_quote

_Weight = Literal["primary", "secondary"]
_NONE_QUOTABLE = (
    "Outcomes are drafted only from notes that may be quoted. Whether a note may be is said at its top, "
    "on the Notes page."
)


def show_too_little(
    result: OutcomesResult, *, has_notes: bool, forget_about: Callable[[], None], to_own: Callable[[], None]
) -> None:
    """Draw what there is to say, to ask and to do."""
    show_html(_said(result, has_notes=has_notes))
    with st.container(key="little-ways", horizontal=True, vertical_alignment="center", gap="small"):
        # Where the notes tell plenty, more of them are not what is missing.
        notes: _Weight = "secondary" if result.tells_plenty else "primary"
        own: _Weight = "primary" if result.tells_plenty else "secondary"
        if st.button("Bring notes", type=notes, key="little-notes"):
            st.switch_page("app_pages/notes.py")
        about = state.outcomes_shelf().about
        if about:
            st.button("Look at everything instead", key="forget-about", on_click=forget_about)
        st.button("Say it in our own words", type=own, key="little-own", on_click=to_own)
        if result.ask_first:
            show_copy_button("\n".join(result.ask_first), "copy-questions")
    if result.heard:
        title = "What your notes tell" if result.tells_plenty else "Sentences in your notes that come nearest"
        with st.expander(title, expanded=result.tells_plenty):
            for number, quote in enumerate(result.heard):
                show_quote(quote, f"heard-{number}")


def _said(result: OutcomesResult, *, has_notes: bool) -> str:
    if not has_notes:
        heading, words = "There are no notes here yet.", "A page of notes, or of answers, is enough to begin with."
    elif not result.notes_searched:
        heading, words = "None of your notes may be quoted.", _NONE_QUOTABLE
    else:
        heading = (
            "Begin from what your notes tell." if result.tells_plenty else "Your notes say too little for this yet."
        )
        words = result.message
    body = tag("h2", heading, "c-empty-h c-plain-h") + tag("p", esc(words))
    if result.ask_first:
        lines = "".join(tag("li", esc(question)) for question in result.ask_first)
        body += tag("p", "Three questions to put to your members", "c-margin-h") + tag("ol", lines, "c-list c-asks")
    return tag("div", body, "c-empty", role="status")
