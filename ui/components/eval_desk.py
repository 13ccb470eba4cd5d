"""The three things that the evals page is for: reading reports, comparing two, and labelling."""

from __future__ import annotations

import streamlit as st

from .. import resources, state

REPORTS, COMPARED, LABEL = "Reports", "Two runs compared", "Label"
_WAY = "evals.way"


def show_ways() -> None:
    """Draw the choice; comparing is offered once there is something to compare."""
    st.segmented_control(
        "What to look at", _offered(), required=True, label_visibility="collapsed", **state.kept(_WAY, REPORTS)
    )


def way() -> str:
    """Return what was chosen."""
    chosen = str(state.typed(_WAY, REPORTS))
    return chosen if chosen in _offered() else REPORTS


def _offered() -> list[str]:
    has_compared = bool(resources.coach().evaluations.list_comparisons())
    return [REPORTS, COMPARED, LABEL] if has_compared else [REPORTS, LABEL]
