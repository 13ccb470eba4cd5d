"""An empty page says what to do first and shows what it will look like."""

from __future__ import annotations

import streamlit as st

from .. import state
from ..markup import esc, show_html, tag


def show_empty(heading: str, words: str, sketch: str = "") -> None:
    """Draw a calm card; `sketch` is HTML that shows what will stand here."""
    body = tag("p", esc(heading), "c-empty-h") + tag("p", esc(words))
    if sketch:
        body += tag("div", sketch, "c-sketch", aria_hidden="true")
    show_html(tag("div", body, "c-empty"))


def needs_community() -> bool:
    """Say what to do when no community is open, and return whether that is so."""
    if state.record().community:
        return False
    show_empty(
        "Every note belongs to a community, and none is open yet.",
        "Create yours, or look round with the demo community first. Both are on the first page.",
    )
    if st.button("Go to the first page", type="primary"):
        st.switch_page("app_pages/home.py")
    return True
