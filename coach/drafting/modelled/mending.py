"""Asking a model to mend what was found in its answer: at most twice, and only for as long as it gets better."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from coach.errors import ModelProblem

from .room import Room

MOST_REPAIRS = 2


class Weighed(Protocol):
    """One version of an answer."""

    @property
    def weight(self) -> int:
        """Return how much was found in it."""
        ...


V = TypeVar("V", bound=Weighed)


def mend(first: V, room: Room, is_worth_asking: Callable[[V], bool], ask: Callable[[V], V | None]) -> V:
    """Return the best version: the first one, or one that was mended.

    Args:
        first: The first version.
        room: Who waits is told, and what could not be mended is noted.
        is_worth_asking: Says whether what was found in a version is worth another question.
        ask: Asks for a mended version; None when nothing came of it.
    """
    best = first
    for _ in range(MOST_REPAIRS):
        if not is_worth_asking(best):
            break
        room.watch.stage("Mending what was found")
        try:
            mended = ask(best)
        except ModelProblem as problem:
            room.trace.tell(f"What was found could not be mended: {problem.message}")
            break
        if mended is None or mended.weight >= best.weight:
            break
        best = mended
    return best
