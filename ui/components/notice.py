"""What has just been done, said once at the top of the page, with the way back beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from .. import state
from ..markup import esc, show_html, tag


@dataclass(frozen=True)
class Notice:
    """One thing that has been done."""

    words: str
    """What, in one or two sentences."""
    undo_label: str = ""
    """What the way back is called; empty when there is none."""
    undo: Callable[[], None] | None = None
    """The way back."""


def say(page: str, notice: Notice) -> None:
    """Say this the next time the page is drawn, until it is put away."""
    state.record().notices[page] = notice


def show_notice(page: str) -> None:
    """Draw the page's notice, if there is one."""
    notice = state.record().notices.get(page)
    if notice is None:
        return
    with st.container(key=f"notice-{page}", horizontal=True, vertical_alignment="center", gap="small"):
        show_html(tag("p", esc(notice.words), "c-said", role="status"))
        if notice.undo:
            st.button(notice.undo_label, key=f"undo-{page}", on_click=_undo, args=(page, notice.undo))
        st.button("Put away", key=f"put-away-{page}", type="tertiary", on_click=put_away, args=(page,))


def _undo(page: str, undo: Callable[[], None]) -> None:
    put_away(page)
    undo()


def put_away(page: str) -> None:
    """Forget the page's notice."""
    state.record().notices.pop(page, None)
