"""Doing something on the page for leaders, and saying what came of it."""

from __future__ import annotations

from collections.abc import Callable

from .. import state
from .acts import Undo, act_on

PAGE = "brief"
"""Under this name the page says what was done."""
VIEW = "/brief.view"
"""Which view of the page is picked."""
PAPER, PICTURES, ASK, KEPT = "The page", "Pictures", "Ask the notes", "Kept"


def act(step: Callable[[], object], done: str = "", undo: Undo | None = None) -> bool:
    """Do something that may be refused; say what was done, or why it was not, and return whether it was."""
    return act_on(PAGE, step, done, undo)


def to_view(name: str) -> None:
    """Turn to another view; only before the choice is drawn."""
    state.put(VIEW, name)
