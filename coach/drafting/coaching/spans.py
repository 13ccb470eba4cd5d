"""The person's own words: a few of them, letter for letter, that say most of what a message is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.playbook import content_stems

_CUT = re.compile(
    r"[,;:–—()\[\]]+\s*|\s*[\"“”„«»]+\s*|\s-+\s|\.{2,}\s*|…\s*|[.!?]+[\"'”’)]*\s*|\s+(?=(?:and|but|because"
    r"|although|though|so that"
    r"|while|whereas|until|which|except|yet)\s)",
    re.IGNORECASE,
)
_FILLERS = re.compile(
    r"^(?:(?:so|well|and|but|ok|okay|right|because|cos|anyway|hi|hello|hey|also|then|yes|no|oh|um|er|like|plus|or"
    r"|though|although|while|which|that|please|kindly|honestly|basically|now|look|sorry"
    r"|i (?:think|guess|mean|suppose|feel like)|to be honest|tbh)\b[\s,]*)+",
    re.IGNORECASE,
)
_LOOSE_END = re.compile(
    r"(?:\s+(?:a|an|the|and|or|but|my|our|their|his|that|who|which|because|than|as|if|then|when|so|while|although))+$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^(?:how|what|why|who|when|where|should|could|can|do|does|did|is|are|would|will|any|which)\b", re.IGNORECASE
)
_ENDS = re.compile(r"[.!?…()\[\]\"“”„«»]")
"""Over these nothing is joined."""
_MARKS = re.compile(r"[\"“”„«»]")
FEWEST, MOST, BEST = 3, 11, 7
"""How many words a quoted stretch has."""


@dataclass(frozen=True)
class Span:
    """A stretch of what was said: exactly as it was written."""

    text: str
    """The words."""
    sentence: int
    """The number of the sentence that they stand in."""

    @property
    def said(self) -> str:
        """Return the words in curly quotation marks."""
        return f"“{self.text}”"


def find_spans(sentences: Sequence[str]) -> list[Span]:
    """Return the stretches that can be quoted, in order: they make sense by themselves and hold no quotation mark."""
    found = []
    for number, sentence in enumerate(sentences):
        for part in _parts(sentence):
            words = part.split()
            if FEWEST <= len(words) <= MOST and len(content_stems(part)) >= 2 and not _MARKS.search(part):
                found.append(Span(part, number))
    return found


def shortest_spans(sentences: Sequence[str]) -> list[Span]:
    """Return what can be quoted of very short messages: anything that has a word that tells."""
    parts = [Span(part, number) for number, sentence in enumerate(sentences) for part in _parts(sentence)]
    able = [span for span in parts if len(span.text.split()) <= MOST and not _MARKS.search(span.text)]
    telling = [span for span in able if content_stems(span.text)]
    most = max((len(content_stems(span.text)) for span in telling), default=0)
    return [span for span in telling if len(content_stems(span.text)) == most] or able


def is_question(span: Span) -> bool:
    """Say whether a stretch is a question, which is less worth quoting than what is the case."""
    return bool(_ASKS.match(span.text))


def _parts(sentence: str) -> list[str]:
    return [cleaned for part in _joined(sentence) if (cleaned := _clean(part))]


def _joined(sentence: str) -> list[str]:
    """Return the clauses of a sentence, and neighbours that are short enough to be one."""
    cuts = list(_CUT.finditer(sentence))
    starts, stops = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(sentence)]
    parts = [sentence[start:stop] for start, stop in zip(starts, stops, strict=True)]
    pairs = [
        sentence[starts[place] : stops[place + 1]]
        for place, cut in enumerate(cuts)
        if not _ENDS.search(cut.group()) and len(sentence[starts[place] : stops[place + 1]].split()) <= MOST
    ]
    return [*parts, *pairs]


def _clean(part: str) -> str:
    without = _FILLERS.sub("", part.strip(" \t\r\n.,;:!?-–—()[]'\"’”…*"))
    return _LOOSE_END.sub("", without).strip(" \t.,;:!?-–—()[]*…")
