"""Lines of one's own: read, changed in place, or removed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from .. import state
from ..markup import show_html

_EDITING = "coaching.editing"


@dataclass(frozen=True)
class Row:
    """One line of one's own."""

    id: str
    """Its id."""
    text: str
    """Its words."""
    body: str
    """How it is read, as HTML."""


@dataclass(frozen=True)
class RowActs:
    """What can be done with a line."""

    change: Callable[[str, str], bool]
    """Writes other words for the line of this id, and says whether they stand."""
    remove: Callable[[str], None]
    """Takes the line of this id away, with a way back."""


def show_row(row: Row, acts: RowActs) -> None:
    """Draw one line with what can be done with it, or its editor."""
    with st.container(key=f"own-{row.id}", gap="xsmall"):
        if state.typed(_EDITING, "") == row.id:
            _show_editor(row, acts)
            return
        show_html(row.body)
        with st.container(key=f"own-do-{row.id}", horizontal=True, gap="medium"):
            st.button("Change", key=f"change-{row.id}", type="tertiary", on_click=_open, args=(row,))
            st.button("Remove", key=f"remove-{row.id}", type="tertiary", on_click=acts.remove, args=(row.id,))


def _name(row: Row) -> str:
    return f"coaching.own.{row.id}"


def _open(row: Row) -> None:
    state.put(_EDITING, row.id)
    state.put(_name(row), row.text)


def _close(row: Row) -> None:
    state.put(_EDITING, "")
    state.forget(_name(row))


def _show_editor(row: Row, acts: RowActs) -> None:
    st.text_area("Your words", height="content", **state.kept(_name(row), row.text))
    with st.container(key=f"own-edit-{row.id}", horizontal=True, vertical_alignment="center", gap="small"):
        st.button("Save", key=f"save-{row.id}", on_click=_save, args=(row, acts))
        st.button("Leave it as it was", key=f"leave-{row.id}", type="tertiary", on_click=_close, args=(row,))


def _save(row: Row, acts: RowActs) -> None:
    if acts.change(row.id, str(state.typed_now(_name(row), row.text))):
        _close(row)
