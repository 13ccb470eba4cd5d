"""From a model's parts to timed parts: minutes, ids and groups are ours, the words are settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.drafting.clock import split_minutes
from coach.drafting.groups import describe_mix, seats_without_host
from coach.drafting.taking_up import LONGEST_VOICE
from coach.models import (
    Activity,
    Capture,
    Influence,
    Link,
    LinkKind,
    Opening,
    OpenSlot,
    Part,
    PlanRequest,
    Review,
    ReviewPrompt,
    Roles,
    Step,
)
from coach.playbook.schema import Pattern, Protocol

from .settling import Settler
from .shapes import ActivityDraft, KeepingDraft, OpeningDraft, PartDraft, ReviewDraft, RoomDraft, StepDraft

_SMALL = frozenset(
    "a about all an at between both each every five four one our several six some the their these this three two up"
    " what your".split()
)
_SPEAKS = ("first and last", "first", "last")


@dataclass(frozen=True)
class Changed:
    """A part with what the community's words changed in it."""

    part: Opening | Activity | Review
    """The part."""
    influences: tuple[Influence, ...]
    """What each quote changed."""


@dataclass(frozen=True)
class Known:
    """What parts are made with."""

    request: PlanRequest
    """What was asked for."""
    patterns: Sequence[Pattern]
    """The activities that a draft may come from."""
    protocols: Sequence[Protocol]
    """The reviews that it may come from."""


def to_part(draft: PartDraft, base: Part, settler: Settler, known: Known) -> Changed:
    """Return a part of the base's kind, id and minutes."""
    if isinstance(draft, OpeningDraft) and isinstance(base, Opening):
        return to_opening(draft, base, settler)
    if isinstance(draft, ActivityDraft) and isinstance(base, Activity):
        return to_activity(draft, base, settler, known)
    assert isinstance(draft, ReviewDraft)
    assert isinstance(base, Review)
    return to_review(draft, base, settler, known)


def with_reason(link: Link, draft: PartDraft | None, settler: Settler) -> Link:
    """Return the link with the reason that the draft of its target gives; the checks say how strong it is."""
    if isinstance(draft, ActivityDraft):
        reason = draft.reason
    elif isinstance(draft, ReviewDraft):
        reason = draft.reason_work if link.kind is LinkKind.ACTIVITY_REVIEW else draft.reason_outcome
    else:
        return link
    settler.begin(link.target)
    return link.model_copy(update={"reason": settler.say(reason, 300), "strength": 2})


def to_opening(draft: OpeningDraft, base: Opening, settler: Settler) -> Changed:
    """Return an opening of the base's id and minutes."""
    influences = _begin(draft, base.id, settler)
    steps = to_steps(draft.steps, base.minutes, settler)
    part = base.model_copy(
        update={
            "title": settler.say(draft.title, 90) or base.title,
            "steps": steps,
            "why": settler.say(draft.why, 300),
            "prompt": settler.say(draft.prompt, 300),
            "everyone_by_minute": base.minutes,
            "citations": _labels(steps, influences),
        }
    )
    return Changed(part, influences)


def to_activity(draft: ActivityDraft, base: Activity, settler: Settler, known: Known) -> Changed:
    """Return an activity of the base's id, minutes and outcomes."""
    influences = _begin(draft, base.id, settler)
    steps = to_steps(draft.steps, base.minutes, settler)
    say = settler.say
    like = next((item.id for item in known.patterns if item.id == draft.like.strip()), "")
    part = base.model_copy(
        update={
            "title": say(draft.title, 90) or base.title,
            "steps": steps,
            "why": say(draft.why, 400),
            "pattern": like,
            "what_members_do": say(draft.what_members_do, 300),
            "real_work": say(draft.real_work, 300).rstrip("."),
            "artefact": to_phrase(say(draft.artefact, 200)),
            "groups": to_groups(draft.together, known.request),
            "roles": Roles(
                newcomer=say(draft.newcomer, 400), regular=say(draft.regular, 400), expert=say(draft.expert, 400)
            ),
            "materials": settler.says(draft.materials, 120, 8),
            "bring": say(draft.bring, 300),
            "lend": say(draft.lend, 300),
            "card": settler.says(draft.card, 160, 6),
            "example": "",
            "norm": say(draft.norm, 240),
            "pitfalls": settler.says(draft.pitfalls, 300, 3),
            "citations": _labels(steps, influences),
        }
    )
    return Changed(part, influences)


