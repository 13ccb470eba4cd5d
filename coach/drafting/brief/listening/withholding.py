"""Stretches of a note that were told in confidence: to the end of their paragraph, their section, or the note. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.models import Note
from coach.notes.blocks import Block, Kind

from .privacy import ALLOWS_INSIDE, ASKS_FIRST, CONFIDENCE, CONFIDES, WHOLE_NOTE

_STANDS_ALONE_WORDS = 14
"""A line of so few words that says so speaks of what follows it, not of itself."""
Span = tuple[int, int]


def find_withheld(note: Note, blocks: Sequence[Block], *, circle: str) -> tuple[Span, ...]:
    """Return the stretches of a note that are not quoted because somebody asked for that.

    Args:
        note: The note.
        blocks: Its blocks.
        circle: Who would read it.
    """
    # Most notes say nothing of the kind; a first look spares them the long one.
    marks = [match.start() for match in CONFIDENCE.finditer(note.text)] if CONFIDES.search(note.text) else []
    asks = [match.start() for match in ASKS_FIRST.finditer(note.text)]
    if asks and (circle == "outside" or not ALLOWS_INSIDE.search(note.text)):
        return ((0, len(note.text)),)
    return tuple(span for mark in marks for span in _reach(note, blocks, mark))


def _reach(note: Note, blocks: Sequence[Block], mark: int) -> Iterator[Span]:
    place = next((at for at, block in enumerate(blocks) if block.start <= mark < block.end), None)
    if place is None or WHOLE_NOTE.search(_line(note.text, mark)):
        yield 0, len(note.text)
        return
    block = blocks[place]
    yield block.start, block.end
    alone = len(note.text[block.start : block.end].split()) <= _STANDS_ALONE_WORDS
    if block.kind is Kind.HEADING or alone:
        yield block.start, _section_end(blocks, place, len(note.text))
    elif block.kind is Kind.ITEM:
        yield block.start, _inner_end(blocks, place)


def _line(text: str, place: int) -> str:
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    return text[start : end if end >= 0 else len(text)]


def _section_end(blocks: Sequence[Block], place: int, last: int) -> int:
    level = blocks[place].level if blocks[place].kind is Kind.HEADING else 99.0
    return next(
        (block.start for block in blocks[place + 1 :] if block.kind is Kind.HEADING and block.level <= level), last
    )


def _inner_end(blocks: Sequence[Block], place: int) -> int:
    """Return where the items end that are indented under this one."""
    end = blocks[place].end
    for block in blocks[place + 1 :]:
        if block.kind is not Kind.ITEM or block.indent <= blocks[place].indent:
            break
        end = block.end
    return end
