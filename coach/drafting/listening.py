"""Listening: which sentences of the passages are worth taking up, and what each is good for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np

from coach.models import Citation, Cue, Note, Passage
from coach.notes.sentences import Sentence, quotable_sentences
from coach.ports import Embedder, QuoteCandidate

from .convincing import convincing_cues, is_noise
from .cues import find_cues, is_about_meetings, stands_alone

_SHORTEST_WORDS, _LONGEST_WORDS = 6, 32
_LONGEST_LESSON = 24
_TAKEN_AT_THEIR_WORD = frozenset({Cue.QUESTION, Cue.WORKED, Cue.CASE})
"""What needs no second look: outcomes rest on less, but a plan may read out any question."""
_OURS = re.compile(r"\b(?:we|us|i|people|members|newcomers|learners|attendees|contributors)\b", re.IGNORECASE)
_NAMING = 0.06
"""How much less a sentence is worth that names somebody."""
_STRAYING = 0.12
"""How much less, at most, for a note far behind the one that speaks to the subject most."""
_CAPITAL = re.compile(r"(?<=[a-zà-ÿ,;] )[A-ZÀ-Þ][a-zà-ÿ]{2,}\b")
_SMALL = re.compile(r"\b[a-zà-ÿ]{3,}\b")
_ANY_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]{2,}\b")
_HANDLE = re.compile(r"\B@\w+")
_TAGGED = re.compile(r"^[\w.'’-]{2,20}:\s+(\S.*)$", re.DOTALL)
_SPOKEN = re.compile(r"^[\"“'‘]([^\"“”]{20,})[\"”'’]\s*(?:\([^)]*\)|[-–—] ?\w+)?[.]?$", re.DOTALL)


def find_quotes(
    passages: Sequence[Passage],
    notes: Mapping[str, Note],
    embedder: Embedder,
    wanted: str,
    *,
    on_meetings: bool = False,
) -> tuple[QuoteCandidate, ...]:
    """Return the sentences of these passages that a draft may quote, nearest to what is wanted first.

    Args:
        passages: What was found; those that may not be quoted are left out.
        notes: Note id to note, for the passages' notes.
        embedder: Measures how near a sentence is.
        wanted: What the draft is about: the outcomes, in words.
        on_meetings: Whether to return only sentences on how people meet; they are lessons for the host.
    """
    found = [(passage, sentence) for passage in passages if passage.quotable for sentence in _sentences(passage, notes)]
    if not found:
        return ()
    rows = embedder.embed([wanted, *(" ".join(sentence.text.split()) for _, sentence in found)])
    nearness = (rows[1:] @ np.asarray(rows[0])).tolist()
    names, beside = _names(notes), _beside_the_point(passages)
    candidates = [
        _to_candidate(passage, sentence, near - beside[passage.note_id], names)
        for (passage, sentence), near in zip(found, nearness, strict=True)
    ]
    if on_meetings:
        candidates = [item for item in candidates if _is_lesson(item, names)]
    return tuple(sorted(candidates, key=lambda item: (-item.relevance, item.citation.note, item.citation.start)))


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


def _names(notes: Mapping[str, Note]) -> frozenset[str]:
    """Return the words that these notes write with a capital in mid-sentence and never without."""
    capital: set[str] = set()
    small: set[str] = set()
    for note in notes.values():
        capital.update(match.group() for match in _CAPITAL.finditer(note.text))
        small.update(match.group() for match in _SMALL.finditer(note.text))
    return frozenset(word for word in capital if word.lower() not in small)


def _names_somebody(sentence: str, names: frozenset[str]) -> bool:
    return bool(_HANDLE.search(sentence)) or any(word in names for word in _ANY_CAPITAL.findall(sentence))


def _is_lesson(item: QuoteCandidate, names: frozenset[str]) -> bool:
    # A lesson for the host is short and about the meeting; one that names somebody may shame them.
    quote = item.citation.quote
    return item.about_meetings and len(quote.split()) <= _LONGEST_LESSON and not _names_somebody(quote, names)


def _to_candidate(passage: Passage, sentence: Sentence, nearness: float, names: frozenset[str]) -> QuoteCandidate:
    less = _NAMING if _names_somebody(sentence.text, names) else 0.0
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
        cues=_apt_cues(sentence.text),
        relevance=round(nearness - less, 4),
        about_meetings=is_about_meetings(sentence.text),
    )


def _apt_cues(sentence: str) -> tuple[Cue, ...]:
    """Return what a sentence is good for: "problem" alone is no struggle, and "suggested" alone no wish of ours."""
    if is_noise(sentence):
        return ()
    heard = find_cues(sentence)
    held = set(convincing_cues(sentence, heard)) | (_TAKEN_AT_THEIR_WORD & set(heard))
    if Cue.WISH in heard and _OURS.search(sentence):
        held.add(Cue.WISH)
    return tuple(cue for cue in Cue if cue in held)
