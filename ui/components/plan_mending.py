"""Putting the words of a thought in place on the open plan: checked again, and the earlier version kept."""

from __future__ import annotations

from collections.abc import Sequence

from coach.errors import CoachError
from coach.models import Decision, Finding, PlanResult, SessionPlan

from .. import drafts, resources, state
from ..edits import edits_between
from .notice import Notice, say
from .plan_drafting import change_box
from .plan_rewrite import offers_of, put_in_place
from .thought import Mending
from .to_top import begin_at_top

_BY_HAND = "We found no place in which these words mend it. “Change the words” beside the part lets you do it by hand."


def mending_of(plan: SessionPlan, *, can_change: bool) -> Mending:
    """Return how the thoughts of a plan offer words, and put them in place when the plan is open to change."""
    if not can_change:
        return Mending(lambda finding: offers_of(plan, finding))
    return Mending(lambda finding: offers_of(plan, finding), _use, _fill_in, _leave)


def _leave(finding: Finding) -> None:
    """Tell that a person lets a thought rest: of the suggestion it says that this was fine as it was."""
    result = state.shelf().open
    part, field = finding.where.split(".")[0].split("[")[0], f"thoughts.{finding.check}"
    drafts.decide(drafts.run_of(result.drafting if result else None), Decision(what="reject", part=part, field=field))


def _use(finding: Finding, lines: Sequence[str]) -> None:
    shelf = state.shelf()
    if shelf.open is None:
        return
    community = state.record().community
    try:
        plan = put_in_place(
            shelf.open.plan, finding, lines, lambda tried: resources.coach().check_plan(tried, community).findings
        )
        if plan is None:
            say("plan", Notice(_BY_HAND))
            return
        findings = resources.coach().check_plan(plan, community).findings
    except CoachError as error:
        say("plan", Notice(f"{error.message} {error.next_step}"))
        return
    before, drafting = shelf.open.plan, shelf.open.drafting
    shelf.put(PlanResult(plan=plan, findings=findings, drafting=drafting), own=shelf.own_parts)
    for edit in edits_between(before, plan):
        drafts.decide(drafts.run_of(drafting), edit)
    say("plan", Notice(_done(finding, lines, plan)))


def _done(finding: Finding, lines: Sequence[str], plan: SessionPlan) -> str:
    place = _outcome_place(finding, plan)
    if place is None or finding.check == "O6":
        return "The words are in place, and the plan was checked again. “Earlier version” is the way back."
    state.put(f"plan.outcome.{place}", lines[0])
    return (
        "The outcome says it now. The activities are still those for the sentence before: “Another version” drafts "
        "them anew, “Earlier version” is the way back."
    )


def _fill_in(finding: Finding, lines: Sequence[str]) -> None:
    shelf = state.shelf()
    place = _outcome_place(finding, shelf.open.plan) if shelf.open else None
    if place is None:
        return
    state.put(f"plan.outcome.{place}", lines[0])
    begin_at_top()
    state.put(change_box(), True)
    say("plan", Notice("It stands under “Change what you asked for” now: fill the … there, and draft again."))


def _outcome_place(finding: Finding, plan: SessionPlan) -> int | None:
    ids = [outcome.id for outcome in plan.outcomes]
    return ids.index(finding.where) if finding.where in ids else None
