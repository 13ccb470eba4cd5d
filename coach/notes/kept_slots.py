"""Texts without a note's words: where they stood is a slot that says which words go there.

A slot is `[source, start, end, turns]`: a slice of the words of a source, which is known elsewhere by its place and its
hash, and whether its first letter is turned from small to large or back. A text without any stays a plain text.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

WITHDRAWN = "[withdrawn]"
"""What is read where words were that may not be shown any more."""
_LEAST, _FEW, _A_PAIR = 4, 3, 2
"""So many words in a row are a note's words wherever they stand, or where they are the whole text, or where that text
has the note for its evidence; fewer are everybody's."""
_DATE = re.compile(r"[\d:.+TZ-]*|(?:\d{1,2} )?(?:\w+ )?\d{4}")
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"“[^“”]*”")
_GONE_IN_QUOTES = re.compile(r"“[^“”]*\[withdrawn\][^“”]*”")
_GONE_AGAIN = re.compile(r"\[withdrawn\](?:\W*(?:\[somebody\]\W*)*\[withdrawn\])+")
_SOMEBODY = re.compile(r"\[somebody\]|\w+")


@dataclass(frozen=True)
class _Run:
    source: int
    words: str
    spans: tuple[tuple[int, int], ...]
    is_all: bool


@dataclass
class Pool:
    """The words that are taken out of texts, each under the number of its source."""

    texts: dict[int, str] = field(default_factory=dict)
    """Source number to its words."""
    shown: dict[int, str] = field(default_factory=dict)
    """Source number to how its words are shown, where that is known."""
    _spans: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    _starts: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def add(self, source: int, words: str, shown: str = "") -> None:
        """Take in the words of a source, and how they are shown."""
        if source in self.texts or not words:
            return
        self.texts[source] = words
        if len(shown.split()) >= _A_PAIR:
            self.shown[source] = shown
        self._spans[source] = [match.span() for match in _WORD.finditer(words)]
        for place, (start, end) in enumerate(self._spans[source]):
            self._starts.setdefault(_turnable(words[start:end]), []).append((source, place))

    def longest(self, text: str, spans: list[tuple[int, int]], first: int, stop: int) -> _Run | None:
        """Return the longest run of words that begins with one of these spans of a text, and ends before another."""
        best: _Run | None = None
        for source, place in self._starts.get(_turnable(text[slice(*spans[first])]), ()):
            words, own = self.texts[source], self._spans[source]
            length, most = 1, min(stop - first, len(own) - place)
            while length < most and text[slice(*spans[first + length])] == words[slice(*own[place + length])]:
                length += 1
            if best is None or length > len(best.spans):
                is_all = 1 < length == len(own)
                best = _Run(source, words, tuple(own[place : place + length]), is_all)
        return best


def _turnable(word: str) -> str:
    return word[:1].casefold() + word[1:]


def take_out(text: str, far: Pool, near: Pool, *, is_quoted: bool = False) -> Any:
    """Return a text with slots for the words of sources, or the text itself when it has none.

    Args:
        text: The text.
        far: Sources whose words are taken out where several stand in a row, or where they are all there is.
        near: Its own sources, of which every word is taken out inside curly quotes.
        is_quoted: Whether the whole text is treated as if it stood in curly quotes.
    """
    if _DATE.fullmatch(text):
        return text  # a date is nobody's words
    spans = [match.span() for match in _WORD.finditer(text)]
    quoted = [(0, len(text), near)] if is_quoted else list(_find_quoted(text, far, near))
    parts, done, place, stops = _Parts(), 0, 0, _find_stops(text, spans)
    while place < len(spans):
        pool = next((pool for start, end, pool in quoted if start <= spans[place][0] < end), Pool())
        found = (one.longest(text, spans, place, stops[place]) for one in (pool, far))
        run = next((one for one in found if one is not None), None)
        if run is None or not _counts(run, len(spans), near, pool):
            place += 1
            continue
        mine = spans[place : place + len(run.spans)]
        parts.say(text[done : mine[0][0]])
        parts.put(text, mine, run)
        done, place = mine[-1][1], place + len(mine)
    parts.say(text[done:])
    return {"slots": parts.all} if parts.has_slots else text


