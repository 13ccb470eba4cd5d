"""A note's building blocks: headings, paragraphs, list items, quotes, tables and code, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from coach.models import NoteFormat

from .date_words import find_leading_date
from .markup import FILL, Layers, TagStart, read_layers


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    CODE = "code"
    OTHER = "other"


@dataclass(frozen=True)
class Block:
    """A stretch of a note that belongs together; between blocks there is at most white space."""

    start: int
    """Where it starts, in characters."""
    end: int
    """Where the next one starts."""
    kind: Kind
    """What it is."""
    level: float = 0
    """For a heading: 1 to 6, more for lines in bold; 0 for a line that is nothing but a date."""
    indent: int = 0
    """For a list item: how far it is indented."""
    heading_end: int = 0
    """For a heading: where its own words end."""


BOLD_LEVEL = 7.0
ITALIC_LEVEL = 6.7

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_FENCE = re.compile(r"[ \t]*(?P<sign>`{3,}|~{3,})(?P<rest>[^`\r\n]*)")
_ATX = re.compile(r"[ ]{0,3}(?P<hashes>#{1,6})[ \t]+(?=[^\s#])")
_UNDERLINE = re.compile(r"[ ]{0,3}(?P<sign>={2,}|-{3,})\s*\Z")
_BOLD = re.compile(r"(?:\*\*|__)(?P<words>[^\s*_](?:[^*]{0,118}[^\s*])?)(?:\*\*|__)[:\s]*\Z")
_ITALIC = re.compile(r"(?P<sign>[*_])(?P<words>[^\s*_][^*_]{1,118}[^\s*_])(?P=sign)[:\s]*\Z")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?:[-*+\u2022\u25cf\u25e6]|\d{1,3}[.)])(?=[ \t\xa0]|\s*\Z)")
_TABLE = re.compile(r"[ \t]*\|")
_QUOTE = re.compile(r"[ ]{0,3}>")
_OTHER = re.compile(r"[ ]{0,3}(?:\[[^\[\]\n]{1,200}\]:\s|(?:[-*_][ \t]*){3,80}\Z)")
# What may follow a date in a line that is nothing but a date: `(recording)`, `- no meeting`, `10.30am`.
_AFTER_DATE = re.compile(
    r"[\s*_~=:,.\x01\\|–—-]*(?:[(\[].{0,160}|(?:[–—-]|at)\s.{0,60}|\d{1,2}[.:]\d{2}.{0,40})?[\s*_~=:\x01\\|–—-]*\Z",
    re.I,
)
_BLANK = " \t\r\n\x0b\x0c\xa0" + FILL
_UNSEEN = " \t\r\n\x0b\x0c\ufeff"
_TAG_KINDS = {"li": Kind.ITEM, "dd": Kind.ITEM, "pre": Kind.CODE, "hr": Kind.OTHER}


@lru_cache(maxsize=32)
def read_blocks(text: str, format: NoteFormat) -> tuple[Layers, tuple[Block, ...]]:
    """Return a note's layers and its blocks; together they cover all that follows the front matter."""
    layers = read_layers(text, format)
    starts = _line_starts(layers) if format is not NoteFormat.HTML else list(_paragraph_starts(layers))
    merged = _merge(starts, layers)
    return layers, tuple(_close(merged, layers))


def _close(starts: list[Block], layers: Layers) -> Iterator[Block]:
    for place, block in enumerate(starts):
        end = starts[place + 1].start if place + 1 < len(starts) else len(layers.text)
        if end > block.start and not layers.text[block.start : end].isspace():
            heading_end = min(block.heading_end or end, end)
            closed = Block(block.start, end, block.kind, block.level, block.indent, heading_end)
            yield _as_date_line(closed, layers)


def _as_date_line(block: Block, layers: Layers) -> Block:
    """Turn a paragraph that is nothing but a date into a heading."""
    if block.kind is not Kind.PARAGRAPH:
        return block
    words = layers.solid[block.start : min(block.end, block.start + 600)].replace(FILL, " ").strip()
    in_cell = layers.open.startswith(("<td", "<th"), block.start)
    if block.end - block.start > 600 or not is_date_line(words, indent=4 if in_cell else block.indent):
        return block
    return replace(block, kind=Kind.HEADING, level=0, heading_end=block.end)


def is_date_line(words: str, *, indent: int = 0) -> bool:
    """Say whether a line is a date and next to nothing else."""
    if not 4 <= len(words) <= 200 or "\n" in words or words.startswith(("[", "(", "|")):
        return False
    # A leap year, so that 29 February counts too.
    date = find_leading_date(words, 2000)
    if date is None or _AFTER_DATE.match(words, date.end) is None:
        return False
    has_year = find_leading_date(words) is not None
    return has_year or (indent < 4 and any(letter.isalpha() for letter in words[: date.end]))


def _merge(starts: list[Block], layers: Layers) -> list[Block]:
    """Bring the blocks that lines open and those that tags open into one order; a tag wins its place."""
    by_place = {block.start: block for block in starts}
    code = [(block.start, block.heading_end) for block in starts if block.kind is Kind.CODE]
    for tag in layers.tag_starts:
        if not _is_inside(tag.start, code):
            by_place[tag.start] = _from_tag(tag, layers)
    starts_at = layers.body_start
    ordered = [by_place[place] for place in sorted(by_place)]
    if not ordered or layers.text[starts_at : ordered[0].start].strip(_UNSEEN):
        return [Block(starts_at, 0, Kind.PARAGRAPH), *ordered]
    return [replace(ordered[0], start=starts_at), *ordered[1:]]


