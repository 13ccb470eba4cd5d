"""A plan in the making, and choosing for it from the playbook."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, repeat

from coach.models import Activity, Cue, Level, Link, Outcome, Part, VerbFamily
from coach.playbook import ParsedOutcome, Playbook, Wording, hint_level, parse_outcome, to_brief, to_wording
from coach.playbook.schema import Pattern, Protocol
from coach.playbook.select import WITHIN_PATTERNS, Fit, Situation, choose_fit, rank_patterns, rank_protocols
from coach.ports import DraftInput

from .around import to_sign
from .asked import asked_pattern, check_fits
from .outline import Outline, make_outline
from .promises import Result
from .quoting import MOST_QUOTES, QUOTES_AROUND, QUOTES_EACH, QuotePool
from .telling import Aim

_CHOICE = 3
"""How many activities there are to choose among at least: "another plan" has to be another one."""
_TOLD_BY = {
    Cue.STRUGGLE: "what is hard about this",
    Cue.QUESTION: "what people keep asking",
    Cue.WISH: "what people wish for",
    Cue.DISAGREEMENT: "where people see it differently",
    Cue.WORKED: "what has worked",
    Cue.CASE: "work that is under way",
}


@dataclass(frozen=True)
class Goal:
    """An outcome with what choosing from the playbook needs to know."""

    aim: Aim
    """The outcome and how sentences speak of it."""
    family: VerbFamily
    """The kind of doing that its verb names."""
    level: Level
    """Its level; a person's own, where one was set."""


@dataclass
class Making:
    """A plan in the making."""

    given: DraftInput
    """What it is drafted from."""
    goals: Sequence[Goal]
    """What people want to be able to do."""
    outline: Outline
    """The minutes of every part."""
    pool: QuotePool
    """What may still be quoted."""
    told: Mapping[Cue, float]
    """How much the notes speak of each kind of thing."""
    parts: list[Part] = field(default_factory=list)
    """The parts so far, in running order."""
    links: list[Link] = field(default_factory=list)
    """The links so far."""
    patterns: list[Pattern] = field(default_factory=list)
    """The patterns used so far."""
    protocols: list[Protocol] = field(default_factory=list)
    """The protocols used so far."""
    results: tuple[Result, ...] = ()
    """What else people are to have by the end."""

    @property
    def turn(self) -> int:
        """Return where to begin among entries that fit alike: each outcome elsewhere, each seed one further."""
        return self.given.request.seed + zlib.crc32(self.goals[0].aim.outcome.text.encode())


def start_making(given: DraftInput, playbook: Playbook) -> Making:
    """Read the request and the notes, and lay out the minutes."""
    request = given.request
    pairs = zip(request.outcomes, chain(request.levels, repeat(None)), strict=False)
    goals = [to_goal(text, place, playbook, level) for place, (text, level) in enumerate(pairs, 1)]
    outline = make_outline(request.minutes, len(goals))
    most = min(MOST_QUOTES, QUOTES_EACH * len(outline.blocks) + QUOTES_AROUND)
    pool = QuotePool(given.quotes if given.found.enough else (), most, given.found.notes_searched)
    return Making(given, goals, outline, pool, pool.weigh_cues())


def to_goal(text: str, place: int, playbook: Playbook, level: Level | None = None) -> Goal:
    """Read one outcome sentence; a level that a person set is never overruled by its words."""
    parsed = parse_outcome(text, playbook.lexicon)
    wording = to_wording(parsed)
    ours = _in_our_voice(parsed, wording)
    outcome = Outcome(
        id=f"o{place}",
        text=ours or parsed.text,
        asked=parsed.text if ours else "",
        verb=parsed.verb,
        object=parsed.object,
        context=parsed.context,
        standard=parsed.standard,
        level=level or hint_level(parsed, playbook.lexicon),
        solo=parsed.solo,
        sign=to_sign(playbook.signs[parsed.family], wording, zlib.crc32(parsed.text.encode()) + place),
    )
    return Goal(Aim(outcome, wording, to_brief(parsed)), parsed.family, outcome.level or Level.APPLY)


