"""What stands behind a plan: what the notes changed in it, what to have ready, who is helped to take part, plan B."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from coach.models import SessionPlan

from ..markup import esc, items, show_html, tag
from .plan_prepare import render_prepare
from .source_chip import show_source_chip


def show_influences(plan: SessionPlan, key: str) -> None:
    """Draw every quote with what is different because of it."""
    if not (plan.from_notes or plan.citations or plan.ask_first):
        return
    st.header("What of this comes from your notes", anchor="from-notes")
    if plan.from_notes:
        show_html(tag("p", esc(plan.from_notes), "c-lead"))
    names = {part.id: part.title for part in plan.parts} | {"facilitation": "Hosting it", "prepare": "Getting ready"}
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


def show_rest(plan: SessionPlan) -> None:
    """Draw what the host needs before, during and when it goes otherwise."""
    access = plan.access
    left = render_prepare(plan.prepare) + _listed("Hosting it", plan.facilitation) + _plan_b(plan)
    right = (
        _listed("So that everyone can take part: before", access.before)
        + _listed("During", access.during)
        + _listed("After", access.after)
        + _listed("With people on a call", plan.hybrid)
    )
    if not (left or right):
        return
    st.header("Before, during and if it goes otherwise", anchor="host")
    columns = st.columns(2, gap="large")
    for column, body in zip(columns, (left, right), strict=True):
        with column:
            if body:
                show_html(body)


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
