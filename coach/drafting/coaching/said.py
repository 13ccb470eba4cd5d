"""What somebody said, read once: its sentences, without lines that are orders to a program."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.drafting.guarding.quarantine import GAP, quarantine
from coach.notes.sentence_bounds import sentence_spans

MOST_CHARS = 6_000
"""So much of a message is read for what it is about: its beginning, and a quarter of it from its end."""
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")


@dataclass(frozen=True)
class Said:
    """A message as it can be worked with."""

    message: str
    """All of it, as it was written."""
    sentences: tuple[str, ...]
    """Its sentences, letter for letter; lines that speak to a program are left out."""
    has_orders: bool = False
    """Whether something was left out."""

    @property
    def text(self) -> str:
        """Return the sentences as one text."""
        return " ".join(self.sentences)

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words, small."""
        return tuple(word.lower() for word in _WORD.findall(self.text))


def read_said(message: str) -> Said:
    """Read a message; a very long one by its beginning and its end."""
    kept = quarantine(_shorten(message.strip()))
    sentences = [
        line[start:end]
        for match in _LINE.finditer(kept.text.replace(GAP, "\n"))
        for line in [match.group()]
        for start, end in sentence_spans(line, 0, len(line))
    ]
    spoken = tuple(sentence for sentence in sentences if _WORD.search(sentence))
    return Said(message, spoken, bool(kept.left_out))


def _shorten(message: str) -> str:
    if len(message) <= MOST_CHARS:
        return message
    last = MOST_CHARS // 4
    return f"{message[: MOST_CHARS - last]}\n\n{message[-last:]}"
