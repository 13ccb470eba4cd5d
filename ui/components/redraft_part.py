"""Another draft of one part: asked for beside it, drafted in its place, and laid on top as a new version."""

from __future__ import annotations

import streamlit as st

from coach.errors import CoachError
from coach.models import Decision, Drafting, JobView, Part, PartRequest, PlanResult, SessionPlan

from .. import drafts, resources, state
from ..markup import show_html, tag
from .arriving import show_arriving, show_trouble
from .notice import Notice, say
from .problems import show_problem
from .who_drafts import chosen_by, show_who_drafts

_KINDS = frozenset({"opening", "activity", "review", "capture"})
_DOING = "drafting this part again"
_WISH = "What should be different? (or leave it empty)"
_BY_RULE = "The playbook takes a wish as a direction only: it has no words of its own for it."
_DONE = "That part was drafted again. “Earlier version” is the way back."


def show_redraft(part: Part) -> None:
    """Draw the way to another draft of this part; one part at a time."""
    shelf = state.shelf()
    if part.kind not in _KINDS or shelf.editing or _is_going_on():
        return
    if shelf.asking != part.id:
        st.button(
            "Another draft of this part", key=f"redraft-{part.id}", type="tertiary", on_click=_ask, args=(part.id,)
        )
        return
    with st.container(key=f"card-redraft-{part.id}", border=True, gap="small"):
        _show_asking(part)


def _show_asking(part: Part) -> None:
    st.text_input(_WISH, placeholder="Quieter, without laptops …", **state.kept(_field(part), ""))
    if chosen_by() == "playbook":
        show_html(tag("p", _BY_RULE, "c-hint"))
    else:
        show_who_drafts(lambda: _request(part), f"part-{part.id}")
    with st.container(horizontal=True, gap="small"):
        if st.button("Draft this part again", key=f"redraft-go-{part.id}", type="primary"):
            _begin(part)
        st.button("Leave it", key=f"redraft-leave-{part.id}", on_click=_ask, args=("",))


def _field(part: Part) -> str:
    return f"plan.wish.{part.id}"


def _ask(part_id: str) -> None:
    state.shelf().asking = part_id


def _is_going_on() -> bool:
    view = drafts.going_on("part")
    return view is not None and not view.has_ended


def _request(part: Part) -> PartRequest | None:
    result = state.shelf().open
    if result is None:
        return None
    wish = state.typed(_field(part), "").strip()
    return PartRequest(plan=result.plan, part=part.id, wish=wish, seed=len(state.shelf().versions))


def _begin(part: Part) -> None:
    request, shelf = _request(part), state.shelf()
    if request is None or shelf.open is None:
        return
    try:
        with st.spinner("Drafting this part again"):
            drafts.begin("part", request, chosen_by())
    except CoachError as error:
        show_problem(error)
        return
    drafts.decide(drafts.run_of(shelf.open.drafting), Decision(what="reject", part=part.id))
    shelf.asking, shelf.redrafting = "", part.id
    state.forget(_field(part))
    st.rerun()


def take_redrafted() -> None:
    """Lay a part that was drafted again into the open plan, as a new version."""
    view = drafts.going_on("part")
    if view is None or not isinstance(view.result, PlanResult):
        return
    drafts.see(view)
    shelf = state.shelf()
    part_id = shelf.redrafting or _changed(shelf.open, view.result)
    result = _merged(shelf.open, view.result, part_id)
    shelf.put(result, own=shelf.own_parts - {part_id})
    shelf.redrafting = ""
    say("plan", Notice(" ".join((_DONE, *(view.result.drafting.told if view.result.drafting else ())))))
    st.rerun()


def _changed(now: PlanResult | None, new: PlanResult) -> str:
    """Return the id of the part that differs, when nobody remembers which one was asked for."""
    before = {part.id: part for part in now.plan.parts} if now else {}
    return next((part.id for part in new.plan.parts if before.get(part.id) != part), "")


def _merged(now: PlanResult | None, new: PlanResult, part_id: str) -> PlanResult:
    """Return the new part within the plan as it stands now: words may have been changed meanwhile."""
    if now is None or not _is_same_draft(now.plan, new.plan):
        return new
    drafting = _drafting(now.drafting, new, part_id)
    here = {part.id: part for part in now.plan.parts}
    parts = tuple(part if part.id == part_id else here[part.id] for part in new.plan.parts)
    if parts == new.plan.parts and now.plan.outcomes == new.plan.outcomes:
        return new.model_copy(update={"drafting": drafting})
    plan = new.plan.model_copy(update={"parts": parts, "outcomes": now.plan.outcomes})
    try:
        findings = resources.coach().check_plan(plan, state.record().community).findings
    except CoachError:
        findings = new.findings  # the next change checks it again
    return PlanResult(plan=plan, findings=findings, drafting=drafting)


def _is_same_draft(one: SessionPlan, other: SessionPlan) -> bool:
    return one.seed == other.seed and [part.id for part in one.parts] == [part.id for part in other.parts]


def _drafting(before: Drafting | None, new: PlanResult, part_id: str) -> Drafting | None:
    """Return how the whole came about, with who drafted this part where that is somebody else, and what it took."""
    now = new.drafting
    if now is None or before is None:
        return now
    others = {part.id: before.by_part.get(part.id, before.by) for part in new.plan.parts if part.id != part_id}
    by_part = others | {part_id: now.by_part.get(part_id, now.by)}
    is_mixed = len(set(by_part.values())) > 1
    return before.model_copy(update={"by_part": by_part if is_mixed else {}, "spent": before.spent + now.spent})


def show_redraft_here(part: Part) -> bool:
    """Draw the new draft in the place of its part while it comes in; return whether it stands there."""
    view = _view_of(part.id)
    if view is None:
        return False
    if view.has_ended:
        show_trouble(view)
        return False
    show_arriving(view, _DOING)
    return True


def _view_of(part_id: str) -> JobView | None:
    return drafts.going_on("part") if state.shelf().redrafting == part_id else None


def show_redraft_elsewhere(plan: SessionPlan, *, shows_parts: bool) -> None:
    """Draw a part that is being drafted again where its own place is not in sight."""
    view = drafts.going_on("part")
    has_place = shows_parts and state.shelf().redrafting in {part.id for part in plan.parts}
    if view is None or has_place:
        return
    if view.has_ended:
        show_trouble(view)
    else:
        show_arriving(view, _DOING)
