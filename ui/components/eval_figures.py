"""The figures of a report, kind by kind, and before them the tables that say whom to believe."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from coach.models import CriterionFigure, EvalReport, SuggestionKind, Table, TrustBand
from coach.models.evaluation_words import (
    KIND,
    TRUST,
    TRUST_MEANS,
    is_judge,
    judges_last,
    say_figure,
    say_labellers,
    say_trust,
)

from ..markup import esc, show_html, tag
from .eval_view import HIGHEST, cell, render_interval, render_table

_HEAD = ("Criterion", "Graded by", "0 to 2", "Mean [95 %]", "n", "Left out", "How far to believe it")
_WORDS = (
    "A grade is 0 (not met), 1 (partly) or 2 (met), of a suggestion and never of a person. The line is the 95 % "
    "interval over cases. What does not apply or cannot be told is left out, and counted."
)


def show_tables(report: EvalReport) -> None:
    """Draw the report's own tables: agreement, planted faults."""
    st.subheader("Whom to believe", anchor=False)
    bands = "".join(tag("dt", TRUST[band]) + tag("dd", esc(means)) for band, means in TRUST_MEANS.items())
    show_html(tag("dl", bands, "c-facts"))
    if not report.tables:
        words = "No table of agreement came with this run: take every judgement below as unmeasured."
        show_html(tag("p", words, "c-hint"))
    for table in report.tables:
        show_html(_render_table(table))


def _render_table(table: Table) -> str:
    rows = []
    for row in table.rows:
        cells = "".join(cell(esc(value), name) for name, value in zip(table.head, row, strict=False))
        rows.append(tag("tr", cells, "c-ev-off" if TRUST[TrustBand.DROPPED] in row else ""))
    head = tag("p", esc(table.title), "c-sub") + tag("p", esc(table.says), "c-hint")
    return head + render_table(table.head, rows, table.title)


def show_figures(report: EvalReport) -> None:
    """Draw one table for each kind."""
    st.subheader("Figures", anchor=False)
    show_html(tag("p", _WORDS, "c-hint"))
    figures = judges_last(report.figures)
    for kind in SuggestionKind:
        found = [figure for figure in figures if figure.kind is kind]
        if found:
            show_html(tag("p", KIND[kind], "c-sub") + _render_figures(found, KIND[kind]))


def _render_figures(figures: Sequence[CriterionFigure], said: str) -> str:
    rows = [_render_row(figure) for figure in figures]
    first_judged = next((place for place, one in enumerate(figures) if is_judge(one.grader)), None)
    if first_judged is not None:
        words = "By the judging model. Read what it agrees with first."
        rows.insert(first_judged, tag("tr", tag("td", words, "c-ev-full c-ev-judged", colspan=str(len(_HEAD)))))
    return render_table(_HEAD, rows, said)


def _render_row(figure: CriterionFigure) -> str:
    band = figure.trust.band
    bar = "" if figure.mean is None else render_interval(figure.mean, figure.low, figure.high, (0, HIGHEST))
    labellers = say_labellers(figure.trust)
    trust = tag("span", esc(say_trust(figure.trust)), f"c-ev-band c-ev-{band.name.lower()}")
    return tag(
        "tr",
        tag("th", tag("b", esc(figure.code)) + " " + tag("span", esc(figure.title)), scope="row")
        + cell(esc(figure.grader), "graded by")
        + cell(bar, "", "c-ev-bar")
        + cell(esc(say_figure(figure)), "mean", "c-num")
        + cell(str(figure.n), "n", "c-num")
        + cell(esc(_say_left_out(figure)), "left out")
        + cell(trust + (tag("span", esc(labellers), "c-hint") if labellers else ""), "", "c-ev-full"),
        "c-ev-off" if band is TrustBand.DROPPED else "",
    )


def _say_left_out(figure: CriterionFigure) -> str:
    counts = ((figure.ungraded, "not graded"), (figure.void, "void"), (figure.errors, "failed"))
    return ", ".join(f"{number} {why}" for number, why in counts if number) or "none"
