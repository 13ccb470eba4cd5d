"""Brings a piece of the page into view, when it appears where a person is not looking."""

from __future__ import annotations

import streamlit as st

# Only these fixed texts are ever allowed to run; what people wrote stays inert in elements of its own.
_TO_MARK = """<script>
requestAnimationFrame(() => {
  const mark = document.querySelector('[role="dialog"] .c-mark');
  if (mark) { mark.scrollIntoView({ block: "center" }); }
});
</script><span></span>"""
_TO_OUTCOME = """<script>
requestAnimationFrame(() => {
  const outcome = document.querySelector(".st-key-outcome");
  if (outcome) { outcome.scrollIntoView({ block: "center" }); }
});
</script><span></span>"""


def show_mark_in_view() -> None:
    """Bring the marked passage of the open note into view."""
    st.html(_TO_MARK, unsafe_allow_javascript=True)


def show_outcome_in_view() -> None:
    """Bring the end of a long job into view."""
    st.html(_TO_OUTCOME, unsafe_allow_javascript=True)
