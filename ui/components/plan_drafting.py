"""Asking for a draft: of one session or of a series, with what does not fit said before anything is tried."""

from __future__ import annotations

import streamlit as st

from coach.errors import CoachError

from .. import resources, state
from ..markup import esc, label, show_html, tag
from .notice import put_away
from .plan_form import typed_outcomes, typed_request, typed_series
from .plan_wishes import is_series, wishes_problem
from .problems import show_problem
from .to_top import begin_at_top

_NO_OUTCOME = "Say first what people want to be able to do. One sentence is enough."


def show_draft_button() -> None:
    """Draw the one thing to do when the form is filled in."""
    if not st.button("Draft a series" if is_series() else "Draft a plan", type="primary", key="draft"):
        return
    problem = wishes_problem() if typed_outcomes() else _NO_OUTCOME
    if problem:
        show_html(tag("p", esc(problem), "c-said", role="status"))
    elif is_series():
        draft_series(seed=0)
    else:
        draft_plan(seed=0)


def _begin_reading() -> None:
    put_away("plan")  # what was said of the version before is not true of this one
    begin_at_top()
    st.rerun()


def change_box() -> str:
    """Return the name under which it is kept whether what was asked for stands open; every draft closes it again."""
    return f"plan.change.{state.record().openings}"


def draft_plan(seed: int) -> None:
    """Draft one session and open it."""
    try:
        with st.spinner("Looking through the notes and drafting"):
            result = resources.coach().plan(state.record().community, typed_request(seed))
    except CoachError as error:
        show_problem(error)
        return
    state.shelf().put(result)
    state.series_shelf().is_shown = False
    _begin_reading()


def draft_series(seed: int) -> None:
    """Draft a series and open it."""
    try:
        with st.spinner("Looking through the notes and drafting one session after the other"):
            series = resources.coach().plan_series(state.record().community, typed_series(seed))
    except CoachError as error:
        show_problem(error)
        return
    state.series_shelf().put(series, seed)
    _begin_reading()


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
