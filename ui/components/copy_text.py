"""A button that copies a text, and says that it did."""

from __future__ import annotations

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

_HTML = """
<button type="button" class="copy">Copy as text</button>
<span class="said" role="status" aria-live="polite"></span>
"""
_CSS = """
:host { display: block; }
.copy { font: inherit; font-family: var(--st-font); font-size: 0.95em; color: var(--st-text-color);
  background: var(--st-secondary-background-color); border: 1px solid var(--st-border-color);
  border-radius: var(--st-button-radius); min-height: 2.5rem; padding: 0.25rem 0.9rem; cursor: pointer; }
.copy:hover { border-color: var(--st-primary-color); color: var(--st-primary-color); }
.copy:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 2px; }
.said:empty { display: none; }
.said { margin-left: 0.6rem; font-family: var(--st-font); color: var(--st-text-color); }
"""
_JS = """
export default function (component) {
  const { data, parentElement } = component;
  const button = parentElement.querySelector(".copy");
  const said = parentElement.querySelector(".said");
  button.textContent = data.words;
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(data.text);
      said.textContent = "Copied";
    } catch (error) {
      said.textContent = "The browser did not let us copy. Download it instead.";
    }
  };
}
"""


def show_copy_button(text: str, key: str, words: str = "Copy as text") -> None:
    """Draw the button for this text."""
    _component()(key=key, data={"text": text, "words": words}, width="content")


@st.cache_resource(show_spinner=False)
def _component() -> ComponentRenderer:
    return st.components.v2.component("coach_copy_text", html=_HTML, css=_CSS, js=_JS)
