"""Ways to begin an outcome, for people who stare at an empty box."""

from __future__ import annotations

import streamlit as st

from .. import resources, state
from .outcome_lines import OWN


def show_stems() -> None:
    """Draw the beginnings of one kind of community, each to put into the box with one press."""
    entries = {entry.kind: entry for entry in resources.coach().outcome_stems()}
    with st.expander("Ways to begin"):
        kind = st.selectbox(
            "What kind of community are you?", list(entries), **state.kept("outcomes.kind", next(iter(entries)))
        )
        with st.container(key="stems", horizontal=True, gap="small"):
            for place, stem in enumerate(entries[kind].stems):
                st.button(f"{stem} …", key=f"stem-{place}", on_click=_begin, args=(stem,))


def _begin(stem: str) -> None:
    typed = str(state.typed(OWN, "")).rstrip()
    state.put(OWN, f"{typed}\n{stem} …".lstrip("\n"))