def _in_our_voice(parsed: ParsedOutcome, wording: Wording) -> str:
    """Return the doing as members would say it, where the sentence speaks of others; nothing where it is theirs."""
    if parsed.has_stem or not parsed.known_verb or parsed.vague is not None or not parsed.object:
        return ""
    standard = f" {parsed.standard}" if parsed.standard else ""
    return f"We want to be able to {wording.do}{standard}."


def to_situation(making: Making, goal: Goal, minutes: int, activities: Sequence[Activity] = ()) -> Situation:
    """Say what an entry has to fit."""
    request = making.given.request
    used = {activity.pattern for activity in activities}
    versions = bool(used) and all(item.versions for item in making.patterns if item.id in used)
    earlier = _earlier(making, versions=versions)
    return Situation(
        family=goal.family,
        level=goal.level,
        minutes=minutes,
        people=request.people,
        mode=request.mode,
        newcomers=request.newcomers,
        experts=request.experts,
        cues=making.told,
        near=making.given.near,
        earlier=earlier,
    )


def _earlier(making: Making, *, versions: bool) -> frozenset[str]:
    place = making.given.place
    if place is not None and place.is_last:
        # The last session of a series comes back to the first.
        return frozenset({"last session"})
    return frozenset({"opening sentence"} | ({"first version"} if versions else set()))


def choose_pattern(making: Making, patterns: Sequence[Pattern], goal: Goal, minutes: int, place: int) -> Pattern:
    """Choose the activity of one block: the best, or at another seed one that fits about as well."""
    wanted = to_situation(making, goal, minutes)
    place_in_series, request = making.given.place, making.given.request
    asked = asked_pattern(request, place, patterns, among=making.outline, series=place_in_series)
    if asked:
        pattern = next(item for item in patterns if item.id == asked)
        check_fits(pattern, wanted, place, request)
        return pattern
    before = place_in_series.patterns if place_in_series else frozenset()
    used = [*(item.id for item in making.patterns), *before]
    turn = request.seed * len(making.outline.blocks) + place
    fits = _above(rank_patterns(patterns, wanted), goal)
    return choose_fit(fits, turn, used, within=WITHIN_PATTERNS, fewest=_CHOICE)


def _above(fits: list[Fit[Pattern]], goal: Goal) -> list[Fit[Pattern]]:
    # Doing a fitting thing twice beats doing a new thing that falls short of the outcome.
    reaching = [fit for fit in fits if max(level.rank for level in fit.entry.levels) >= goal.level.rank]
    return reaching or fits


def choose_protocol(
    making: Making, protocols: Sequence[Protocol], goal: Goal, minutes: int, activities: Sequence[Activity]
) -> Protocol:
    """Choose the way in which peers look at what these activities left."""
    wanted = to_situation(making, goal, minutes, activities)
    before = making.given.place.protocols if making.given.place else frozenset()
    used = [*(item.id for item in making.protocols), *before]
    return choose_fit(rank_protocols(protocols, wanted, used), making.turn)


def tell_choice(pattern: Pattern, activity: Activity, told: Mapping[Cue, float]) -> str:
    """Say in one sentence what in the notes speaks for this pattern; nothing when they say nothing."""
    if not activity.citations:
        return ""
    taken = [cue for cue in told if any(item.cue is cue for item in pattern.take_up)]
    cues = sorted(taken, key=lambda cue: -told[cue])[:2]
    labels = list(activity.citations)
    named = " and ".join([", ".join(labels[:-1]), labels[-1]] if len(labels) > 1 else labels)
    if not cues:
        return f"It takes up your own words ({named})."
    return f"Chosen because your notes tell {' and '.join(_TOLD_BY[cue] for cue in cues)} ({named})."
