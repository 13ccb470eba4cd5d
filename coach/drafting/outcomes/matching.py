"""Which sentences have the words of which doing. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from .library import CommonDoing
from .listening_for import WordIndex, distance
from .material import Line

_IN_TITLE = 6
"""How far apart words count of which one stands in the note's title."""


@dataclass(frozen=True)
class Matches:
    """For each doing the places of the sentences that have its words."""

    gaps: Sequence[Mapping[int, int]]
    """Those that have all of them, and how far apart these stand."""
    in_title: frozenset[int]
    """Those of which the title of the note has the first."""
    things: Sequence[Sequence[int]]
    """Telling ones that have only the first group: what the doing is done to."""

    @cached_property
    def whole(self) -> frozenset[int]:
        """Return the sentences that have all words of any doing."""
        return frozenset(place for gaps in self.gaps for place in gaps)

    @cached_property
    def by_text(self) -> frozenset[int]:
        """Return those of them that need no title for it."""
        return self.whole - self.in_title

    @cached_property
    def places(self) -> frozenset[int]:
        """Return all sentences that have words of any doing."""
        return self.whole | {place for places in self.things for place in places}


def match(lines: Sequence[Line], doings: Sequence[CommonDoing], is_thin: bool) -> Matches:
    """Return which sentences have the words of which doing.

    Args:
        lines: The sentences.
        doings: What to listen for.
        is_thin: Whether little is written down; then the title of a note may say what a sentence is about.
    """
    texts = WordIndex([line.text for line in lines])
    own = [texts.find(doing.words) for doing in doings]
    gaps = [
        {place: distance(lines[place].text, doing.words) for place in places}
        for doing, places in zip(doings, own, strict=True)
    ]
    if not is_thin:
        # Where much is written down, a sentence must say it all itself.
        return Matches(gaps, frozenset(), [[] for _ in doings])
    titles = WordIndex([line.context for line in lines])
    telling = {place for place, line in enumerate(lines) if line.is_telling}
    by_itself = {place for places in own for place in places}
    under_title: set[int] = set()
    things: list[list[int]] = []
    for doing, found in zip(doings, gaps, strict=True):
        under = _under_title(doing, texts, titles) & telling - found.keys()
        found.update(dict.fromkeys(under, _IN_TITLE))
        under_title |= under - by_itself
        things.append([place for place in texts.find(doing.words[:1]) if place in telling and place not in found])
    return Matches(gaps, frozenset(under_title), things)


def _under_title(doing: CommonDoing, texts: WordIndex, titles: WordIndex) -> set[int]:
    rest = doing.words[1:]
    return set(titles.find(doing.words[:1])) & set(texts.find(rest)) if rest else set()
