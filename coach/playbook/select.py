"""Choosing from the playbook by constraints. Pure; the same input gives the same choice.

A fit is a number from 0 to 1 made of named shares. It orders entries for one request and means nothing beyond it.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from typing import Protocol as Shape

from coach.models import Cue, Level, Mode, VerbFamily

from .schema import GroupRange, MinuteRange, OpeningEntry, Pattern, Protocol

WITHIN = 0.9
"""Another seed may take an entry whose fit is at least this share of the best one."""
WEIGHTS = {"family": 0.34, "level": 0.22, "minutes": 0.14, "group": 0.1, "newcomers": 0.08, "cues": 0.12}
"""How much each share counts for a pattern."""


class _Named(Shape):
    @property
    def id(self) -> str: ...


E = TypeVar("E", bound=_Named)


@dataclass(frozen=True)
class Situation:
    """What an entry has to fit."""

    family: VerbFamily
    """The kind of doing that the outcome's verb names."""
    level: Level
    """The outcome's level."""
    minutes: int
    """How long there is for it."""
    people: int
    """How many come."""
    mode: Mode
    """How they meet."""
    newcomers: int = 0
    """How many are new."""
    experts: int = 0
    """How many know this well."""
    cues: frozenset[Cue] = frozenset()
    """The kinds of sentences that the notes offer."""


@dataclass(frozen=True)
class Fit(Generic[E]):
    """An entry and how well it fits."""

    entry: E
    """The playbook entry."""
    score: float
    """0 to 1, for ordering only."""


def rank_patterns(patterns: Iterable[Pattern], wanted: Situation, avoid: Collection[str] = ()) -> list[Fit[Pattern]]:
    """Return the patterns that can be run in this situation, best first.

    Hard limits are the mode, the level (never below the outcome's) and the size of the group. When nothing is left,
    the size gives way first, then the level: a plan that stretches a pattern beats no plan.
    """
    fresh = [pattern for pattern in patterns if pattern.id not in avoid and wanted.mode in pattern.modes]
    reaching = [item for item in fresh if _reaches(item, wanted) and _has_experts(item, wanted)]
    holding = [item for item in reaching if _holds(item.people, wanted.people)]
    kept = holding or reaching or fresh
    return _sorted(Fit(pattern, _pattern_fit(pattern, wanted)) for pattern in kept)


def rank_protocols(
    protocols: Iterable[Protocol], wanted: Situation, avoid: Collection[str] = ()
) -> list[Fit[Protocol]]:
    """Return the review protocols that suit this work and group, best first."""
    usable = [item for item in protocols if wanted.mode in item.modes]
    fresh = [item for item in usable if item.id not in avoid] or usable
    sized = [item for item in fresh if _holds(item.people, wanted.people)] or fresh
    return _sorted(Fit(item, _protocol_fit(item, wanted)) for item in sized)


def rank_openings(openings: Iterable[OpeningEntry], wanted: Situation) -> list[Fit[OpeningEntry]]:
    """Return the openings that give everyone a voice in this group, best first."""
    usable = [item for item in openings if wanted.mode in item.modes]
    sized = [item for item in usable if _holds(item.people, wanted.people)] or usable
    return _sorted(
        Fit(item, 0.6 * _minutes_fit(item.minutes, wanted.minutes) + 0.4 * _snugness(item.people, wanted.people))
        for item in sized
    )


def choose_fit(fits: Sequence[Fit[E]], seed: int, salt: str) -> E:
    """Take the best entry, or with another seed one that fits about as well.

    Args:
        fits: At least one, best first.
        seed: 0 takes the best one.
        salt: What is being chosen, so that one seed varies each choice on its own.
    """
    if seed == 0:
        return fits[0].entry
    near = [fit.entry for fit in fits if fit.score >= WITHIN * fits[0].score]
    return random.Random(f"{salt}:{seed}").choice(near)  # noqa: S311  # variety, not secrecy


def _pattern_fit(pattern: Pattern, wanted: Situation) -> float:
    shares = {
        "family": _family_fit(pattern.families, wanted.family),
        "level": _level_fit(pattern.levels, wanted.level),
        "minutes": _minutes_fit(pattern.minutes, wanted.minutes),
        "group": _snugness(pattern.people, wanted.people),
        "newcomers": _newcomer_fit(pattern, wanted),
        "cues": _cue_fit(pattern, wanted.cues),
    }
    return sum(WEIGHTS[name] * share for name, share in shares.items())


def _protocol_fit(protocol: Protocol, wanted: Situation) -> float:
    family = 1.0 if wanted.family in protocol.families else 0.2
    minutes = _minutes_fit(protocol.minutes, wanted.minutes)
    return 0.4 * family + 0.35 * minutes + 0.25 * _snugness(protocol.people, wanted.people)


def _reaches(pattern: Pattern, wanted: Situation) -> bool:
    return max(level.rank for level in pattern.levels) >= wanted.level.rank


def _has_experts(pattern: Pattern, wanted: Situation) -> bool:
    if pattern.needs_experts == "no":
        return True
    groups = max(1, wanted.people // max(pattern.people.small_group, 1))
    return wanted.experts >= (1 if pattern.needs_experts == "one" else (groups + 1) // 2)


def _holds(people: GroupRange, count: int) -> bool:
    return people.min <= count <= people.max


def _family_fit(families: Sequence[VerbFamily], wanted: VerbFamily) -> float:
    if wanted not in families:
        return 0.15
    # Entries name the doing that they are made for first; one that suits everything is made for nothing.
    return (1.0 if families[0] is wanted else 0.88) - 0.02 * (len(families) - 1)


def _level_fit(levels: Sequence[Level], wanted: Level) -> float:
    ranks = [level.rank for level in levels]
    if wanted.rank in ranks:
        return 1.0
    above = [rank for rank in ranks if rank > wanted.rank]
    return 0.85 if above else 0.3


def _minutes_fit(minutes: MinuteRange, given: int) -> float:
    if minutes.min <= given <= minutes.max:
        spread = max(minutes.best - minutes.min, minutes.max - minutes.best, 1)
        return 1.0 - 0.3 * abs(given - minutes.best) / spread
    outside = minutes.min - given if given < minutes.min else given - minutes.max
    return max(0.0, 0.6 - outside / 20)


def _snugness(people: GroupRange, count: int) -> float:
    if not _holds(people, count):
        return 0.0
    # A pattern for 4 to 60 suits ten less surely than one for 6 to 16.
    return 0.7 + 0.3 * min(1.0, count / people.max + 0.3)


def _newcomer_fit(pattern: Pattern, wanted: Situation) -> float:
    share = wanted.newcomers / wanted.people
    if share < 0.25:
        return 0.8
    return 1.0 if 2 <= pattern.people.small_group <= 4 else 0.5


def _cue_fit(pattern: Pattern, cues: frozenset[Cue]) -> float:
    taken = {item.cue for item in pattern.take_up}
    return len(taken & cues) / len(taken) if taken else 0.0


def _sorted(fits: Iterable[Fit[E]]) -> list[Fit[E]]:
    return sorted(fits, key=lambda fit: (-fit.score, fit.entry.id))
