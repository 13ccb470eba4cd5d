"""Doing something for one person on the coaching page, and saying what came of it."""

from __future__ import annotations

from collections.abc import Callable

from .. import resources, state
from .acts import Undo, act_on
from .notice import Notice, say

PAGE = "coaching"
"""Under this name the page says what was done."""


def act(step: Callable[[], object], done: str = "", undo: Undo | None = None) -> bool:
    """Do something that may be refused; say what was done, or why it was not, and return whether it was."""
    return act_on(PAGE, step, done, undo)


def refuse(words: str) -> None:
    """Say why something could not be done as it stands."""
    say(PAGE, Notice(words))


def titles() -> dict[str, str]:
    """Return what hosts call the playbook's situations, by id, in the order of their titles."""
    found = {one.id: one.title for one in resources.coach().situations()}
    return dict(sorted(found.items(), key=lambda pair: pair[1].lower()))


def is_lead() -> bool:
    """Return whether the person here looks after the open community."""
    return resources.coach().community(state.record().community).owner_id == state.actor().id
