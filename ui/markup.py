"""Text becomes HTML or a label here and nowhere else: notes are data, so everything is escaped."""

from __future__ import annotations

import html
import re

import streamlit as st

_MEANS_SOMETHING = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$:&@^=])")


def esc(text: object) -> str:
    """Return the text so that HTML shows it as it stands, in an attribute as well."""
    return html.escape(str(text), quote=True)


def label(text: str) -> str:
    """Return the text so that a button or an expander shows it as it stands: labels are read as Markdown."""
    return _MEANS_SOMETHING.sub(r"\\\1", " ".join(text.split()))


def tag(name: str, inner: str, kind: str = "", **attributes: str) -> str:
    """Return one element around HTML that is already safe; attribute values are escaped here."""
    words = {"class": kind, **{key.replace("_", "-").strip("-"): value for key, value in attributes.items()}}
    said = "".join(f' {key}="{esc(value)}"' for key, value in words.items() if value)
    return f"<{name}{said}>{inner}</{name}>"


def items(lines: list[str] | tuple[str, ...], kind: str = "c-list") -> str:
    """Return plain lines as a list."""
    return tag("ul", "".join(tag("li", esc(line)) for line in lines), kind)


def show_html(body: str) -> None:
    """Draw HTML whose parts came through `esc`."""
    st.html(body)
