"""The one place where CSS goes in, once a page."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ..palette import css_variables

_FIRST = Path(__file__).with_name("style.css")
_SHEETS = (_FIRST, *sorted(set(_FIRST.parent.glob("*.css")) - {_FIRST}))
"""What all pages share, and after it the sheets of single pages."""


def show_style() -> None:
    """Put the colours and the style sheets into the page."""
    sheets = "\n".join(sheet.read_text(encoding="utf-8") for sheet in _SHEETS)
    st.html(f"<style>{css_variables()}\n{sheets}</style>")
