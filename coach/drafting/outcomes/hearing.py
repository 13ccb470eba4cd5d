"""Hears what people want to be able to do: doings they named, and doings that many of their sentences speak of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from coach.checks import check_outcome
from coach.models import Outcome, Severity
from coach.playbook import Lexicon, parse_outcome
from coach.ports import Embedder, HeardDoing, QuoteCandidate, Vectors

from .evidence import CLOSE, NEARLY_CLOSE, Evidence, Pool, asked_chunks, fill_pool
from .library import CommonDoing, read_common_doings
from .material import Material
from .named import Named, find_named
from .phrases import STEM
from .shapes import shape_of, to_ways_in
from .slots import choose_words, fill_words, usual_words
from .topics import TOPIC_DOINGS, gather_topic, say_on, to_topic
from .vocabulary import Vocabulary, read_vocabulary

_LEAST_NOTES = 2
_CHUNKS_READ = 400
_SENTENCES_READ = 30
_THIN = 6
"""With fewer doings than this, sentences that are nearly close are listened to as well."""
_CLOSE_TO_NAMED = 0.54
_OTHER_SUBJECT, _SUBJECT_SPAN = 0.24, 0.3
"""From which nearness on a doing is on what was asked for, and over which span it grows to be wholly on it."""
_ENOUGH_WEIGHT = 1.2
"""More than this does not make up for being on something else."""
_ASKED_WEIGHT = 0.8
_TOPIC_WEIGHT = 0.4
_SPOKEN_OF = 0.01
"""Doings on the subject in general stand behind those that name something in particular."""
_CLEAR = 0.58
"""One note is enough when a sentence is as near as this."""


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
class _Found:
    """A doing that the notes speak of; without a sign it is in people's own words."""

    text: str
    evidence: Evidence
    sign: str
    ways_in: dict[str, str]
    on_subject: bool = False


def hear(material: Material, ears: Ears) -> tuple[HeardDoing, ...]:
    """Return the doings that these notes speak of, strongest first.

    Args:
        material: The chunks that may be quoted.
        ears: The embedder, the verbs and what was asked for.
    """
    if not material.chunks:
        return ()
    probes = _probes(ears.embedder)
    pool = fill_pool(material, probes, ears.embedder, ears.asked_for)
    read = [material.chunks[place] for place in asked_chunks(material)[:_CHUNKS_READ]]
    usual = usual_words([chunk.reading for chunk in read])
    common = _hear_common(pool, probes, usual, CLOSE)
    if len(common) < _THIN:
        common = _hear_common(pool, probes, usual, NEARLY_CLOSE)
    named = _hear_named(pool, read_vocabulary(read, material.community), ears)
    topical = _hear_topic(pool, to_topic(ears.about, [chunk.reading for chunk in read]))
    found = [*_on_what_was_asked([*common, *named], probes, ears), *topical]
    heard = _to_heard([item for item in found if _reads_well(item, ears.lexicon)], ears)
    return tuple(sorted(heard, key=lambda item: (-item.weight, item.text)))


def _probes(embedder: Embedder) -> Vectors:
    return embedder.embed([said for doing in read_common_doings() for said in doing.heard])


def _hear_common(pool: Pool, probes: Vectors, usual: Mapping[str, str], close: float) -> list[_Found]:
    found: list[_Found] = []
    start = 0
    for doing in read_common_doings():
        evidence = pool.gather(probes[start : start + len(doing.heard)], close)
        start += len(doing.heard)
        if _is_enough(evidence):
            text = _say_in_their_words(doing, evidence, usual)
            found.append(_Found(text, evidence, doing.sign, to_ways_in(doing.shape)))
    return found


def _on_what_was_asked(found: Sequence[_Found], probes: Vectors, ears: Ears) -> list[_Found]:
    """Leave out what is on something else, and let the rest count by how much it is on what was asked for."""
    if ears.asked_for is None or not found:
        return list(found)
    starts = dict(_starts())
    own = ears.embedder.embed([item.text for item in found])
    kept = []
    for place, item in enumerate(found):
        start, count = starts.get(item.sign, (0, 0))
        near = np.concatenate([own[place : place + 1], probes[start : start + count]]) @ ears.asked_for
        share = (float(near.max()) - _OTHER_SUBJECT) / _SUBJECT_SPAN
        if share > 0:
            weight = min(item.evidence.weight, _ENOUGH_WEIGHT) * min(share, 1.0) ** 2
            kept.append(replace(item, evidence=replace(item.evidence, weight=weight)))
    return kept


