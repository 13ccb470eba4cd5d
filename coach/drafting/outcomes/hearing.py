"""Hears what people want to be able to do: doings they named, and doings that many of their sentences speak of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from coach.checks import check_outcome
from coach.models import Outcome, Severity
from coach.playbook import Lexicon, parse_outcome
from coach.ports import Embedder, HeardDoing, Vectors

from .evidence import Evidence, Spoken, gather_all, to_evidence
from .library import CommonDoing, read_common_doings
from .library_vectors import heard_vectors
from .material import Material
from .own_words import own_wordings, say_as_they_do
from .phrases import STEM
from .pool import Pool, asked_places, fill_pool
from .situations import find_situation
from .slots import choose_words, fill_words, usual_words
from .wishes import hear_wishes
from .topics import hear_topic, to_topic

_CHUNKS_READ = 120
"""From how many chunks a community's usual words are learnt; they stand in most."""
_SENTENCES_READ = 30
_OTHER_SUBJECT, _SUBJECT_SPAN = 0.3, 0.25
"""From which nearness on a doing is on what was asked for, and over which span it grows to be wholly on it."""
_EASE, _ENOUGH_DOINGS = (0.0, 0.05, 0.09), 5
"""How much less near sentences may be, step by step, in notes that say little, until there are as many doings."""
_WHOLLY = 0.5
"""A doing as near as this to what was asked for is on it, whatever its sentences name."""
_LEAST_SHARE = 0.35
"""How much of a sentence must be on what was asked for, where the doing is not."""
_ENOUGH_WEIGHT = 1.0
"""More than this does not make up for being on something else."""


@dataclass(frozen=True)
class Ears:
    """What hearing works with, handed over as one."""

    embedder: Embedder
    """Measures nearness."""
    lexicon: Lexicon
    """The verbs."""
    about: str = ""
    """What was asked for."""
    asked_for: npt.NDArray[np.float32] | None = None
    """The vector of what was asked for, when something was."""


@dataclass(frozen=True)
class Found:
    """A doing that the notes speak of."""

    text: str
    evidence: Evidence
    sign: str
    ways_in: Mapping[str, str]
    on_subject: bool = False
    is_own: bool = False


