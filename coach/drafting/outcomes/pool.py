"""The sentences that are listened to: read from the chunks that may speak of a doing or of what was asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from coach.models import Chunk
from coach.ports import Embedder, Vectors

from .first_look import choose_chunks
from .library import CommonDoing
from .listening_for import WordIndex, distance
from .material import Line, Material
from .subject import Nearness
from .telling import has_cue_word

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
_FAR = 6
"""How far apart words count of which one stands in the title."""
_LENT, _LENDS = 0.85, 0.45
"""How much of its passage's nearness a sentence is lent, and from which nearness on."""
_OFF_ASKED, _ASKED_SPAN = 0.26, 0.2
"""From which nearness on a sentence is on what was asked for, and over which span it grows to be wholly on it."""


@dataclass(frozen=True)
class Pool:
    """Sentences, which of them speak of which doing by their words, and their vectors."""

    lines: Sequence[Line]
    """Sentences that may be quoted."""
    by_words: Mapping[int, Mapping[int, int]]
    """Place of a doing to the places of the sentences that have its words, and how far apart these stand."""
    by_thing: Mapping[int, Sequence[int]]
    """The same for telling sentences that have only the first group of its words: what the doing is done to."""
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
    chunks = _choose_chunks(material, doings, asked)
    is_thin = len(material.chunks) <= _THIN_CHUNKS
    read = _without_forms([line for chunk in chunks for line in material.lines(chunk)])
    if not is_thin and asked.vector is None:
        # Where much is written down, what only tells need not stand for anything.
        read = [line for line in read if line.text.endswith("?") or has_cue_word(line.text)]
    found, things = _match(read, doings, is_thin)
    whole = {place for places in found for place in places}
    speaks = whole | {place for places in things for place in places}
    speaks |= {place for place, line in enumerate(read) if line.is_wished}
    if asked.vector is not None:
        speaks |= set(range(len(read)))
    speaks = {place for place in speaks if not read[place].is_noise}
    if not is_thin:
        speaks = {place for place in speaks if read[place].is_telling or read[place].calls or asked.vector is not None}
    kept = sorted(speaks, key=lambda place: (*_rank(read[place], place in whole), place))[:_MOST_LINES]
    now_at = {place: at for at, place in enumerate(kept)}
    lines = [read[place] for place in kept]
    by_text = {place for places in found for place, in_title in places.items() if not in_title}
    vectors = _embed([read[place].text if place in by_text else _with_title(read[place]) for place in kept], embedder)
    return Pool(
        lines,
        {
            number: {
                now_at[place]: _FAR if in_title else distance(read[place].text, doings[number].words)
                for place, in_title in places.items()
                if place in now_at
            }
            for number, places in enumerate(found)
        },
        {number: [now_at[place] for place in places if place in now_at] for number, places in enumerate(things)},
        vectors,
        *_asked(material, lines, vectors, asked.vector),
        _by_age(material),
        is_thin,
    )


def _match(
    lines: Sequence[Line], doings: Sequence[CommonDoing], is_thin: bool
) -> tuple[list[dict[int, bool]], list[list[int]]]:
    """Return for each doing the sentences with its words, and whether the first stands only in their note's title."""
    texts = WordIndex([line.text for line in lines])
    titles = WordIndex([line.context for line in lines] if is_thin else [])
    found: list[dict[int, bool]] = []
    things: list[list[int]] = []
    for doing in doings:
        first, rest = doing.words[:1], doing.words[1:]
        whole = dict.fromkeys(texts.find(doing.words), False)
        if not is_thin:
            # Where much is written down, a sentence must say it all itself.
            found.append(whole)
            things.append([])
            continue
        under = set(titles.find(first)) & set(texts.find(rest)) if rest else set()
        found.append(dict.fromkeys(under, True) | whole)
        things.append([place for place in texts.find(first) if place not in whole and lines[place].is_telling])
    return found, things


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
