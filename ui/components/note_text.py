"""A note's text as lines that people can read, each piece still knowing where it stands in the note."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from coach.models import Note, NoteFormat

from ..markup import esc, tag

_HEADING = re.compile(r"^(#{1,6})\s+(.*)$")
_ITEM = re.compile(r"^(\s*)(?:[-*+]|\d+[.)])\s+")
_HTML_PIECE = re.compile(r"<!--.*?-->|<(script|style|head)\b.*?</\1\s*>|<[^>]*>|[^<]+|<", re.S | re.I)
_HTML_TAG = re.compile(r"^</?([a-zA-Z][a-zA-Z0-9]*)")
_BLOCK_NAMES = """
    p div section article header footer main ul ol li table tr h1 h2 h3 h4 h5 h6 br hr blockquote pre dl dt dd
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())


@dataclass(frozen=True)
class Piece:
    """A stretch of the note as it is shown."""

    start: int
    """Where it starts in the note's text."""
    end: int
    """Where it ends in the note's text."""
    shown: str
    """What is shown of it."""


@dataclass
class Line:
    """One line of a note."""

    pieces: list[Piece]
    """Its stretches, in order."""
    level: int = 0
    """1 to 6 for a heading, 0 for anything else."""
    is_item: bool = False
    """Whether it stands in a list."""


def lines_of(text: str, form: NoteFormat) -> list[Line]:
    """Split a note's text into readable lines."""
    return _html_lines(text) if form is NoteFormat.HTML else _plain_lines(text, form is NoteFormat.MARKDOWN)


def _plain_lines(text: str, has_markup: bool) -> list[Line]:
    lines, at = [], 0
    for raw in text.splitlines(keepends=True):
        shown = raw.rstrip("\r\n").lstrip("\ufeff")
        start = at + raw.find(shown) if shown else at
        lines.append(_plain_line(shown, start, has_markup))
        at += len(raw)
    return lines


def _plain_line(shown: str, start: int, has_markup: bool) -> Line:
    heading = _HEADING.match(shown) if has_markup else None
    if heading:
        offset = start + heading.start(2)
        return Line([Piece(offset, offset + len(heading[2]), heading[2])], level=len(heading[1]))
    return Line([Piece(start, start + len(shown), shown)], is_item=bool(_ITEM.match(shown)))


def _html_lines(text: str) -> list[Line]:
    lines = [Line([])]
    for match in _HTML_PIECE.finditer(text):
        piece = match[0]
        name = _HTML_TAG.match(piece)
        if piece.startswith("<") and len(piece) > 1:
            _html_tag(piece, name[1].lower() if name else "", lines)
            continue
        shown = re.sub(r"\s+", " ", html.unescape(piece))
        if shown.strip() or lines[-1].pieces:
            lines[-1].pieces.append(Piece(match.start(), match.end(), shown))
    return [line for line in lines if any(piece.shown.strip() for piece in line.pieces)]


def _html_tag(piece: str, name: str, lines: list[Line]) -> None:
    if name not in _BLOCKS:
        return
    if lines[-1].pieces:
        lines.append(Line([]))
    opens = not piece.startswith("</")
    lines[-1].level = int(name[1]) if opens and re.fullmatch(r"h[1-6]", name) else 0
    lines[-1].is_item = opens and name == "li"


def render_note(note: Note, start: int = -1, end: int = -1) -> str:
    """Return a note as HTML, with the stretch from `start` to `end` marked when it is given."""
    rows, blank = [], False
    for line in without_title(lines_of(note.text, note.format), note.title):
        inner = "".join(_render_piece(piece, start, end) for piece in line.pieces)
        if not inner.strip():
            blank = True
            continue
        rows.append(_render_line(line, inner, blank))
        blank = False
    return tag("div", "".join(rows), "c-note")


def without_title(lines: list[Line], title: str) -> list[Line]:
    """Return the lines without a first heading that only repeats the title, which stands above them already."""
    for number, line in enumerate(lines):
        shown = "".join(piece.shown for piece in line.pieces).strip()
        if shown:
            return lines[number + 1 :] if line.level and shown == title else lines
    return lines


def _render_line(line: Line, inner: str, after_blank: bool) -> str:
    gap = " c-gap" if after_blank else ""
    if line.level:
        return tag("p", inner, f"c-note-h c-note-h{min(line.level, 4)}", role="heading", aria_level=str(line.level + 2))
    return tag("p", inner, ("c-note-li" if line.is_item else "c-note-p") + gap)


def _render_piece(piece: Piece, start: int, end: int) -> str:
    left, right = max(start, piece.start), min(end, piece.end)
    if left >= right:
        return esc(piece.shown)
    if piece.end - piece.start != len(piece.shown):
        return tag("mark", esc(piece.shown), "c-mark")
    cut = [left - piece.start, right - piece.start]
    before, marked, after = piece.shown[: cut[0]], piece.shown[cut[0] : cut[1]], piece.shown[cut[1] :]
    return esc(before) + tag("mark", esc(marked), "c-mark") + esc(after)


def format_of(path: str) -> NoteFormat:
    """Return how a note of this name is written."""
    name = path.lower()
    if name.endswith((".html", ".htm")):
        return NoteFormat.HTML
    return NoteFormat.TEXT if name.endswith(".txt") else NoteFormat.MARKDOWN
