"""Names for screen readers: which sentence a "Plan with this" belongs to."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

# A button's own name is short and the same on every card; the group around it says the sentence.
_JS = """
export default function (component) {
  const { groups } = component.data;
  requestAnimationFrame(() => {
    Object.entries(groups).forEach(([key, name]) => {
      const group = document.querySelector(`.st-key-${key}`);
      if (group) { group.setAttribute("role", "group"); group.setAttribute("aria-label", name); }
    });
  });
}
"""


def show_names(groups: Mapping[str, str]) -> None:
    """Name the containers with these keys; there is nothing to see."""
    _component()(key="outcome-names", data={"groups": dict(groups)})


@st.cache_resource(show_spinner=False)
def _component() -> ComponentRenderer:
    return st.components.v2.component("coach_outcome_names", js=_JS)
