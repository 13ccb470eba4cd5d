"""From playbook entries to timed parts: wording filled in, minutes split, quotes taken up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.models import (
    Activity,
    Break,
    Capture,
    Doing,
    Level,
    Opening,
    OpenSlot,
    PlanRequest,
    Review,
    ReviewPrompt,
    Roles,
    Step,
    Tone,
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
from .groups import describe_mix, seats_without_host
from .quoting import QuotePool, quoted
from .telling import Aim, Telling

MOST_PROMPTS = 6
"""Questions that people can hold in mind while they look at the work."""
LONGEST_VOICE = 10
"""Minutes for which one person may speak while the others listen."""


@dataclass(frozen=True)
class Slot:
    """Where a part stands: its id and its minutes."""

    id: str
    """The part's id."""
    minutes: int
    """The part's minutes."""


def to_opening(entry: OpeningEntry, slot: Slot, aims: Sequence[Aim], pool: QuotePool) -> Opening:
    """Make the opening; its prompt leaves a sentence to come back to."""
    wording, tell = aims[0].wording, Telling(aims[0])
    steps = _steps(entry.steps, slot, tell)
    steps, labels = _take_up(steps, entry.take_up, slot, tell, pool)
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
    wording, tell = aim.wording, Telling(aim)
    steps = _steps(pattern.steps, slot, tell)
    steps, labels = _take_up(steps, pattern.take_up, slot, tell, pool)
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
        level=_level(pattern, aim),
        real_work=fill(pattern.real_work, wording),
        artefact=fill(pattern.artefact, wording),
        groups=_groups(pattern, request),
        roles=_roles(pattern, wording, request),
        materials=tuple(fill(item, wording) for item in pattern.materials),
        norm=fill(pattern.norm, wording),
        pitfalls=tuple(fill(item, wording) for item in pattern.pitfalls),
    )


def to_review(protocol: Protocol, slot: Slot, aims: Sequence[Aim], activities: Sequence[Activity]) -> Review:
    """Make the reflective look at what the activities left."""
    first, ask = aims[0].wording, Telling(aims[0])
    prompts = [ReviewPrompt(text=ask(item.text), tone=item.tone) for item in protocol.prompts]
    del prompts[MOST_PROMPTS - len(aims) : -1]
    for aim in aims[1:]:
        prompts.insert(-1, ReviewPrompt(text=f"Where do you see someone {aim.brief.doing} here?", tone=Tone.CURIOUS))
    return Review(
        id=slot.id,
        title=fill(protocol.title, first),
        minutes=slot.minutes,
        steps=tuple(_steps(protocol.steps, slot, Telling(aims[0]))),
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
        steps=tuple(_steps(entry.steps, slot, Telling(aim, said=True))),
        keeps=fill(entry.keeps, aim.wording),
        consent=fill(entry.consent, aim.wording),
    )


def to_open_slot(entry: OpenEntry, slot: Slot, aim: Aim) -> OpenSlot:
    """Make the open slot."""
    step = Step(minutes=slot.minutes, who="everyone", does=fill(entry.does, aim.brief), doing=Doing.OPEN)
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
    step = Step(minutes=slot.minutes, who="everyone", does=text, doing=Doing.OPEN)
    return Break(id=slot.id, title=title, minutes=slot.minutes, steps=(step,))


def _steps(entries: Sequence[PatternStep], slot: Slot, tell: Telling) -> list[Step]:
    caps = [LONGEST_VOICE if entry.one_voice else None for entry in entries]
    minutes = split_minutes(slot.minutes, [entry.share for entry in entries], caps)
    return [
        Step(
            minutes=each,
            who=tell(entry.who),
            does=tell(entry.does),
            doing=entry.doing,
            one_voice=entry.one_voice,
        )
        for entry, each in zip(entries, minutes, strict=True)
    ]


def _take_up(
    steps: list[Step], entries: Sequence[TakeUp], slot: Slot, tell: Telling, pool: QuotePool
) -> tuple[list[Step], tuple[str, ...]]:
    labels: list[str] = []
    for entry in sorted(entries, key=lambda item: item.step):
        citation = pool.take(entry.cue)
        if citation is None:
            continue
        said = tell(entry.text, quote=quoted(citation), label=citation.label)
        step = steps[entry.step]
        steps[entry.step] = step.model_copy(
            update={"does": f"{step.does} {said}", "citations": (*step.citations, citation.label)}
        )
        pool.record(citation, slot.id, tell(entry.change, quote=quoted(citation), label=citation.label))
        labels.append(citation.label)
    return steps, tuple(labels)


def _level(pattern: Pattern, aim: Aim) -> Level:
    wanted = aim.outcome.level
    ranked = sorted(pattern.levels, key=lambda level: level.rank)
    if wanted is None:
        return ranked[-1]
    reaching = [level for level in ranked if level.rank >= wanted.rank]
    return reaching[0] if reaching else ranked[-1]


def _groups(pattern: Pattern, request: PlanRequest) -> str:
    people, newcomers, experts = seats_without_host(request.people, request.newcomers, request.experts)
    mix = describe_mix(people, pattern.people.small_group, newcomers, experts)
    return f"{mix}; the host keeps out" if people < request.people and mix != "everyone together" else mix


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
