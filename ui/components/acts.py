"""Doing something that a page was asked for, and saying at its top what came of it."""

from __future__ import annotations

from collections.abc import Callable

from coach.errors import CoachError

from .notice import Notice, put_away, say

Undo = tuple[str, Callable[[], object]]
"""What the way back is called, and what it does."""


def act_on(page: str, step: Callable[[], object], done: str = "", undo: Undo | None = None) -> bool:
    """Do something that may be refused; say what was done, or why it was not, and return whether it was."""
    put_away(page)
    try:
        step()
    except CoachError as error:
        say(page, Notice(" ".join(filter(None, (error.message, error.next_step))).replace("`", "")))
        return False
    if done:
        say(page, Notice(done, undo[0], lambda: _take_back(page, undo[1])) if undo else Notice(done))
    return True


def _take_back(page: str, step: Callable[[], object]) -> None:
    act_on(page, step, "Taken back.")
