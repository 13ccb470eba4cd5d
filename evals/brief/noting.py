"""Opens notes again where they lie, so that what a brief says of them is held against the files themselves."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from coach.models import Evidence

_TAG = re.compile(r"<[^>\n]{1,200}>")
_TARGET = re.compile(r"\]\([^)\s]*\)")
_WORD = re.compile(r"\w+")
SOMEBODY = "[somebody]"
_AROUND = 1200
"""So many characters on either side are looked through for sentences."""
_END = re.compile(r"(?<=[.!?])[”\"')]*\s+|\n\s*\n|\n(?=\s*[-*#•] )")


@dataclass(frozen=True)
class Files:
    """The notes of one community as files."""

    folder: Path
    """Where they lie."""
    paths: Mapping[str, str]
    """Each note's path by its id."""

    def read(self, note_id: str) -> str | None:
        """Return a note's text, line ends as they are; nothing when there is no such file."""
        path = self.paths.get(note_id)
        file = self.folder / path if path else None
        return file.read_bytes().decode("utf-8", "replace") if file and file.is_file() else None


def is_verbatim(evidence: Evidence, files: Files) -> bool:
    """Say whether a quote stands in its file just where it is said to, and is shown without a word more."""
    text = files.read(evidence.note_id)
    if text is None or not evidence.quote or text[evidence.start : evidence.end] != evidence.quote:
        return False
    return stands_in(evidence.shown, evidence.quote)


def stands_in(shown: str, quote: str) -> bool:
    """Say whether words that are shown are the quote's own, in their order, with nothing but names taken out."""
    there = f" {' '.join(read_words(quote))} "
    at = 0
    for piece in shown.split(SOMEBODY):
        words = read_words(piece)
        if not words:
            continue
        found = there.find(f" {' '.join(words)} ", at)
        if found < 0:
            return False
        at = found + len(" ".join(words)) + 1
    return bool(shown.strip())


def read_words(text: str) -> list[str]:
    """Return the words of a text without its markup."""
    plain = html.unescape(_TARGET.sub("] ", _TAG.sub(" ", text)))
    return _WORD.findall(plain.replace("_", " ").lower())


def read_around(evidence: Evidence, files: Files, sentences: int = 2) -> tuple[str, str]:
    """Return so many sentences before and after a quote, as they stand in its note."""
    text = files.read(evidence.note_id) or ""
    before = _split(text[max(0, evidence.start - _AROUND) : evidence.start])
    after = _split(text[evidence.end : evidence.end + _AROUND])
    return " ".join(before[-sentences:]), " ".join(after[:sentences])


def _split(text: str) -> list[str]:
    return [" ".join(part.split()) for part in _END.split(text) if part and len(part.strip()) > 1]
