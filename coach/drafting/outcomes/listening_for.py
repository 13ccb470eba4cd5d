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
class Phrase:
    """Words that must stand one after the other."""

    parts: tuple[str, ...]
    """How each begins."""
    pattern: re.Pattern[str]
    """Finds it in small letters."""


@dataclass(frozen=True)
class Words:
    """A group of words of which a sentence must have one."""

    beginnings: tuple[str, ...]
    """Beginnings of words."""
    wholes: tuple[str, ...]
    """Whole words."""
    phrases: tuple[Phrase, ...]
    """Words that stand one after the other."""


@lru_cache(maxsize=1024)
def read_words(group: str) -> Words:
    """Return a group as written in the library, ready to look for."""
    names = group.split()
    single = [name for name in names if "_" not in name]
    return Words(
        beginnings=tuple(name for name in single if not name.endswith(".")),
        wholes=tuple(name.rstrip(".") for name in single if name.endswith(".")),
        phrases=tuple(_to_phrase(name) for name in names if "_" in name),
    )


def _to_phrase(name: str) -> Phrase:
    parts = tuple(part for part in name.rstrip(".").split("_") if part)
    # Between the words of a phrase each may still have its ending: "time_zone" finds "time zones".
    body = r"\w*[\s-]+".join(re.escape(part) for part in parts)
    return Phrase(parts, re.compile(rf"(?<![\w-]){body}" + (r"(?![\w-])" if name.endswith(".") else "")))


def distance(text: str, groups: Sequence[Words]) -> int:
    """Return how many words lie between the words of the first two groups at their nearest; 99 where one is missing."""
    if len(groups) < 2:
        return 1
    low = text.lower().replace("’", "'")
    first, other = sorted(set(_found_at(low, groups[0]))), sorted(set(_found_at(low, groups[1])))
    gaps = (low.count(" ", min(one, two), max(one, two)) for one in first for two in other if one != two)
    return min(gaps, default=99)


def _found_at(text: str, group: Words) -> Iterator[int]:
    for match in _WORD.finditer(text):
        parts = match.group().split("-")
        if any(part in group.wholes or part.startswith(group.beginnings) for part in (match.group(), *parts)):
            yield match.start()
    for phrase in group.phrases:
        for match in phrase.pattern.finditer(text):
            yield from (match.start() + word.start() for word in _WORD.finditer(match.group()))


@dataclass(frozen=True)
class _Hits:
    """Where a group of words was found, and in which words."""

    places: frozenset[int]
    words: frozenset[str]


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
        self._found: dict[Words, _Hits] = {}

    def find(self, groups: Sequence[Words]) -> list[int]:
        """Return the places of the sentences that have one word of each group, another one for each, in order."""
        hits = [self._look(group) for group in groups]
        if not hits:
            return []
        places = sorted(frozenset.intersection(*(item.places for item in hits)))
        if all(hits[0].words.isdisjoint(item.words) for item in hits[1:]):
            return places
        return [place for place in places if self._has_distinct(place, groups)]

    def _has_distinct(self, place: int, groups: Sequence[Words]) -> bool:
        """Say whether the groups find different words: one "new contributor" is not a newcomer and a contribution."""
        first, *others = [set(_found_at(self._texts[place], group)) for group in groups]
        return all(len(first | other) > 1 and bool(other - first or len(other) > 1) for other in others)

    def _look(self, group: Words) -> _Hits:
        if group not in self._found:
            words = {whole for whole in group.wholes if whole in self._places}
            words.update(word for beginning in group.beginnings for word in self._beginning(beginning))
            places = set().union(*(self._places[word] for word in words))
            for phrase in group.phrases:
                places |= self._with_phrase(phrase)
                words.update(word for part in phrase.parts for word in self._beginning(part))
            self._found[group] = _Hits(frozenset(places), frozenset(words))
        return self._found[group]

    def _with_phrase(self, phrase: Phrase) -> set[int]:
        parts = ({place for word in self._beginning(part) for place in self._places[word]} for part in phrase.parts)
        return {place for place in set.intersection(*parts) if phrase.pattern.search(self._texts[place])}

    def _beginning(self, word: str) -> list[str]:
        return self._known[bisect_left(self._known, word) : bisect_left(self._known, word + "\uffff")]
