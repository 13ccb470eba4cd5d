"""Passages to read for outcomes: near what was asked for, or a spread of those that tell most."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import chain, zip_longest

import numpy as np

from coach.drafting.ear import hear_cues
from coach.drafting.outcomes import Material
from coach.models import Chunk, Passage
from coach.retrieval import Search, find_passages, to_passage

MOST = 24
"""More passages than this make a question dear and its answer no better."""
_READ_WHOLE = 120
"""Communities up to this many chunks are heard sentence by sentence."""
_LEAST_TELLING, _LEAST_NOTES = 3, 2
"""Fewer telling sentences, or from fewer notes, are too little to propose anything from."""
_LEAST_LINES = 12
"""In another language nobody here can tell what a sentence tells; so many of them may."""
_PLENTY_LINES, _PLENTY_NOTES = 20, 4
"""So many sentences from so many notes tell something, also where rules hear little in them."""


def find_spread(material: Material, search: Search, about: str, private: Collection[str]) -> tuple[Passage, ...]:
    """Return up to so many passages that may be quoted, those first that tell most, or that are nearest.

    Args:
        material: The chunks that may be quoted.
        search: Finds what is near.
        about: What was asked for; empty for anything.
        private: Notes whose passages do not count towards how many there may be.
    """
    if about:
        found = [item for item in find_passages(about, search, 2 * MOST).passages if item.quotable]
    else:
        ranked = _one_a_note_first(_by_telling(material, search))
        found = [to_passage(chunk, material.summaries[chunk.note_id]) for chunk in ranked]
    kept = _up_to(found, private)
    return tuple(item.model_copy(update={"label": f"S{place}"}) for place, item in enumerate(kept, 1))


def tells_enough(material: Material, *, is_english: bool) -> bool:
    """Say whether the notes tell enough for anybody to propose outcomes from them."""
    lines = [line for chunk in material.chunks for line in material.lines(chunk) if not line.is_noise]
    if len(lines) >= _PLENTY_LINES and len({line.citation.note_id for line in lines}) >= _PLENTY_NOTES:
        return True
    telling = [line for line in lines if line.is_telling] if is_english else lines
    notes = {line.citation.note_id for line in telling}
    least = _LEAST_TELLING if is_english else _LEAST_LINES
    return len(telling) >= least and len(notes) >= min(_LEAST_NOTES, len(material.summaries))


def _up_to(found: Iterable[Passage], private: Collection[str]) -> list[Passage]:
    kept: list[Passage] = []
    open_ones = 0
    for item in found:
        if open_ones == MOST or len(kept) == 2 * MOST:
            break
        kept.append(item)
        open_ones += item.note_id not in private
    return kept


def _by_telling(material: Material, search: Search) -> list[Chunk]:
    """Return the chunks, most telling first; the order of the notes decides where they tell alike."""
    told = _hear(material, search) if len(material.chunks) <= _READ_WHOLE else {}
    scores = {chunk.id: told.get(chunk.id, 0.0) + _count_telling(material, chunk) for chunk in material.chunks}
    return sorted(material.chunks, key=lambda chunk: (-scores[chunk.id], chunk.id))


def _count_telling(material: Material, chunk: Chunk) -> int:
    return min(3, sum(line.is_telling for line in material.lines(chunk)))


def _hear(material: Material, search: Search) -> dict[str, float]:
    """Return for each chunk how telling its most telling sentence is."""
    lines = [line for chunk in material.chunks for line in material.lines(chunk) if not line.is_noise]
    if not lines:
        return {}
    texts = [line.text for line in lines]
    rows = np.asarray(search.embedder.embed(texts), np.float32)
    told: dict[str, float] = {}
    for line, heard in zip(lines, hear_cues(texts, rows, search.embedder.name), strict=True):
        told[line.chunk.id] = max(told.get(line.chunk.id, 0.0), heard.telling if heard else 0.0)
    return told


def _one_a_note_first(chunks: Sequence[Chunk]) -> list[Chunk]:
    turns: dict[str, list[Chunk]] = {}
    for chunk in chunks:
        turns.setdefault(chunk.note_id, []).append(chunk)
    rounds = chain.from_iterable(zip_longest(*turns.values()))
    return [chunk for chunk in rounds if chunk is not None]
