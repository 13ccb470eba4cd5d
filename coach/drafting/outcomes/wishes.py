"""Doings from a community's own lists of what it wishes to be able to do, where other notes speak of them too. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from coach.playbook import Lexicon, content_stems, parse_outcome

from .evidence import Evidence, Spoken, to_evidence
from .phrases import STEM
from .pool import Pool
from .shapes import shape_of, to_own_sign, to_ways_in

_CLOSE = 0.42
"""The similarity from which a sentence of another note speaks of what is wished for."""
_LEAST_NOTES = 2


@dataclass(frozen=True)
class Wished:
    """A doing as it stands in a list of wishes."""

    text: str
    """Bare verb and object."""
    evidence: Evidence
    """The line of the list first, then what other notes say of it."""
    sign: str
    """What would be noticed."""
    ways_in: Mapping[str, str]
    """A way in for everyone."""
    near: float
    """How near it is to what was asked for; 1 when nothing was."""


def hear_wishes(pool: Pool, wordings: Mapping[str, str], taken: Collection[str], lexicon: Lexicon) -> list[Wished]:
    """Return the doings of lists of wishes that other notes bear out.

    Args:
        pool: The sentences.
        wordings: Sentence to the doing that it names.
        taken: Doings that are found already.
        lexicon: The verbs.
    """
    found = []
    for place, line in enumerate(pool.lines):
        text = wordings.get(line.text, "")
        if not line.is_wished or not text or text in taken:
            continue
        evidence = _bear_out(pool, place)
        if evidence.notes >= _LEAST_NOTES:
            found.append(_to_wished(text, evidence, lexicon, pool.nearness_itself(place)))
    return found


def _bear_out(pool: Pool, place: int) -> Evidence:
    wish = pool.lines[place]
    near = (pool.vectors @ pool.vectors[place]).tolist()
    stems = content_stems(wish.text)
    others = [
        Spoken(line, near[at], pool.share(at))
        for at, line in enumerate(pool.lines)
        if near[at] >= _CLOSE and line.chunk.note_id != wish.chunk.note_id and stems & content_stems(line.text)
    ]
    behind = to_evidence([*others, Spoken(wish, 1.0, pool.share(place))], pool.recent)
    first = [item for item in behind.spoken if item.line is wish]
    rest = [item for item in behind.spoken if item.line is not wish]
    return Evidence((*first, *rest), behind.weight)


def _to_wished(text: str, evidence: Evidence, lexicon: Lexicon, near: float) -> Wished:
    parsed = parse_outcome(f"{STEM} {text}.", lexicon)
    shape = shape_of(parsed.verb, parsed.family)
    sign = to_own_sign(shape, parsed.topic or parsed.object, (), len(text))
    return Wished(text, evidence, sign, to_ways_in(shape), near)
