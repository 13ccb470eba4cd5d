"""Listening: which sentences of the passages are worth taking up, and what each is good for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from coach.models import Citation, Cue, Note, Passage
from coach.notes.sentences import Sentence, quotable_sentences
from coach.ports import Embedder, QuoteCandidate

from .convincing import convincing_cues, is_noise
from .cues import find_cues, is_about_meetings, stands_alone
from .ear import Heard, hear_cues
from .naming import find_names, names_somebody

_SHORTEST_WORDS, _LONGEST_WORDS = 6, 32
_LONGEST_LESSON = 24
_TAKEN_AT_THEIR_WORD = frozenset({Cue.QUESTION, Cue.WORKED, Cue.CASE})
"""What needs no second look: outcomes rest on less, but a plan may read out any question."""
_OURS = re.compile(r"\b(?:we|us|i|people|members|newcomers|learners|attendees|contributors)\b", re.IGNORECASE)
_NAMING = 0.06
"""How much less a sentence is worth that names somebody."""
_LENT = 0.4
"""How much of what its passage is nearer than itself a sentence is lent."""
_PLENTY_TOLD = 12
"""With so many sentences in which words tell, the ear keeps still."""
_STRAYING = 0.12
"""How much less, at most, for a note far behind the one that speaks to the subject most."""
_TAGGED = re.compile(r"^[\w.'’-]{2,20}:\s+(\S.*)$", re.DOTALL)
_SPOKEN = re.compile(r"^[\"“'‘]([^\"“”]{20,})[\"”'’]\s*(?:\([^)]*\)|[-–—] ?\w+)?[.]?$", re.DOTALL)


def find_quotes(  # noqa: PLR0913  # each of them is a thing that the words are held against
    passages: Sequence[Passage],
    notes: Mapping[str, Note],
    embedder: Embedder,
    wanted: str,
    *,
    on_meetings: bool = False,
    contexts: Mapping[str, npt.NDArray[np.float32]] | None = None,
) -> tuple[QuoteCandidate, ...]:
    """Return the sentences of these passages that a draft may quote, nearest to what is wanted first.

    Args:
        passages: What was found; those that may not be quoted are left out.
        notes: Note id to note, for the passages' notes.
        embedder: Measures how near a sentence is.
        wanted: What the draft is about: the outcomes, in words.
        on_meetings: Whether to return only sentences on how people meet; they are lessons for the host.
        contexts: Chunk id to vector, for the passages' chunks: a sentence that is short of words is lent some of
            its passage's nearness.
    """
    found = [(passage, sentence) for passage in passages if passage.quotable for sentence in _sentences(passage, notes)]
    if not found:
        return ()
    texts = [" ".join(sentence.text.split()) for _, sentence in found]
    rows = np.asarray(embedder.embed([wanted, *texts]))
    nearness = _lend(found, rows[1:] @ rows[0], contexts or {}, rows[0])
    # Where words tell plenty, the ear would only blur what these notes speak of most.
    plenty = sum(bool(rule_cues(text)) for text in texts) >= _PLENTY_TOLD
    heard = [None] * len(texts) if plenty else hear_cues(texts, rows[1:], embedder.name)
    names, beside = find_names(note.text for note in notes.values()), _beside_the_point(passages)
    candidates = [
        _to_candidate(passage, sentence, near - beside[passage.note_id], names, ear)
        for (passage, sentence), near, ear in zip(found, nearness, heard, strict=True)
    ]
    if on_meetings:
        candidates = [item for item in candidates if _is_lesson(item, names)]
    return tuple(sorted(candidates, key=lambda item: (-item.relevance, item.citation.note, item.citation.start)))


def find_lessons(
    passages: Sequence[Passage], notes: Mapping[str, Note], embedder: Embedder, wanted: str, most: int = 12
) -> tuple[QuoteCandidate, ...]:
    """Return the sentences on how people meet that a reply may quote, nearest to what is wanted first.

    Only so many are measured: somebody is waiting for the reply.

    Args:
        passages: What was found; those that may not be quoted are left out.
        notes: Note id to note, for the passages' notes.
        embedder: Measures how near a sentence is.
        wanted: What the reply is about.
        most: How many sentences are measured.
    """
    names = find_names(note.text for note in notes.values())
    open_ones = [item for item in passages if item.quotable]
    told = [(passage, sentence) for passage in open_ones for sentence in _sentences(passage, notes)]
    found = [(passage, sentence) for passage, sentence in told if is_about_meetings(sentence.text)][:most]
    if not found:
        return ()
    rows = np.asarray(embedder.embed([wanted, *(" ".join(sentence.text.split()) for _, sentence in found)]))
    candidates = [
        _to_candidate(passage, sentence, float(near), names, None)
        for (passage, sentence), near in zip(found, rows[1:] @ rows[0], strict=True)
    ]
    return tuple(sorted((item for item in candidates if _is_lesson(item, names)), key=lambda item: -item.relevance))


def _lend(
    found: Sequence[tuple[Passage, Sentence]],
    own: npt.NDArray[np.float32],
    contexts: Mapping[str, npt.NDArray[np.float32]],
    wanted: npt.NDArray[np.float32],
) -> list[float]:
    """Return how near each sentence is; where its passage is nearer, that counts as well."""
    near = {chunk: float(vector @ wanted) for chunk, vector in contexts.items()}
    around = [near.get(passage.chunk_id, 0.0) for passage, _ in found]
    return [float(itself) + _LENT * max(lent - float(itself), 0.0) for itself, lent in zip(own, around, strict=True)]


def _beside_the_point(passages: Sequence[Passage]) -> dict[str, float]:
    """Return by note how much less its sentences are worth: a note that only brushes the subject strays from it."""
    best: dict[str, float] = {}
    for passage in passages:
        best[passage.note_id] = max(best.get(passage.note_id, 0.0), passage.strength)
    top = max(best.values(), default=0.0)
    return {note: _STRAYING * (1 - strength / top) if top else 0.0 for note, strength in best.items()}


def _sentences(passage: Passage, notes: Mapping[str, Note]) -> list[Sentence]:
    note = notes.get(passage.note_id)
    if note is None:
        return []
    inside = [_without_frame(item) for item in quotable_sentences(note.text, passage.start, passage.end, note.format)]
    return [sentence for sentence in inside if _is_quotable(sentence.text)]


def _is_quotable(text: str) -> bool:
    return _SHORTEST_WORDS <= len(text.split()) <= _LONGEST_WORDS and stands_alone(text)


def _without_frame(sentence: Sentence) -> Sentence:
    """Return the words alone where a note says who spoke: `"…" (Tomasz)` and `ashley: …` lose marks and name."""
    match = _SPOKEN.match(sentence.text) or _TAGGED.match(sentence.text)
    if match is None:
        return sentence
    start = sentence.start + match.start(1)
    return Sentence(start=start, end=start + len(match.group(1)), text=match.group(1))


def _is_lesson(item: QuoteCandidate, names: frozenset[str]) -> bool:
    # A lesson for the host is short and about the meeting; one that names somebody may shame them.
    quote = item.citation.quote
    return item.about_meetings and len(quote.split()) <= _LONGEST_LESSON and not names_somebody(quote, names)


def _to_candidate(
    passage: Passage, sentence: Sentence, nearness: float, names: frozenset[str], heard: Heard | None
) -> QuoteCandidate:
    less = _NAMING if names_somebody(sentence.text, names) else 0.0
    citation = Citation(
        label=passage.label,
        quote=sentence.text,
        note=passage.note,
        note_id=passage.note_id,
        title=passage.title,
        date=passage.date,
        start=sentence.start,
        end=sentence.end,
    )
    return QuoteCandidate(
        citation=citation,
        # Somebody's name makes it a word about a person, which only plain telling words may carry.
        cues=to_cues(sentence.text, None if less else heard),
        relevance=round(nearness - less, 4),
        about_meetings=is_about_meetings(sentence.text),
    )


def rule_cues(sentence: str) -> tuple[Cue, ...]:
    """Return what the word lists hear: "problem" alone is no struggle, and "suggested" alone no wish of ours."""
    if is_noise(sentence):
        return ()
    heard = find_cues(sentence)
    held = set(convincing_cues(sentence, heard)) | (_TAKEN_AT_THEIR_WORD & set(heard))
    if Cue.WISH in heard and _OURS.search(sentence):
        held.add(Cue.WISH)
    return tuple(cue for cue in Cue if cue in held)


def to_cues(sentence: str, heard: Heard | None) -> tuple[Cue, ...]:
    """Return what a sentence is good for: by its words where they tell, by ear where they do not."""
    by_words = rule_cues(sentence)
    if by_words or heard is None or heard.cue is None or is_noise(sentence):
        return by_words
    return (heard.cue,)
