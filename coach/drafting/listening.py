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
    Cue.QUESTION: re.compile(
        r"(^|[,.;:–—-] ?|[\"“(])(so |and |but )?(how|what|why|who|whom|when|where|which|is|are|do|does|did|can|could|should"
        r"|would|has|have|will)\b[^.!]*\?\s*[\"”')]*$|\b(asked|wonder(ed|ing|s)?) (how|what|when|where|whether|who|why)\b",
        re.I,
    ),
    Cue.STRUGGLE: re.compile(
        r"\b(struggl\w+|difficult\w*|hard(er)? (to|for|part|time)|too hard|confus\w+|stuck|unclear|problem\w*|challenging|(a|the|our|biggest|main|real|this) challenge"
        r"|frustrat\w+|issues? (with|around|of)|could (be|have been) better|don'?t like|didn'?t like|painful|pain points?|bottlenecks?|not sure|unsure|don'?t know|didn'?t know|nobody (knows|knew|owns)"
        r"|no ?one (knows|knew|owns)|never (know|knew|get|got)|can'?t|couldn'?t|fail(ed|s|ing)?|lost|lack(s|ed|ing)? (of )?"
        r"|missing|overwhelm\w+|intimidat\w+|afraid|scared|nervous|too (long|many|much|fast|slow|big|late)|falls? apart"
        r"|goes? wrong|went wrong|gave up|forgot\w*|dragged|drags|get in the way)\b",
        re.I,
    ),
    Cue.WISH: re.compile(
        r"\b(wish(es|ed)?|would (like|love|help|be (nice|good|great|useful|helpful))|'d (like|love)|hop(e|es|ing) (to|for|that)"
        r"|want(s|ed)? (to|more|a|an|us|some)|need(s|ed)? (to|more|a|an|some|help)|should (be|have|try|do|make)"
        r"|request(ed)?|asked for|would be interesting|suggest(s|ed|ion)?|recommend\w*|next time|more time|more practice|let'?s|could we|keen to|looking for)\b",
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
        r"made (a|the) difference|positive feedback|went (really |very )?smoothly|best (part|thing|bit)|keep doing|it helps)\b",
        re.I,
    ),
    Cue.CASE: re.compile(
        r"\b(working on|in progress|draft\w*|prototyp\w+|for example|for instance|e\.g\.|an example of|our own"
        r"|(one|real|use|live|this|that|same) case|case (of|study)|trying to|we (are|were) (currently )?(doing|building|writing|making|redoing|redrawing|rewriting)"
        r"|unfinished|half[- ]done|took (it|this) to)\b|#\d+",
        re.I,
    ),
}
_NOT_YET = re.compile(
    r"\b(could|would|should|might|may be|if|not|never|difficult|hard|hope|wish|need(s|ed)?)\b|n[’']t\b", re.I
)
_ABOUT_MEETINGS = re.compile(
    r"\b(meeting|meetup|session|call|agenda|breakout|hybrid|remote|in the room|zoom|audio|sound|microphone|mic|av|screen"
    r"|projector|facilitat\w+|ice ?breaker|time ?keep\w*|ran over|run over|overran|attend\w*|spoke|talked over"
    r"|quiet(er)? (people|ones)|speak up|start(ed)? late|recording|lab time|breaks?)\b",
    re.I,
)
_CAPITAL = re.compile(r"(?<=[a-zà-ÿ,;] )[A-ZÀ-Þ][a-zà-ÿ]{2,}\b")
_SMALL = re.compile(r"\b[a-zà-ÿ]{3,}\b")
_ANY_WORD = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]{2,}\b")
_HANDLE = re.compile(r"\B@\w+")
_SPOKEN = re.compile(r"^[\"“'‘]([^\"“”]{20,})[\"”'’]\s*(\([^)]*\)|[-–—] ?\w+)?[.]?$", re.S)
_BILLBOARD = re.compile(
    r"^(have|want|got|interested|looking|ready|curious)\b[^.]*\?$|\b(we want to make sure|announc\w+|blog post|sign up|register"
    r"|click|subscribe|deadline|apply (by|now|here)|please (contact|email|join|visit|note|see|let)|we('re| are) (pleased|excited"
    r"|delighted|thrilled)|stay tuned|learn more|anyone interested)\b",
    re.I,
)
"""What is written to announce, not to tell."""
_LEANS_BACK = re.compile(r"^(it|this|that|these|those|they|he|she|which|also|and|but|so|then|there|yes|no|ok)\b", re.I)
_SHORTEST_WORDS, _LONGEST_WORDS = 6, 32
_LONGEST_LESSON = 24