def _starts() -> Iterator[tuple[str, tuple[int, int]]]:
    start = 0
    for doing in read_common_doings():
        yield doing.sign, (start, len(doing.heard))
        start += len(doing.heard)


def _is_enough(evidence: Evidence) -> bool:
    return evidence.notes >= _LEAST_NOTES or (evidence.notes == 1 and evidence.best >= _CLEAR)


def _say_in_their_words(doing: CommonDoing, evidence: Evidence, usual: Mapping[str, str]) -> str:
    words = choose_words([item.line.text for item in evidence.spoken[:_SENTENCES_READ]], usual)
    if doing.only and words["work"] not in doing.only:
        words["work"] = doing.only[0]
    return fill_words(doing.do, words)


def _hear_named(pool: Pool, vocabulary: Vocabulary, ears: Ears) -> list[_Found]:
    named = find_named(pool.lines, ears.lexicon, vocabulary)
    if not named:
        return []
    rows = ears.embedder.embed([item.doing.text for item in named])
    found = [_to_named(item, rows[place : place + 1], pool) for place, item in enumerate(named)]
    return [item for item in found if item is not None]


def _to_named(item: Named, probe: Vectors, pool: Pool) -> _Found | None:
    evidence = pool.gather(probe, _CLOSE_TO_NAMED)
    first = [spoken for spoken in evidence.spoken if spoken.line is item.line]
    rest = [spoken for spoken in evidence.spoken if spoken.line is not item.line]
    if not first or evidence.notes < _LEAST_NOTES:
        return None
    whole = Evidence((*first, *rest), evidence.notes, evidence.weight * item.hit.frame.trust)
    return _Found(item.doing.text, whole, "", to_ways_in(shape_of(item.doing.verb, item.doing.family)))


def _hear_topic(pool: Pool, topic: str) -> list[_Found]:
    if not topic:
        return []
    gathered = [(doing, gather_topic(pool, doing.cue)) for doing in TOPIC_DOINGS]
    return [
        _Found(
            say_on(doing.do, topic),
            replace(evidence, weight=_TOPIC_WEIGHT * min(evidence.weight, _ENOUGH_WEIGHT) + _SPOKEN_OF),
            say_on(doing.sign, topic),
            to_ways_in(doing.shape),
            on_subject=True,
        )
        for doing, evidence in gathered
        if evidence.notes >= (_LEAST_NOTES if doing.cue is None else 1)
    ]


def _reads_well(found: _Found, lexicon: Lexicon) -> bool:
    sign = f"We'd notice it because {found.sign}" if found.sign else ""
    whole = Outcome(id="o", text=f"{STEM} {found.text}.", sign=sign)
    return all(finding.severity is Severity.QUESTION for finding in check_outcome(whole, lexicon))


def _to_heard(found: Sequence[_Found], ears: Ears) -> list[HeardDoing]:
    if not found:
        return []
    rows = ears.embedder.embed([item.text for item in found])
    near = rows @ ears.asked_for if ears.asked_for is not None else np.zeros(len(found), dtype=np.float32)
    return [_to_one(item, rows[place], float(near[place]), ears) for place, item in enumerate(found)]


def _to_one(found: _Found, vector: npt.NDArray[np.float32], near: float, ears: Ears) -> HeardDoing:
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
        worded_by="playbook" if found.sign else "notes",
        quotes=tuple(
            QuoteCandidate(item.line.citation, item.line.cues, round(item.nearness, 4), item.line.about_meetings)
            for item in found.evidence.spoken
        ),
        weight=round(found.evidence.weight + (0.0 if found.on_subject else _ASKED_WEIGHT * near), 4),
        vector=tuple(float(number) for number in vector),
        on_subject=found.on_subject,
    )
