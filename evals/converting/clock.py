"""Minutes and times as people write them: `0:00–0:10`, `14:00 to 14:20`, `(10 min)`, `half an hour`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import reduce

_HALF_DAY = 12 * 60
_POINT = r"(?P<{0}>(?:T\s*)?\+?\d{{1,3}}(?:\s?[:.h]\s?\d{{2}})?(?:\s?[ap]\.?m\b\.?)?)"
_DASH = r"\s*(?:-|–|—|→|\bto\b|\buntil\b)\s*"
_UNIT = r"(?:minutes?|mins?\b\.?|m\b|['’′](?!\w))"
_RANGE = re.compile(
    rf"(?P<before>(?:minutes?|mins?\.?|from|time)\s*:?\s*)?{_POINT.format('start')}{_DASH}{_POINT.format('end')}"
    rf"(?P<after>\s*{_UNIT})?",
    re.IGNORECASE,
)
_START = re.compile(rf"(?:at\s+)?{_POINT.format('start')}(?P<after>\s*{_UNIT})?", re.IGNORECASE)
_NUMBERS = {"five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "sixty": 60}
_LENGTH = re.compile(
    r"(?:about|around|approx\.?|roughly|up to|ca?\.|~|≈)?\s*"
    rf"(?:(?P<hours>\d+(?:[.,]\d+)?|an|one|two)\s*-?\s*(?:hours?|hrs?|h)\b(?:\s*(?:and\s*)?(?P<more>\d+)\s*{_UNIT})?"
    r"|(?P<half>half an hour|a half hour|half-hour)|(?P<quarter>a quarter of an hour)"
    rf"|(?P<low>\d+)(?:\s*(?:-|–|to)\s*(?P<high>\d+))?\s*-?\s*{_UNIT}"
    rf"|(?P<word>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\s*-?\s*minutes?)",
    re.IGNORECASE,
)
_EACH = re.compile(r"^\s*(?:each|per|a ?piece|for each|/)\b|^\s*/", re.IGNORECASE)


@dataclass(frozen=True)
class Time:
    """When something is, or how long it takes."""

    minutes: int | None = None
    """How long it takes, as it says or from start to end."""
    start: int | None = None
    """When it begins, in minutes."""
    end: int | None = None
    """When it ends."""


def read_length(text: str) -> int | None:
    """Return the minutes that a text consists of: `10 min`, `1 h 15`; the longer one of `10–15 min`."""
    found = _LENGTH.fullmatch(text.strip(" ()[].,;:|–—-"))
    return _to_minutes(found) if found else None


def find_length(text: str) -> int | None:
    """Return the first length of time in a text that is not one for each person."""
    for found in _LENGTH.finditer(text):
        if not _EACH.match(text[found.end() :]) and not re.search(r"\w$", text[: found.start()]):
            return _to_minutes(found)
    return None


def _to_minutes(found: re.Match[str]) -> int:
    if found["half"] or found["quarter"]:
        return 30 if found["half"] else 15
    if found["word"]:
        return _NUMBERS[found["word"].lower()]
    if found["hours"]:
        hours = {"an": 1.0, "one": 1.0, "two": 2.0}.get(found["hours"].lower())
        hours = float(found["hours"].replace(",", ".")) if hours is None else hours
        return round(hours * 60) + int(found["more"] or 0)
    return int(found["high"] or found["low"])


def read_time(text: str, *, bare: bool = False, more: bool = False) -> Time | None:
    """Return the time that a text consists of.

    Args:
        text: The words, such as `0:00–0:10` or `10 minutes, 14:00–14:10`.
        bare: Whether `0–10` and `35` are minutes of the session, because they stand in a column of times.
        more: Whether other words may stand beside it, as in `10 min, in pairs`.
    """
    pieces = re.split(r"\s*[,;/|(·•]\s*", text.strip(" ()[]:."))
    told = [_read_piece(piece.strip(" ()[]:."), bare=bare) for piece in pieces]
    times = [time for time in told if time is not None]
    if not times or (len(times) < len(told) and not more):
        return None
    return reduce(_both, times)


def _both(one: Time, other: Time) -> Time:
    """Join a span and a length; the length that is written out is what it says it takes."""
    spans, lengths = (one, other) if one.start is not None else (other, one)
    return Time(lengths.minutes or spans.minutes, spans.start, spans.end)


def _read_piece(piece: str, *, bare: bool) -> Time | None:
    if found := _RANGE.fullmatch(piece):
        is_clock = any(re.search(r"[:.h+]|[ap]m", found[name], re.IGNORECASE) for name in ("start", "end"))
        if is_clock or bare or found["before"]:
            return _to_span(found["start"], found["end"])
    length = read_length(piece)
    if length is not None:
        return Time(length)
    if (found := _START.fullmatch(piece)) and (bare or ":" in piece):
        return Time(start=_to_point(found["start"]))
    return None


def _to_span(start: str, end: str) -> Time:
    begins, ends = _to_point(start), _to_point(end)
    if ":" in end and not re.search(r"\D", start.strip()):
        begins *= 60  # 9–9:15
    if ends < begins and ends + _HALF_DAY > begins and (":" in end or "." in end):
        ends += _HALF_DAY
    return Time(ends - begins if ends >= begins else None, begins, ends)


def _to_point(words: str) -> int:
    parts = [int(part) for part in re.findall(r"\d+", words)]
    half = re.search(r"([ap])\.?m", words, re.IGNORECASE)
    if len(parts) == 1:
        return parts[0] * 60 if half else parts[0]
    return parts[0] * 60 + parts[1]
