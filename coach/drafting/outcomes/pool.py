"""The sentences that are listened to: read from the chunks that may speak of a doing or of what was asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from coach.models import Chunk
from coach.ports import Embedder, Vectors

from ..convincing import has_cue_word
from .first_look import choose_chunks
from .library import CommonDoing
from .matching import Matches, match
from .material import Line, Material
from .subject import Nearness

_ALL_READ = 320
"""Communities up to this many chunks are read whole."""
_CHUNKS = 380
"""How many chunks of a larger one are read."""
_ASKED_CHUNKS, _MORE_CHUNKS = 140, 80
"""How many chunks are read that are near what was asked for, and how many more that speak of a doing on it."""
_NEAR_ASKED, _LEAST_ASKED = 0.28, 24
"""The similarity from which a chunk speaks to what was asked for, and how many are read at least."""
_FORM_NOTES = 3
"""A sentence that stands in this many notes word for word belongs to their form."""
_MOST_LINES = 420
_THIN_CHUNKS = 400
"""A community with no more chunks than this has little written down."""
_LENT, _LENDS = 0.85, 0.45
"""How much of its passage's nearness a sentence is lent, and from which nearness on."""
_OFF_ASKED, _ASKED_SPAN = 0.26, 0.2
"""From which nearness on a sentence is on what was asked for, and over which span it grows to be wholly on it."""


@dataclass(frozen=True)
class Pool:
    """Sentences, which of them speak of which doing by their words, and their vectors."""

    lines: Sequence[Line]
    """Sentences that may be quoted."""
    by_words: Sequence[Mapping[int, int]]
    """For each doing the places of the sentences that have its words, and how far apart these stand."""
    by_thing: Sequence[Sequence[int]]
    """For each the telling sentences that have only the first group of its words: what the doing is done to."""
    vectors: Vectors
    """One row for each sentence."""
    asked: npt.NDArray[np.float32] | None = None
    """How near each is to what was asked for, with what its passage lends it."""
    asked_itself: npt.NDArray[np.float32] | None = None
    """The same by its own words alone."""
    named: Sequence[float] = ()
    """How much of what was asked for each names, 0 to 1."""
    recent: Mapping[str, float] = field(default_factory=dict)
    """Note id to how much its sentences count by their age, about 1."""

    is_thin: bool = False
    """Whether the community has little written down."""

    def share(self, place: int) -> float:
        """Return how much of a sentence is on what was asked for, 0 to 1."""
        if self.asked is None:
            return 1.0
        return min(max((float(self.asked[place]) - _OFF_ASKED) / _ASKED_SPAN, 0.0), 1.0)

    def nearness_itself(self, place: int) -> float:
        """Return how near a sentence is to what was asked for by its own words; 1 when nothing was."""
        return 1.0 if self.asked_itself is None else float(self.asked_itself[place])


@dataclass(frozen=True)
class Asked:
    """What was asked for, when something was."""

    vector: npt.NDArray[np.float32] | None
    """Its vector."""
    near: Sequence[Nearness]
    """How near each doing of the library is to it."""


def fill_pool(material: Material, doings: Sequence[CommonDoing], embedder: Embedder, asked: Asked) -> Pool:
    """Read the sentences that may speak of one of these doings.

    Args:
        material: The chunks that may be quoted.
        doings: What to listen for.
        embedder: Measures nearness.
        asked: What was asked for.
    """
    is_thin = len(material.chunks) <= _THIN_CHUNKS
    read = _read(material, _choose_chunks(material, doings, asked), reads_all=is_thin or asked.vector is not None)
    matches = match(read, doings, is_thin)
    kept = _keep(read, matches, is_thin, is_asked=asked.vector is not None)
    now_at = {place: at for at, place in enumerate(kept)}
    lines = [read[place] for place in kept]
    said = [line.text if place in matches.by_text else _with_title(line) for place, line in enumerate(read)]
    vectors = _embed([said[place] for place in kept], embedder)
    return Pool(
        lines,
        [{now_at[place]: gap for place, gap in gaps.items() if place in now_at} for gaps in matches.gaps],
        [[now_at[place] for place in places if place in now_at] for places in matches.things],
        vectors,
        *_asked(material, lines, vectors, asked.vector),
        _by_age(material),
        is_thin,
    )


