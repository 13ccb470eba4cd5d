"""The desk on which a plan is asked for, drafted, compared and taken away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from coach.models import Decision, Finding, PlanResult, SessionPlan

from .. import drafts, resources, state
from ..markup import esc, show_html, tag
from ..shelf import Shelf
from .around_session import show_around_session
from .copy_text import show_copy_button
from .drafted_by import render_drafting, show_told
from .plan_drafting import change_box, draft_plan, reject, show_draft_button, show_examples, show_work
from .plan_form import show_plan_form
from .plan_keeping import show_keeping
from .plan_reader import ALL, SAY, SHEET, drafted_line, render_outcomes, say_thoughts, show_plan
from .promises import render_promises
from .redraft_part import show_redraft_elsewhere, take_redrafted
from .series_desk import show_series_desk
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
_BESIDE = [1.2, 1]
_NOT_FOR_A_NAME = re.compile(r"[^\w-]+")


def show_plan_desk() -> None:
    """Draw what is being drafted; else the form, and under it the open plan or the open series."""
    if show_work():
        return
    series = state.series_shelf()
    if series.open is not None and series.is_shown:
        show_series_desk(series.open, _show_change)
        return
    result = state.shelf().open
    if result is None:
        _show_first_form()
        return
    if is_withheld(state.shelf(), resources.coach(), state.record().community):
        show_html(render_outcomes(result.plan.outcomes))
        _show_change()
        _show_way_on(result)
        return
    take_redrafted()
    _show_hold(result)
    _show_change()
    show_redraft_elsewhere(result.plan, shows_parts=state.typed(SHEET, SAY) == ALL)
    show_plan(result, f"v{state.shelf().at}")
    show_around_session(result.plan, file_name(result.plan).removesuffix(".md"), f"v{state.shelf().at}")


def _show_first_form() -> None:
    form, beside = st.columns([1.9, 1], gap="large")
    with beside:
        show_html(_BESIDE_FORM)  # before the form: working out what a series costs is the last thing that is done
    with form:
        show_examples()
        show_plan_form()
        show_draft_button()
        if state.series_shelf().open is not None:
            _show_way_to_series()


def _show_change() -> None:
    with st.expander("Change what you asked for", **state.kept(change_box(), False)), st.container(key="narrow-form"):
        show_plan_form()
        show_draft_button(is_in_sight=bool(state.typed(change_box(), False)))


def _show_way_on(result: PlanResult) -> None:
    show_withheld()
    with st.container(horizontal=True, vertical_alignment="center", key="plan-actions"):
        if st.button("Draft it again", type="primary", key="draft-again"):
            draft_plan(seed=result.plan.seed)
        _show_way_between()


def _show_hold(result: PlanResult) -> None:
    promises = render_promises(result.plan, state.typed("plan.begins", None))
    main, beside = st.columns(_BESIDE, gap="large") if promises else (st.container(), None)
    with main:
        show_html(render_outcomes(result.plan.outcomes))
        show_keeping(result.plan.outcomes)
        _show_head(result)
    if beside:
        with beside:
            show_html(promises)


def _show_head(result: PlanResult) -> None:
    plan = result.plan
    notes = len({one.note_id or one.note for one in plan.citations})
    findings = _not_left(result.findings)
    show_html(
        tag("h2", esc(plan.title or "Session plan"), "c-plan-title")
        + tag("p", esc(f"{drafted_line(plan, notes)}. {say_thoughts(findings)}".strip()), "c-drafted")
        + render_drafting(result.drafting)
    )
    show_told(result.drafting, "plan", partial(draft_plan, plan.seed, "auto"))
    with st.container(horizontal=True, vertical_alignment="center", key="plan-actions"):
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
        if state.series_shelf().open is not None:
            _show_way_to_series()


def _show_way_to_series() -> None:
    st.button("Back to the series", key="to-series", type="tertiary", on_click=_to_series)


def _to_series() -> None:
    state.series_shelf().is_shown = True


def to_markdown(shelf: Shelf, coach: Coach, community: str, findings: Sequence[Finding] = ()) -> str:
    """Return the open plan as Markdown, or only a word on why not when a quote in it was withdrawn."""
    result = shelf.open
    if result is None or is_withheld(shelf, coach, community):
        return f"{WITHHELD}\n"
    drafts.tell(coach, community, drafts.run_of(result.drafting), Decision(what="accept"))
    return coach.render_markdown(result.plan, findings)


def _show_versions() -> None:
    shelf = state.shelf()
    if st.button("Another version", key="another-version"):
        reject(drafts.run_of(shelf.open.drafting if shelf.open else None))
        draft_plan(seed=max(one.plan.seed for one in shelf.versions) + 1)
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