def find_cues(sentence: str) -> tuple[Cue, ...]:
    """Return what a sentence is good for, most telling first; nothing when it is plain telling."""
    flat = " ".join(sentence.split())
    cues = tuple(cue for cue, pattern in _CUES.items() if pattern.search(flat))
    # What might help, or did not, has not worked yet.
    return tuple(cue for cue in cues if cue is not Cue.WORKED) if _NOT_YET.search(flat) else cues


def find_quotes(
    passages: Sequence[Passage], notes: Mapping[str, Note], embedder: Embedder, wanted: str, *, on_meetings: bool = False
) -> tuple[QuoteCandidate, ...]:
    """Return the sentences of these passages that a draft may quote, nearest to what is wanted first.

    Args:
        passages: What was found; those that may not be quoted are left out.
        notes: Note id to note, for the passages' notes.
        embedder: Measures how near a sentence is.
        wanted: What the draft is about: the outcomes, in words.
        on_meetings: Whether to return only sentences on how people meet; they are lessons for the host.
    """
    names = _names(notes)
    found = [(passage, sentence) for passage in passages if passage.quotable for sentence in _sentences(passage, notes)]
    if not found:
        return ()
    rows = embedder.embed([wanted, *(" ".join(sentence.text.split()) for _, sentence in found)])
    nearness = (rows[1:] @ np.asarray(rows[0])).tolist()
    candidates = [
        _to_candidate(passage, sentence, near, names) for (passage, sentence), near in zip(found, nearness, strict=True)
    ]
    if on_meetings:
        # A lesson for the host is about the meeting; a sentence that names somebody may shame them.
        candidates = [
            item
            for item in candidates
            if item.about_meetings
            and len(item.citation.quote.split()) <= _LONGEST_LESSON
            and not _names_somebody(item.citation.quote, names)
        ]
    return tuple(sorted(candidates, key=lambda item: (-item.relevance, item.citation.note, item.citation.start)))


def _sentences(passage: Passage, notes: Mapping[str, Note]) -> list[Sentence]:
    note = notes.get(passage.note_id)
    if note is None:
        return []
    inside = [_without_frame(item) for item in quotable_sentences(note.text, passage.start, passage.end, note.format)]
    return [sentence for sentence in inside if _SHORTEST_WORDS <= len(sentence.text.split()) <= _LONGEST_WORDS]


def _names(notes: Mapping[str, Note]) -> frozenset[str]:
    """Return the words that these notes write with a capital in mid-sentence and never without."""
    capital: set[str] = set()
    small: set[str] = set()
    for note in notes.values():
        capital.update(match.group() for match in _CAPITAL.finditer(note.text))
        small.update(match.group() for match in _SMALL.finditer(note.text))
    return frozenset(word for word in capital if word.lower() not in small)


def _names_somebody(sentence: str, names: frozenset[str]) -> bool:
    return bool(_HANDLE.search(sentence)) or any(word in names for word in _ANY_WORD.findall(sentence))


def _without_frame(sentence: Sentence) -> Sentence:
    """Return the words alone where a note quotes somebody: `"…" (Tomasz)` loses marks and name."""
    match = _SPOKEN.match(sentence.text)
    if match is None:
        return sentence
    start = sentence.start + match.start(1)
    return Sentence(start=start, end=start + len(match.group(1)), text=match.group(1))


def _to_candidate(passage: Passage, sentence: Sentence, nearness: float, names: frozenset[str]) -> QuoteCandidate:
    # A sentence that leans on the one before it reads badly alone.
    leaning = 0.08 if _LEANS_BACK.search(sentence.text) else 0.0
    leaning += 0.06 if _names_somebody(sentence.text, names) else 0.0
    leaning += 0.2 if _BILLBOARD.search(" ".join(sentence.text.split())) else 0.0
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
