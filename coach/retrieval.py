"""From a question to passages: our vectors and full-text search, fused.

Pure given its ports. The weights come from the judged questions of five communities (docs/retrieval.md).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from .errors import BadRequest
from .models import Chunk, Consent, FindResult, NoteSummary, Passage
from .playbook import content_stems
from .ports import CommunityNotes, Embedder, PassageIndex, ScoredChunk

NEAR_ENOUGH = 0.3
"""The cosine similarity from which a passage counts as speaking to a question (docs/retrieval.md)."""
ALMOST_NEAR = 0.27
"""The same for a question of which the notes know at least half of the words."""
FEW_NOTES = 20
"""Up to this many notes are few: what they hold is told in their own words, and never very near."""
STRONG_IN_FEW = 0.12
"""How strong the strongest passage has to be there; nineteen in twenty questions about something else stay below."""
CANDIDATES = 80
"""How many chunks each of the two searches may bring."""
DENSE_WEIGHT = 0.7
"""The share of the vectors in the fused strength; the words have the rest."""
NEIGHBOUR_WEIGHT = 0.25
"""How much of the best neighbour's strength a chunk is given."""
TWIN_OVERLAP = 0.8
"""Passages of two notes that share this much of their words count as one."""
LONGEST_QUESTION = 2_000
"""Characters of a question that are read."""

_WORD = re.compile(r"[^\W_][\w'’+#.-]*", re.UNICODE)
_STOP_WORDS = frozenset(
    """a about above after again all also am an and any are as at be because been before being between both but by can
    cannot could did do does doing done down during each else ever every few for from further get gets getting give go
    going got had has have having he her here hers him his how i if in into is it its itself just let lets like made
    make makes many may me might more most much must my no nor not now of off on once one only or other others our ours
    out over own per please really same say says shall she should so some somebody someone something still such than
    that the their theirs them themselves then there these they thing things this those through to too under until up
    upon us very was way ways we were what when where whether which while who whom whose why will with within without
    would yes yet you your yours able want wants wanted people""".split()
)


@dataclass(frozen=True)
class Search:
    """What a search works with, handed over as one."""

    notes: CommunityNotes
    """The notes that this actor may see."""
    index: PassageIndex
    """Finds near chunks."""
    embedder: Embedder
    """Turns the question into a vector."""


@dataclass(frozen=True)
class Candidate:
    """A chunk with what both searches think of it."""

    chunk: Chunk
    """The chunk."""
    cosine: float
    """Its similarity to the question, -1 to 1."""
    words: float
    """Its share of the best full-text score, 0 to 1."""
    strength: float = 0.0
    """Both together, with what its neighbours lend it."""


def question_words(question: str) -> list[str]:
    """Return the words of a question that carry meaning, lower-cased, each once, in order."""
    words = (match.group().strip(".-'’").lower() for match in _WORD.finditer(question))
    return list(dict.fromkeys(word for word in words if len(word) > 1 and word not in _STOP_WORDS))


def find_passages(question: str, search: Search, limit: int = 8) -> FindResult:
    """Find what the notes hold about a question.

    Args:
        question: Any text; its first 2,000 characters are read.
        search: The notes, the index and the embedder.
        limit: How many passages to return at most.

    Returns:
        Passages, strongest first, and whether they really speak to the question.

    Raises:
        BadRequest: The question is empty.
    """
    text = question.strip()[:LONGEST_QUESTION]
    if not text:
        raise BadRequest("The question is empty.", "Ask in a sentence, the way you would ask a colleague.")
    summaries = {summary.id: summary for summary in search.notes.summaries()}
    if not summaries:
        return FindResult(enough=False, passages=(), message="There are no notes in this community yet.")
    words = question_words(text)
    ranked = _without_twins(_rank(_candidates(text, words, search)), limit)
    passages = tuple(
        to_passage(item.chunk, summaries[item.chunk.note_id], f"S{place}", item.strength)
        for place, item in enumerate(ranked, 1)
    )
    known = [word for word, count in search.notes.count_words(words).items() if count]
    enough = has_evidence(words, ranked, known)
    message = "" if enough else "There is nothing in the notes about this; below is what comes nearest."
    return FindResult(enough=enough, passages=passages, message=message, notes_searched=len(summaries))


def speaks_to(found: FindResult) -> bool:
    """Say whether the notes speak to a question, with allowance for communities that have written little down."""
    strongest = max((passage.strength for passage in found.passages), default=0.0)
    return found.enough or (found.notes_searched <= FEW_NOTES and strongest >= STRONG_IN_FEW)


