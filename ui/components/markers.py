"""Small marks that say filled or empty, always with words beside them."""

from __future__ import annotations

from ..markup import esc, tag

FILLED, EMPTY = "●", "○"


def mark_of(is_filled: bool) -> str:
    """Return the mark as HTML; what it means is said beside it, so it is not read out."""
    return tag("span", FILLED if is_filled else EMPTY, "c-dot c-dot-on" if is_filled else "c-dot", aria_hidden="true")


def render_page_sketch() -> str:
    """Return how a page will look, with made-up words."""
    rows = (
        ("What people can do now", "Members show delays on a map by the people who wait.", "2 quotes"),
        ("What did not work, and what we do not know", "Nobody has said yet whether the letters changed.", "gap"),
    )
    body = "".join(
        tag("p", esc(head), "c-brief-h") + tag("p", esc(words) + " " + tag("span", esc(mark), "c-chip"), "c-brief-p")
        for head, words, mark in rows
    )
    return tag("div", body, "c-brief-sketch")