def to_review(draft: ReviewDraft, base: Review, settler: Settler, known: Known) -> Changed:
    """Return a review of the base's id, minutes, outcomes and activities."""
    influences = _begin(draft, base.id, settler)
    steps = to_steps(draft.steps, base.minutes, settler)
    say = settler.say
    speaks = draft.author_speaks.strip().lower()
    prompts = [ReviewPrompt(text=say(item.text, 300), tone=item.tone) for item in draft.prompts]
    part = base.model_copy(
        update={
            "title": say(draft.title, 90) or base.title,
            "steps": steps,
            "why": say(draft.why, 400),
            "protocol": next((item.id for item in known.protocols if item.id == draft.like.strip()), ""),
            "looks_at": to_phrase(say(draft.looks_at, 200)) or base.looks_at,
            "prompts": tuple(item for item in prompts if item.text),
            "author_speaks": speaks if speaks in _SPEAKS else base.author_speaks,
            "compares": to_phrase(say(draft.compares, 200)),
            "card": settler.says(draft.card, 160, 6),
            "citations": _labels(steps, influences),
        }
    )
    return Changed(part, influences)


def to_open(draft: RoomDraft, base: OpenSlot, settler: Settler) -> OpenSlot:
    """Return open minutes of the base's id and length; they hold no quotes and no task."""
    settler.begin(base.id)
    step = base.steps[0].model_copy(update={"does": settler.say(draft.does, 500), "say": settler.say(draft.say, 200)})
    return base.model_copy(update={"title": settler.say(draft.title, 90) or base.title, "steps": (step,)})


def to_capture(draft: KeepingDraft, base: Capture, settler: Settler) -> Capture:
    """Return a keeping of the base's id and minutes."""
    settler.begin(base.id)
    return base.model_copy(
        update={
            "title": settler.say(draft.title, 90) or base.title,
            "steps": to_steps(draft.steps, base.minutes, settler),
            "keeps": settler.say(draft.keeps, 240),
            "consent": settler.say(draft.consent, 300),
        }
    )


def to_steps(drafts: Sequence[StepDraft], minutes: int, settler: Settler) -> tuple[Step, ...]:
    """Return steps whose minutes add up exactly, in the proportions that were asked for."""
    drafts = drafts[:minutes]
    shares = [max(step.minutes, 1) for step in drafts]
    caps: list[int | None] = [LONGEST_VOICE if step.one_voice else None for step in drafts]
    if all(cap is not None for cap in caps) and LONGEST_VOICE * len(caps) < minutes:
        caps = [None] * len(caps)  # the checks say what is wrong with one voice for so long
    return tuple(
        _to_step(draft, each, settler) for draft, each in zip(drafts, split_minutes(minutes, shares, caps), strict=True)
    )


def _to_step(draft: StepDraft, minutes: int, settler: Settler) -> Step:
    does, say = settler.say(draft.does, 900), settler.say(draft.say, 300)
    labels = [item.label for item in settler.settled.citations.values() if f"({item.label})" in does + say]
    return Step(
        minutes=minutes,
        who=settler.say(draft.who, 120) or "everyone",
        does=does,
        doing=draft.doing,
        one_voice=draft.one_voice,
        say=say,
        phase=draft.phase,
        citations=tuple(labels),
    )


def to_phrase(text: str) -> str:
    """Return words that go on in a sentence of ours: no full stop, and no capital unless it is a name or initials."""
    said = text.rstrip(".")
    first = said.split(" ", 1)[0]
    return said[:1].lower() + said[1:] if first.lower() in _SMALL else said


def to_groups(together: int, request: PlanRequest) -> str:
    """Say how these people sit together."""
    people, newcomers, experts = seats_without_host(
        request.people, request.newcomers, request.experts, host_knows=request.host_knows
    )
    return describe_mix(people, min(together, people), newcomers, experts)


def _begin(draft: PartDraft, part: str, settler: Settler) -> tuple[Influence, ...]:
    proved = settler.begin(part, [(take.label, take.quote) for take in draft.takes[:6]])
    influences: dict[str, Influence] = {}
    for take, citation in zip(draft.takes, proved, strict=False):
        change = settler.say(take.change, 240)
        if citation is not None and change:
            influences.setdefault(citation.label, Influence(label=citation.label, part=part, change=change))
    return tuple(influences.values())


def _labels(steps: Sequence[Step], influences: Sequence[Influence]) -> tuple[str, ...]:
    told = [label for step in steps for label in step.citations]
    return tuple(dict.fromkeys([*told, *(item.label for item in influences)]))