def hear(material: Material, ears: Ears) -> tuple[HeardDoing, ...]:
    """Return the doings that these notes speak of, strongest first.

    Args:
        material: The chunks that may be quoted.
        ears: The embedder, the verbs and what was asked for.
    """
    if not material.chunks:
        return ()
    doings = read_common_doings()
    pool = fill_pool(material, doings, ears.embedder, ears.asked_for)
    places = asked_places(material)
    read = [material.chunks[place] for place in places[:: len(places) // _CHUNKS_READ + 1]]
    usual = usual_words([chunk.reading for chunk in read])
    wordings = own_wordings(pool, read, material.community, ears.lexicon)
    found = [_in_their_words(item, wordings, ears.lexicon) for item in _hear_common(pool, doings, usual, ears)]
    found += [
        Found(item.text, item.evidence, item.sign, item.ways_in, is_own=True)
        for item in hear_wishes(pool, wordings, {item.text for item in found}, ears.lexicon)
    ]
    topic = to_topic(ears.about, [chunk.reading for chunk in read])
    topical = [
        Found(item.text, item.evidence, item.sign, item.ways_in, on_subject=True) for item in hear_topic(pool, topic)
    ]
    heard = _to_heard([item for item in (*found, *topical) if _reads_well(item, ears.lexicon)], ears)
    return tuple(sorted(heard, key=lambda item: (-item.weight, item.text)))


def _hear_common(pool: Pool, doings: Sequence[CommonDoing], usual: Mapping[str, str], ears: Ears) -> list[Found]:
    named = [number for number in range(len(doings)) if pool.by_words[number] or pool.by_thing[number]]
    if not named:
        return []
    probes = dict(zip(named, heard_vectors(ears.embedder, [doings[number] for number in named]), strict=True))
    found: list[Found] = []
    for ease in _EASE if pool.is_thin else _EASE[:1]:
        backed = gather_all(pool, probes, ease)
        found = [
            item
            for number, spoken in backed.items()
            if (item := _back(pool, doings[number], probes[number], spoken, usual, ears)) is not None
        ]
        if len(found) >= _ENOUGH_DOINGS:
            break
    return found


def _back(
    pool: Pool,
    doing: CommonDoing,
    probes: Vectors,
    spoken: Sequence[Spoken],
    usual: Mapping[str, str],
    ears: Ears,
) -> Found | None:
    on = 1.0 if ears.asked_for is None else float((probes @ ears.asked_for).max())
    share = min(max((on - _OTHER_SUBJECT) / _SUBJECT_SPAN, 0.0), 1.0)
    # A doing that is wholly on what was asked for is so whatever its sentences name.
    least = _LEAST_SHARE if on < _WHOLLY else 0.0
    evidence = to_evidence([item for item in spoken if item.share >= least], pool.recent)
    if not evidence.is_enough(pool.is_thin) or share <= 0:
        return None
    weight = evidence.weight if ears.asked_for is None else min(evidence.weight, _ENOUGH_WEIGHT) * share**2
    text = _say_in_their_words(doing, evidence, usual)
    return Found(text, replace(evidence, weight=weight), doing.sign, doing.ways_in)


def _say_in_their_words(doing: CommonDoing, evidence: Evidence, usual: Mapping[str, str]) -> str:
    near = [item.line.text for item in evidence.spoken[:_SENTENCES_READ]]
    words = choose_words(near, usual)
    if doing.only and words["work"] not in doing.only:
        words["work"] = doing.only[0]
    text = fill_words(doing.do, words)
    return f"{text} {find_situation(near) or doing.when}" if doing.when else text


def _in_their_words(found: Found, wordings: Mapping[str, str], lexicon: Lexicon) -> Found:
    text, first = say_as_they_do(found.evidence.spoken, wordings)
    if first is None:
        return found
    rest = tuple(item for item in found.evidence.spoken if item is not first)
    own = replace(found, text=text, evidence=replace(found.evidence, spoken=(first, *rest)), is_own=True)
    return own if _reads_well(own, lexicon) else found


def _reads_well(found: Found, lexicon: Lexicon) -> bool:
    sign = f"We'd notice it because {found.sign}" if found.sign else ""
    whole = Outcome(id="o", text=f"{STEM} {found.text}.", sign=sign)
    return all(finding.severity is Severity.QUESTION for finding in check_outcome(whole, lexicon))


def _to_heard(found: Sequence[Found], ears: Ears) -> list[HeardDoing]:
    if not found:
        return []
    rows = ears.embedder.embed([item.text for item in found])
    near = rows @ ears.asked_for if ears.asked_for is not None else np.zeros(len(found), dtype=np.float32)
    return [_to_one(item, rows[place], float(near[place]), ears) for place, item in enumerate(found)]


def _to_one(found: Found, vector: npt.NDArray[np.float32], near: float, ears: Ears) -> HeardDoing:
    parsed = parse_outcome(f"{STEM} {found.text}.", ears.lexicon)
    return HeardDoing(
        text=found.text,
        topic=parsed.topic or parsed.object,
        verb=parsed.verb,
        object=parsed.object,
        family=parsed.family,
        level=parsed.level,
        solo=parsed.solo,
        sign=found.sign,
        ways_in=found.ways_in,
        worded_by="notes" if found.is_own else "playbook",
        quotes=tuple(item.line.to_quote(item.nearness) for item in found.evidence.spoken),
        weight=round(found.evidence.weight + (0.0 if found.on_subject else 0.5 * near), 4),
        vector=tuple(float(number) for number in vector),
        on_subject=found.on_subject,
    )