def _read(material: Material, chunks: Sequence[Chunk], *, reads_all: bool) -> list[Line]:
    lines = _without_forms([line for chunk in chunks for line in material.lines(chunk)])
    # Where much is written down, what only tells need not stand for anything.
    return [line for line in lines if reads_all or line.text.endswith("?") or has_cue_word(line.text)]


def _keep(read: Sequence[Line], matches: Matches, is_thin: bool, *, is_asked: bool) -> list[int]:
    """Return the places of the sentences that are worth being measured, the most telling first."""
    speaks = set(range(len(read))) if is_asked else set(matches.places)
    speaks |= {place for place, line in enumerate(read) if line.is_wished}
    kept = [
        place
        for place in speaks
        if not read[place].is_noise and (is_thin or is_asked or read[place].is_telling or read[place].calls)
    ]
    return sorted(kept, key=lambda place: (*_rank(read[place], place in matches.whole), place))[:_MOST_LINES]


def _with_title(line: Line) -> str:
    return f"{line.context}: {line.text}" if line.context else line.text


def _rank(line: Line, is_whole: bool) -> tuple[bool, bool, bool, bool]:
    return not line.is_telling, not is_whole, not line.calls, not line.is_convincing


def _choose_chunks(material: Material, doings: Sequence[CommonDoing], asked: Asked) -> list[Chunk]:
    if asked.vector is None:
        if len(material.chunks) <= _ALL_READ:
            return list(material.chunks)
        return [material.chunks[place] for place in choose_chunks(material.chunks, doings, _CHUNKS)]
    near = asked_places(material)[:_ASKED_CHUNKS]
    wanted = [doing for doing, nearness in zip(doings, asked.near, strict=True) if nearness.is_on]
    more = choose_chunks(material.chunks, wanted, _MORE_CHUNKS) if len(material.chunks) > len(near) else []
    return [material.chunks[place] for place in dict.fromkeys((*near, *more))]


def asked_places(material: Material) -> list[int]:
    """Return the places of the chunks that speak to what was asked for, nearest first; all when nothing was."""
    near = material.nearness
    if near is None:
        return list(range(len(material.chunks)))
    order = np.argsort(-near, kind="stable").tolist()
    return [place for rank, place in enumerate(order) if near[place] >= _NEAR_ASKED or rank < _LEAST_ASKED]


def _without_forms(lines: Sequence[Line]) -> list[Line]:
    notes: dict[str, set[str]] = {}
    for line in lines:
        notes.setdefault(line.text.lower(), set()).add(line.citation.note_id)
    first = {line.text.lower(): line for line in reversed(lines)}
    return [line for line in lines if len(notes[line.text.lower()]) < _FORM_NOTES and first[line.text.lower()] is line]


def _embed(texts: Sequence[str], embedder: Embedder) -> Vectors:
    return embedder.embed(texts) if texts else np.zeros((0, embedder.dim), dtype=np.float32)


def _asked(
    material: Material, lines: Sequence[Line], vectors: Vectors, asked_for: npt.NDArray[np.float32] | None
) -> tuple[npt.NDArray[np.float32] | None, npt.NDArray[np.float32] | None, Sequence[float]]:
    if asked_for is None or material.nearness is None:
        return None, None, ()
    # A sentence need not name the subject again that the passage is on.
    around = dict(zip((chunk.id for chunk in material.chunks), material.nearness.tolist(), strict=True))
    chunk_near = [around[line.chunk.id] for line in lines]
    lent = np.asarray([_LENT * near if near >= _LENDS else 0.0 for near in chunk_near], dtype=np.float32)
    itself = material.subject.raise_nearness(vectors @ asked_for, [line.text for line in lines])
    named = [material.subject.share(line.text) for line in lines]
    return np.maximum(itself, lent), itself, named


def _by_age(material: Material) -> dict[str, float]:
    """Return how much each note counts: the newest a little more, the oldest a little less."""
    dates = {note.id: note.date.iso or "" for note in material.summaries.values()}
    dated = sorted(Counter(date for date in dates.values() if date))
    rank = {date: place / max(len(dated) - 1, 1) for place, date in enumerate(dated)}
    return {note: 0.85 + 0.3 * rank[date] if date else 1.0 for note, date in dates.items()}
