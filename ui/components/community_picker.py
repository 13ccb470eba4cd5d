"""Which community is open: chosen in the sidebar, the same on every page."""

from __future__ import annotations

import streamlit as st

from coach.models import Community

from .. import resources, state
from ..markup import esc, show_html, tag

_PICKER = "community-picker"


def open_community(name: str) -> None:
    """Make this the open community."""
    state.record().community = name


def show_community_picker() -> list[Community]:
    """Draw the brand and the picker; return the communities that are here."""
    communities = resources.coach().communities()
    names = [community.name for community in communities]
    state.settle_in(communities)
    record = state.record()
    with st.sidebar:
        if len(names) > 1:
            st.session_state[_PICKER] = record.community
            st.selectbox("Community", names, key=_PICKER, on_change=_pick)
        elif names:
            show_html(tag("p", "Community", "c-side-label") + tag("p", esc(record.community), "c-side-name"))
    return communities


def _pick() -> None:
    open_community(st.session_state[_PICKER])
