"""What it will look like: one line of a note on its way into a session."""

from __future__ import annotations

from coach.models import Doing

from ..markup import show_html, tag
from ..wording import MARK

_BLOCKS = (
    (Doing.TALKING, 9, ""),
    (Doing.MAKING, 34, "Everyone draws the same case"),
    (Doing.OPEN, 6, ""),
    (Doing.MAKING, 18, "Change yours"),
    (Doing.REVIEWING, 24, "Tell it back"),
    (Doing.OPEN, 9, ""),
)


def show_sketch() -> None:
    """Draw the way from a line in a note to a session; an example, and it says so."""
    steps = (
        ("Somebody wrote", _note()),
        ("You want to be able to", tag("p", "map a service so that others can read it", "c-sketch-outcome")),
        ("So you do this together", _timeline()),
    )
    cells = "".join(tag("div", tag("p", name, "c-hint") + body, "c-sketch-step") for name, body in steps)
    show_html(
        tag(
            "div", cells, "c-sketch-row", role="img", aria_label="An example: a line from a note becomes a session plan"
        )
    )


def _note() -> str:
    marked = tag("mark", "a session where everyone does the drawing, not watching one person draw", "c-mark")
    return tag("p", f"To try: {marked}", "c-sketch-note")


def _timeline() -> str:
    blocks = "".join(
        tag(
            "span",
            tag("span", MARK[doing], f"c-{doing.value}-word") + tag("span", words, "c-sketch-word"),
            f"c-sketch-block c-{doing.value}",
            style=f"flex:{minutes} 1 0",
        )
        for doing, minutes, words in _BLOCKS
    )
    return tag("div", blocks, "c-sketch-time")
