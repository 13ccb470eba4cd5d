"""The suggestions of a report, the lowest grades first, each with what was asked and how it was graded."""

from __future__ import annotations

import streamlit as st

from coach.models import EvalReport, Grade, Sample, SuggestionKind
from coach.models.evaluation_words import dropped_of, say_grade, say_weak, worst_first

from .. import state
from ..markup import esc, show_html, tag
from ..wording import count
from .eval_view import cell, kept_among, kind_words, render_asked, render_suggestion, render_table

_A_SCREENFUL = 10
_ALL = ""
_KIND, _SHOWN = "evals.samples.kind", "evals.samples.shown"
_TONE = ("c-stop", "c-mend", "c-ev-yes")
Dropped = set[tuple[SuggestionKind, str, str]]


def show_samples(report: EvalReport) -> None:
    """Draw a screenful of them, and the way to more."""
    st.subheader("Suggestions, the lowest grades first", anchor=False)
    kinds = [kind for kind in SuggestionKind if any(one.kind is kind for one in report.samples)]
    if len(kinds) > 1:
        st.selectbox("Kind", [_ALL, *kinds], format_func=_say_kind, **kept_among(_KIND, [_ALL, *kinds]))
    wanted = state.typed(_KIND, _ALL)
    kind = wanted if wanted in kinds else _ALL
    samples = worst_first((one for one in report.samples if kind in (_ALL, one.kind)), report.figures)
    shown = int(state.typed(_SHOWN, _A_SCREENFUL))
    dropped = dropped_of(report.figures)
    show_html(tag("div", "".join(_render_sample(one, dropped) for one in samples[:shown]), "c-ev-samples"))
    if len(samples) > shown:
        more = min(_A_SCREENFUL, len(samples) - shown)
        st.button(f"Show {more} more", key="more-samples", on_click=_show_more, args=(shown,))


def _say_kind(kind: SuggestionKind | str) -> str:
    return kind_words(kind) if isinstance(kind, SuggestionKind) else "All kinds"


def _show_more(shown: int) -> None:
    state.put(_SHOWN, shown + _A_SCREENFUL)


def _render_sample(sample: Sample, dropped: Dropped) -> str:
    weak = f"{say_weak(sample.grades)}, {count(sample.words, 'word')}" if sample.text else "no answer"
    hard = tag("span", esc(f"hard: {sample.hard.replace('_', ' ')}"), "c-badge") if sample.hard else ""
    summary = (
        tag("span", esc(sample.id), "c-ev-name") + hard + tag("span", esc(f"{sample.community}, {weak}"), "c-hint")
    )
    said = render_suggestion(sample.text) if sample.text else tag("p", esc(sample.error or "No reason was given."))
    body = tag("p", "What was asked", "c-sub") + render_asked(sample.asked)
    body += tag("p", "What was suggested", "c-sub") + said
    if sample.grades:
        body += tag("p", "How it was graded", "c-sub") + _render_grades(sample, dropped)
    return tag("details", tag("summary", summary) + tag("div", body, "c-ev-inside"), "c-ev-sample")


def _render_grades(sample: Sample, dropped: Dropped) -> str:
    rows = [_render_grade(one, (sample.kind, one.grader, one.code) in dropped) for one in sample.grades]
    return render_table(("Criterion", "Graded by", "Grade", "Why"), rows, f"Grades of {sample.id}")


def _render_grade(grade: Grade, is_dropped: bool) -> str:
    quote = tag("q", esc(grade.quote), "c-ev-quote") if grade.quote else ""
    tone = "c-hint" if grade.value is None else _TONE[grade.value]
    return tag(
        "tr",
        tag("th", tag("b", esc(grade.code)), scope="row")
        + cell(esc(grade.grader), "by")
        + cell(tag("span", esc(say_grade(grade)), tone), "grade")
        + cell(esc(grade.reason) + quote, "", "c-ev-full"),
        "c-ev-off" if is_dropped else "",
    )
