"""How a session flows: whose voice, whose hands, for how many minutes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from coach.models import Activity, Break, Doing, OpenSlot, Part, SessionPlan, Step

_SPEAKER = re.compile(
    r"^\s*(?:the|a|an|our|one)?\s*(?:\w+\s+)?(?:host|speaker|expert|facilitator|presenter|trainer|teacher|leader"
    r"|lead|chair"
    r"|guest|director|manager|instructor|consultant|lecturer)\s*$",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:presents?|presentation|lectures?|keynote|explains?|introduces|slides?|demonstrates|shows|tells|talks?"
    r"|welcomes?|welcoming|housekeeping|announc\w+|introduction)\b",
    re.IGNORECASE,
)
_LECTURE = re.compile(
    r"\b(?:guest speakers?|keynote|lectures?|(?:gives?|hears?|listens? to)\s+(?:a|an|the)\s+(?:\w+\s+)?(?:talk"
    r"|presentation)"
    r"|presentation by|talk by|presents? on)\b",
    re.IGNORECASE,
)


class Flow(StrEnum):
    """What a stretch of minutes is for the people in the room."""

    VOICE = "voice"
    DOING = "doing"
    OPEN = "open"
    REST = "rest"


@dataclass(frozen=True)
class Stretch:
    """Minutes of one kind, inside one part."""

    part: Part
    """The part it belongs to."""
    minutes: int
    """How long it is."""
    flow: Flow
    """What it is for the people in the room."""
    start: int
    """The minute at which it begins."""
    step: Step | None = None
    """The step it is, when the part has steps."""


def is_one_voice(step: Step) -> bool:
    """Return whether one person speaks while the others listen, flagged or plainly said."""
    if step.one_voice or step.doing is Doing.LISTENING:
        return True
    if step.doing is not Doing.TALKING:
        return False
    return is_lecture(step.does) or bool(is_speaker(step.who) and _TELLS.search(step.does))


def is_speaker(who: str) -> bool:
    """Return whether the one who does a step is a host, a guest or an expert."""
    return bool(_SPEAKER.match(who))


def is_lecture(said: str) -> bool:
    """Return whether words announce one person speaking to the rest."""
    return bool(_LECTURE.search(said))


def find_stretches(plan: SessionPlan) -> list[Stretch]:
    """Return the session's minutes in running order."""
    found: list[Stretch] = []
    start = 0
    for part in plan.parts:
        clock = start
        for step in part.steps:
            found.append(Stretch(part, step.minutes, _flow(part, step), clock, step))
            clock += step.minutes
        if not part.steps:
            found.append(Stretch(part, part.minutes, _flow_of_part(part), start))
        start += part.minutes
    return found


def count_minutes(stretches: Sequence[Stretch], flow: Flow) -> int:
    """Return how many minutes are of one kind."""
    return sum(stretch.minutes for stretch in stretches if stretch.flow is flow)


def longest_voice(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Return the longest run of one voice; runs go on across parts and end at a break."""
    best: list[Stretch] = []
    run: list[Stretch] = []
    for stretch in stretches:
        run = [*run, stretch] if stretch.flow is Flow.VOICE else []
        if sum(item.minutes for item in run) > sum(item.minutes for item in best):
            best = run
    return best


def _flow(part: Part, step: Step) -> Flow:
    if isinstance(part, Break):
        return Flow.REST
    if is_one_voice(step):
        return Flow.VOICE
    return Flow.OPEN if step.doing is Doing.OPEN else Flow.DOING


def _flow_of_part(part: Part) -> Flow:
    if isinstance(part, Break):
        return Flow.REST
    if isinstance(part, OpenSlot):
        return Flow.OPEN
    said = f"{part.title} {part.what_members_do}" if isinstance(part, Activity) else part.title
    return Flow.VOICE if is_lecture(said) else Flow.DOING
