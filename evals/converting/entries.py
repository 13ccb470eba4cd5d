"""A line of a running order: its time in any usual notation, its name, and what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .clock import Time, find_length, read_time
from .lines import Kind, Line

_TIME_HEAD = re.compile(r"\b(?:time|when|clock|min(?:ute)?s?|duration|length|how long|start|end)\b", re.IGNORECASE)
_LENGTH_HEAD = re.compile(r"\b(?:min(?:ute)?s?|duration|length|how long)\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"^(?:(?:step|part|phase|section|block|round|segment|stage)\s+)?\d{1,2}\s*[.):–—-]\s+", re.IGNORECASE
)
_PARENS = re.compile(r"\s*[(\[](?P<time>[^()\[\]]{1,60})[)\]]")
_SEPARATED = re.compile(r"\s*(?:[:|]\s+|\s[-–—]\s|\s[•·]\s|,\s+|\.\s+|\s{2,})\s*")
_TITLE_END = re.compile(r"(?<=\w)[:.!?]\s|\s[–—-]\s|;\s")
_LONGEST_TITLE = 12


@dataclass(frozen=True)
class Entry:
    """A stretch of time with its name and what is said of it."""

    title: str
    """Its name."""
    time: Time
    """When it is."""
    body: tuple[Line, ...] = ()
    """What is said of it, on its own line and below."""
    place: int = 0
    """On which line it stands."""

    @property
    def minutes(self) -> int:
        """Return how long it takes, as it is written."""
        return self.time.minutes or 0

    @property
    def words(self) -> str:
        """Return what is said of it."""
        return " ".join(line.text for line in self.body)


def read_entry(line: Line, place: int, *, bare: bool = False) -> Entry | None:
    """Return what a line says of a stretch of time; nothing when it carries no time of its own.

    Args:
        line: The line.
        place: Where it stands.
        bare: Whether `10 Welcome`, `10: welcome` and `Welcome (10)` say minutes, as they do in hurried lists.
    """
    if line.kind is Kind.QUOTE:
        return None
    return _read_row(line, place) if line.kind is Kind.ROW else _read_words(line, place, bare=bare)


def _read_row(line: Line, place: int) -> Entry | None:
    heads = [*line.heads, *[""] * len(line.cells)]
    timed = [cell for cell, head in zip(line.cells, heads, strict=False) if _TIME_HEAD.search(head)]
    said = [place for place, cell in enumerate(line.cells) if cell and not _TIME_HEAD.search(heads[place])]
    said = [place for place in said if not re.fullmatch(r"#?\d{1,2}\.?", line.cells[place])]
    time = _read_cells(line, heads) if timed else None
    if time is None or not said:
        return None
    title, rest = split_title(line.cells[said[0]], line.leads[said[0]])
    told = [rest, *(line.cells[place] for place in said[1:])]
    return Entry(title, time, tuple(Line(Kind.TEXT, words) for words in told if words), place)


def _read_cells(line: Line, heads: Sequence[str]) -> Time | None:
    span: Time | None = None
    length: int | None = None
    for cell, head in zip(line.cells, heads, strict=False):
        if not _TIME_HEAD.search(head):
            continue
        told = read_time(cell, bare=True)
        if told is None:
            continue
        is_length = bool(_LENGTH_HEAD.search(head)) and told.end is None and ":" not in cell
        length = (told.minutes or told.start) if is_length else length
        span = span if is_length else span or told
    if span is None:
        return None if length is None else Time(length)
    return replace(span, minutes=length or span.minutes)


def _read_words(line: Line, place: int, *, bare: bool) -> Entry | None:
    if line.kind is Kind.TEXT and not line.lead and not re.match(r"\W*\d", line.text):
        return None
    text = line.text if bare or line.kind is Kind.TEXT else _NUMBER.sub("", line.text)
    for reader in (_time_bare,) if bare else (_time_first, _time_in_parens, _time_last):
        if told := reader(text):
            time, words = told
            title, rest = split_title(words, _NUMBER.sub("", line.lead))
            title = title.removesuffix(f"({time.minutes})").rstrip()
            body = (Line(Kind.TEXT, rest),) if rest else ()
            return Entry(title, time, body, place) if re.search(r"\w", title) else None
    return None


def _time_first(text: str) -> tuple[Time, str] | None:
    """Read `0:00–0:10 Welcome`, `10 min – Welcome` and `[0–10 min] Welcome`."""
    if found := re.match(r"[(\[](?P<time>[^()\[\]]{1,40})[)\]]\s*[:.–—-]*\s*", text):
        time = read_time(found["time"], bare=True)
        return (time, text[found.end() :]) if time else None
    words = text.split()
    for count in range(min(7, len(words)), 0, -1):
        head = " ".join(words[:count])
        sure = bool(re.search(r"[:|–—-]$", head)) and len(words) > count
        time = read_time(head.rstrip(":|–—- "), bare=sure and bool(re.search(r"\d\s*[-–—]\s*\d", head)))
        if time:
            return time, " ".join(words[count:]).lstrip(":|–—-•·. ")
    return None


def _time_in_parens(text: str) -> tuple[Time, str] | None:
    """Read `Welcome (10 min): names`."""
    for found in _PARENS.finditer(text[:200]):
        time = read_time(found["time"], more=True)
        length = None if time else find_length(found["time"])
        if time or length:
            return time or Time(length), (text[: found.start()] + text[found.end() :]).strip()
    return None


def _time_bare(text: str) -> tuple[Time, str] | None:
    """Read `10 Welcome`, `10: welcome`, `0–10 Welcome`, `(10) Welcome`, `12.30 Welcome (10)` and `Welcome 10`."""
    span = re.match(r"(\d{1,3})\s*[-–—]\s*(\d{1,3})(?=[\s:])", text)
    if span and int(span[1]) < int(span[2]):
        return Time(int(span[2]) - int(span[1]), int(span[1]), int(span[2])), text[span.end() :].strip(" :–—-")
    if found := re.match(r"\((\d{1,3})\)\s*", text) or re.search(r"\s*\((\d{1,3})\)\W*$", text):
        words = re.sub(r"^\d{1,2}[.:]\d{2}\s+", "", text[: found.start()] + text[found.end() :])
        return Time(int(found[1])), words.strip()
    if found := re.match(r"(\d{1,3})(?:\s*[:–—-])?\s+(?=[A-Za-z“\"])", text):
        return Time(int(found[1])), text[found.end() :]
    found = re.search(r"[\s,–—-]+(\d{1,3})\W*$", text)
    return (Time(int(found[1])), text[: found.start()]) if found else None


def _time_last(text: str) -> tuple[Time, str] | None:
    """Read `Welcome – 10 min` and `Welcome, 10 minutes: names`."""
    pieces = list(_SEPARATED.finditer(text))
    for found in pieces[:2]:
        rest = text[found.end() :]
        head = re.split(r"[:.]\s|\s[–—-]\s|[:.]$", rest, maxsplit=1)[0]
        time = read_time(head)
        if time:
            return time, f"{text[: found.start()]}: {rest[len(head) :].lstrip(' :.–—-')}".rstrip(": ")
    return None


def split_title(words: str, lead: str = "") -> tuple[str, str]:
    """Return a name and what is said after it."""
    words = words.strip(" :–—-|")
    bold = _strip_times(lead)
    if bold and words.startswith(bold):
        return bold.rstrip(".:"), words[len(bold) :].lstrip(" :.–—-")
    found = _TITLE_END.search(words)
    if found and len(words[: found.start()].split()) <= _LONGEST_TITLE:
        return words[: found.start()].strip(" .:"), words[found.end() :].strip()
    return words.rstrip(".:"), ""


def _strip_times(lead: str) -> str:
    told = _time_first(lead) or _time_in_parens(lead) or _time_last(lead)
    return (told[1] if told else lead).strip(" :–—-|.")
