"""Situations and moves: read when somebody asks for coaching, since most people who plan do not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from coach.errors import PlaybookProblem, UnknownPattern
from coach.models import Move, Situation

from .loader import read_entries


@dataclass(frozen=True)
class CoachingShelf:
    """What the playbook knows of hosting that has become hard."""

    situations: tuple[Situation, ...]
    """By id."""
    moves: tuple[Move, ...]
    """By id."""

    @property
    def by_id(self) -> Mapping[str, Move]:
        """Return the moves by their ids."""
        return {move.id: move for move in self.moves}

    def moves_for(self, situation: Situation) -> Sequence[Move]:
        """Return the moves that may help in a situation: its own first, best first, then others that name it."""
        known = self.by_id
        others = [move for move in self.moves if situation.id in move.situations and move.id not in situation.moves]
        return [*(known[name] for name in situation.moves), *others]


@cache
def load_coaching() -> CoachingShelf:
    """Return the situations and moves that come with the product; read once.

    Raises:
        PlaybookProblem: A file does not hold together, or names what is not there.
    """
    return read_coaching(resources.files("coach.playbook"))


def read_coaching(folder: Traversable) -> CoachingShelf:
    """Read situations and moves from a folder that holds `situations/` and `moves/`.

    Raises:
        PlaybookProblem: A file does not hold together, or names what is not there.
    """
    shelf = CoachingShelf(
        read_entries(folder / "situations", Situation),
        read_entries(folder / "moves", Move),
    )
    _check_names(shelf)
    return shelf


def _check_names(shelf: CoachingShelf) -> None:
    moves, situations = {move.id for move in shelf.moves}, {item.id for item in shelf.situations}
    named = [(f"situations/{item.id}.yaml", name, moves) for item in shelf.situations for name in item.moves]
    named += [(f"situations/{item.id}.yaml", name, situations) for item in shelf.situations for name in item.not_when]
    named += [(f"moves/{move.id}.yaml", name, situations) for move in shelf.moves for name in move.situations]
    for file, name, known in named:
        if name not in known:
            raise PlaybookProblem(f"The playbook file {file} names “{name}”, which is not there.")


def find_situation(situation_id: str) -> tuple[Situation, list[Move]]:
    """Return a situation with the moves that may help in it, best first.

    Raises:
        UnknownPattern: There is none of that id.
    """
    shelf = load_coaching()
    found = next((item for item in shelf.situations if item.id == situation_id.strip().lower()), None)
    if found is None:
        raise UnknownPattern(
            f"There is no situation “{situation_id}”.", "`coach playbook hard` lists the ones that are here."
        )
    return found, list(shelf.moves_for(found))
