"""Which sentences of the notes speak of a doing, and how strongly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from coach.models import Chunk
from coach.ports import Embedder, Vectors

from .material import Line, Material

CLOSE = 0.47
"""The cosine similarity from which a sentence that asks, wishes or complains speaks of a doing."""
NEARLY_CLOSE = 0.41
"""The same in notes that say little."""
_PLAIN = 0.12
"""How much nearer one has to be that only tells."""
_WORTH_NOTHING = 0.34
_DEPENDENT = 0.07
"""How much less a sentence is worth as a quote that needs the one before it."""
_SILENT = 0.14
"""How much less one is worth that neither asks, wishes nor complains."""
_NAMING = 0.06
"""How much less one is worth that names somebody."""
_ASKED_LESS = 0.1
_OFF_ASKED, _ASKED_SPAN = 0.2, 0.25
"""From which nearness on a sentence is on what was asked for, and over which span it grows to be wholly on it."""
_LENT = 0.85
_CHUNKS = 220
_LINES = 600
_NEAR_ASKED = 0.28
"""The similarity from which a chunk speaks to what was asked for."""
_LEAST_ASKED = 24
_FORM_NOTES = 3
"""A sentence that stands in this many notes word for word belongs to their form."""
_NOTES_WEIGHED = 8
_ALONE = 0.35
"""How much a doing of which a single note speaks counts beside others."""


@dataclass(frozen=True)
class Spoken:
    """A sentence that speaks of a doing."""

    line: Line
    """The sentence."""
    nearness: float
    """How near it is: cosine similarity."""
    share: float = 1.0
    """How much of it is on what was asked for, 0 to 1."""

    @property
    def worth(self) -> float:
        """Return how well the sentence stands for a doing."""
        line = self.line
        less = (0.0 if line.stands_alone else _DEPENDENT) + (0.0 if line.cues else _SILENT)
        return self.nearness - less - (_NAMING if line.names_somebody else 0.0) - _ASKED_LESS * (1 - self.share)


@dataclass(frozen=True)
class Evidence:
    """What the notes say of a doing."""

    spoken: tuple[Spoken, ...] = ()
    """The sentences, best to quote first."""
    notes: int = 0
    """In how many notes they stand."""
    weight: float = 0.0
    """All together."""

    @property
    def best(self) -> float:
        """Return how near the nearest sentence is."""
        return max((item.nearness for item in self.spoken), default=0.0)


@dataclass(frozen=True)
class Pool:
    """The sentences that were listened to, row for row with their vectors."""

    lines: Sequence[Line]
    """Sentences that may be quoted."""
    vectors: Vectors
    """One row for each."""
    asked: npt.NDArray[np.float32] | None = None
    """How near each is to what was asked for."""

    def gather(self, probes: Vectors, close: float = CLOSE) -> Evidence:
        """Return what these sentences say of the doing that the probes describe."""
        if not self.lines:
            return Evidence()
        near = _nearness(self.vectors @ probes.T)
        places = np.flatnonzero(near >= close).tolist()
        spoken = [Spoken(self.lines[place], float(near[place]), self._share(place)) for place in places]
        return self.to_evidence(
            [item for item in spoken if item.share > 0 and (item.line.cues or item.nearness >= close + _PLAIN)]
        )

    def to_evidence(self, spoken: list[Spoken]) -> Evidence:
        """Return sentences as evidence, best to quote first."""
        ordered = sorted(spoken, key=lambda item: (-item.worth, item.line.citation.note, item.line.citation.start))
        notes = {item.line.citation.note_id for item in ordered}
        return Evidence(tuple(ordered), len(notes), _weigh(ordered))

    def asked_nearness(self) -> list[float]:
        """Return how near each sentence is to what was asked for; 0 when nothing was."""
        return [0.0] * len(self.lines) if self.asked is None else [float(value) for value in self.asked]

    def _share(self, place: int) -> float:
        if self.asked is None:
            return 1.0
        return min(max((float(self.asked[place]) - _OFF_ASKED) / _ASKED_SPAN, 0.0), 1.0)


def _nearness(by_probe: Vectors) -> npt.NDArray[np.float32]:
    """Return how near sentences are to a doing: near one way of saying it is less than near two."""
    if by_probe.shape[1] == 1:
        return np.asarray(by_probe[:, 0], dtype=np.float32)
    ordered = np.sort(by_probe, axis=1)
    return np.asarray(0.65 * ordered[:, -1] + 0.35 * ordered[:, -2], dtype=np.float32)


def fill_pool(material: Material, probes: Vectors, embedder: Embedder, asked_for: Vectors | None) -> Pool:
    """Listen to the sentences of the chunks that are nearest to any of these probes, or to what was asked for."""
    lines = [line for chunk in _near_chunks(material, probes) for line in material.lines(chunk)]
    lines = _without_forms(lines)
    lines.sort(key=lambda line: not line.cues)
    lines = lines[:_LINES]
    texts = list(dict.fromkeys(line.text for line in lines))
    rows = dict(zip(texts, embedder.embed(texts), strict=True)) if texts else {}
    vectors = np.stack([rows[line.text] for line in lines]) if lines else np.zeros((0, embedder.dim), dtype=np.float32)
    if asked_for is None or material.nearness is None:
        return Pool(lines, vectors)
    # A sentence need not name the subject again that the passage is on.
    around = dict(zip((chunk.id for chunk in material.chunks), material.nearness.tolist(), strict=True))
    lent = np.asarray([_LENT * around[line.chunk.id] for line in lines], dtype=np.float32)
    own = material.subject.raise_nearness(vectors @ asked_for, [line.text for line in lines])
    return Pool(lines, vectors, np.maximum(own, lent))


def asked_chunks(material: Material) -> list[int]:
    """Return the places of the chunks that speak to what was asked for; all when nothing was."""
    near = material.nearness
    if near is None:
        return list(range(len(material.chunks)))
    order = np.argsort(-near, kind="stable").tolist()
    return [place for rank, place in enumerate(order) if near[place] >= _NEAR_ASKED or rank < _LEAST_ASKED]


def _near_chunks(material: Material, probes: Vectors) -> list[Chunk]:
    scores = (material.vectors @ probes.T).max(axis=1)
    if material.nearness is not None:
        scores = 0.4 * scores + material.nearness
    places = sorted(asked_chunks(material), key=lambda place: (-float(scores[place]), place))
    return [material.chunks[place] for place in places[:_CHUNKS]]


def _without_forms(lines: Sequence[Line]) -> list[Line]:
    notes: dict[str, set[str]] = {}
    for line in lines:
        notes.setdefault(line.text.lower(), set()).add(line.citation.note_id)
    seen: set[str] = set()
    kept = []
    for line in lines:
        key = line.text.lower()
        if len(notes[key]) < _FORM_NOTES and key not in seen:
            kept.append(line)
        seen.add(key)
    return kept


def _weigh(spoken: Sequence[Spoken]) -> float:
    best: dict[str, float] = {}
    for item in spoken:
        note = item.line.citation.note_id
        best[note] = max(best.get(note, 0.0), max(item.worth - _WORTH_NOTHING, 0.0) * item.share)
    per_note = sorted(best.values(), reverse=True)[:_NOTES_WEIGHED]
    cues = Counter(cue for item in spoken for cue in set(item.line.cues))
    return sum(per_note) * (1.0 if cues else 0.5) * (1.0 if len(per_note) > 1 else _ALONE)
