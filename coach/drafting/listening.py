"""Listening: which sentences of the passages are worth taking up, and what each is good for.

The cues are plain word lists: a hint for choosing, never a claim about the person who wrote the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np

from coach.models import Citation, Cue, Note, Passage
from coach.notes.sentences import Sentence, quotable_sentences
from coach.ports import Embedder, QuoteCandidate

_CUES: Mapping[Cue, re.Pattern[str]] = {
    Cue.QUESTION: re.compile(r"\?\s*[\"”')]*$|\b(asked|wonder(ed|ing|s)?) (how|what|when|where|whether|who|why|if)\b", re.I),
    Cue.STRUGGLE: re.compile(
        r"\b(struggl\w+|difficult\w*|hard(er)? (to|for|part|time)|too hard|confus\w+|stuck|unclear|problem\w*|challeng\w+"
        r"|frustrat\w+|painful|pain points?|bottlenecks?|not sure|unsure|don'?t know|didn'?t know|nobody (knows|knew|owns)"
        r"|no ?one (knows|knew|owns)|never (know|knew|get|got)|can'?t|couldn'?t|fail(ed|s|ing)?|lost|lack(s|ed|ing)? (of )?"
        r"|missing|overwhelm\w+|intimidat\w+|afraid|scared|nervous|too (long|many|much|fast|slow|big|late)|falls? apart"
        r"|goes? wrong|went wrong|gave up|forgot\w*|dragged|drags|get in the way)\b",
        re.I,
    ),
    Cue.WISH: re.compile(
        r"\b(wish(es|ed)?|would (like|love|help|be (nice|good|great|useful|helpful))|'d (like|love)|hop(e|es|ing) (to|for|that)"
        r"|want(s|ed)? (to|more|a|an|us|some)|need(s|ed)? (to|more|a|an|some|help)|should (be|have|try|do|make)"
        r"|next time|more time|more practice|let'?s|could we|keen to|looking for)\b",
        re.I,
    ),
    Cue.DISAGREEMENT: re.compile(
        r"\b(disagree\w*|not everyone|on the other hand|other people (think|say|feel)|debat\w+|argu(e|ed|es|ing|ment)"
        r"|object(ed|s)? to|versus|vs\.?|some (people|of us|members|teams|folks)\b.*\b(others?|while|but)|push(ed)? back"
        r"|no agreement|didn'?t agree|don'?t agree|contentious|split on|won'?t agree|tension)\b",
        re.I,
    ),
    Cue.WORKED: re.compile(
        r"\b(work(ed|s) (really |very |quite |so )?(well|better|best)|went well|help(ed|s) (a lot|me|us|them|people|to|when)"
        r"|(really|very|was|were|most|more) (useful|helpful|effective|valuable)|liked|loved|enjoyed|success\w*|"
        r"made (a|the) difference|best (part|thing|bit)|keep doing|it helps)\b",
        re.I,
    ),
    Cue.CASE: re.compile(
        r"\b(working on|currently|in progress|draft\w*|prototyp\w+|for example|for instance|e\.g\.|our own|case|this (week|month)"
        r"|trying to|we (are|were) (doing|building|writing|running|making)|unfinished|half[- ]done|took (it|this) to)\b|#\d+",
        re.I,
    ),
}
_ABOUT_MEETINGS = re.compile(
    r"\b(meeting|meetup|session|call|agenda|breakout|hybrid|remote|in the room|zoom|audio|sound|microphone|mic|av|screen"
    r"|projector|facilitat\w+|ice ?breaker|time ?keep\w*|ran over|run over|overran|workshop|attend\w*|spoke|talked over"
    r"|quiet(er)? (people|ones)|speak up|start(ed)? late|recording|lab time|breaks?)\b",
    re.I,
)
_LEANS_BACK = re.compile(r"^(it|this|that|these|those|they|he|she|which|also|and|but|so|then|there|yes|no|ok)\b", re.I)
_SHORTEST_WORDS, _LONGEST_WORDS = 6, 32


def find_cues(sentence: str) -> tuple[Cue, ...]:
    """Return what a sentence is good for, most telling first; nothing when it is plain telling."""
    flat = " ".join(sentence.split())
    return tuple(cue for cue, pattern in _CUES.items() if pattern.search(flat))


def find_quotes(
    passages: Sequence[Passage], notes: Mapping[str, Note], embedder: Embedder, wanted: str
) -> tuple[QuoteCandidate, ...]:
    """Return the sentences of these passages that a draft may quote, nearest to what is wanted first.

    Args:
        passages: What was found; those that may not be quoted are left out.
        notes: Note id to note, for the passages' notes.
        embedder: Measures how near a sentence is.
        wanted: What the draft is about: the outcomes, in words.
    """
    found = [(passage, sentence) for passage in passages if passage.quotable for sentence in _sentences(passage, notes)]
    if not found:
        return ()
    rows = embedder.embed([wanted, *(" ".join(sentence.text.split()) for _, sentence in found)])
    nearness = (rows[1:] @ np.asarray(rows[0])).tolist()
    candidates = [
        _to_candidate(passage, sentence, near) for (passage, sentence), near in zip(found, nearness, strict=True)
    ]
    return tuple(sorted(candidates, key=lambda item: (-item.relevance, item.citation.note, item.citation.start)))


def _sentences(passage: Passage, notes: Mapping[str, Note]) -> list[Sentence]:
    note = notes.get(passage.note_id)
    if note is None:
        return []
    inside = quotable_sentences(note.text, passage.start, passage.end, note.format)
    return [sentence for sentence in inside if _SHORTEST_WORDS <= len(sentence.text.split()) <= _LONGEST_WORDS]


def _to_candidate(passage: Passage, sentence: Sentence, nearness: float) -> QuoteCandidate:
    # A sentence that leans on the one before it reads badly alone.
    leaning = 0.08 if _LEANS_BACK.search(sentence.text) else 0.0
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
        cues=find_cues(sentence.text),
        relevance=round(nearness - leaning, 4),
        about_meetings=bool(_ABOUT_MEETINGS.search(sentence.text)),
    )
