"""A note to oneself, out of a conversation."""

from __future__ import annotations

import streamlit as st

from coach.models import CoachReply, JournalEntry

from .. import resources, state
from .coaching_acts import act

_NOTE = "coaching.note"


def show_note(reply: CoachReply) -> None:
    """Draw the way to a note, or the box for it."""
    if state.talk().editor != "note":
        st.button("Keep a note for myself", key="note", type="tertiary", on_click=_open)
        return
    with st.container(key="note-editor", gap="small"):
        st.text_area("A note that only you see", height="content", **state.kept(_NOTE, ""))
        with st.container(key="note-actions", horizontal=True, vertical_alignment="center", gap="small"):
            st.button("Keep it", key="note-keep", on_click=_keep, args=(reply.thread,))
            st.button("Not now", key="note-not", type="tertiary", on_click=_close)


def _open() -> None:
    state.talk().editor = "note"


def _close() -> None:
    state.talk().editor = ""


def _keep(thread: str) -> None:
    practice, community, who = resources.coach().practice, state.record().community, state.actor()
    text = str(state.typed_now(_NOTE, ""))
    written: list[JournalEntry] = []

    def write() -> None:
        written.append(practice.write_entry(community, text, thread=thread, actor=who))

    def take_back() -> None:
        practice.remove_entry(community, written[0].id, actor=who)

    if act(write, "Kept under My way. Only you can see it.", ("Take it back", take_back)):
        state.put(_NOTE, "")
        _close()
