"""Data inside a prompt: labelled, fenced, and unable to close its own fence.

Whatever people or models wrote reaches a prompt between `<data label="…">` and `</data>`; instructions stand outside,
in the system's part. Inside the fence no text can look like such a tag, and nothing else of it is changed.
"""

from __future__ import annotations

import re

_LABEL = re.compile(r"[a-z][a-z0-9 ]*")
# What shows as the start of a tag: full-width and small-form signs, and characters without width in between, count too.
_BLANK = r"[\s\u00ad\u200b-\u200f\u2060\ufeff]*"
_D, _A, _T = "[dD\uff44\uff24]", "[aA\uff41\uff21]", "[tT\uff54\uff34]"
_WORD = _BLANK.join((_D, _A, _T, _A))
_TAG = re.compile(f"[<\uff1c\ufe64](?={_BLANK}[/\u2044\u2215\uff0f]?{_BLANK}{_WORD})")
_HARMLESS = "\u2039"


class Fenced(str):
    """Data that stands in its fence."""

    __slots__ = ()


def fence(text: str, label: str) -> Fenced:
    """Return the text between its fences, under a label of ours.

    Args:
        text: What people, notes or models wrote.
        label: What it is, in plain small letters: `note 3`.

    Raises:
        ValueError: The label could itself hold data.
    """
    if not _LABEL.fullmatch(label):
        raise ValueError(f"a fence's label is plain words, and {label!r} is not")
    return Fenced(f'<data label="{label}">\n{neutralise(text)}\n</data>')


def neutralise(text: str) -> str:
    """Return the text with everything that looks like a fence made harmless: its `<` becomes `‹`."""
    return _TAG.sub(_HARMLESS, text)
