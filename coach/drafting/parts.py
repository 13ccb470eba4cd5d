"""From playbook entries to timed parts: wording filled in, minutes split, quotes taken up."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from coach.models import (
    Activity,
    Break,
    Capture,
    Doing,
    Level,
    Mode,
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
    Protocol,
)

from .groups import describe_mix, group_sizes, seats_without_host
from .measuring_by import ask_by_measure, find_measure, keep_in_view
from .quoting import QuotePool
from .taking_up import tell_steps
from .telling import Aim, Telling

FEWEST_WITH_HOST = 4
"""From so many on, the host keeps time and sits in no group."""
_STRETCH = 2
"""So many more can sit in a group before turns get too short."""
MOST_PROMPTS = 6
"""Questions that people can hold in mind while they look at the work."""


@dataclass(frozen=True)
class Slot:
    """Where a part stands: its id and its minutes."""

    id: str
    """The part's id."""
    minutes: int
    """The part's minutes."""


def to_opening(entry: OpeningEntry, slot: Slot, aims: Sequence[Aim], pool: QuotePool) -> Opening:
    """Make the opening; its prompt leaves a sentence to come back to."""
    wording = aims[0].wording
    steps, labels = tell_steps(
        entry.steps,
        slot.id,
        slot.minutes,
        Telling(aims[0], said=True),
        (entry.take_up if pool.has_plenty else (), pool),
    )
    return Opening(
        id=slot.id,
        title=fill(entry.title, wording),
        minutes=slot.minutes,
        steps=steps,
        why=fill(entry.why, wording),
        prompt=fill(entry.prompt, aims[0].brief),
        everyone_by_minute=slot.minutes,
        citations=labels,
    )


def to_activity(pattern: Pattern, slot: Slot, aim: Aim, request: PlanRequest, pool: QuotePool) -> Activity:
    """Make an activity in which members do the outcome's verb on real work."""
    wording = aim.wording
    steps, labels = tell_steps(pattern.steps, slot.id, slot.minutes, Telling(aim), (pattern.take_up, pool))
    return Activity(
        id=slot.id,
        title=fill(pattern.title, wording),
        minutes=slot.minutes,
        steps=keep_in_view(steps, find_measure(aim.outcome)),
        why=fill(pattern.summary, wording),
        citations=labels,
        pattern=pattern.id,
        outcome_ids=(aim.outcome.id,),
        what_members_do=fill(pattern.what_members_do, wording),
        level=_level(pattern, aim),
        real_work=fill(pattern.real_work, aim.brief),
        artefact=fill(pattern.artefact, aim.brief),
        groups=_groups(pattern, request),
        roles=_roles(pattern, wording, request),
        materials=tuple(fill(item, wording) for item in pattern.materials),
        bring=fill(pattern.bring, wording),
        lend=fill(pattern.lend, wording),
        card=tuple(fill(line, wording) for line in pattern.card),
        example=pattern.example,
        norm=fill(pattern.norm, wording),
        pitfalls=tuple(fill(item, wording) for item in pattern.pitfalls),
    )


def to_review(protocol: Protocol, slot: Slot, aims: Sequence[Aim], activities: Sequence[Activity]) -> Review:
    """Make the reflective look at what the activities left."""
    first, ask = aims[0].wording, Telling(aims[0], said=True)
    plain = [ReviewPrompt(text=ask(item.text), tone=item.tone) for item in protocol.prompts]
    turn = zlib.crc32(protocol.id.encode())
    prompts = ask_by_measure(plain, find_measure(aims[0].outcome), turn, first.draft)
    del prompts[MOST_PROMPTS - len(aims) : -1]
    for aim in aims[1:]:
        prompts.insert(-1, ReviewPrompt(text=f"Where do you see someone {aim.brief.doing} here?", tone=Tone.CURIOUS))
    return Review(
        id=slot.id,
        title=fill(protocol.title, first),
        minutes=slot.minutes,
        steps=tell_steps(protocol.steps, slot.id, slot.minutes, Telling(aims[0], said=True), ((), QuotePool(())))[0],
        why=fill(protocol.summary, first),
        protocol=protocol.id,
        outcome_ids=tuple(aim.outcome.id for aim in aims),
        activity_ids=tuple(activity.id for activity in activities),
        looks_at="; ".join(dict.fromkeys(activity.artefact for activity in activities)),
        prompts=tuple(prompts),
        author_speaks=protocol.author_speaks,
        compares=fill(protocol.compares, first),
        card=tuple(fill(line, first) for line in protocol.card),
    )


def to_capture(entry: CaptureEntry, slot: Slot, aim: Aim) -> Capture:
    """Make the light keeping of what was learned."""
    return Capture(
        id=slot.id,
        title=fill(entry.title, aim.wording),
        minutes=slot.minutes,
        steps=tell_steps(entry.steps, slot.id, slot.minutes, Telling(aim, said=True), ((), QuotePool(())))[0],
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


def _level(pattern: Pattern, aim: Aim) -> Level:
    wanted = aim.outcome.level
    ranked = sorted(pattern.levels, key=lambda level: level.rank)
    if wanted is None:
        return ranked[-1]
    reaching = [level for level in ranked if level.rank >= wanted.rank]
    return reaching[0] if reaching else ranked[-1]


def _groups(pattern: Pattern, request: PlanRequest) -> str:
    people, newcomers, experts = seats_without_host(
        request.people, request.newcomers, request.experts, host_knows=request.host_knows
    )
    size, roam = _seats(pattern, people, experts), ""
    roams = pattern.experts_roam and size == pattern.people.small_group
    if roams and 0 < experts <= people - newcomers - 2:
        who = "the one who knows this well goes" if experts == 1 else f"the {experts} who know this well go"
        people, experts, roam = people - experts, 0, f"; {who} from group to group"
    mix = describe_mix(people, size, newcomers, experts)
    if mix == "everyone together":
        return mix + roam
    odd = "; where the room or the call has an odd number, one three" if _may_be_odd(request, size) else ""
    longer = "; in a smaller group each turn is a little longer" if len(set(group_sizes(people, size))) > 1 else ""
    keeps_out = "; the host keeps out" if request.people >= FEWEST_WITH_HOST else ""
    return f"{mix}{roam}{odd}{longer if size > 2 else ''}{keeps_out}"  # pairs take turns, not shares


def _seats(pattern: Pattern, people: int, experts: int) -> int:
    """Return how many sit together: where the work needs someone who knows it, groups grow so that each has one."""
    size = pattern.people.small_group
    if pattern.needs_experts == "no" or experts <= 1 or size == 0:
        return size
    each = -(-people // experts)
    return each if size < each <= size + _STRETCH else size


def _may_be_odd(request: PlanRequest, size: int) -> bool:
    return request.mode is Mode.HYBRID and size == 2


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
