"""Hears what people want to be able to do: doings they named, and doings that many of their sentences speak of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from coach.checks import check_outcome
from coach.models import Outcome, Severity
from coach.playbook import Lexicon, hint_level, parse_outcome
from coach.ports import Embedder, HeardDoing

from .evidence import Evidence, Spoken, gather_all, to_evidence
from .library import CommonDoing, read_common_doings
from .library_vectors import heard_vectors
from .material import Material
from .own_words import own_wordings, say_as_they_do
from .phrases import STEM
from .pool import Asked, Pool, asked_places, fill_pool
from .situations import find_situation
from .slots import choose_words, fill_words, usual_words
from .subject import Nearness, measure_nearness
from .topics import hear_topic, on_what_was_asked, to_topic
from .wishes import hear_wishes

_CHUNKS_READ = 120
"""From how many chunks a community's usual words are learnt; they stand in most."""
_SENTENCES_READ = 30
_EASE = ((0.0, 14), (0.03, 0))
_EASE_THIN = ((0.0, 7), (0.04, 7), (0.08, 4), (0.12, 0))
"""How much less near sentences may be, step by step, and how many doings make the next step needless: in notes that
say much, and in those that say little."""
_ASKED_EASE, _NEAREST_EASE = 0.12, 0.14
"""The same for doings that are wholly on what was asked for, and for the nearest where little is written down."""
_LEAST_SHARE = 0.6
"""How much of a sentence must be on what was asked for, where the doing is not."""
_SPOKEN_OF = 0.02
_WISH_ON = 0.38
"""As near as this to what was asked for must a doing from a list of wishes be."""
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
    doing: CommonDoing | None = None


def hear(material: Material, ears: Ears) -> tuple[HeardDoing, ...]:
    """Return the doings that these notes speak of, strongest first.

    Args:
        material: The chunks that may be quoted.
        ears: The embedder, the verbs and what was asked for.
    """
    if not material.chunks:
        return ()
    doings = read_common_doings()
    near = measure_nearness(ears.about, ears.asked_for, doings, ears.embedder)
    pool = fill_pool(material, doings, ears.embedder, Asked(ears.asked_for, near))
    places = asked_places(material)
    read = [material.chunks[place] for place in places[:: len(places) // _CHUNKS_READ + 1]]
    usual = usual_words([chunk.reading for chunk in read])
    wordings = own_wordings(pool, read, material.community, ears.lexicon)
    found = [_word(item, wordings, usual, ears.lexicon) for item in _hear_common(pool, doings, near, ears)]
    found += [
        Found(item.text, item.evidence, item.sign, item.ways_in, is_own=True)
        for item in hear_wishes(pool, wordings, {item.text for item in found}, ears.lexicon)
        if item.near >= _WISH_ON
    ]
    topic = to_topic(ears.about, [chunk.reading for chunk in read])
    topical = [
        Found(item.text, item.evidence, item.sign, item.ways_in, on_subject=True) for item in hear_topic(pool, topic)
    ]
    heard = _to_heard([item for item in (*found, *topical) if _reads_well(item, ears.lexicon)], ears)
    return tuple(sorted(heard, key=lambda item: (-item.weight, item.text)))


def _hear_common(pool: Pool, doings: Sequence[CommonDoing], near: Sequence[Nearness], ears: Ears) -> list[Found]:
    named = [
        number
        for number in range(len(doings))
        if near[number].is_nearest or (near[number].share > 0 and _is_spoken_of(pool, number))
    ]
    if not named:
        return []
    probes = dict(zip(named, heard_vectors(ears.embedder, [doings[number] for number in named]), strict=True))
    asked = gather_all(pool, {number: probes[number] for number in named if near[number].is_on}, _ASKED_EASE)
    if pool.is_thin:
        asked |= gather_all(
            pool, {number: probes[number] for number in named if near[number].is_nearest}, _NEAREST_EASE
        )
    found: list[Found] = []
    for ease, enough in _EASE_THIN if pool.is_thin else _EASE:
        backed = gather_all(pool, probes, ease) | asked
        for number in named:
            backed.setdefault(number, [])
        items = (_back(pool, doings[number], near[number], spoken) for number, spoken in backed.items())
        found = [item for item in items if item is not None]
        if len(found) >= enough:
            break
    return found


def _is_spoken_of(pool: Pool, number: int) -> bool:
    # One chance sentence is not enough, so what has only one need not be measured.
    return len(pool.by_words[number]) + len(pool.by_thing[number]) > 1


def _back(pool: Pool, doing: CommonDoing, near: Nearness, spoken: Sequence[Spoken]) -> Found | None:
    kept = [item for item in spoken if near.is_on or item.share >= _LEAST_SHARE]
    evidence = to_evidence(kept, pool.recent)
    if near.is_nearest and not evidence.is_enough(pool.is_thin, near.is_on):
        # Somebody asked for just this: what the notes say on it speaks of it, in whatever words.
        evidence = to_evidence([*kept, *on_what_was_asked(pool, kept)], pool.recent)
    if near.share <= 0 or not evidence.is_enough(pool.is_thin, near.is_on):
        return None
    weight = evidence.weight if pool.asked is None else min(evidence.weight, _ENOUGH_WEIGHT) * near.share**2
    return Found(doing.do, replace(evidence, weight=weight + _SPOKEN_OF), doing.sign, doing.ways_in, doing=doing)


def _word(found: Found, wordings: Mapping[str, str], usual: Mapping[str, str], lexicon: Lexicon) -> Found:
    """Return a doing as one of the sentences behind it names it, or else with the community's words in its slots."""
    text, first = say_as_they_do(found.evidence.spoken, wordings)
    if first is not None:
        rest = tuple(item for item in found.evidence.spoken if item is not first)
        own = replace(found, text=text, evidence=replace(found.evidence, spoken=(first, *rest)), is_own=True)
        if _reads_well(own, lexicon):
            return own
    return found if found.doing is None else replace(found, text=_fill(found.doing, found.evidence, usual))


def _fill(doing: CommonDoing, evidence: Evidence, usual: Mapping[str, str]) -> str:
    near = [item.line.text for item in evidence.spoken[:_SENTENCES_READ]]
    words = choose_words(near, usual)
    if doing.only and words["work"] not in doing.only:
        words["work"] = doing.only[0]
    text = fill_words(doing.do, words)
    return f"{text} {find_situation(near) or doing.when}" if doing.when else text


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
        level=hint_level(parsed, ears.lexicon),
        solo=parsed.solo,
        sign=found.sign,
        ways_in=found.ways_in,
        worded_by="notes" if found.is_own else "playbook",
        quotes=tuple(item.line.to_quote(item.nearness) for item in _to_cite(found.evidence.spoken)),
        weight=round(found.evidence.weight + (0.0 if found.on_subject else 0.5 * near), 4),
        vector=tuple(float(number) for number in vector),
        on_subject=found.on_subject,
    )


def _to_cite(spoken: Sequence[Spoken]) -> Sequence[Spoken]:
    """Return the whole sentences; the others too where those are fewer than two."""
    whole = [item for item in spoken if item.line.is_convincing]
    return whole if len(whole) > 1 else [*whole, *(item for item in spoken if not item.line.is_convincing)]
