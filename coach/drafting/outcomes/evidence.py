"""Which sentences of the notes back a doing, and how strongly. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from coach.ports import Vectors

from .material import Line
from .pool import Pool

TELLING_CLOSE = 0.5
"""The cosine similarity from which a sentence with the words of a doing, and a cue, backs it."""
CALLING_CLOSE = 0.58
"""The same for one that only calls for something to be done or settled."""
PLAIN_CLOSE = 0.64
"""The same for one that only tells."""
_LESS_WHEN_THIN, _PLAIN_LESS_WHEN_THIN = 0.06, 0.08
"""How much less near it may be in notes that say little."""
_ONLY_THING = 0.1
"""How much nearer a sentence must be that has only the words for what the doing is done to."""
_SIDE_BY_SIDE, _SAME_CLAUSE, _FAR_APART = 0.07, 0.03, -0.04
_CLEAR = 0.6
"""As near as this, one telling sentence of notes that say little is enough beside another."""
_NOT_WHOLE = 0.08
"""How much nearer a line must be, and how much less it is worth, that is no whole sentence."""
_CALLING, _SILENT = 0.08, 0.14
"""How much less one is worth that only calls for something, and one that only tells."""
_NAMING = 0.05
"""How much less one is worth that names somebody."""
_LONG, _TOO_LONG = 24, 0.04
_WORTH_NOTHING = 0.3
_LEAST_NOTES = 2
_NOTES_WEIGHED = 8
_MARGIN = 0.06
"""How much nearer another doing may be to a sentence that backs this one."""


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
        less = 0.0 if line.is_telling else _CALLING if line.calls else _SILENT
        less += 0.0 if line.is_convincing else _NOT_WHOLE
        less += (_NAMING if line.names_somebody else 0.0) + (_TOO_LONG if len(line.text.split()) > _LONG else 0.0)
        return self.nearness - less - 0.1 * (1 - self.share)


@dataclass(frozen=True)
class Evidence:
    """What the notes say of a doing."""

    spoken: tuple[Spoken, ...] = ()
    """The sentences, best to quote first."""
    weight: float = 0.0
    """All together."""

    @property
    def telling_notes(self) -> int:
        """Return in how many notes people struggle with it, ask about it, wish for it or differ on it."""
        return len({item.line.citation.note_id for item in self.spoken if item.line.is_telling})

    @property
    def notes(self) -> int:
        """Return in how many notes the sentences stand."""
        return len({item.line.citation.note_id for item in self.spoken})

    def is_enough(self, is_thin: bool, is_asked_for: bool = False) -> bool:
        """Say whether it backs a doing: one chance sentence is not enough, unless somebody asked for just this."""
        if is_asked_for and (self.notes if not is_thin else len(self.spoken)) >= _LEAST_NOTES:
            return True
        if self.telling_notes and self.notes >= _LEAST_NOTES:
            return True
        best = max((item.nearness for item in self.spoken), default=0.0)
        calling = {item.line.citation.note_id for item in self.spoken if item.line.calls}
        if len(calling) >= _LEAST_NOTES and best >= _CLEAR - 0.05:
            return True
        if not is_thin or len(self.spoken) < _LEAST_NOTES:
            return False
        clear = bool(self.telling_notes) and best >= _CLEAR
        called = bool(calling) and self.notes >= _LEAST_NOTES and best >= _CLEAR - 0.08
        return clear or called or (self.notes > _LEAST_NOTES and best >= _CLEAR)


def gather_all(pool: Pool, probes: Mapping[int, Vectors], ease: float = 0.0) -> dict[int, list[Spoken]]:
    """Return for each doing the sentences that back it; a sentence backs only what it is nearest to.

    Args:
        pool: The sentences.
        probes: Place of a doing to ways of speaking of it.
        ease: How much less near a sentence may be than usual.
    """
    near = {number: _near_to(pool, number, rows) for number, rows in probes.items()}
    best: dict[int, float] = {}
    for by_place in near.values():
        for place, value in by_place.items():
            best[place] = max(best.get(place, 0.0), value)
    return {
        number: [
            Spoken(pool.lines[place], value, pool.share(place))
            for place, value in by_place.items()
            if value >= max(_close(pool.lines[place], pool.is_thin) - ease, best[place] - _MARGIN)
        ]
        for number, by_place in near.items()
    }


def _near_to(pool: Pool, number: int, probes: Vectors) -> dict[int, float]:
    places = [*pool.by_words[number], *pool.by_thing[number]]
    if not places:
        return {}
    near = _nearness(pool.vectors[places] @ probes.T)
    near[len(pool.by_words[number]) :] -= _ONLY_THING
    near[: len(pool.by_words[number])] += [_bonus(gap) for gap in pool.by_words[number].values()]
    return dict(zip(places, near.tolist(), strict=True))


def _bonus(gap: int) -> float:
    """Return how much nearer a sentence counts by how close its words stand: "reviewers are overloaded" is sure."""
    return _SIDE_BY_SIDE if gap <= 4 else _SAME_CLAUSE if gap <= 8 else 0.0 if gap <= 13 else _FAR_APART


def _close(line: Line, is_thin: bool) -> float:
    if line.is_telling or line.calls:
        return (TELLING_CLOSE if line.is_telling else CALLING_CLOSE) - (_LESS_WHEN_THIN if is_thin else 0.0)
    return PLAIN_CLOSE - (_PLAIN_LESS_WHEN_THIN if is_thin else 0.0) + (0.0 if line.is_convincing else _NOT_WHOLE)


def to_evidence(spoken: Sequence[Spoken], recent: Mapping[str, float]) -> Evidence:
    """Return sentences as evidence, best to quote first."""
    ordered = sorted(spoken, key=lambda item: (-item.worth, item.line.citation.note, item.line.citation.start))
    return Evidence(tuple(ordered), _weigh(ordered, recent))


def _nearness(by_probe: Vectors) -> npt.NDArray[np.float32]:
    """Return how near sentences are to a doing: near one way of saying it is less than near two."""
    if by_probe.shape[1] == 1:
        return np.asarray(by_probe[:, 0], dtype=np.float32)
    ordered = np.sort(by_probe, axis=1)
    return np.asarray(0.7 * ordered[:, -1] + 0.3 * ordered[:, -2], dtype=np.float32)


def _weigh(spoken: Sequence[Spoken], recent: Mapping[str, float]) -> float:
    best: dict[str, float] = {}
    for item in spoken:
        note = item.line.citation.note_id
        value = max(item.worth - _WORTH_NOTHING, 0.0) * item.share * recent.get(note, 1.0)
        best[note] = max(best.get(note, 0.0), value)
    per_note = sorted(best.values(), reverse=True)[:_NOTES_WEIGHED]
    cues = Counter(cue for item in spoken if item.line.is_telling for cue in item.line.cues)
    return sum(per_note) * (1.0 if cues else 0.5)
