"""The reports that were made here, the newest first; and what to do when there are none."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from coach.models import EvalListed

from .. import resources
from ..markup import esc, label, show_html, tag
from ..wording import count
from .empty_state import show_empty
from .eval_view import HIGHEST, open_report, render_interval, say_when
from .problems import show_problem

_SKETCHED = (("Outcomes: one verb that one could watch", 1.7, 1.5, 1.9), ("Plans: a plan B", 1.1, 0.8, 1.4))


def show_nothing_yet() -> None:
    """Say what a report is, and the one command that makes one."""
    show_empty(
        "Nothing has been measured here yet.",
        "A report asks for suggestions in many made-up communities, grades each against what a good one does, and says "
        "how far every grader can be believed. Nothing leaves this machine unless you name a model.",
        "".join(
            tag("p", esc(words) + render_interval(mean, low, high, (0, HIGHEST)), "c-ev-sketch")
            for words, mean, low, high in _SKETCHED
        ),
    )
    show_html(tag("p", "Run this in a terminal, then come back:", "c-hint"))
    st.code("coach eval run", language=None)
    _show_damaged()


def show_reports(reports: Sequence[EvalListed]) -> None:
    """Draw the list."""
    with st.container(key="ev-list", gap="small"):
        for report in reports:
            _show_one(report)
    _show_damaged()


def _show_one(report: EvalListed) -> None:
    facts = [say_when(report.made_at), count(report.cases, "case")]
    if report.aims:
        facts.append(f"{report.aims_met} of {count(report.aims, 'line')} of the bar met")
    if report.labels:
        facts.append(count(report.labels, "label"))
    with st.container(key=f"evcard-{report.id}", gap=None):
        words = label(f"Drafted by {report.drafter}")
        st.button(words, key=f"open-{report.id}", type="tertiary", on_click=open_report, args=(report.id,))
        show_html(tag("p", esc(" · ".join(facts)), "c-meta"))


def _show_damaged() -> None:
    for problem in resources.coach().evaluations.list_damaged():
        show_problem(problem)
