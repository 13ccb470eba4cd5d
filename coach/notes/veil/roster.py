"""Who is to be recognised, and under which names: the roster's, those that follow from it, and noticed ones. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from coach.models import Member

from .folding import JOINED_SCRIPT, WORDS, fold, fold_parts
from .words import NAMES_THAT_ARE_WORDS

_PARTICLES = frozenset("van von der den de del della di da do dos la le el al bin ibn ben abu st mac mc".split())
_TITLES = frozenset("dr mr mrs ms miss mx prof professor sir dame lord lady rev".split())
_SIGNS = re.compile(r"[@._\s-]+")
_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_THING = re.compile(r"\b(?:the|an?|our|your|this|that|no|some|any|each|every|my|their|its)\s+([a-z]+)\b(?!['’])")
_SHORT = 2
_NEVER_NAMES = frozenset((word,) for word in "i a you me we us he she they it my your our".split())


@dataclass(frozen=True)
class Called:
    """One way to call somebody."""

    parts: tuple[str, ...]
    """Its words, folded."""
    number: int
    """Which person it is."""
    spelling: str
    """How it was given."""
    is_word: bool = False
    """Whether all of it stands in a dictionary, so that only a capital tells a name from the word."""
    exact: bool = False
    """Whether it counts only when its capitals are as given."""


@dataclass
class Roster:
    """How everybody is called, ready to be looked up."""

    starts: dict[str, list[Called]] = field(default_factory=dict)
    """By their first word, the longest first."""
    handles: dict[str, int] = field(default_factory=dict)
    """Whose a handle is, without signs."""
    addresses: dict[str, int] = field(default_factory=dict)
    """Whose an e-mail address is."""
    joined: dict[str, int] = field(default_factory=dict)
    """Names in scripts that write words without a space, and names without a letter."""
    spellings: dict[int, list[str]] = field(default_factory=dict)
    """How each person is called, in a fixed order."""


def build_roster(members: Sequence[Member], noticed: Iterable[str] = (), words: Iterable[str] = ()) -> Roster:
    """Return everybody's names, numbered by the members' ids; those that were only noticed come after them.

    Args:
        members: The people of the community.
        noticed: Names of others, as they are spelled.
        words: Further words, folded, that are more than a name in these notes.
    """
    building = _Building(NAMES_THAT_ARE_WORDS | frozenset(words))
    people = building.number([(member.name, member.aliases) for member in sorted(members, key=lambda one: one.id)])
    building.take(people, exact=False)
    others = sorted(set(noticed), key=lambda name: (-len(fold_parts(name)), fold(name), name))
    building.take_noticed(others)
    return building.done()


@dataclass(frozen=True)
class _Person:
    number: int
    spellings: tuple[str, ...]


class _Building:
    def __init__(self, words: frozenset[str]) -> None:
        self._words = words
        self._called: dict[tuple[str, ...], Called] = {}
        self._roster = Roster()
        self._last = 0

    def number(self, people: Iterable[tuple[str, Sequence[str]]]) -> list[_Person]:
        """Number people; two of one name share a number, since nobody can tell them apart in a text."""
        numbers: dict[tuple[str, ...] | str, int] = {}
        numbered = []
        for whole, aliases in people:
            name = _without_title(_ASIDE.sub("", whole)) or whole
            key = fold_parts(name) or name
            if key not in numbers:
                numbers[key] = self._next()
            numbered.append(_Person(numbers[key], (name, *aliases)))
        return numbered

    def take(self, people: Sequence[_Person], *, exact: bool) -> None:
        """Keep what these people are called, and what follows from it."""
        for person in people:
            for spelling in person.spellings:
                self._keep(spelling, person.number, exact=exact)
        derived = {(fold_parts(name), person.number): name for person in people for name in _derive(person.spellings)}
        owners = Counter(parts for parts, _ in derived)
        for (parts, number), name in derived.items():
            # What somebody is listed as goes before what only follows from another's name.
            # Of somebody who was only noticed, `Apple` alone is more likely the company than Lauri Apple.
            doubtful = exact and self._is_word(parts)
            if parts not in self._called and not doubtful:
                self._keep(name, number if owners[parts] == 1 else self._next(), exact=exact)

    def take_noticed(self, names: Sequence[str]) -> None:
        """Keep names that were only noticed; a first name alone belongs to the one whole name that begins with it."""
        whole = [name for name in names if len(fold_parts(name)) > 1 and fold_parts(name) not in self._called]
        self.take(self.number((name, ()) for name in whole), exact=True)
        alone = [name for name in names if not self._knows(name)]
        self.take(self.number((name, ()) for name in alone), exact=True)

    def _knows(self, name: str) -> bool:
        if name.startswith("@"):
            return to_handle(name) in self._roster.handles
        return fold_parts(name) in self._called

    def _next(self) -> int:
        self._last += 1
        return self._last

    def _keep(self, spelling: str, number: int, *, exact: bool) -> None:
        parts = fold_parts(spelling)
        if "@" in spelling[1:]:
            self._roster.addresses.setdefault(fold(spelling), number)
        elif spelling.startswith("@") or (parts and " " not in spelling.strip()):
            self._roster.handles.setdefault(to_handle(spelling), number)
        if len(parts) > 1 and spelling[0] != "@":
            self._roster.handles.setdefault("".join(parts), number)
        if not parts or JOINED_SCRIPT.search(spelling):
            self._roster.joined.setdefault(spelling.strip(), number)
        elif "@" not in spelling or _is_plain(spelling):
            self._keep_words(spelling.removeprefix("@"), parts, number, exact=exact)
        self._spell(number, spelling)

    def _keep_words(self, spelling: str, parts: tuple[str, ...], number: int, *, exact: bool) -> None:
        if parts in self._called or parts in _NEVER_NAMES:
            return
        is_word = self._is_word(parts)
        short = len("".join(parts)) <= _SHORT
        self._called[parts] = Called(parts, number, spelling, is_word, exact or short)
        self._spell(number, spelling)

    def _is_word(self, parts: tuple[str, ...]) -> bool:
        return all(part in self._words for part in parts)

    def _spell(self, number: int, spelling: str) -> None:
        spellings = self._roster.spellings.setdefault(number, [])
        if spelling not in spellings:
            spellings.append(spelling)

    def done(self) -> Roster:
        for called in sorted(self._called.values(), key=lambda one: -len(one.parts)):
            self._roster.starts.setdefault(called.parts[0], []).append(called)
        return self._roster


def _derive(spellings: Iterable[str]) -> Iterator[str]:
    """Yield what follows from a whole name: its surname with what belongs to it, the surname alone, the first name."""
    for spelling in spellings:
        units = [unit.strip(".,\"'“”’") for unit in spelling.split()] if "@" not in spelling else []
        units = [unit for unit in units if WORDS.search(unit) and fold(unit) not in _TITLES]
        if len(units) < 2:
            continue
        begins = next((place for place, unit in enumerate(units) if place and fold(unit) in _PARTICLES), -1)
        for name in (" ".join(units[begins:]), units[-1], units[0]):
            if len("".join(fold_parts(name))) >= _SHORT and fold(name) not in _PARTICLES:
                yield name


def _without_title(name: str) -> str:
    return " ".join(unit for unit in name.split() if fold(unit.strip(".")) not in _TITLES)


def _is_plain(spelling: str) -> bool:
    return "@" not in spelling[1:] and len(spelling) > _SHORT + 1


def to_handle(spelling: str) -> str:
    """Return a handle the way it is compared, without its signs."""
    return _SIGNS.sub("", fold(spelling))


def words_in(texts: Iterable[str], names: Iterable[str]) -> frozenset[str]:
    """Return which of these single names are also things in the texts: `the mason`, `our baker`."""
    wanted = {fold(name) for name in names if len(fold_parts(name)) == 1}
    counted: Counter[str] = Counter()
    for text in texts if wanted else ():
        counted.update(_THING.findall(text))
    return frozenset(word for word, count in counted.items() if count > 1 and word in wanted)
