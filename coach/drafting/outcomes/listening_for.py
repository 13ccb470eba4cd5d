"""Words that a sentence must have to speak of a doing, and which of many sentences have them. Pure.

A group is words apart by spaces: `helper` stands for all words that begin so, `call.` for that word alone and
`time_zone` for two words one after the other.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[a-z0-9&/+#.-]*[a-z0-9&+#](?:'[a-z]+)?")


@dataclass(frozen=True)
class Words:
    """A group of words of which a sentence must have one."""

    beginnings: tuple[str, ...]
    """Beginnings of words."""
    wholes: tuple[str, ...]
    """Whole words."""
    phrases: tuple[tuple[str, re.Pattern[str]], ...]
    """The first word of a phrase, and the phrase."""


@lru_cache(maxsize=1024)
def read_words(group: str) -> Words:
    """Return a group as written in the library, ready to look for."""
    names = group.split()
    single = [name for name in names if "_" not in name]
    return Words(
        beginnings=tuple(name for name in single if not name.endswith(".")),
        wholes=tuple(name.rstrip(".") for name in single if name.endswith(".")),
        phrases=tuple((name.partition("_")[0], _to_pattern(name)) for name in names if "_" in name),
    )


def _to_pattern(name: str) -> re.Pattern[str]:
    # Between the words of a phrase each may still have its ending: "time_zone" finds "time zones".
    body = r"\w*[\s-]+".join(re.escape(part) for part in name.rstrip(".").split("_") if part)
    return re.compile(rf"(?<![\w-]){body}" + (r"(?![\w-])" if name.endswith(".") else ""))


def distance(text: str, groups: Sequence[Words]) -> int:
    """Return how many words lie between the words of the first two groups at their nearest; 99 where one is missing."""
    if len(groups) < 2:
        return 1
    low = text.lower().replace("’", "'")
    first, other = sorted(set(_found_at(low, groups[0]))), sorted(set(_found_at(low, groups[1])))
    gaps = (low.count(" ", min(one, two), max(one, two)) for one in first for two in other if one != two)
    return min(gaps, default=99)


def _has_distinct(text: str, groups: Sequence[Words]) -> bool:
    """Say whether the groups find different words: one "new contributor" is not a newcomer and a contribution."""
    first, *others = [set(_found_at(text, group)) for group in groups]
    return all(len(first | other) > 1 and bool(other - first or len(other) > 1) for other in others)


def _found_at(text: str, group: Words) -> Iterator[int]:
    for match in _WORD.finditer(text):
        parts = match.group().split("-")
        if any(part in group.wholes or part.startswith(group.beginnings) for part in (match.group(), *parts)):
            yield match.start()
    for _, phrase in group.phrases:
        yield from (match.start() for match in phrase.finditer(text))


class WordIndex:
    """Finds the sentences that have words of a group, without looking at each."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Note down in which sentences each word stands."""
        self._texts = [text.lower().replace("’", "'") for text in texts]
        places: dict[str, list[int]] = {}
        for place, text in enumerate(self._texts):
            for word in set(_WORD.findall(text)):
                for part in {word, *word.split("-")} if "-" in word else (word,):
                    places.setdefault(part, []).append(place)
        self._places = places
        self._known = sorted(places)
        self._found: dict[Words, frozenset[int]] = {}

    def find(self, groups: Sequence[Words]) -> list[int]:
        """Return the places of the sentences that have one word of each group, another one for each, in order."""
        found = [self._with_one_of(group) for group in groups]
        places = sorted(frozenset.intersection(*found)) if found else []
        return [place for place in places if len(groups) == 1 or _has_distinct(self._texts[place], groups)]

    def _with_one_of(self, group: Words) -> frozenset[int]:
        if group not in self._found:
            self._found[group] = frozenset(self._look(group))
        return self._found[group]

    def _look(self, group: Words) -> Iterator[int]:
        for whole in group.wholes:
            yield from self._places.get(whole, ())
        for beginning in group.beginnings:
            yield from self._beginning(beginning)
        for first, phrase in group.phrases:
            yield from (place for place in set(self._beginning(first)) if phrase.search(self._texts[place]))

    def _beginning(self, word: str) -> Iterator[int]:
        last = bisect_left(self._known, word + "\uffff")
        for known in self._known[bisect_left(self._known, word) : last]:
            yield from self._places[known]
