"""What changed between two texts, as pieces that are the same or not: whole lines first, then their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

Piece = tuple[str, bool]
"""Some text, and whether it differs from the other."""
_Step = tuple[str, str, str]
_WORD = re.compile(r"\s+|\S+")


def mark_changes(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """Return both texts in pieces that say whether they differ from the other."""
    lefts: list[Piece] = []
    rights: list[Piece] = []
    for sign, left, right in _steps(before, after, _to_lines):
        # Lines that stand in each other's place are looked at word by word.
        finer = _steps(left, right, _to_words) if sign == "replace" else iter([(sign, left, right)])
        for how, one, other in finer:
            lefts.append((one, how != "equal"))
            rights.append((other, how != "equal"))
    return [piece for piece in lefts if piece[0]], [piece for piece in rights if piece[0]]


def _steps(before: str, after: str, cut: Callable[[str], list[str]]) -> Iterator[_Step]:
    olds, news = cut(before), cut(after)
    for sign, start, end, new_start, new_end in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        yield sign, "".join(olds[start:end]), "".join(news[new_start:new_end])


def _to_lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _to_words(text: str) -> list[str]:
    return _WORD.findall(text)