def _is_inside(place: int, spans: list[tuple[int, int]]) -> bool:
    # Fenced code is rare in notes: a plain look is quick enough, and never long for a hostile file.
    return any(start < place < end for start, end in spans[:200])


def _from_tag(tag: TagStart, layers: Layers) -> Block:
    if re.fullmatch(r"h[1-6]", tag.name):
        closing = re.compile(rf"</{tag.name}\s{{0,10}}>", re.I).search(layers.open, tag.start, tag.start + 2000)
        return Block(tag.start, 0, Kind.HEADING, float(tag.name[1]), 0, closing.end() if closing else 0)
    return Block(tag.start, 0, _TAG_KINDS.get(tag.name, Kind.PARAGRAPH))


def _lines(layers: Layers) -> Iterator[tuple[int, str]]:
    position = layers.body_start
    # A byte order mark stands before the first line and is no part of it.
    if layers.text.startswith("\ufeff", position):
        position += 1
    while position < len(layers.solid):
        match = _LINE.match(layers.solid, position)
        if match is None or match.end() == position:
            return
        yield position, match.group()
        position = match.end()


def _paragraph_starts(layers: Layers) -> Iterator[Block]:
    after_blank = True
    for start, line in _lines(layers):
        blank = not line.strip(_BLANK)
        # Only where words follow directly: a tag opens its own block.
        if after_blank and not blank and not line.lstrip().startswith(FILL):
            yield Block(start, 0, Kind.PARAGRAPH)
        after_blank = blank and FILL not in line


def _line_starts(layers: Layers) -> list[Block]:
    reader = _LineReader(_find_fences(layers))
    for start, line in _lines(layers):
        reader.read(start, line)
    return reader.blocks


def _find_fences(layers: Layers) -> dict[int, int]:
    """Return where each fenced piece of code starts and ends; a fence that never closes is none."""
    fences: dict[int, int] = {}
    opened: tuple[int, str] | None = None
    for start, line in _lines(layers):
        match = _FENCE.match(line)
        if match is None:
            continue
        if opened is None:
            opened = (start, match["sign"])
        elif match["sign"].startswith(opened[1]) and not match["rest"].strip():
            fences[opened[0]] = start + len(line)
            opened = None
    return fences


class _LineReader:
    """Opens a block where a line begins something new."""

    def __init__(self, fences: dict[int, int]) -> None:
        self.blocks: list[Block] = []
        self._fences = fences
        self._code_until = 0
        self._fresh = True
        self._single: tuple[int, str] | None = None

    def read(self, start: int, line: str) -> None:
        """Take the next line."""
        if start < self._code_until:
            return
        if not line.strip(_BLANK):
            self._fresh, self._single = True, None
            return
        underline = _UNDERLINE.match(line) if self._single else None
        if underline is not None:
            self._underlined(start + len(line), 1.0 if underline["sign"][0] == "=" else 2.0)
            return
        block = self._fenced(start) or _to_heading(start, line) or _to_other(start, line)
        if block is None:
            self._words(start, line)
            return
        self.blocks.append(block)
        self._fresh, self._single = block.kind is not Kind.ITEM, None

    def _fenced(self, start: int) -> Block | None:
        if start not in self._fences:
            return None
        self._code_until = self._fences[start]
        return Block(start, 0, Kind.CODE, heading_end=self._code_until)

    def _underlined(self, end: int, level: float) -> None:
        self.blocks[-1] = replace(self.blocks[-1], kind=Kind.HEADING, level=level, heading_end=end)
        self._fresh, self._single = True, None

    def _words(self, start: int, line: str) -> None:
        quote = _QUOTE.match(line) is not None
        words = line.replace(FILL, " ").strip()
        indent = len(line) - len(line.lstrip())
        dated = self._fresh and is_date_line(words, indent=indent)
        if self._fresh:
            self.blocks.append(Block(start, 0, Kind.PARAGRAPH, indent=indent))
            # Only a paragraph of one line can be underlined into a heading.
            self._single = None if quote else (start, line)
        else:
            self._single = None
        self._fresh = dated


def _to_heading(start: int, line: str) -> Block | None:
    end = start + len(line)
    atx = _ATX.match(line)
    if atx is not None:
        return Block(start, 0, Kind.HEADING, float(len(atx["hashes"])), 0, end)
    words = line.replace(FILL, "").strip()
    bold, italic = _BOLD.match(words), _ITALIC.match(words)
    match = bold or italic
    if match is None or len(match["words"].split()) > 10 or match["words"].endswith((".", "!", ",", ";")):
        return None
    return Block(start, 0, Kind.HEADING, BOLD_LEVEL if bold else ITALIC_LEVEL, 0, end)


def _to_other(start: int, line: str) -> Block | None:
    words = line.rstrip("\r\n")
    if _OTHER.match(words):
        return Block(start, 0, Kind.OTHER)
    item = _ITEM.match(words)
    if item is not None:
        return Block(start, 0, Kind.ITEM, indent=len(item["indent"].expandtabs(4)))
    if _TABLE.match(words) or words.count("|") >= 3:
        return Block(start, 0, Kind.TABLE)
    return None
