"""Which move to offer: what helps in the situation, can be done in time, and is not done or offered already."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from coach.models import AlreadyDoing, CoachMode, Move, Situation
from coach.playbook import content_stems
from coach.playbook.coaching import load_coaching
from coach.ports import Embedder, Vectors

SAME = 0.45
"""From this cosine similarity on, what somebody does is what a move says."""
NEAREST, NEAREST_SAID = 0.25, 0.2
"""From there on the nearest of a situation's moves is taken for what they tell of: a sentence, or one that says so."""
SHARED = 0.5
"""Or this share of the words of what they do."""
MOST_MEASURED = 6
"""So many moves of a situation are measured: nobody is offered more."""
_NOW = frozenset({"none", "minutes"})
_SHORT, _SHORT_NOW = 5, 10
"""Minutes that can be found in a session that is about to begin: before it, and in it."""
_SAYS_SO = re.compile(
    r"\b(?:already|always|every (?:time|week|month|session|meeting|other|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day)|usually"
    r"|as usual|normally|rule one|tried|switched|got good at|used to|for (?:months|years|ages)|since"
    r"|last (?:month|week|time|year|autumn|spring|summer|winter)|before (?:that|the last)|yes,? (?:we|i)|yep|done"
    r"|in (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|autumn)"
    r"|had (?:a|the|us|cards|pairs)|(?:we|i)(?:['’]ve| have) (?:got|had|been)|(?:we|i) do|our (?:habit|custom|way)"
    r"|with us)\b",
    re.IGNORECASE,
)
"""Words by which people say that something is done, and not only what happened."""


_KNOWN_VECTORS: dict[tuple[str, str], Vectors] = {}
"""The vectors of moves, by embedder and move: made when one is first measured."""


@dataclass(frozen=True)
class Chosen:
    """Moves that may be offered, and what stands in their place where somebody does one already."""

    moves: tuple[Move, ...]
    """Best first."""
    keep_doing: str
    """What they do already that is one of the first moves, in their words; empty when nothing is."""


@dataclass(frozen=True)
class Known:
    """What is known of what somebody does and was offered."""

    doing: tuple[AlreadyDoing, ...] = ()
    """What they say they do; what flopped is left out as well, and not named."""
    told: tuple[str, ...] = ()
    """What they tell in their message, a clause each: a move among it is not news to them."""
    offered: tuple[str, ...] = ()
    """Ids of moves that were offered before."""


def choose_moves(situation: Situation, mode: CoachMode, known: Known, embedder: Embedder) -> Chosen:
    """Return the moves for a situation.

    Args:
        situation: What it is about.
        mode: Which door somebody came in by: ten minutes before, only what can be done now is offered.
        known: What they do, tell, and were offered.
        embedder: Measures how near what they do is to a move.
    """
    fitting = [move for move in load_coaching().moves_for(situation) if _fits(move, mode)]
    fresh = [move for move in fitting if move.id not in known.offered]
    measured = fresh[:MOST_MEASURED]
    twins = _find_twins(measured, known.doing, embedder)
    told = _find_told(measured, known.told, embedder)
    left = tuple(move for move in fresh if move.id not in twins and move.id not in told)
    named = [item for move in fitting for item in twins.get(move.id, ()) if not item.flopped]
    return Chosen(left, named[0].text if named else "")


def _fits(move: Move, mode: CoachMode) -> bool:
    if mode is not CoachMode.TEN_MINUTES:
        return True
    return move.effort in _NOW and move.minutes <= (_SHORT_NOW if move.effort == "none" else _SHORT)


def _find_twins(
    moves: Sequence[Move], doing: Sequence[AlreadyDoing], embedder: Embedder
) -> dict[str, list[AlreadyDoing]]:
    """Return for each move that somebody does already what they said of it."""
    if not moves or not doing:
        return {}
    near = _nearness(moves, [item.text for item in doing], embedder)
    twins: dict[str, list[AlreadyDoing]] = {}
    for place, move in enumerate(moves):
        same = [
            item for number, item in enumerate(doing) if near[place, number] >= SAME or _shares_words(move, item.text)
        ]
        if same:
            twins[move.id] = same
    return twins


def _find_told(moves: Sequence[Move], told: Sequence[str], embedder: Embedder) -> set[str]:
    """Return the moves that a message tells of: the nearest one of each clause, where it is near enough."""
    if not moves or not told:
        return set()
    near = _nearness(moves, told, embedder)
    found = {moves[place].id for place, number in zip(*np.nonzero(near >= SAME), strict=True) if number >= 0}
    for number, clause in enumerate(told):
        place = int(near[:, number].argmax())
        if near[place, number] >= (NEAREST_SAID if _SAYS_SO.search(clause) else NEAREST):
            found.add(moves[place].id)
    return found


def _nearness(moves: Sequence[Move], texts: Sequence[str], embedder: Embedder) -> Vectors:
    """Return how near each move is to each text: by what it does, or by what is said in it."""
    rows = np.asarray(embedder.embed(list(texts)))
    return np.stack([(_vectors(move, embedder) @ rows.T).max(axis=0) for move in moves])


def _vectors(move: Move, embedder: Embedder) -> Vectors:
    key = (embedder.name, move.id)
    if key not in _KNOWN_VECTORS:
        _KNOWN_VECTORS[key] = np.asarray(embedder.embed([f"{move.title}. {move.does}", move.say]))
    return _KNOWN_VECTORS[key]


def _shares_words(move: Move, text: str) -> bool:
    theirs = content_stems(text)
    ours = content_stems(f"{move.title} {move.does}")
    return len(theirs) >= 3 and len(theirs & ours) >= SHARED * len(theirs)
