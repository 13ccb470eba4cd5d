"""Long work on the page: what is happening in words, how far, and a way to stop."""

from __future__ import annotations

import streamlit as st

from .. import resources
from ..long_work import LongWork
from ..markup import esc, show_html, tag

POLL_S = 0.3


def show_long_work(name: str) -> LongWork | None:
    """Draw the job under this name while it goes on; return it once it has ended, else None."""
    work = resources.long_works().of(name)
    if work is None or work.has_ended:
        return work
    _poll(name)
    return None


@st.fragment(run_every=POLL_S)
def _poll(name: str) -> None:
    work = resources.long_works().of(name)
    if work is None or work.has_ended:
        st.rerun()
    show_html(_render(work))
    stopping = work.is_stopping
    st.button(
        "Stopping after this step" if stopping else "Stop",
        key=f"stop-{name}",
        disabled=stopping,
        on_click=work.stop,
    )


def _render(work: LongWork) -> str:
    stage = work.stage or "Beginning"
    how_far = f"{work.done:,} of {work.total:,}" if work.total else ""
    share = min(100, round(100 * work.done / work.total)) if work.total else 4
    bar = tag("div", tag("div", "", "c-bar-fill", style=f"width:{share}%"), "c-bar", aria_hidden="true")
    words = tag("p", tag("strong", esc(work.what)), "c-work-what") + tag(
        "p", esc(stage) + (tag("span", how_far, "c-num") if how_far else ""), "c-work-stage"
    )
    return tag("div", words + bar, "c-work", role="status", aria_live="polite")
