"""The three alignment links of a plan, each with its reason and strength (craft.md 1.1)."""

from __future__ import annotations

from collections.abc import Sequence

from coach.checks import derive_alignment
from coach.models import Activity, Link, LinkKind, Review, SessionPlan
from coach.playbook import Lexicon, fill
from coach.playbook.schema import Pattern, Protocol

from .telling import Aim


def link_activity(aim: Aim, activity: Activity, pattern: Pattern, *, same_family: bool) -> Link:
    """Link an outcome to the activity that practises it.

    The strength is 2 when what members do is the outcome's own kind of doing at its level; 1 when it is only near.
    """
    reaches = aim.outcome.level is None or (
        activity.level is not None and activity.level.rank >= aim.outcome.level.rank
    )
    return Link(
        kind=LinkKind.OUTCOME_ACTIVITY,
        source=aim.outcome.id,
        target=activity.id,
        reason=fill(pattern.reason, aim.wording),
        strength=2 if same_family and reaches else 1,
    )


def link_review(aims: Sequence[Aim], activities: Sequence[Activity], review: Review, protocol: Protocol) -> list[Link]:
    """Link activities and outcomes to the review that looks at the work."""
    work = [
        Link(
            kind=LinkKind.ACTIVITY_REVIEW,
            source=activity.id,
            target=review.id,
            reason=fill(protocol.reason_work, aims[0].wording),
            strength=2,
        )
        for activity in activities
    ]
    growth = [
        Link(
            kind=LinkKind.OUTCOME_REVIEW,
            source=aim.outcome.id,
            target=review.id,
            reason=fill(protocol.reason_outcome, aim.wording),
            strength=2 if review.compares else 1,
        )
        for aim in aims
    ]
    return [*work, *growth]


def with_read_strengths(plan: SessionPlan, lexicon: Lexicon) -> SessionPlan:
    """Return the plan with each link claiming no more than the checks can read off it."""
    read = {item.outcome_id: item.links for item in derive_alignment(plan, lexicon)}
    owner = {item.id: item.outcome_ids[0] for item in plan.parts if isinstance(item, Activity) and item.outcome_ids}
    links = []
    for link in plan.links:
        found = read.get(owner.get(link.source, link.source), {}).get(link.kind)
        strength = link.strength if found is None else min(link.strength, found.value)
        links.append(link.model_copy(update={"strength": strength}))
    return plan.model_copy(update={"links": tuple(links)})
