"""An activity of one's own from text: the template, words that are pasted, or a file."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from .. import resources, state
from ..markup import esc, show_html, tag
from .playbook_own import BOX, write_in_box

_UPLOADS = "playbook.uploads"
_SAID = "playbook.upload_said"
_LARGEST = 64 * 1024
"""Bytes that the box takes from a file; what is larger is no pattern."""
_LARGEST_MB = 1


@dataclass(frozen=True)
class Taken:
    """What came of a file."""

    text: str = ""
    """Its text; empty when it cannot be taken."""
    problem: str = ""
    """Why it cannot, and what to do."""


def show_text_way() -> None:
    """Draw the box, with the template and a file as ways to begin."""
    with st.container(horizontal=True, key="pb-begin", vertical_alignment="center"):
        st.button("Begin from the template", key="template", on_click=_begin_from_template)
    key = f"upload-{state.record().community}-pattern-{state.typed(_UPLOADS, 0)}"
    st.file_uploader("Or take a file", key=key, max_upload_size=_LARGEST_MB, on_change=_take_up, args=(key,))
    said = state.typed(_SAID, "")
    if said:
        show_html(tag("p", esc(said), "c-said c-pb-said", role="status"))
    with st.container(key="pb-box"):
        st.text_area(
            "The text of your activity",
            height=440,
            placeholder="title: The wall of half-finished letters\nwhat_members_do: …",
            **state.kept(BOX, ""),
        )


def _begin_from_template() -> None:
    state.put(_SAID, "")
    write_in_box(resources.coach().pattern_template(), "")


def _take_up(key: str) -> None:
    file = st.session_state.get(key)
    if file is None:
        return
    taken = read_file(file.name, file.getvalue())
    state.put(_UPLOADS, int(state.typed(_UPLOADS, 0)) + 1)  # a new key is an empty uploader
    if taken.problem:
        state.put(_SAID, taken.problem)
        return
    state.put(_SAID, "")
    write_in_box(taken.text, f"This is what stands in {file.name}.")
    state.put("playbook.looked.text", True)


def read_file(name: str, data: bytes) -> Taken:
    """Return the text of a file, or why it was left where it is."""
    safe = "What stands in the box is as it was."
    if len(data) > _LARGEST:
        size = f"{name} holds {len(data) // 1024} KB, and an activity takes a few."
        return Taken(problem=f"{size} Take out one activity and give that. {safe}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        return Taken(problem=f"{name} is not a plain text file. Save it as text in UTF-8 and give it again. {safe}")
    if not text.strip():
        return Taken(problem=f"{name} is empty. {safe}")
    return Taken(text=text)
