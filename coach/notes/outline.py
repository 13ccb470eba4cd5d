"""A note's sections: which headings stand above each, and which meeting it belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.models import DatePrecision, NoteDate

from .blocks import Block, Kind
from .date_words import DayOrder, find_dates, find_heading_date, find_leading_date, prove_order
from .dates import is_archive
from .markup import FILL, Layers
from .plain import clean_heading

_YEAR_ALONE = re.compile(r"\W*(?P<year>(?:19[7-9]|20\d)\d)\W*\Z")
_LONGEST_HEADING = 600


@dataclass(frozen=True)
class Heading:
    """A heading as the outline sees it."""

    block: Block
    """Where it stands."""
    words: str
    """Its words without markup."""
    date: NoteDate | None
    """The date it gives, if any."""
    leads: bool
    """Whether it begins with that date, as the headings of meetings do."""


@dataclass(frozen=True)
class Section:
    """A stretch between two headings."""

    blocks: tuple[Block, ...]
    """Its blocks, the heading first."""
    path: tuple[str, ...]
    """The headings above it and its own, outermost first."""
    depth: float
    """How deep it lies; 0 before the first heading."""
    meeting: NoteDate | None
    """The date of the meeting it belongs to."""
    meeting_start: int
    """Where that meeting's heading stands; -1 without one, and in a note of a single meeting."""


@dataclass(frozen=True)
class _Open:
    level: float
    heading: Heading


def read_headings(layers: Layers, blocks: Sequence[Block], default_year: int | None) -> list[Heading]:
    """Return a note's headings with their dates.

    Args:
        layers: The note's layers.
        blocks: The note's blocks.
        default_year: The year of headings that give none, until a heading such as `# 2018` gives another.
    """
    lines = [(block, _line(layers, block)) for block in blocks if block.kind is Kind.HEADING]
    order = _prove(lines)
    headings: list[Heading] = []
    year = default_year
    for block, line in lines:
        alone = _YEAR_ALONE.match(line)
        year = int(alone["year"]) if alone else year
        date = find_heading_date(line, year, order)
        leads = date is not None and find_leading_date(line, year, order) is not None
        coarse = date is None or date.precision is DatePrecision.YEAR
        words = clean_heading(layers.open[block.start : block.heading_end], layers.format)
        headings.append(Heading(block, words, None if coarse else date, leads and not coarse))
    return headings


def read_outline(layers: Layers, blocks: Sequence[Block], default_year: int | None) -> list[Section]:
    """Return a note's sections in order; together they hold all of its blocks."""
    headings = {heading.block.start: heading for heading in read_headings(layers, blocks, default_year)}
    level_of = _Levels(list(headings.values()))
    many = _holds_many(list(headings.values()))
    opened: list[_Open] = []
    sections: list[Section] = []
    gathered: list[Block] = []
    for block in blocks:
        heading = headings.get(block.start)
        if heading is not None:
            if gathered:
                sections.append(_to_section(gathered, opened, many))
            gathered = []
            opened = _open(opened, heading, level_of(heading, opened))
        gathered.append(block)
    if gathered:
        sections.append(_to_section(gathered, opened, many))
    return sections


class _Levels:
    """Decides how high a heading stands; in an archive a meeting stands above all that is discussed in it."""

    def __init__(self, headings: Sequence[Heading]) -> None:
        leading = [heading for heading in headings if heading.leads]
        levels = [heading.block.level for heading in leading if 1 <= heading.block.level <= 6]
        self._is_archive = is_archive(heading.date.day for heading in leading if heading.date and heading.date.day)
        self._meeting = min(levels) - 0.5 if levels else None

    def __call__(self, heading: Heading, opened: Sequence[_Open]) -> float:
        level = heading.block.level
        if not heading.leads or (1 <= level <= 6 and not self._is_archive):
            return level or 0.5
        if self._meeting is None:
            # Bold or bare dates only: they stand right under whatever is open above the first of them.
            above = [item.level for item in opened if item.level <= 6]
            self._meeting = (above[-1] if above else 0) + 0.5
        return self._meeting


def _open(opened: Sequence[_Open], heading: Heading, level: float) -> list[_Open]:
    kept = list(opened)
    if heading.leads:
        # A meeting never lies inside another, whatever signs the headings are made with.
        first = next((place for place, item in enumerate(kept) if item.heading.leads), len(kept))
        kept = kept[:first]
    kept = [item for item in kept if item.level < level]
    return [*kept, _Open(level, heading)]


def _holds_many(headings: Sequence[Heading]) -> bool:
    return len({heading.date.day for heading in headings if heading.leads and heading.date}) > 1


def _to_section(blocks: list[Block], opened: Sequence[_Open], many: bool) -> Section:
    dated = next((item.heading for item in reversed(opened) if item.heading.date), None)
    return Section(
        blocks=tuple(blocks),
        path=tuple(item.heading.words for item in opened if item.heading.words),
        depth=opened[-1].level if opened else 0,
        meeting=dated.date if dated else None,
        meeting_start=dated.block.start if dated and dated.leads and many else -1,
    )


def _line(layers: Layers, block: Block) -> str:
    end = min(block.heading_end, block.start + _LONGEST_HEADING)
    return " ".join(layers.solid[block.start : end].replace(FILL, " ").split())


def _prove(lines: Sequence[tuple[Block, str]]) -> DayOrder:
    """Let the headings themselves say which of day and month comes first."""
    dated = [line for _, line in lines if find_dates(line)]
    return prove_order("\n".join(dated))
