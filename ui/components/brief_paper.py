"""The page for leaders, set like a page: its parts, its gaps, and beside it what to look at before it is sent."""

from __future__ import annotations

from functools import partial

import streamlit as st

from coach.models import Brief, BriefResult, BriefSection, Finding, Severity

from .. import state
from ..markup import esc, items, show_html, tag
from ..wording import date_label
from .brief_evidence import show_counted
from .brief_form import CIRCLE_MEANS, show_form
from .brief_out import show_drafts, show_out
from .brief_sending import draft
from .brief_sentence import show_sentence
from .brief_standing import is_withheld
from .drafted_by import render_drafting, show_told
from .outcome_names import show_names
from .thought import show_thought

_BESIDE = [2.1, 1]


def show_paper(result: BriefResult) -> None:
    """Draw the page and what stands beside it."""
    brief = result.brief
    with st.expander("Ask for another page", key="brief-again"):
        show_form()
    page, beside = st.columns(_BESIDE, gap="large")
    with page:
        with st.container(key="card-paper", gap="small"):
            _show_page(brief)
        show_told(result.drafting, "brief", partial(draft, brief.request))
        show_drafts(result)
    show_names({f"claim-s-{one.id}": one.text for one in brief.sentences() if not is_withheld(one)})
    with beside, st.container(key="brief-beside", gap="small"):
        show_out(result)
        _show_findings(result)
        _show_behind(result)


def _show_page(brief: Brief) -> None:
    show_html(render_head(brief))
    for section in brief.sections:
        _show_section(section, brief)


def render_head(brief: Brief) -> str:
    """Return the page's heading, for whom it is, over which time and as of when, as HTML."""
    request = brief.request
    start, end = (date_label(day.isoformat()) if day else "" for day in (request.start, request.end))
    period = f"{start} to {end}" if start and end else ""
    made = f"as of {date_label(brief.made_at.date().isoformat())}" if brief.made_at else ""
    facts = [f"For {request.reader}", brief.community, period, made]
    question = tag("p", f"Asked: “{esc(request.question)}”", "c-hint") if request.question else ""
    line = tag("p", esc(" · ".join(filter(None, facts))), "c-hint")
    return tag("div", tag("h2", esc(brief.title), "c-brief-title") + line + question, "c-brief-head")


def _show_section(section: BriefSection, brief: Brief) -> None:
    if not section.sentences and not section.gap:
        return
    with st.container(key=f"section-{section.kind.value}", gap="xsmall"):
        show_html(tag("h3", esc(section.title), "c-brief-h"))
        for sentence in section.sentences:
            show_sentence(sentence, brief.pictures.outcomes)
        if section.gap:
            show_html(render_gap(section.gap))


def render_gap(gap: str) -> str:
    """Return what is missing, calmly, as HTML."""
    return tag("p", tag("span", "Not known: ", "c-sr") + esc(gap), "c-brief-gap")


def _show_findings(result: BriefResult) -> None:
    here = [one for one in result.findings if not state.is_left(one)]
    if not result.findings:
        show_html(tag("p", "The checks see nothing to mend.", "c-hint c-fine"))
    if here:
        show_html(tag("h3", "To look at before you send this", "c-card-h"))
        weights = (Severity.STOP, Severity.MEND, Severity.QUESTION)
        for number, finding in enumerate(sorted(here, key=lambda one: weights.index(one.severity))):
            show_thought(finding, f"brief-{number}")
            _show_way(finding, result.brief, number)
    left = [one for one in result.findings if state.is_left(one)]
    if left:
        st.button("Bring back what you left", key="brief-take-up", type="tertiary", on_click=_take_up, args=(left,))


def _show_way(finding: Finding, brief: Brief, number: int) -> None:
    if any(one.id == finding.where for one in brief.sentences()):
        st.button("Show the sentence", key=f"show-{number}", type="tertiary", on_click=_open, args=(finding.where,))


def _open(sentence_id: str) -> None:
    state.brief_shelf().sentence, state.brief_shelf().is_editing = f"s-{sentence_id}", False


def _take_up(findings: list[Finding]) -> None:
    for finding in findings:
        state.take_up(finding)


def _show_behind(result: BriefResult) -> None:
    brief = result.brief
    if brief.used:
        with st.expander("What it was made from", key="brief-used"):
            for number, counted in enumerate(brief.used):
                show_counted(counted, f"used-{number}")
    with st.expander("What was not used, and why", key="brief-left-out"):
        show_html(items(brief.left_out) if brief.left_out else tag("p", "Nothing was left out.", "c-hint"))
    show_html(tag("p", esc(CIRCLE_MEANS[brief.request.circle]), "c-hint") + render_drafting(result.drafting))
