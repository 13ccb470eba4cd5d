"""A whole plan to read and run from: the clock, the alignment, the parts, and what stands behind them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from coach.models import Finding, Outcome, PlanResult, SessionPlan

from .. import state
from ..markup import esc, items, show_html, tag
from ..wording import MODE, count
from .alignment_map import show_alignment_map
from .part_editor import is_being_edited, show_edit_button, show_editor
from .plan_part import citations_of, render_margin, show_part
from .quote import show_quote
from .source_chip import show_source_chip
from .thought import show_thoughts
from .timeline import Block, blocks_of, show_timeline

_BESIDE = [2.15, 1]
_THOUGHTS_IN_A_ROW = 3


def show_plan(result: PlanResult, key: str) -> None:
    """Draw the plan from its clock to its plan B."""
    plan = result.plan
    begins = _show_clock(plan)
    _show_general_thoughts(result, key)
    st.header("How it holds together", anchor="alignment")
    show_alignment_map(plan)
    st.header("Part by part", anchor="parts")
    for block in blocks_of(plan, begins):
        _show_part_with_company(block, result, key)
    _show_influences(plan, key)
    _show_rest(plan)


def drafted_line(plan: SessionPlan, notes: int) -> str:
    """Return who drafted this and what it stands on, in one line."""
    by = "Drafted by the playbook, no model" if plan.drafted_by == "playbook" else f"Drafted by {plan.drafted_by}"
    facts = [by, f"on {count(notes, 'note')} of yours", count(plan.minutes, "minute"), f"{plan.people} people"]
    return " · ".join([*facts, MODE[plan.mode].lower()])


def _show_clock(plan: SessionPlan) -> dt.time | None:
    heading, start = st.columns([2.6, 1], vertical_alignment="bottom")
    with heading:
        st.header("The clock", anchor="clock")
    with start, st.container(key="starts"):
        st.time_input("Starts at", step=300, **state.kept("plan.begins", None))
    begins: dt.time | None = state.typed("plan.begins", None)
    show_timeline(plan, begins)
    return begins


def render_outcomes(outcomes: Sequence[Outcome]) -> str:
    """Return what people want to be able to do, with what they would notice."""
    rows = []
    for outcome in outcomes:
        sign = tag("p", esc(outcome.sign), "c-hint") if outcome.sign else ""
        rows.append(tag("li", tag("p", esc(outcome.text), "c-outcome-text") + sign))
    return tag("ul", "".join(rows), "c-outcomes", aria_label="What we want to be able to do")


def _show_part_with_company(block: Block, result: PlanResult, key: str) -> None:
    part = block.part
    quotes = citations_of(part, {one.label: one for one in result.plan.citations})
    thoughts = [one for one in result.findings if _is_about(one, part.id)]
    with st.container(key=f"row-{key}-{part.id}"):
        main, beside = st.columns(_BESIDE, gap="medium")
        with main:
            if is_being_edited(part):
                show_editor(part)
            else:
                show_part(block, is_own=part.id in state.shelf().own_parts)
        with beside:
            margin = render_margin(part)
            if margin:
                show_html(margin)
            for number, citation in enumerate(quotes):
                show_quote(citation, f"{key}-{part.id}-{number}")
            show_thoughts(thoughts, f"{key}-{part.id}")
            show_edit_button(part)


def _is_about(finding: Finding, part_id: str) -> bool:
    return finding.where.split(".")[0].split("[")[0] == part_id


def _show_general_thoughts(result: PlanResult, key: str) -> None:
    ids = [part.id for part in result.plan.parts]
    general = [one for one in result.findings if not any(_is_about(one, name) for name in ids)]
    if not general:
        return
    outcomes = [one.id for one in result.plan.outcomes]
    about_outcomes = all(any(_is_about(one, name) for name in outcomes) for one in general)
    st.header("Thoughts on what you want" if about_outcomes else "Thoughts on the whole", anchor="thoughts")
    columns = st.columns(min(len(general), _THOUGHTS_IN_A_ROW), gap="small") if len(general) > 1 else [st.container()]
    for number, finding in enumerate(general):
        with columns[number % len(columns)]:
            show_thoughts([finding], f"{key}-general-{number}")


def _show_influences(plan: SessionPlan, key: str) -> None:
    st.header("What of this comes from your notes", anchor="from-notes")
    if plan.from_notes:
        show_html(tag("p", esc(plan.from_notes), "c-lead"))
    names = {part.id: part.title for part in plan.parts} | {"facilitation": "Hosting it"}
    changes = {one.label: one for one in plan.influences}
    for number, citation in enumerate(plan.citations):
        change = changes.get(citation.label)
        with st.container(key=f"influence-{key}-{number}", gap="xsmall"):
            show_html(tag("blockquote", esc(citation.shown), "c-quote"))
            if change:
                where = names.get(change.part, change.part)
                show_html(tag("p", tag("strong", esc(where)) + " " + esc(change.change), "c-hint"))
            show_source_chip(citation, f"{key}-all-{number}")
    if plan.ask_first:
        show_html(tag("p", "Ask the community first", "c-sub") + items(plan.ask_first))


def _show_rest(plan: SessionPlan) -> None:
    st.header("Before, during and if it goes otherwise", anchor="host")
    left, right = st.columns(2, gap="large")
    with left:
        show_html(_listed("Have ready", plan.prepare) + _listed("Hosting it", plan.facilitation) + _plan_b(plan))
    with right:
        access = plan.access
        show_html(
            _listed("So that everyone can take part: before", access.before)
            + _listed("During", access.during)
            + _listed("After", access.after)
            + _listed("With people on a call", plan.hybrid)
        )


def _listed(title: str, lines: Sequence[str]) -> str:
    return tag("p", esc(title), "c-sub") + items(tuple(lines)) if lines else ""


def _plan_b(plan: SessionPlan) -> str:
    cases = (
        ("Nobody speaks", plan.plan_b.silence),
        ("Half of them come", plan.plan_b.low_turnout),
        ("One voice fills the room", plan.plan_b.loud_voice),
        ("The clock runs away", plan.plan_b.running_late),
    )
    rows = "".join(tag("dt", name) + tag("dd", esc(text)) for name, text in cases if text)
    return tag("p", "If it goes otherwise", "c-sub") + tag("dl", rows, "c-facts c-facts-tall") if rows else ""
