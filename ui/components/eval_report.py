"""One report: the bar, whom to believe, the figures, and the suggestions with their grades."""

from __future__ import annotations

import streamlit as st

from coach.models import EvalReport
from coach.models.evaluation_words import KIND, say_reached, say_wanted

from .. import resources
from ..markup import esc, items, show_html, tag
from ..wording import count
from .eval_figures import show_figures, show_tables
from .eval_samples import show_samples
from .eval_view import cell, open_list, render_table, say_when

_KIN = (
    "The judge is of the drafter’s own family. Models favour what sounds like themselves: its figures flatter, and "
    "must not be set beside those of another drafter."
)


def show_report(report_id: str) -> None:
    """Draw the report of this id, below the way back: where there is none any more, that is what is left."""
    st.button("← All reports", key="to-reports", type="tertiary", on_click=open_list)
    evaluations = resources.coach().evaluations
    report = evaluations.read_report(report_id)
    st.title(f"How well does {report.drafter} suggest?", anchor=False)
    show_html(_render_about(report))
    page = evaluations.report_html(report_id)
    if page:
        st.download_button(
            "Keep it as one file", page, file_name=f"{report_id}.html", mime="text/html", key="keep-report"
        )
    _show_aims(report)
    show_tables(report)
    show_figures(report)
    _show_rest(report)
    show_samples(report)


def _render_about(report: EvalReport) -> str:
    prompts = ", ".join(f"{task} {version}" for task, version in report.prompts.items())
    lines = [
        f"{count(report.cases, 'case')}{f', each {report.repeat} times' if report.repeat > 1 else ''}, "
        f"{say_when(report.made_at)}, version {report.version}",
        f"Prompts: {prompts}" if prompts else "",
        f"Judging model: {report.judge}" if report.judge else "No judging model: only checks, rules and counts",
    ]
    about = "".join(tag("p", esc(line), "c-meta") for line in lines if line)
    return about + (tag("p", _KIN, "c-ev-warn", role="note") if report.judge_is_kin else "")


def _show_aims(report: EvalReport) -> None:
    st.subheader("The bar", anchor=False)
    if not report.aims:
        show_html(tag("p", "This run was not measured against a bar.", "c-hint"))
        return
    words = "Line by line, and no score over all: one good line does not make up for another."
    rows = [
        tag(
            "tr",
            tag("th", esc(aim.says), scope="row")
            + cell(esc(say_wanted(aim)), "wanted")
            + cell(esc(say_reached(aim)), "reached")
            + cell(str(aim.n), "n")
            + cell(_say_met(aim.is_met, aim.value is None)),
        )
        for aim in report.aims
    ]
    table = render_table(("Wanted", "At least, or at most", "Reached", "n", "So"), rows, "The bar")
    show_html(tag("p", words, "c-hint") + table)


def _say_met(is_met: bool, is_unknown: bool) -> str:
    if is_unknown:
        return tag("span", "? not counted", "c-ev-mark c-mend")
    return tag("span", "✓ met", "c-ev-mark c-ev-yes") if is_met else tag("span", "✗ not met", "c-ev-mark c-stop")


def _show_rest(report: EvalReport) -> None:
    lengths = [f"{KIND[one.kind]}: {one.median} words in the middle, {one.most} at most" for one in report.lengths]
    unanswered = [f"{number} × {reason}" for reason, number in report.unanswered.items()]
    st.subheader("Lengths, and what got no answer", anchor=False)
    words = "Longer suggestions please judges without being better, so look here when a figure rises."
    show_html(tag("p", words, "c-hint") + items(lengths))
    show_html(items(unanswered) if unanswered else tag("p", "Every case got an answer.", "c-hint"))
