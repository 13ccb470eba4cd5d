"""A whole plan to run from and to read: the page you hold first, then what stands behind it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

import streamlit as st

from coach.models import Finding, Outcome, PlanResult, SessionPlan, Severity

from .. import state
from ..markup import esc, show_html, tag
from ..wording import MODE, count, listed
from .alignment_map import show_alignment_map
from .balance_bar import show_balance
from .drafted_by import part_author
from .part_editor import is_being_edited, show_edit_button, show_editor
from .plan_behind import show_influences, show_rest
from .plan_mending import mending_of
from .plan_part import OWN, citations_of, render_margin, show_part
from .quote import show_quote
from .redraft_part import show_redraft, show_redraft_here
from .run_sheet import show_run_sheet
from .thought import say_once, show_thoughts
from .timeline import Block, blocks_of, show_timeline

_BESIDE = [2.15, 1]
_THOUGHTS_IN_A_ROW = 3
SAY, ALL = "What I say", "Everything"
SHEET = "plan.sheet"


def show_plan(result: PlanResult, key: str, *, can_change: bool = True) -> None:
    """Draw the plan from its clock to its plan B; a session of a series is only read."""
    plan = result.plan
    result = result.model_copy(update={"findings": tuple(say_once(result.findings))})
    begins = _show_clock(plan)
    blocks = blocks_of(plan, begins)
    if _show_sheet_head(result) == SAY:
        show_run_sheet(blocks, _thoughts_by_part(result))
    else:
        for block in blocks:
            _show_part_with_company(block, result, key, can_change=can_change)
    _show_general_thoughts(result, key, can_change=can_change)
    if plan.links:
        st.header("How it holds together", anchor="alignment")
        show_alignment_map(plan)
    show_influences(plan, key)
    show_rest(plan)


def drafted_line(plan: SessionPlan, notes: int) -> str:
    """Return who drafted this and what it stands on, in one line."""
    by = "Drafted by the playbook, no model" if plan.drafted_by == "playbook" else f"Drafted by {plan.drafted_by}"
    stands_on = f"on {count(notes, 'note')} of yours" if notes else "on none of your notes yet"
    facts = [by, stands_on] if plan.drafted_by else []
    return " · ".join([*facts, count(plan.minutes, "minute"), f"{plan.people} people", MODE[plan.mode].lower()])


def render_outcomes(outcomes: Sequence[Outcome]) -> str:
    """Return what people want to be able to do, with what they would notice."""
    rows = []
    for outcome in outcomes:
        sign = tag("p", esc(outcome.sign), "c-hint") if outcome.sign else ""
        asked = tag("p", f"Asked for as: “{esc(outcome.asked)}”", "c-hint") if outcome.asked else ""
        rows.append(tag("li", tag("p", esc(outcome.text), "c-outcome-text") + sign + asked))
    return tag("ul", "".join(rows), "c-outcomes", aria_label="What we want to be able to do")


def say_thoughts(findings: Sequence[Finding]) -> str:
    """Return how many thoughts there are, the heavy ones first; nothing where there are none."""
    weights = Counter(one.severity for one in findings)
    parts = (
        (count(weights[Severity.STOP], "thing") + " to mend first", weights[Severity.STOP]),
        (count(weights[Severity.MEND], "thing") + " worth mending", weights[Severity.MEND]),
        (count(weights[Severity.QUESTION], "question") + " to ask yourselves", weights[Severity.QUESTION]),
    )
    said = [words for words, number in parts if number]
    return f"We noticed {listed(said)}." if said else ""


def _show_clock(plan: SessionPlan) -> dt.time | None:
    heading, start = st.columns([2.6, 1], vertical_alignment="bottom")
    with heading:
        st.header("The clock", anchor="clock")
    with start, st.container(key="starts"):
        st.time_input("Starts at", step=300, **state.kept("plan.begins", None))
    begins: dt.time | None = state.typed("plan.begins", None)
    show_timeline(plan, begins)
    show_balance(plan)
    return begins


def _show_sheet_head(result: PlanResult) -> str:
    heading, switch = st.columns([1.6, 1], vertical_alignment="bottom")
    with heading:
        st.header("The page you hold", anchor="parts")
    with switch, st.container(key="sheet-switch"):
        st.segmented_control(
            "How much to show", [SAY, ALL], required=True, label_visibility="collapsed", **state.kept(SHEET, SAY)
        )
    chosen: str = state.typed(SHEET, SAY)
    if chosen == SAY:
        waiting = sum(_thoughts_by_part(result).values())
        more = f" {count(waiting, 'thought')} on the parts stand under “{ALL}”." if waiting else ""
        hint = f"Press a line to see what people do.{more}" if _has_words(result.plan) else more
        show_html(tag("p", hint.strip(), "c-hint"))
    return chosen


def _has_words(plan: SessionPlan) -> bool:
    return any(step.say for part in plan.parts for step in part.steps)


def _thoughts_by_part(result: PlanResult) -> dict[str, int]:
    open_ones = [one for one in result.findings if not state.is_left(one)]
    return {part.id: sum(_is_about(one, part.id) for one in open_ones) for part in result.plan.parts}


def _show_part_with_company(block: Block, result: PlanResult, key: str, *, can_change: bool) -> None:
    part = block.part
    quotes = citations_of(part, {one.label: one for one in result.plan.citations})
    thoughts = [one for one in result.findings if _is_about(one, part.id)]
    with st.container(key=f"row-{key}-{part.id}"):
        main, beside = st.columns(_BESIDE, gap="medium")
        with main:
            if can_change and is_being_edited(part):
                show_editor(part)
            elif not (can_change and show_redraft_here(part)):
                show_part(block, _whose(result, part.id, can_change=can_change))
        with beside:
            margin = render_margin(part)
            if margin:
                show_html(margin)
            for number, citation in enumerate(quotes):
                show_quote(citation, f"{key}-{part.id}-{number}")
            show_thoughts(thoughts, f"{key}-{part.id}", mending_of(result.plan, can_change=can_change))
            if can_change:
                show_edit_button(part)
                show_redraft(part)


def _whose(result: PlanResult, part_id: str, *, can_change: bool) -> str:
    """Return whose words a part holds, where they are not those of whoever drafted the whole."""
    if can_change and part_id in state.shelf().own_parts:
        return OWN
    by = part_author(result.drafting, part_id)
    return f"drafted by {by}" if by else ""


def _is_about(finding: Finding, part_id: str) -> bool:
    return finding.where.split(".")[0].split("[")[0] == part_id


def _show_general_thoughts(result: PlanResult, key: str, *, can_change: bool) -> None:
    ids = [part.id for part in result.plan.parts]
    general = [one for one in result.findings if not any(_is_about(one, name) for name in ids)]
    if not general:
        return
    outcomes = [one.id for one in result.plan.outcomes]
    about_outcomes = all(any(_is_about(one, name) for name in outcomes) for one in general)
    st.header("Thoughts on what you want" if about_outcomes else "Thoughts on the whole", anchor="thoughts")
    mending = mending_of(result.plan, can_change=can_change)
    columns = st.columns(min(len(general), _THOUGHTS_IN_A_ROW), gap="small") if len(general) > 1 else [st.container()]
    for number, finding in enumerate(general):
        with columns[number % len(columns)]:
            show_thoughts([finding], f"{key}-general-{number}", mending)
