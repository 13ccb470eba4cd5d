"""What was just drafted is read from its top: the page stood at the foot of the form when the button was pressed."""

from __future__ import annotations

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from .. import state

_JS = """
let seen = 0;
export default function (component) {
  const { openings, at } = component.data;
  if (openings === seen) { return; }
  seen = openings;
  const place = at && document.querySelector(at);
  if (place) {
    requestAnimationFrame(() => place.scrollIntoView({ block: "start" }));
  } else {
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  }
}
"""


def begin_at_top() -> None:
    """Have the page scroll to its top when it is drawn next."""
    state.record().openings += 1


def show_top(at: str = "") -> None:
    """Put the listener into the page; there is nothing to see.

    Args:
        at: A CSS selector for what is read from its top instead of the page, where it is there.
    """
    _component()(key="to-top", data={"openings": state.record().openings, "at": at})


@st.cache_resource(show_spinner=False)
def _component() -> ComponentRenderer:
    return st.components.v2.component("coach_to_top", js=_JS)
