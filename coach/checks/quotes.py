"""Quotes inside a text of ours: curly quotes followed by a label, such as “we wait” (S1)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_LABELS = re.compile(r"([”\"])[.,]?\s*[(\[](S\d+(?:\s*[,;]\s*S\d+)*)[)\]]")
_LONE_LABEL = re.compile(r"[(\[](S\d+(?:\s*[,;]\s*S\d+)*)[)\]]")


@dataclass(frozen=True)
class Quote:
    """Words that a text says are the community's: `text[start:end]` is the quote with its marks."""

    words: str
    """What stands between the quotation marks."""
    labels: tuple[str, ...]
    """The citations it names."""
    start: int
    """Where the opening mark stands."""
    end: int
    """Where the closing mark ends."""


def find_labelled_quotes(text: str) -> list[Quote]:
    """Return the quotes that carry a label, in order; a mark that never opened is no quote."""
    found = []
    for match in _LABELS.finditer(text):
        start = _opening(text, match.start(), match.group(1))
        if start is not None:
            words = text[start + 1 : match.start()]
            found.append(Quote(words, split_labels(match.group(2)), start, match.start() + 1))
    return found


def find_labels(text: str) -> frozenset[str]:
    """Return the labels in brackets that a text names."""
    return frozenset(label for match in _LONE_LABEL.finditer(text) for label in split_labels(match.group(1)))


def without_quotes(text: str) -> str:
    """Return a text with its labelled quotes blanked out, offsets kept."""
    for quote in find_labelled_quotes(text):
        text = text[: quote.start] + " " * (quote.end - quote.start) + text[quote.end :]
    return text


@lru_cache(maxsize=50_000)
def search_own(pattern: re.Pattern[str], text: str) -> str:
    """Return the first words of ours that a pattern takes, on one line, or nothing; quotes are left out.

    Plans are checked again after every small change, and most of their sentences stay the same.
    """
    match = pattern.search(without_quotes(text))
    return " ".join(match.group().split()) if match else ""


def split_labels(text: str) -> tuple[str, ...]:
    """Return `S1, S2` as two labels."""
    return tuple(part.strip() for part in re.split(r"[,;]", text))


def _opening(text: str, close: int, mark: str) -> int | None:
    if mark == '"':
        place = text.rfind('"', 0, close)
        return place if place >= 0 else None
    depth = 1
    for place in range(close - 1, -1, -1):
        depth += {"”": 1, "“": -1}.get(text[place], 0)
        if depth == 0:
            return place
    return None
