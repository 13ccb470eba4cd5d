"""What stands around the timed parts of a plan: access, plan B, signs and ways in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coach.models import Access, Activity, Mode, Outcome, Part, PlanB, PlanRequest
from coach.playbook import Wording, fill
from coach.playbook.schema import ModeLine, Pattern, Protocol, SessionTexts

from .quoting import QuotePool

_ON_A_CALL = re.compile(
    r"\b(?:on (?:the|a) call|cameras?|microphones?|mute[ds]?|in the chat|captions)\b", re.IGNORECASE
)
"""What is of no use where all are in one room."""


@dataclass(frozen=True)
class Used:
    """What a plan was composed from."""

    patterns: Sequence[Pattern]
    """The activity patterns, in order."""
    protocols: Sequence[Protocol]
    """The review protocols, in order."""
    wording: Wording
    """How sentences speak of the first outcome."""
    request: PlanRequest
    """What was asked for."""


def to_lines(lines: Iterable[ModeLine], mode: Mode) -> tuple[str, ...]:
    """Return the lines that apply to this way of meeting."""
    return tuple(line.text for line in lines if mode in line.modes)


def to_access(texts: SessionTexts, used: Used) -> Access:
    """Return what helps everyone take part, before, during and after."""
    mode = used.request.mode
    entries: tuple[Pattern | Protocol, ...] = (*used.patterns, *used.protocols)
    told = (fill(line, used.wording) for entry in entries for line in entry.access)
    own = (line for line in told if mode is not Mode.IN_PERSON or not _ON_A_CALL.search(line))
    return Access(
        before=to_lines(texts.access_before, mode),
        during=tuple(dict.fromkeys((*to_lines(texts.access_during, mode), *own))),
        after=to_lines(texts.access_after, mode),
    )


def to_hybrid(texts: SessionTexts, used: Used) -> tuple[str, ...]:
    """Return what makes people on the call full members; nothing when all are in one place."""
    if used.request.mode is not Mode.HYBRID:
        return ()
    own = (fill(pattern.hybrid, used.wording) for pattern in used.patterns)
    return tuple(dict.fromkeys((*texts.hybrid, *own)))


def to_plan_b(texts: SessionTexts, used: Used) -> PlanB:
    """Return what to do when it goes otherwise."""
    late = fill(texts.running_late, used.wording)
    if not used.patterns:
        return PlanB(running_late=late)
    rescue = used.patterns[0].plan_b
    return PlanB(
        silence=fill(rescue.silence, used.wording),
        low_turnout=fill(rescue.low_turnout, used.wording),
        loud_voice=fill(rescue.loud_voice, used.wording),
        running_late=late,
    )


def to_sign(signs: Sequence[str], wording: Wording, turn: int) -> str:
    """Return what people would notice in the work.

    Args:
        signs: Signs for this kind of doing; at least one.
        wording: How sentences speak of the outcome.
        turn: Which of them, round and round.
    """
    return f"We'd notice it because {fill(signs[turn % len(signs)], wording)}."


def with_ways_in(outcome: Outcome, parts: Sequence[Part]) -> Outcome:
    """Return the outcome with a way in for newcomers, regulars and experts."""
    for part in parts:
        if isinstance(part, Activity) and outcome.id in part.outcome_ids:
            return outcome.model_copy(update={"ways_in": part.roles.model_dump()})
    return outcome


def describe_share(pool: QuotePool) -> str:
    """Say how much of a plan is the community's own."""
    citations = pool.citations
    if not citations:
        return (
            "This plan has nothing of yours in it yet: the notes hold nothing near this outcome. "
            "It is sound as a first session; ask the three questions below, and the next plan can start from the "
            "answers."
        )
    notes = len({citation.note_id for citation in citations})
    sentences = "1 sentence" if len(citations) == 1 else f"{len(citations)} sentences"
    return (
        f"{sentences} from {notes} of your notes shaped this plan, each quoted word for word. "
        "The way of working comes from the playbook."
    )
