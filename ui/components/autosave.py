"""Keeps what is being typed after a pause, so that a reload or a crash loses a second of it and no more.

A text area tells the server what it holds when it loses focus, or on Ctrl+Enter. This presses Ctrl+Enter for the
person who has stopped typing for a moment; the text stays where it is, and so does the cursor.
"""

from __future__ import annotations

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

_JS = """
export default function () {
  const pause = 900;
  let timer = 0;
  let unsaved = null;
  const forget = () => { clearTimeout(timer); unsaved = null; };
  const save = () => {
    const area = unsaved;
    forget();
    if (area) {
      area.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", ctrlKey: true, bubbles: true }));
    }
  };
  const typed = (event) => {
    if (!(event.target instanceof HTMLTextAreaElement)) { return; }
    clearTimeout(timer);
    unsaved = event.target;
    timer = setTimeout(save, pause);
  };
  // A press elsewhere may lead to another page. The words go first: sent after, they would call this page back.
  const pressed = (event) => { if (event.target !== unsaved) { save(); } };
  const listeners = [["input", typed], ["pointerdown", pressed], ["focusout", forget]];
  listeners.forEach(([name, listener]) => document.addEventListener(name, listener, true));
  return () => {
    forget();
    listeners.forEach(([name, listener]) => document.removeEventListener(name, listener, true));
  };
}
"""


def show_autosave() -> None:
    """Put the listener into the page; there is nothing to see."""
    _component()(key="autosave")


@st.cache_resource(show_spinner=False)
def _component() -> ComponentRenderer:
    return st.components.v2.component("coach_autosave", js=_JS)
