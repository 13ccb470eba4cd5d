"""Small reading of the words of a brief: one line, one kind of mark, clauses, numbers. Pure."""

from __future__ import annotations

import re

from .numbers import NUMBER, read_number

_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "–": "-", "—": "-", "‑": "-"})
_NUMBER = re.compile(rf"(?<![\w.,:])(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:[.:]\d+)?|{NUMBER}|thirteen|fourteen|sixteen"
                     r"|seventeen|eighteen|nineteen|hundred|thousand|dozen)(?![\w])", re.IGNORECASE)  # fmt: skip
_CLAUSE = re.compile(
    r"[.;:?!…\n]+|,\s+|\s[-–—]\s|\b(?:but|although|though|whereas|while|and then|until|before)\b", re.I
)

_COMMA = re.compile(r",(?:\s+|$)")


def one_line(text: str) -> str:
    """Return a text with single blanks."""
    return " ".join(text.split())


def fold(text: str) -> str:
    """Return a text in small letters, with one kind of mark and single blanks."""
    return one_line(text.translate(_MARKS)).casefold()


def clauses_of(text: str) -> list[str]:
    """Return the clauses of a text, folded."""
    return [clause.strip() for clause in _CLAUSE.split(fold(text)) if clause.strip()]


def numbers_in(text: str) -> list[tuple[str, str]]:
    """Return the numbers of a text in order: as written, and as digits."""
    return [(match[0], _digits(match[0])) for match in _NUMBER.finditer(text)]


def _digits(word: str) -> str:
    bare = word.lower().removeprefix("a ").replace(",", "").strip()
    value = read_number(bare)
    return str(value) if value is not None else {"thousand": "1000"}.get(bare, bare)


def phrases(*rows: str) -> re.Pattern[str]:
    """Return a pattern that takes any of some phrases, written with a comma and a blank between them.

    A blank stands for any white space; each phrase begins and ends at the edge of a word.
    """
    found = [
        phrase.strip().replace(" ?", r"\s?").replace(" ", r"\s+")
        for row in rows
        for phrase in _COMMA.split(row)
        if phrase.strip()
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)", re.IGNORECASE)
