"""Which move to offer: what helps in the situation, can be done in time, and is not done or offered already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from coach.models import AlreadyDoing, CoachMode, Move, Situation
from coach.playbook import content_stems
from coach.playbook.coaching import load_coaching
from coach.ports import Embedder

SAME = 0.62
"""From this cosine similarity on, what somebody does is what a move says."""
SHARED = 0.5
"""Or this share of the words of what they do."""
_NOW = frozenset({"none", "minutes"})
_SHORT = 5
"""Minutes that can be found in a session that is about to begin."""


@dataclass(frozen=True)
class Chosen:
    """Moves that may be offered, and what stands in their place where somebody does one already."""

    moves: tuple[Move, ...]
    """Best first."""
    keep_doing: str
    """What they do already that is one of the first moves, in their words; empty when nothing is."""


def choose_moves(
    situation: Situation, mode: CoachMode, doing: Sequence[AlreadyDoing], offered: Sequence[str], embedder: Embedder
) -> Chosen:
    """Return the moves for a situation.

    Args:
        situation: What it is about.
        mode: Which door somebody came in by: ten minutes before, only what can be done now is offered.
        doing: What they say they do already; what flopped is left out and not named.
        offered: Ids of moves that were offered before.
        embedder: Measures how near what they do is to a move.
    """
    fitting = [move for move in load_coaching().moves_for(situation) if _fits(move, mode)]
    twins = _find_twins(fitting, doing, embedder)
    fresh = tuple(move for move in fitting if move.id not in twins and move.id not in offered)
    named = [item for move in fitting if move.id in twins for item in twins[move.id] if not item.flopped]
    return Chosen(fresh, named[0].text if named else "")


def _fits(move: Move, mode: CoachMode) -> bool:
    if mode is not CoachMode.TEN_MINUTES:
        return True
    return move.effort in _NOW and move.minutes <= max(_SHORT, 10 if move.effort == "none" else _SHORT)


def _find_twins(
    moves: Sequence[Move], doing: Sequence[AlreadyDoing], embedder: Embedder
) -> dict[str, list[AlreadyDoing]]:
    """Return for each move that somebody does already what they said of it."""
    if not moves or not doing:
        return {}
    texts = [f"{move.title}. {move.does}" for move in moves]
    rows = np.asarray(embedder.embed([*texts, *(item.text for item in doing)]))
    near = rows[: len(moves)] @ rows[len(moves) :].T
    twins: dict[str, list[AlreadyDoing]] = {}
    for place, move in enumerate(moves):
        same = [
            item for number, item in enumerate(doing) if near[place, number] >= SAME or _shares_words(move, item.text)
        ]
        if same:
            twins[move.id] = same
    return twins


def _shares_words(move: Move, text: str) -> bool:
    theirs = content_stems(text)
    ours = content_stems(f"{move.title} {move.does}")
    return len(theirs) >= 3 and len(theirs & ours) >= SHARED * len(theirs)
