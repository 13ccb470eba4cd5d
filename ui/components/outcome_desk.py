"""The desk for outcomes: from the notes or in people's own words, and what was chosen from both for a plan."""

from __future__ import annotations

import streamlit as st

from .. import state
from .outcome_chosen import show_chosen
from .outcome_names import show_names
from .outcome_own import show_own
from .outcome_set import show_suggested

FROM_NOTES, OWN = "From our notes", "In our own words"
_WAY = "outcomes.way"


def show_outcome_desk() -> None:
    """Draw one of the two ways, and under it what was chosen."""
    st.segmented_control(
        "Where they come from",
        [FROM_NOTES, OWN],
        required=True,
        label_visibility="collapsed",
        **state.kept(_WAY, FROM_NOTES),
    )
    groups = show_own() if state.typed(_WAY, FROM_NOTES) == OWN else show_suggested(_to_own)
    show_chosen()
    show_names(groups)


def _to_own() -> None:
    state.put(_WAY, OWN)
