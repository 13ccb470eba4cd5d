"""Where a sentence stands in its note: its paragraph, the headings above it, its meeting and its chunk. Pure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from coach.models import Chunk, Note, NoteDate
from coach.notes.blocks import Block, Kind, read_blocks
from coach.notes.outline import Section, read_outline
from coach.notes.split import split_note
from coach.ports import Tells

from .headings import Under, is_start_list, to_told, told_under

_MARKS = " \t-*+•"
"""What stands before an item."""
_ENDS = re.compile(r"[.!?][\"”’')*_]*\s+(?=\S)")


@dataclass(frozen=True)
class Place:
    """Where one sentence stands."""

    block: Block
    """Its paragraph or list item."""
    path: tuple[str, ...]
    """The headings above it, outermost first."""
    date: NoteDate
    """The date of its meeting, or else of its note."""
    under: Under | None
    """What its heading or label says is told there."""


class Places:
    """Tells of one note where things stand in it."""

    def __init__(self, note: Note) -> None:
        """Read the note's blocks and sections."""
        self.note = note
        layers, self.blocks = read_blocks(note.text, note.format)
        sections = read_outline(layers, self.blocks, note.date.day.year if note.date.day else None)
        self._rows: list[tuple[Block, Section]] = [(block, part) for part in sections for block in part.blocks]
        self._starts = [block.start for block, _ in self._rows]

    @property
    def sections(self) -> Sequence[Section]:
        """Return the note's sections in order."""
        return list({id(section): section for _, section in self._rows}.values())

    def find(self, start: int) -> Place | None:
        """Return where what begins here stands."""
        row = bisect_right(self._starts, start) - 1
        if row < 0:
            return None
        block, section = self._rows[row]
        return Place(block, section.path, section.meeting or self.note.date, self._under(block, section, start))

    def _under(self, block: Block, section: Section, start: int) -> Under | None:
        before = self.note.text[block.start : start]
        tells = self._told_above(block) or told_under(section.path, self.note.text[block.start : block.start + 120])
        if tells is None:
            jotted = is_start_list(section.path) and not before.strip(_MARKS)
            return Under(Tells.WISH, block.kind is Kind.ITEM, 0, is_jotted=True) if jotted else None
        return Under(tells, block.kind is Kind.ITEM, len(_ENDS.findall(before)))

    def _told_above(self, block: Block) -> Tells | None:
        """Return what the line with a colon says that opens the list which an item stands in."""
        if block.kind is not Kind.ITEM:
            return None
        row = bisect_right(self._starts, block.start) - 1
        while row > 0 and self._rows[row][0].kind is Kind.ITEM:
            row -= 1
        above = self._rows[row][0]
        line = self.note.text[above.start : above.end].strip().rpartition("\n")[2]
        return to_told(line) if above.kind is Kind.PARAGRAPH and line.endswith(":") else None

    @cached_property
    def _chunks(self) -> list[Chunk]:
        return split_note(self.note)

    def chunk_id(self, start: int) -> str:
        """Return the chunk that holds what begins here."""
        row = bisect_right([chunk.start for chunk in self._chunks], start) - 1
        return self._chunks[row].id if row >= 0 else ""
