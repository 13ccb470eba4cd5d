"""From playbook entries to timed parts: wording filled in, minutes split, quotes taken up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.models import (
    Activity,
    Break,
    Capture,
    Opening,
    OpenSlot,
    Outcome,
    PlanRequest,
    Review,
    ReviewPrompt,
    Roles,
    Step,
)
from coach.playbook import Wording, fill
from coach.playbook.schema import (
    CaptureEntry,
    OpenEntry,
    OpeningEntry,
    Pattern,
    PatternStep,
    Protocol,
    TakeUp,
)

from .clock import split_minutes
from .groups import describe_groups
from .quoting import QuotePool, quoted

LONGEST_VOICE = 10
"""Minutes for which one person may speak while the others listen."""


@dataclass(frozen=True)
class Slot:
    """Where a part stands: its id and its minutes."""

    id: str
    """The part's id."""
    minutes: int
    """The part's minutes."""


@dataclass(frozen=True)
class Aim:
    """An outcome with its wording."""

    outcome: Outcome
    """The outcome."""
    wording: Wording
    """How sentences speak of it."""


def to_opening(entry: OpeningEntry, slot: Slot, aims: Sequence[Aim], pool: QuotePool) -> Opening:
    """Make the opening; its prompt leaves a sentence to come back to."""
    wording = aims[0].wording
    steps = _steps(entry.steps, slot, wording)
    steps, labels = _take_up(steps, entry.take_up, slot, wording, pool)
    return Opening(
        id=slot.id,
        title=fill(entry.title, wording),
        minutes=slot.minutes,
        steps=tuple(steps),
        why=fill(entry.why, wording),
        prompt=fill(entry.prompt, wording),
        everyone_by_minute=slot.minutes,
        citations=labels,
    )


def to_activity(pattern: Pattern, slot: Slot, aim: Aim, request: PlanRequest, pool: QuotePool) -> Activity:
    """Make an activity in which members do the outcome's verb on real work."""
    wording = aim.wording
    steps = _steps(pattern.steps, slot, wording)
    steps, labels = _take_up(steps, pattern.take_up, slot, wording, pool)
    level = _level(pattern, aim)
    return Activity(
        id=slot.id,
        title=fill(pattern.title, wording),
        minutes=slot.minutes,
        steps=tuple(steps),
        why=fill(pattern.summary, wording),
        citations=labels,
        pattern=pattern.id,
        outcome_ids=(aim.outcome.id,),
        what_members_do=fill(pattern.what_members_do, wording),
        level=level,
        real_work=fill(pattern.real_work, wording),
        artefact=fill(pattern.artefact, wording),
        groups=describe_groups(request.people, pattern.people.small_group),
        roles=_roles(pattern, wording, request),
        materials=tuple(fill(item, wording) for item in pattern.materials),
        norm=fill(pattern.norm, wording),
        pitfalls=tuple(fill(item, wording) for item in pattern.pitfalls),
    )


def to_review(protocol: Protocol, slot: Slot, aims: Sequence[Aim], activities: Sequence[Activity]) -> Review:
    """Make the reflective look at what the activities left."""
    first = aims[0].wording
    prompts = [ReviewPrompt(text=fill(item.text, first), tone=item.tone) for item in protocol.prompts]
    for aim in aims[1:]:
        prompts.insert(-1, ReviewPrompt(text=f"Where do you see someone {aim.wording.doing} here?"))
    return Review(
        id=slot.id,
        title=fill(protocol.title, first),
        minutes=slot.minutes,
        steps=tuple(_steps(protocol.steps, slot, first)),
        why=fill(protocol.summary, first),
        protocol=protocol.id,
        outcome_ids=tuple(aim.outcome.id for aim in aims),
        activity_ids=tuple(activity.id for activity in activities),
        looks_at="; ".join(dict.fromkeys(activity.artefact for activity in activities)),
        prompts=tuple(prompts),
        author_speaks=protocol.author_speaks,
        compares=fill(protocol.compares, first),
    )


def to_capture(entry: CaptureEntry, slot: Slot, aim: Aim) -> Capture:
    """Make the light keeping of what was learned."""
    return Capture(
        id=slot.id,
        title=fill(entry.title, aim.wording),
        minutes=slot.minutes,
        steps=tuple(_steps(entry.steps, slot, aim.wording)),
        keeps=fill(entry.keeps, aim.wording),
        consent=fill(entry.consent, aim.wording),
    )


def to_open_slot(entry: OpenEntry, slot: Slot, aim: Aim) -> OpenSlot:
    """Make the open slot."""
    step = Step(minutes=slot.minutes, who="everyone", does=fill(entry.does, aim.wording), doing="open")
    return OpenSlot(
        id=slot.id,
        title=fill(entry.title, aim.wording),
        minutes=slot.minutes,
        steps=(step,),
        why=fill(entry.why, aim.wording),
    )


def to_break(text: str, slot: Slot) -> Break:
    """Make a break."""
    title = "Lunch" if slot.minutes > 30 else "Break"
    step = Step(minutes=slot.minutes, who="everyone", does=text, doing="open")
    return Break(id=slot.id, title=title, minutes=slot.minutes, steps=(step,))


def _steps(entries: Sequence[PatternStep], slot: Slot, wording: Wording) -> list[Step]:
    caps = [LONGEST_VOICE if entry.one_voice else None for entry in entries]
    minutes = split_minutes(slot.minutes, [entry.share for entry in entries], caps)
    return [
        Step(
            minutes=each,
            who=fill(entry.who, wording),
            does=fill(entry.does, wording),
            doing=entry.doing,
            one_voice=entry.one_voice,
        )
        for entry, each in zip(entries, minutes, strict=True)
    ]


def _take_up(
    steps: list[Step], entries: Sequence[TakeUp], slot: Slot, wording: Wording, pool: QuotePool
) -> tuple[list[Step], tuple[str, ...]]:
    labels: list[str] = []
    for entry in entries:
        citation = pool.take(entry.cue)
        if citation is None:
            continue
        said = fill(entry.text, wording, quote=quoted(citation), label=citation.label)
        step = steps[entry.step]
        steps[entry.step] = step.model_copy(
            update={"does": f"{step.does} {said}", "citations": (*step.citations, citation.label)}
        )
        pool.record(citation, slot.id, fill(entry.change, wording, quote=quoted(citation), label=citation.label))
        labels.append(citation.label)
    return steps, tuple(labels)


def _level(pattern: Pattern, aim: Aim) -> object:
    wanted = aim.outcome.level
    ranked = sorted(pattern.levels, key=lambda level: level.rank)
    if wanted is None:
        return ranked[-1]
    reaching = [level for level in ranked if level.rank >= wanted.rank]
    return reaching[0] if reaching else ranked[-1]


def _roles(pattern: Pattern, wording: Wording, request: PlanRequest) -> Roles:
    newcomer = fill(pattern.roles.newcomer, wording)
    expert = fill(pattern.roles.expert, wording)
    if request.newcomers == 0:
        newcomer = f"Nobody is expected to be new. If someone is: {_lower(newcomer)}"
    if request.experts == 0:
        expert = f"Nobody is expected to know this best. If someone does: {_lower(expert)}"
    return Roles(newcomer=newcomer, regular=fill(pattern.roles.regular, wording), expert=expert)


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
