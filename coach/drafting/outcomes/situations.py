"""In which situation people want to be able to do something, as their own sentences say it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .words import POINTING

_WHEN = re.compile(
    r"\bwhen (?:we|somebody|someone|people|nobody|everybody|two \w+|a \w+|the \w+|one \w+|no one"
    r"|\w+s) [^,.;:?!()\"“”]+",
    re.IGNORECASE,
)
_LEAST, _MOST = 4, 9
_NOT_NOW = re.compile(
    r"\b(?:was|were|had|did|i|you|he|she|my|your|his|her|will|would)\b|\b\w+ed\b|[A-Z]|\d", flags=re.ASCII
)
_ENDS_OPEN = re.compile(r"\b(?:and|or|but|to|of|in|on|at|for|with|that|which|who|the|a|an|is|are|be|as|than)$")


def find_situation(sentences: Iterable[str]) -> str:
    """Return the first clean clause with "when" of these sentences; empty when there is none."""
    for sentence in sentences:
        for match in _WHEN.finditer(sentence):
            clause = match.group().strip()
            words = clause.split()
            said = clause[0].lower() + clause[1:]
            if not _LEAST <= len(words) <= _MOST or _NOT_NOW.search(said) or _ENDS_OPEN.search(said):
                continue
            if not any(word.lower() in POINTING - {"somebody", "someone", "so"} for word in words[1:]):
                return said
    return ""