def _find_stops(text: str, spans: list[tuple[int, int]]) -> list[int]:
    """Return for each word the place of the first one that is no longer in, or no longer out of, its curly quotes."""
    edges = [edge for match in _QUOTED.finditer(text) for edge in match.span()]
    sides = [bisect(edges, start) for start, _ in spans]
    stops = [len(spans)] * len(spans)
    for place in range(len(spans) - 2, -1, -1):
        stops[place] = stops[place + 1] if sides[place] == sides[place + 1] else place + 1
    return stops


def _find_quoted(text: str, far: Pool, near: Pool) -> Iterator[tuple[int, int, Pool]]:
    """Yield where words are quoted: in curly quotes, or just as they are shown, and whose words may stand there."""
    for match in _QUOTED.finditer(text):
        yield (*match.span(), near)
    for pool in (near, far):
        for shown in pool.shown.values():
            start = text.find(shown)
            while start >= 0:
                yield (start, start + len(shown), pool)
                start = text.find(shown, start + len(shown))


def _counts(run: _Run, words: int, near: Pool, quoting: Pool) -> bool:
    """Say whether a run is a note's words: many, or all there are of the text or of its own source, or in quotes."""
    length = len(run.spans)
    if run.source in quoting.texts or length >= _LEAST or _FEW <= length == words:
        return True
    return run.source in near.texts and (run.is_all or _A_PAIR <= length == words)


@dataclass
class _Parts:
    all: list[Any] = field(default_factory=list)
    has_slots: bool = False

    def say(self, text: str) -> None:
        if text:
            self.all.append(text)

    def put(self, text: str, mine: list[tuple[int, int]], run: _Run) -> None:
        """Put slots for a run, a new one wherever the signs between two words are others than in the source."""
        first, (start, end) = mine[0], run.spans[0]
        turns = int(text[slice(*first)] != run.words[start:end])
        for (before, after), (left, right) in zip(pairwise(mine), pairwise(run.spans), strict=True):
            between = _one_line(text[before[1] : after[0]])
            if between == _one_line(run.words[left[1] : right[0]]):
                end = right[1]
                continue
            self._close(run, start, end, turns)
            self.say(between)
            (start, end), turns = right, 0
        self._close(run, start, end, turns)

    def _close(self, run: _Run, start: int, end: int, turns: int) -> None:
        self.all.append([run.source, start, end, turns])
        self.has_slots = True


def strike(kept: Any) -> Any:
    """Return what is shown of a quote without any word that is neither the quote's nor `[somebody]`."""
    parts = kept["slots"] if isinstance(kept, dict) else [kept]
    struck = [_SOMEBODY.sub(_strike, part) if isinstance(part, str) else part for part in parts]
    return {"slots": struck} if isinstance(kept, dict) else struck[0]


def _strike(match: re.Match[str]) -> str:
    return match.group() if match.group().startswith("[") else "…"


def put_back(kept: Any, words_of: Callable[[int], str]) -> str:
    """Return a text with its words, `[withdrawn]` for those that are not there any more.

    Args:
        kept: What `take_out` returned.
        words_of: Gives a source's words by its number; nothing when they may not be shown.
    """
    if isinstance(kept, str):
        return kept
    said = "".join(part if isinstance(part, str) else _fill(part, words_of) for part in kept["slots"])
    if WITHDRAWN not in said:
        return said
    return _GONE_AGAIN.sub(WITHDRAWN, _GONE_IN_QUOTES.sub(f"“{WITHDRAWN}”", said))


def _fill(slot: list[int], words_of: Callable[[int], str]) -> str:
    source, start, end, turns = slot
    words = words_of(source)
    if not words:
        return WITHDRAWN
    said = _one_line(words[start:end])
    return said[:1].swapcase() + said[1:] if turns else said


def renumber(kept: Any, to_new: Callable[[int], int]) -> Any:
    """Return a text with the numbers of its sources changed."""
    if isinstance(kept, str):
        return kept
    return {"slots": [part if isinstance(part, str) else [to_new(part[0]), *part[1:]] for part in kept["slots"]]}


def sources_of(kept: Any) -> Iterable[int]:
    """Return the numbers of the sources of a text."""
    return () if isinstance(kept, str) else [part[0] for part in kept["slots"] if not isinstance(part, str)]


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
