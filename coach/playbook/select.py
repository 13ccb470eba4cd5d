"""Choosing from the playbook by constraints. Pure; the same input gives the same choice.

A fit is a number from 0 to 1 made of named shares. It orders entries for one request and means nothing beyond it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar
from typing import Protocol as Shape

from coach.models import Cue, Doing, Level, Mode, VerbFamily

from .schema import GroupRange, MinuteRange, OpeningEntry, Pattern, Protocol

WITHIN = 0.95
"""Another seed may take an entry whose fit is at least this share of the best one."""
WITHIN_PATTERNS = 0.91
"""Activities hold about half of a session's minutes: at this share the whole plan stays within a twentieth."""
WORTH_IT = 0.7
"""Below this, doing a fitting thing again beats doing a new thing that hardly fits."""
WITHIN_OPENINGS = 0.85
"""Openings differ less in worth than in flavour."""
WEIGHTS = {
    "family": 0.26,
    "level": 0.17,
    "minutes": 0.13,
    "group": 0.08,
    "newcomers": 0.06,
    "balance": 0.04,
    "cues": 0.12,
    "near": 0.14,
}
"""How much each share counts for a pattern."""
HANDS = {
    VerbFamily.MAKE: 0.6,
    VerbFamily.OPERATE: 0.6,
    VerbFamily.EXAMINE: 0.5,
    VerbFamily.DECIDE: 0.4,
    VerbFamily.EXPLAIN: 0.35,
    VerbFamily.RELATE: 0.3,
}
"""The share of an activity in which people's hands should be at work: talk is the doing of those who relate."""


_SEEN = {"each person's": 1.0, "one in each group": 0.4, "one for all": 0.1}
"""How much of what people made a review looks at."""
_FEW = 6
"""So few can look at one piece together and all have a part in it."""


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
    cues: Mapping[Cue, float] = field(default_factory=dict)
    """How much of each kind of sentence the notes offer, 0 to 1."""
    near: Mapping[str, float] = field(default_factory=dict)
    """How near each pattern is in meaning to what was asked for, by id, 0 to 1; empty when nobody measured."""
    earlier: frozenset[str] = frozenset({"opening sentence"})
    """What a review can set beside the present (`Protocol.before`)."""


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
    the size gives way first, then the level: a plan that stretches a pattern beats no plan. Who is there counts too:
    a pattern that needs people who know the work, or have lived through it, is left out where they are few.
    """
    fresh = [pattern for pattern in patterns if pattern.id not in avoid and wanted.mode in pattern.modes]
    reaching = [item for item in fresh if _reaches(item, wanted) and _has_the_people(item, wanted)]
    holding = [item for item in reaching if _holds(item.people, wanted.people)]
    kept = holding or reaching or fresh
    return _sorted(Fit(pattern, _pattern_fit(pattern, wanted)) for pattern in kept)


def rank_protocols(
    protocols: Iterable[Protocol], wanted: Situation, avoid: Collection[str] = ()
) -> list[Fit[Protocol]]:
    """Return the review protocols that suit this work and group, best first."""
    usable = [item for item in protocols if wanted.mode in item.modes]
    usable = [item for item in usable if item.before in wanted.earlier] or usable
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


def choose_fit(
    fits: Sequence[Fit[E]], turn: int, taken: Collection[str] = (), *, within: float = WITHIN, fewest: int = 1
) -> E:
    """Take the best entry, or at another turn one that fits about as well.

    Args:
        fits: At least one, best first.
        turn: 0 takes the best one; each further number the next of those that fit about as well, and round again.
        taken: Ids to leave out while there is another that fits about as well.
        within: The share of the best fit that counts as about as well.
        fewest: How many to choose among even when fewer fit about as well.
    """
    near = [fit.entry for place, fit in enumerate(fits) if place < fewest or fit.score >= within * fits[0].score]
    turned = [near[(turn + place) % len(near)] for place in range(len(near))]
    rest = [fit.entry for fit in fits if fit.score >= WORTH_IT * fits[0].score]
    return next((entry for entry in (*turned, *rest) if entry.id not in taken), turned[0])


def _pattern_fit(pattern: Pattern, wanted: Situation) -> float:
    shares = {
        "family": _family_fit(pattern.families, wanted.family),
        "level": _level_fit(pattern.levels, wanted.level),
        "minutes": _minutes_fit(pattern.minutes, wanted.minutes),
        "group": _snugness(pattern.people, wanted.people),
        "newcomers": _newcomer_fit(pattern, wanted),
        "balance": _balance_fit(pattern, wanted.family),
        "cues": _cue_fit(pattern, wanted.cues),
        "near": wanted.near.get(pattern.id, 0.5),
    }
    return sum(WEIGHTS[name] * share for name, share in shares.items())


def _protocol_fit(protocol: Protocol, wanted: Situation) -> float:
    family = 1.0 if wanted.family in protocol.families else 0.2
    minutes = _minutes_fit(protocol.minutes, wanted.minutes)
    seen = _SEEN[protocol.sees] if wanted.people > _FEW else 1.0
    return 0.35 * family + 0.3 * minutes + 0.2 * _snugness(protocol.people, wanted.people) + 0.15 * seen


def _reaches(pattern: Pattern, wanted: Situation) -> bool:
    return max(level.rank for level in pattern.levels) >= wanted.level.rank


def _has_the_people(pattern: Pattern, wanted: Situation) -> bool:
    if pattern.newcomers == "fewer than half" and wanted.newcomers * 2 >= wanted.people:
        return False
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


def _balance_fit(pattern: Pattern, family: VerbFamily) -> float:
    hands = sum(step.share for step in pattern.steps if step.doing in {Doing.MAKING, Doing.REVIEWING})
    listened = sum(step.share for step in pattern.steps if step.doing is Doing.LISTENING or step.one_voice)
    return max(0.0, 1.0 - abs(hands - HANDS[family]) - listened)


def _cue_fit(pattern: Pattern, cues: Mapping[Cue, float]) -> float:
    """Return how much of what the notes tell it takes up: a pattern made for quarrels fits notes that quarrel."""
    if not cues:
        return 0.5
    taken = {item.cue for item in pattern.take_up}
    return sum(share for cue, share in cues.items() if cue in taken) / sum(cues.values())


def _sorted(fits: Iterable[Fit[E]]) -> list[Fit[E]]:
    return sorted(fits, key=lambda fit: (-fit.score, fit.entry.id))


def why_not(pattern: Pattern, wanted: Situation) -> str:
    """Say in one sentence which hard limit keeps a pattern from being run in this situation; nothing when none does."""
    people = pattern.people
    if wanted.mode not in pattern.modes:
        modes = " or ".join(mode.value.replace("_", " ") for mode in pattern.modes)
        return f"it is for meeting {modes}, and you meet {wanted.mode.value.replace('_', ' ')}."
    if not _holds(people, wanted.people):
        return f"it works for {people.min} to {people.max} people, and you expect {wanted.people}."
    if not _reaches(pattern, wanted):
        highest = max(pattern.levels, key=lambda level: level.rank)
        return f"people get as far as “{highest.value}” in it, and the outcome asks for “{wanted.level.value}”."
    if not _has_the_people(pattern, wanted):
        return (
            f"it takes people who know this well ({pattern.needs_experts}) or have been here before, and of "
            f"{wanted.people} you expect {wanted.experts} who know it well and {wanted.newcomers} who are new."
        )
    return ""
