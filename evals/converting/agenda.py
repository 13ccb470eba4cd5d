"""The timed entries of an answer: which lines carry a time, and which of them together are the running order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .entries import Entry, read_entry
from .lines import BOLD_LEVEL, Kind, Line

FEWEST = 2
"""One timed line is no running order."""
_MOST = 3
"""How many times the minutes asked for a running order may add up to and still be read as one."""
_NEAR = 0.25
"""How far a running order may be from the minutes asked for before a finer one is looked for."""
_AROUND = re.compile(
    r"\b(?:before(?:hand)?|prep\w*|after(?:wards)?|follow[- ]?up|if (?:things|time|numbers|you|it)|plan b"
    r"|fallback|variations?"
    r"|adapt\w*|shorter|longer)\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"^\W*(?:total|sum|altogether)\b", re.IGNORECASE)
_ENDS = re.compile(r"^\W*(?:end|ends|finish|close of session|session ends|done|home)\W*$", re.IGNORECASE)


Key = tuple[Kind, int]


def find_agenda(lines: Sequence[Line], asked: int) -> list[Entry]:
    """Return the running order of a session; nothing where no lines add up to anything like one.

    Headings, rows of a table and items that carry times may each be one. The coarsest whose minutes come near those
    asked for is taken, as it stands: a sum that is wrong stays wrong.
    """
    likely = _likely(lines, asked) or [found for found in _likely(lines, asked, bare=True) if len(found) > FEWEST]
    near = [found for found in likely if abs(_total(found) - asked) <= _NEAR * asked and len(found) > FEWEST]
    best = near or sorted(likely, key=lambda found: abs(_total(found) - asked))
    return best[0] if best else []


def _likely(lines: Sequence[Line], asked: int, *, bare: bool = False) -> list[list[Entry]]:
    told = [_scaled(found, asked) for found in _candidates(lines, asked, bare=bare) if len(found) >= FEWEST]
    return [found for found in told if asked / 2 <= _total(found) <= _MOST * asked]


def find_steps(lines: Sequence[Line]) -> list[Entry]:
    """Return the timed steps of one part: the longest list of them."""
    told = [found for found in _candidates(lines) if len(found) >= FEWEST]
    told = told or [found for found in _candidates(lines, bare=True) if len(found) > FEWEST]
    return max(told, key=_total, default=[])


def _total(entries: Sequence[Entry]) -> int:
    return sum(entry.minutes for entry in entries)


def _scaled(entries: list[Entry], asked: int) -> list[Entry]:
    """Read `05:00` as five minutes where everything else would take days."""
    if _total(entries) < 20 * asked:
        return entries
    return [replace(entry, time=replace(entry.time, minutes=entry.minutes // 60)) for entry in entries]


def _candidates(lines: Sequence[Line], asked: int = 0, *, bare: bool = False) -> Iterator[list[Entry]]:
    """Yield the lines that may be a running order, coarsest first, over the whole text and under each heading."""
    found = {place: entry for place, line in enumerate(lines) if (entry := read_entry(line, place, bare=bare))}
    spans = [(0, len(lines)), *_spans(lines)]
    keys = sorted({_key(lines[place]) for place in found}, key=lambda key: (_ORDER[key[0]], key[1]))
    outside = _places_around(lines)
    for key in keys:
        for start, end in spans:
            mine = [place for place in found if start <= place < end and _key(lines[place]) == key]
            mine = [place for place in mine if place not in outside]
            if mine:
                whole = _with_bodies(lines, [found[place] for place in mine], end)
                yield _with_lengths(whole, asked)


_ORDER = {Kind.HEADING: 0, Kind.ROW: 1, Kind.TEXT: 2, Kind.ITEM: 3, Kind.QUOTE: 4}


def _key(line: Line) -> Key:
    # A paragraph that begins in bold is of one kind with a line that is all bold: people write both in one list.
    if is_bold(line):
        return Kind.TEXT, 0
    return line.kind, line.level if line.kind in {Kind.HEADING, Kind.ITEM} else 0


def _spans(lines: Sequence[Line]) -> list[tuple[int, int]]:
    places = [place for place, line in enumerate(lines) if line.kind is Kind.HEADING]
    found = []
    for place in places:
        level = lines[place].level
        after = (later for later in places if later > place and lines[later].level <= level)
        found.append((place + 1, next(after, len(lines))))
    return found


def _places_around(lines: Sequence[Line]) -> set[int]:
    """Return the lines of sections on what is before, after, or instead of the session."""
    return {
        place
        for start, end in _spans(lines)
        if _AROUND.search(lines[start - 1].text) and lines[start - 1].level > 1 and not read_entry(lines[start - 1], 0)
        for place in range(start, end)
    }


def _with_bodies(lines: Sequence[Line], entries: Sequence[Entry], end: int) -> list[Entry]:
    starts = [entry.place for entry in entries]
    bodies = [_body(lines, start, following) for start, following in zip(starts, [*starts[1:], end], strict=True)]
    whole = [replace(entry, body=(*entry.body, *body)) for entry, body in zip(entries, bodies, strict=True)]
    return [entry for entry in whole if not _TOTAL.match(entry.title)]


def _body(lines: Sequence[Line], start: int, end: int) -> list[Line]:
    """Return what stands below an entry up to the next one, or up to something on its own level."""
    head, found = lines[start], []
    for line in lines[start + 1 : end]:
        deeper = line.kind is Kind.HEADING and head.kind is Kind.HEADING and line.level > head.level
        if (line.kind is Kind.HEADING and not deeper) or (head.kind is Kind.ROW and line.kind is not Kind.QUOTE):
            break
        if head.kind is Kind.ITEM and line.level <= head.level and line.kind in {Kind.TEXT, Kind.ITEM}:
            break
        found.append(line)
    return found


def _with_lengths(entries: Sequence[Entry], asked: int) -> list[Entry]:
    """Give entries that only say when they begin the minutes until the next, the last until the session's end."""
    starts = [entry.time.start for entry in entries]
    ends = starts[0] + asked if starts and starts[0] is not None and asked else None
    told = [entry for entry in entries if entry.time.minutes is not None or not _ENDS.match(entry.title)]
    until = {entry.place: end for entry, end in zip(entries, [*starts[1:], ends], strict=True)}
    found = [_until(entry, until[entry.place]) for entry in told]
    return [entry for entry in found if entry.time.minutes is not None]


def _until(entry: Entry, until: int | None) -> Entry:
    begins = entry.time.start
    if entry.time.minutes is not None or begins is None or until is None:
        return entry
    minutes = until - begins
    minutes += 12 * 60 if minutes < 0 else 0
    return replace(entry, time=replace(entry.time, minutes=minutes))


def is_bold(line: Line) -> bool:
    """Return whether a heading is only a line in bold."""
    return line.kind is Kind.HEADING and line.level == BOLD_LEVEL
