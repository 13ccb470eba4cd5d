"""Asking for a draft: of one session or of a series, with what does not fit said before anything is tried."""

from __future__ import annotations

import streamlit as st

from coach.errors import CoachError
from coach.models import Decision, JobKind, JobView, PlanRequest, PlanResult, Series

from .. import drafts, resources, state
from ..drafts import By, Request
from ..markup import esc, label, show_html, tag
from .arriving import show_arriving, show_trouble
from .notice import put_away
from .plan_form import typed_outcomes, typed_request, typed_series
from .plan_wishes import is_series, typed_sessions, wishes_problem
from .problems import show_problem
from .to_top import begin_at_top
from .who_drafts import chosen_by, show_drafter_choice, show_who_drafts

_NO_OUTCOME = "Say first what people want to be able to do. One sentence is enough."
_DOING: dict[JobKind, str] = {"plan": "drafting a plan", "series": "drafting a series"}
_WAITING: dict[JobKind, str] = {
    "plan": "Looking through the notes and drafting",
    "series": "Looking through the notes and drafting one session after the other",
}


def show_draft_button(*, is_in_sight: bool = True) -> None:
    """Draw the one thing to do when the form is filled in, and who does it; out of sight no price is worked out."""
    show_drafter_choice()
    pressed = st.button("Draft a series" if is_series() else "Draft a plan", type="primary", key="draft")
    show_who_drafts(_to_send, "plan", typed_sessions() if is_series() and is_in_sight else 1)
    if not pressed:
        return
    problem = wishes_problem() if typed_outcomes() else _NO_OUTCOME
    if problem:
        show_html(tag("p", esc(problem), "c-said", role="status"))
    elif is_series():
        draft_series(seed=0)
    else:
        draft_plan(seed=0)


def _to_send() -> PlanRequest | None:
    return typed_request() if typed_outcomes() and not wishes_problem() else None


def show_work() -> bool:
    """Draw the plan or the series that is being drafted; return whether the page is taken up by it."""
    for kind, doing in _DOING.items():
        view = drafts.going_on(kind)
        if view is None:
            continue
        if not view.has_ended:
            show_arriving(view, doing)
            return True
        if view.result is None:
            show_trouble(view)
        else:
            _lay_down(view)
    return False


def _lay_down(view: JobView) -> None:
    drafts.see(view)
    if isinstance(view.result, PlanResult):
        state.shelf().put(view.result)
        state.series_shelf().is_shown = False
    elif isinstance(view.result, Series):
        state.series_shelf().put(view.result, view.result.sessions[0].plan.seed)
    put_away("plan")  # what was said of the version before is not true of this one
    begin_at_top()
    st.rerun()


def change_box() -> str:
    """Return the name under which it is kept whether what was asked for stands open; every draft closes it again."""
    return f"plan.change.{state.record().openings}"


def draft_plan(seed: int, by: By | None = None) -> None:
    """Have one session drafted."""
    _begin("plan", typed_request(seed), by)


def draft_series(seed: int, by: By | None = None) -> None:
    """Have a series drafted."""
    _begin("series", typed_series(seed), by)


def _begin(kind: JobKind, request: Request, by: By | None) -> None:
    try:
        with st.spinner(_WAITING[kind]):
            drafts.begin(kind, request, by or chosen_by())
    except CoachError as error:
        show_problem(error)
        return
    begin_at_top()
    st.rerun()


def reject(run_id: str) -> None:
    """Tell that a person wants another draft in the place of this one."""
    drafts.decide(run_id, Decision(what="reject"))


def show_examples() -> None:
    """Draw outcomes to begin with, in the demo community and while nothing is typed."""
    coach = resources.coach()
    if not coach.community(state.record().community).is_demo or typed_outcomes():
        return
    given = coach.demo_words().get("try_outcomes", ())
    examples = [str(one) for one in given] if isinstance(given, list | tuple) else []
    show_html(tag("p", "You could begin with one of these", "c-sub"))
    with st.container(key="examples", gap="xsmall"):
        for number, outcome in enumerate(examples):
            st.button(label(outcome), key=f"example-{number}", on_click=_try, args=(outcome,))


def _try(outcome: str) -> None:
    state.put("plan.outcome.0", outcome)