def _candidates(text: str, words: Sequence[str], search: Search) -> list[Candidate]:
    vector = search.embedder.embed([text])[0]
    near = {item.chunk_id: item.score for item in search.index.nearest(search.notes, vector, CANDIDATES)}
    lexical = _share_of_best(search.notes.search_words(words, CANDIDATES) if words else [])
    missing = [chunk_id for chunk_id in lexical if chunk_id not in near]
    if missing:
        ids, rows = search.notes.vectors(search.embedder.name, missing)
        near.update(zip(ids, (rows @ np.asarray(vector)).tolist(), strict=True))
    chunks = search.notes.chunks(near.keys() | lexical.keys())
    return [Candidate(chunk, near.get(key, 0.0), lexical.get(key, 0.0)) for key, chunk in chunks.items()]


def _share_of_best(scored: Iterable[ScoredChunk]) -> dict[str, float]:
    scores = {item.chunk_id: item.score for item in scored}
    best = max(scores.values(), default=0.0)
    return {key: max(score / best, 0.0) if best > 0 else 0.0 for key, score in scores.items()}


def _rank(candidates: Sequence[Candidate]) -> list[Candidate]:
    if not candidates:
        return []
    cosines = [item.cosine for item in candidates]
    low, best = min(cosines), max(cosines)
    spread = max(best - low, 1e-9)
    own = {
        _place(item): DENSE_WEIGHT * (item.cosine - low) / spread + (1 - DENSE_WEIGHT) * item.words
        for item in candidates
    }
    # Ranks compare candidates with each other; the best cosine keeps strengths honest between questions.
    scale = min(max(best, 0.0), 1.0) / (1.0 + NEIGHBOUR_WEIGHT)
    ranked = [
        replace(item, strength=round(scale * (own[_place(item)] + _lent_by_neighbours(item.chunk, own)), 4))
        for item in candidates
    ]
    return sorted(ranked, key=lambda item: (-item.strength, item.chunk.id))


def _place(item: Candidate) -> tuple[str, int]:
    return item.chunk.note_id, item.chunk.position


def _lent_by_neighbours(chunk: Chunk, own: Mapping[tuple[str, int], float]) -> float:
    beside = (own.get((chunk.note_id, chunk.position + step), 0.0) for step in (-1, 1))
    return NEIGHBOUR_WEIGHT * max(beside)


def _without_twins(ranked: Sequence[Candidate], limit: int) -> list[Candidate]:
    kept: list[tuple[Candidate, frozenset[str]]] = []
    for item in ranked:
        if len(kept) >= limit:
            break
        words = frozenset(item.chunk.reading.lower().split())
        if not any(_is_twin(item, words, *other) for other in kept):
            kept.append((item, words))
    return [item for item, _ in kept]


def _is_twin(item: Candidate, words: frozenset[str], other: Candidate, other_words: frozenset[str]) -> bool:
    union = words | other_words
    return bool(union) and len(words & other_words) / len(union) >= TWIN_OVERLAP


def has_evidence(words: Sequence[str], ranked: Sequence[Candidate], known: Collection[str]) -> bool:
    """Decide whether the best candidates really speak to a question.

    Near in meaning is enough; so is a passage that holds every word asked for, such as a name. Nearness tells another
    subject from ours; it cannot tell a question that these notes answer from one that they only touch.

    Args:
        words: The question's words that carry meaning.
        ranked: Candidates, best first.
        known: Those of the words that occur anywhere in the notes.
    """
    if not ranked:
        return False
    nearest = max(item.cosine for item in ranked)
    if nearest >= NEAR_ENOUGH or (nearest >= ALMOST_NEAR and 2 * len(known) >= len(words) > 0):
        return True
    asked = content_stems(" ".join(words))
    return bool(asked) and any(asked <= content_stems(item.chunk.reading) for item in ranked)


def to_passage(chunk: Chunk, note: NoteSummary, label: str = "S0", strength: float = 0.0) -> Passage:
    """Return a chunk as it is handed on, with a label and how well it fits."""
    return Passage(
        label=label,
        note=note.path,
        note_id=note.id,
        source=note.source,
        title=note.title,
        date=chunk.date.iso or note.date.iso,
        heading=" › ".join(chunk.heading),
        text=chunk.text,
        start=chunk.start,
        end=chunk.end,
        strength=strength,
        chunk_id=chunk.id,
        quotable=note.consent is not Consent.NEVER,
    )
