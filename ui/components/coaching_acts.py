"""Doing something for one person on the coaching page, and saying what came of it."""

from __future__ import annotations

from collections.abc import Callable

from coach.errors import CoachError

from .. import resources, state
from .notice import Notice, put_away, say

PAGE = "coaching"
"""Under this name the page says what was done."""
Undo = tuple[str, Callable[[], object]]
"""What the way back is called, and what it does."""


def act(step: Callable[[], object], done: str = "", undo: Undo | None = None) -> bool:
    """Do something that may be refused; say what was done, or why it was not, and return whether it was."""
    put_away(PAGE)
    try:
        step()
    except CoachError as error:
        say(PAGE, Notice(" ".join(filter(None, (error.message, error.next_step))).replace("`", "")))
        return False
    if done:
        say(PAGE, Notice(done, undo[0], lambda: _take_back(undo[1])) if undo else Notice(done))
    return True


def refuse(words: str) -> None:
    """Say why something could not be done as it stands."""
    say(PAGE, Notice(words))


def _take_back(step: Callable[[], object]) -> None:
    act(step, "Taken back.")


def titles() -> dict[str, str]:
    """Return what hosts call the playbook's situations, by id, in the order of their titles."""
    found = {one.id: one.title for one in resources.coach().situations()}
    return dict(sorted(found.items(), key=lambda pair: pair[1].lower()))


def is_lead() -> bool:
    """Return whether the person here looks after the open community."""
    return resources.coach().community(state.record().community).owner_id == state.actor().id
