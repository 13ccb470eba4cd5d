"""Markdown, line by line: what each line is, and its words without marks. Nothing is thrown away but marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

BOLD_LEVEL = 7
"""The level of a line in bold that stands for a heading."""

OFFERS = re.compile(
    r"\b(?:would you like|want me to|shall i|do you want|should i|let me know|would it help|happy to|can i help)\b",
    re.IGNORECASE,
)
"""What a chatbot offers to do next is no part of its answer."""


class Kind(StrEnum):
    """What a line is."""

    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    QUOTE = "quote"
    TEXT = "text"


@dataclass(frozen=True)
class Line:
    """One line that says something."""

    kind: Kind
    """What it is."""
    text: str
    """Its words, without marks; the cells of a row are joined by ` | `."""
    lead: str = ""
    """The words in bold at its beginning."""
    level: int = 0
    """For a heading, 1 to 7; for an item, how far it is indented."""
    is_numbered: bool = False
    """Whether it is an item with a number."""
    cells: tuple[str, ...] = ()
    """The cells of a row."""
    leads: tuple[str, ...] = ()
    """The words in bold at the beginning of each cell."""
    heads: tuple[str, ...] = ()
    """The table's head, in lower case."""

    @property
    def rest(self) -> str:
        """Return what follows the words in bold."""
        return self.text.removeprefix(self.lead).lstrip(" :.–—-") if self.lead else self.text


_FENCE = re.compile(r"^\s*(?:```|~~~)")
_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_BOLD_LINE = re.compile(r"^\s{0,3}(?:\*\*|__)(?P<words>[^*]+?)(?:\*\*|__)\s*(?P<more>\([^()]*\)|[:.]?)\s*$")
_ITEM = re.compile(r"^(?P<indent>\s*)(?P<mark>[-*+•▪‣]|\(?\d{1,2}[.)])\s+(?:\[[ xX]?\]\s+)?(?P<words>.*)$")
_QUOTE = re.compile(r"^\s*>+\s?(.*)$")
_RULE = re.compile(r"^\s*(?:[-*_]\s*){3,}$")
_DIVIDER = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_LEAD = re.compile(r"^\W{0,3}?(?:\*\*|__)(?P<lead>.+?)(?:\*\*|__)")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_MARKS = re.compile(r"\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|`+|<br\s*/?>")


def read_lines(text: str) -> list[Line]:
    """Return the lines of a Markdown text that say something, in order; blocks of code are left out."""
    return list(_read(_outside_code(text)))


def _outside_code(text: str) -> list[str]:
    kept, inside = [], False
    for line in text.splitlines():
        if _FENCE.match(line):
            inside = not inside
        elif not inside:
            kept.append(line)
    return kept


def _read(raw: Sequence[str]) -> Iterator[Line]:
    heads: tuple[str, ...] = ()
    for place, line in enumerate(raw):
        if "|" not in line:
            heads = ()
        following = raw[place + 1] if place + 1 < len(raw) else ""
        if "|" in line and "|" in following and _DIVIDER.match(following):
            heads = tuple(plain(cell).lower() for cell in _cells(line))
        elif heads:
            if not _DIVIDER.match(line):
                yield _to_row(line, heads)
        elif line.strip() and not _RULE.match(line):
            yield _to_line(line)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|")))


def _to_row(line: str, heads: tuple[str, ...]) -> Line:
    raw = _cells(line)
    cells, leads = tuple(plain(cell) for cell in raw), tuple(_lead(cell) for cell in raw)
    return Line(Kind.ROW, " | ".join(cell for cell in cells if cell), cells=cells, leads=leads, heads=heads)


def _to_line(line: str) -> Line:
    if found := _HEADING.match(line):
        return Line(Kind.HEADING, plain(found[2]), level=len(found[1]))
    if found := _QUOTE.match(line):
        return Line(Kind.QUOTE, plain(found[1]))
    if found := _ITEM.match(line):
        words = found["words"]
        indent = len(found["indent"].expandtabs(4))
        return Line(Kind.ITEM, plain(words), _lead(words), indent, found["mark"][-1] in ".)")
    if found := _BOLD_LINE.match(line):
        return Line(Kind.HEADING, plain(line).rstrip(":"), level=BOLD_LEVEL)
    return Line(Kind.TEXT, plain(line), _lead(line), len(line) - len(line.lstrip()))


def _lead(words: str) -> str:
    found = _LEAD.match(words)
    return plain(words[: found.end()]) if found else ""


def plain(words: str) -> str:
    """Return words without the marks of Markdown."""
    return " ".join(_MARKS.sub(_blank_break, _LINK.sub(r"\1", words)).replace("\\", "").split())


def _blank_break(mark: re.Match[str]) -> str:
    return " " if mark[0].startswith("<") else ""


def sections(lines: Sequence[Line]) -> list[tuple[Line | None, list[Line]]]:
    """Return the lines under each heading, with it; what stands before the first heading has none."""
    found: list[tuple[Line | None, list[Line]]] = [(None, [])]
    for line in lines:
        if line.kind is Kind.HEADING:
            found.append((line, []))
        else:
            found[-1][1].append(line)
    return found
