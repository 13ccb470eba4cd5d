"""Draft one part of a plan again; everything else stays, and the whole is checked."""

from __future__ import annotations

from dataclasses import replace

from coach.errors import BadRequest
from coach.models import Community, PartRequest, PlanRequest, PlanResult, SessionPlan
from coach.ports import PartInput

from .plan import PlanTools, check_against_notes, find_input

LONGEST_WISH = 300
"""Characters of a wish."""
_MOST_OUTCOMES = 3


def redraft_part(request: PartRequest, community: Community, tools: PlanTools) -> PlanResult:
    """Return the plan with one part drafted again.

    Raises:
        BadRequest: The plan has no such part, or it is one that nobody drafts.
    """
    plan = tools.drafter.draft_part(find_part_input(request, community, tools))
    return PlanResult(plan=plan, findings=check_against_notes(plan, tools).findings)


def find_part_input(request: PartRequest, community: Community, tools: PlanTools) -> PartInput:
    """Return what the part would be drafted from.

    Raises:
        BadRequest: The plan has no such part, or it is one that nobody drafts.
    """
    part = next((item for item in request.plan.parts if item.id == request.part), None)
    if part is None:
        raise BadRequest(f"The plan has no part {request.part[:40]!r}.", "Name a part by its id.")
    if part.kind == "break":
        raise BadRequest("A break is only a break; there is nothing to draft again.", "Change its minutes by hand.")
    if len(request.wish) > LONGEST_WISH:
        raise BadRequest(f"The wish is longer than {LONGEST_WISH} characters.", "Say the one thing that matters most.")
    asked = request.request or to_plan_request(request.plan)
    wish = " ".join(request.wish.split())
    # What was asked for by its id is in the plan already; the new part is to be another one.
    session = asked.model_copy(update={"about": f"{asked.about} {wish}".strip(), "patterns": ()})
    given = find_input(session, community, tools, wish)
    now = " ".join((part.title, *(step.does for step in part.steps[:1])))
    return PartInput(
        request=request.model_copy(update={"wish": wish}),
        given=replace(given, request=session, avoid=(*given.avoid, now)),
    )


def to_plan_request(plan: SessionPlan) -> PlanRequest:
    """Return the request that a plan answers, as far as it can be read off it."""
    outcomes = plan.outcomes[:_MOST_OUTCOMES]
    return PlanRequest(
        outcomes=tuple(outcome.text for outcome in outcomes),
        levels=tuple(outcome.level for outcome in outcomes),
        minutes=plan.minutes,
        people=plan.people,
        mode=plan.mode,
        newcomers=plan.newcomers,
        experts=plan.experts,
        title=plan.title,
        seed=plan.seed,
    )
