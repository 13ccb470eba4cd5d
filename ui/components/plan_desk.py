"""The desk on which a plan is asked for, drafted, compared and taken away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from coach.errors import CoachError
from coach.models import Finding, PlanResult, SessionPlan

from .. import resources, state
from ..markup import esc, label, show_html, tag
from ..state import Shelf
from .copy_text import show_copy_button
from .plan_form import show_plan_form, typed_outcomes, typed_request
from .plan_reader import drafted_line, render_outcomes, show_plan
from .problems import show_problem
from .withheld import WITHHELD, is_withheld, show_withheld

if TYPE_CHECKING:
    from coach.service import Coach

_BESIDE_FORM = tag(
    "aside",
    tag("p", "Easy to plan from", "c-card-h")
    + tag("p", "It says what people will do, with a verb you could watch: map, write, decide, try out.")
    + tag("p", "It says on what, and what it is good for: so that someone else can use it.")
    + tag("p", "It is small enough to practise in one sitting.")
    + tag("p", "One is enough. You can change everything later.", "c-hint"),
    "c-aside",
)
_NOT_FOR_A_NAME = re.compile(r"[^\w-]+")


def show_plan_desk() -> None:
    """Draw the form, and under it the open plan."""
    result = state.shelf().open
    if result is None:
        form, beside = st.columns([1.9, 1], gap="large")
        with form:
            _show_examples()
            show_plan_form()
            _show_draft_button()
        with beside:
            show_html(_BESIDE_FORM)
        return
    show_html(render_outcomes(result.plan.outcomes))
    with st.expander("Change what you asked for", key="change-request"), st.container(key="narrow-form"):
        show_plan_form()
        _show_draft_button()
    if is_withheld(state.shelf(), resources.coach(), state.record().community):
        _show_way_on(result)
        return
    _show_head(result)
    show_plan(result, f"v{state.shelf().at}")


def _show_way_on(result: PlanResult) -> None:
    show_withheld()
    with st.container(horizontal=True, vertical_alignment="center", key="plan-actions"):
        if st.button("Draft it again", type="primary", key="draft-again"):
            _draft(seed=result.plan.seed)
        _show_way_between()


def _show_draft_button() -> None:
    if not st.button("Draft a plan", type="primary", key="draft"):
        return
    if not typed_outcomes():
        show_html(
            tag("p", "Say first what people want to be able to do. One sentence is enough.", "c-said", role="status")
        )
        return
    _draft(seed=0)


def _draft(seed: int) -> None:
    try:
        with st.spinner("Looking through the notes and drafting"):
            result = resources.coach().plan(state.record().community, typed_request(seed))
    except CoachError as error:
        show_problem(error)
        return
    state.shelf().put(result)
    st.rerun()


def _show_examples() -> None:
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


def _show_head(result: PlanResult) -> None:
    plan = result.plan
    notes = len({one.note_id or one.note for one in plan.citations})
    show_html(
        tag("h2", esc(plan.title or "Session plan"), "c-plan-title")
        + tag("p", esc(drafted_line(plan, notes)), "c-drafted")
    )
    with st.container(horizontal=True, vertical_alignment="center", key="plan-actions"):
        findings = _not_left(result.findings)
        markdown = resources.coach().render_markdown(plan, findings)
        st.download_button(
            "Export as Markdown",
            # Looked at again at the press: the page may have stood open while a note was withdrawn elsewhere.
            partial(to_markdown, replace(state.shelf()), resources.coach(), state.record().community, findings),
            file_name=file_name(plan),
            mime="text/markdown",
            key="export",
            on_click="ignore",
        )
        show_copy_button(markdown, "copy-plan")
        _show_versions()


def to_markdown(shelf: Shelf, coach: Coach, community: str, findings: Sequence[Finding] = ()) -> str:
    """Return the open plan as Markdown, or only a word on why not when a quote in it was withdrawn."""
    result = shelf.open
    if result is None or is_withheld(shelf, coach, community):
        return f"{WITHHELD}\n"
    return coach.render_markdown(result.plan, findings)


def _show_versions() -> None:
    shelf = state.shelf()
    if st.button("Another version", key="another-version"):
        _draft(seed=max(one.plan.seed for one in shelf.versions) + 1)
    _show_way_between()


def _show_way_between() -> None:
    shelf = state.shelf()
    if len(shelf.versions) > 1:
        st.button("Earlier version", key="earlier", disabled=shelf.at == 0, on_click=_go, args=(-1,))
        st.button("Later version", key="later", disabled=shelf.at == len(shelf.versions) - 1, on_click=_go, args=(1,))
        show_html(tag("span", f"Version {shelf.at + 1} of {len(shelf.versions)}", "c-hint c-num"))


def _go(steps: int) -> None:
    state.shelf().go_to(state.shelf().at + steps)


def file_name(plan: SessionPlan) -> str:
    """Return a file name that says what is in it."""
    words = _NOT_FOR_A_NAME.sub("-", plan.title.lower()).strip("-")[:60].rstrip("-")
    return f"{words or 'session-plan'}.md"


def _not_left(findings: Sequence[Finding]) -> list[Finding]:
    """Return the thoughts that a person did not leave: what was left stays left on paper too."""
    return [finding for finding in findings if not state.is_left(finding)]
