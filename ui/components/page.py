"""The head of a page: the question it answers, and two or three lines on how."""

from __future__ import annotations

import streamlit as st

from ..markup import esc, show_html, tag


def show_page_head(question: str, *lead: str) -> None:
    """Draw the title and its plain lines."""
    st.title(question, anchor=False)
    show_html(tag("div", "".join(tag("p", esc(line)) for line in lead), "c-lead"))
