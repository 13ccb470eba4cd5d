"""What somebody says that they do or have tried: nobody wants that advised to them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .said import Said

_DOES = re.compile(
    r"\b(?:already|always|usually|normally|generally|as usual|every (?:time|week|month|session|meeting|other)|tried"
    r"|yes we do|done that|did that|(?:we|i) do (?:that|this|it|a|the|two|three|pairs)"
    r"|(?:we|i) (?:start|begin|open|end|close)"
    r" with)\b",
    re.IGNORECASE,
)
"""Words by which people say what they do, and not only what happened."""
_NOT_YET = re.compile(
    r"\b(?:should|could|would|might|if|want to|like to|need to|going to|have to|don['’]?t|do not|never|can['’]?t"
    r"|haven['’]?t|have no|got no|have nothing|know|think|feel|wonder|hope|asked what|got \d+|have \d+|have (?:a"
    r"|an|the|two|three|four|five|six|ten|no) (?:member|people|person|session|meeting|call|problem|newcomer"
    r"|colleague|day|week)|do (?:i|we|you))\b",
    re.IGNORECASE,
)
_FLOPPED = re.compile(
    r"\b(?:did(?:n['’]t| not) (?:work|help)|flop\w*|fell flat|no good|useless|hated|laughed|nothing changed"
    r"|made (?:it|things) worse|people vanish\w*|went badly|disaster|same (?:result|thing)|but (?:still|nobody"
    r"|no one|they|nothing|it))\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(r",\s*(?:and\s+)?(?=(?:we|i)\b)|;\s*|\s+and\s+(?=(?:we|i)\s)")
_TOLD = re.compile(r";\s*|\s+but\s+|,\s*(?:and|so|but)\s+")
FEWEST, MOST = 4, 30
MOST_TOLD = 10
"""So many clauses of a message are measured."""


@dataclass(frozen=True)
class HeardDoing:
    """Something that they do or have tried."""

    text: str
    """In their words."""
    flopped: bool
    """Whether they say that it did not work."""


def find_doings(said: Said) -> list[HeardDoing]:
    """Return what a message says of what its writer does or has tried, in order."""
    found: dict[str, HeardDoing] = {}
    for place, sentence in enumerate(said.sentences):
        following = said.sentences[place + 1] if place + 1 < len(said.sentences) else ""
        for clause in _SPLIT.split(sentence):
            text = clause.strip(" \t\r\n,;:.–—-")
            if _is_doing(text):
                found.setdefault(text.lower(), HeardDoing(text, _has_flopped(sentence, following)))
    return list(found.values())


def _is_doing(text: str) -> bool:
    return (
        FEWEST <= len(text.split()) <= MOST
        and bool(_DOES.search(text))
        and not _NOT_YET.search(text)
        and not text.endswith("?")
    )


def _has_flopped(sentence: str, following: str) -> bool:
    return bool(_FLOPPED.search(sentence)) or bool(
        re.match(r"^(?:but|still|didn['’]t|nobody|no one|nothing|it)\b", following, re.IGNORECASE)
        and _FLOPPED.search(following)
    )


def find_told(said: Said) -> tuple[str, ...]:
    """Return what a message tells, a clause each, without its questions: what is done may be among it."""
    clauses = [clause.strip(" ,.;:–—-") for sentence in said.sentences for clause in _TOLD.split(sentence)]
    told = [clause for clause in clauses if len(clause.split()) >= FEWEST and not clause.endswith("?")]
    return tuple(told[:MOST_TOLD])
