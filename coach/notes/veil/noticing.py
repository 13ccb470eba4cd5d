"""Names of people that notes hold and the roster does not: found by how the notes speak of somebody. Pure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from coach.models import Member

from .addresses import ADDRESS, HANDLE
from .folding import WORDS, fold, fold_parts
from .roster import build_roster, to_handle
from .speaking import meet
from .words import CALLS_NOBODY, NAMES_NOBODY, NAMES_THAT_ARE_WORDS

_NO_NAME = re.compile(r"(?!(?:Mc|Mac|De|Le|La|Van|Di)[A-Z])[^\W\d_]*[a-zà-ÿ][A-Z]|[A-Z]{2}")
"""A word with a capital inside, as products have, or in capitals."""
_SURE = frozenset({"voice", "handle", "role", "listed"})


@dataclass
class _Seen:
    """How one name was met."""

    notes: set[int] = field(default_factory=set)
    signs: set[str] = field(default_factory=set)


def notice_names(texts: Iterable[str], known: Sequence[Member]) -> list[tuple[str, int]]:
    """Return likely names of people who are not among the known, with in how many texts they were met.

    The most frequent come first. Handles are among them, as people may want to say whose they are.
    """
    texts = list(texts)
    rows = [(name, len(seen.notes)) for name, seen in _gather(texts, known).items()]
    rows += _handles(texts, known)
    return sorted(rows, key=lambda row: (-row[1], row[0].casefold(), row[0]))


def plain_names(texts: Iterable[str], known: Sequence[Member]) -> list[str]:
    """Return the noticed names without handles: plain enough to be replaced before anybody has confirmed them."""
    return sorted(_gather(list(texts), known))


def _gather(texts: Sequence[str], known: Sequence[Member]) -> dict[str, _Seen]:
    met: dict[str, _Seen] = defaultdict(_Seen)
    words: Counter[str] = Counter()
    for place, text in enumerate(texts):
        # An address holds words of its own; all that matters of a handle is that one stands there.
        bare = HANDLE.sub("@xx", ADDRESS.sub(" ", text)).replace("\\@", "@")
        words.update(WORDS.findall(bare))
        for sign, name in meet(bare):
            met[name].notes.add(place)
            met[name].signs.add(sign)
    taken = {called.parts for row in build_roster(known).starts.values() for called in row}
    small, capital = _count_cases(words)
    return {
        name: seen
        for name, seen in met.items()
        if fold_parts(name) not in taken and _is_likely(name, seen, small, capital)
    }


def _count_cases(words: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for word, count in words.items():
        (small if word[0].islower() else capital)[fold(word)] += count
    return small, capital


def _is_likely(name: str, seen: _Seen, small: Counter[str], capital: Counter[str]) -> bool:
    parts = fold_parts(name)
    if not parts or any(_NO_NAME.match(word) for word in name.split()):
        return False
    if parts[-1] in NAMES_NOBODY and parts[-1] not in NAMES_THAT_ARE_WORDS:
        return False
    often_small = [part for part in parts if small[part] * 5 > capital[part]]
    if len(often_small) == len(parts):
        return False
    if seen.signs & _SURE:
        return True
    # A label before a colon looks like somebody who speaks; only one that comes again elsewhere is believed.
    return not often_small and ("said" in seen.signs or len(seen.notes) > 1)


def _handles(texts: Sequence[str], known: Sequence[Member]) -> Iterator[tuple[str, int]]:
    notes: dict[str, set[int]] = defaultdict(set)
    for place, text in enumerate(texts):
        for match in HANDLE.finditer(ADDRESS.sub(" ", text)):
            notes[match[0]].add(place)
    taken = build_roster(known).handles.keys() | CALLS_NOBODY
    for handle, places in notes.items():
        if to_handle(handle) not in taken:
            yield handle, len(places)
