"""Ctrl+Enter, or ⌘+Enter, in a text box sends what stands in it, as the button below it does."""

from __future__ import annotations

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

# A pause in typing looks to Streamlit like Ctrl+Enter (see autosave.py): only what a person pressed is heard here.
# The box tells the server what it holds on the same keys; the press on the button comes after it.
_JS = """
export default function (component) {
  const { box, button } = component.data;
  const pressed = (event) => {
    const sends = event.isTrusted && event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (!sends || !event.target.closest?.(`.st-key-${CSS.escape(box)}`)) { return; }
    setTimeout(() => document.querySelector(`.st-key-${CSS.escape(button)} button`)?.click(), 60);
  };
  document.addEventListener("keydown", pressed, true);
  return () => document.removeEventListener("keydown", pressed, true);
}
"""


def show_send_keys(box: str, button: str) -> None:
    """Listen in the container `box` and press the button in the container `button`; there is nothing to see."""
    _component()(key=f"send-keys-{box}", data={"box": box, "button": button})


@st.cache_resource(show_spinner=False)
def _component() -> ComponentRenderer:
    return st.components.v2.component("coach_send_keys", js=_JS)
