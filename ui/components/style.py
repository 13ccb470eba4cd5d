"""The one place where CSS goes in, once a page."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ..palette import css_variables

_SHEET = Path(__file__).with_name("style.css")


def show_style() -> None:
    """Put the colours and the style sheet into the page."""
    st.html(f"<style>{css_variables()}\n{_SHEET.read_text(encoding='utf-8')}</style>")
