"""Sentences to begin an outcome from, where the notes tell plenty and no doing that the playbook knows is in it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from coach.models import Citation, Cue
from coach.ports import Embedder

from ..ear import Heard, hear_cues
from ..naming import find_names, names_somebody
from .material import Line, Material

MOST = 6
"""More than this is read by nobody."""
_LEAST, _LEAST_NOTES = 4, 3
"""Fewer sentences, or from fewer notes, are too little to say that the notes tell plenty."""
_BEGINS = frozenset({Cue.STRUGGLE, Cue.QUESTION, Cue.WISH, Cue.DISAGREEMENT})
"""What people want to change is what an outcome can begin from; what worked is not."""
_SHORTEST = 7
_ASKED_LESS = 0.5
"""How much nearness to what was asked for counts beside how telling a sentence is."""


def find_starters(material: Material, embedder: Embedder, wanted: np.ndarray | None = None) -> tuple[Citation, ...]:
    """Return the sentences that tell most, one a note as far as that goes; none where the notes tell little.

    Args:
        material: The chunks that may be quoted.
        embedder: Turns sentences into vectors.
        wanted: The vector of what was asked for; none when nothing was.
    """
    every = [line for chunk in material.chunks for line in material.lines(chunk)]
    names = find_names(line.text for line in every)
    lines = [line for line in every if _may_begin(line, names)]
    if not lines:
        return ()
    texts = [line.text for line in lines]
    rows = np.asarray(embedder.embed(texts), np.float32)
    near = rows @ wanted if wanted is not None else np.zeros(len(lines), np.float32)
    told = [
        (heard.telling + _ASKED_LESS * float(near[place]), lines[place])
        for place, heard in enumerate(hear_cues(texts, rows, embedder.name))
        if _tells(lines[place], heard) and heard is not None
    ]
    chosen = _spread([line for _, line in sorted(told, key=lambda pair: (-pair[0], pair[1].text))])
    notes = {line.citation.note_id for line in chosen}
    return tuple(line.citation for line in chosen) if len(chosen) >= _LEAST and len(notes) >= _LEAST_NOTES else ()


def _may_begin(line: Line, names: frozenset[str]) -> bool:
    # A sentence about somebody by name is theirs; nobody begins an outcome from it without asking them.
    named = line.names_somebody or names_somebody(line.text, names)
    return not line.is_noise and not named and len(line.text.split()) >= _SHORTEST


def _tells(line: Line, heard: Heard | None) -> bool:
    return line.is_telling or (heard is not None and heard.cue in _BEGINS)


def _spread(lines: Sequence[Line]) -> list[Line]:
    """Return the best of each note first, then the second best of each, up to the most."""
    turns: dict[str, list[Line]] = {}
    for line in lines:
        turns.setdefault(line.citation.note_id, []).append(line)
    rounds = max((len(items) for items in turns.values()), default=0)
    return [items[turn] for turn in range(rounds) for items in turns.values() if turn < len(items)][:MOST]
