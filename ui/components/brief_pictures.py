"""Where people would rather look: when people met, which value was told of, and what the notes speak about."""

from __future__ import annotations

import streamlit as st

from coach.models import Brief, CycleFilled

from ..markup import esc, show_html, tag
from ..wording import count, listed
from .brief_evidence import show_quote_line
from .brief_strips import Strip, render_strips, spans_of
from .markers import mark_of

_DAYS_UNKNOWN = "On which days you met cannot be told from these notes; when they were written can."

_CYCLE = {
    "immediate": "While it happened",
    "potential": "What people took away",
    "applied": "What they did with it",
    "realised": "What came of it",
    "reframing": "What it changed in how we see success",
}
_MOST_THEMES = 8


def show_pictures(brief: Brief) -> None:
    """Draw the three pictures, each with its words and its table."""
    with st.container(key="narrow-pictures", gap="small"):
        _show_months(brief)
        _show_cycles(brief.pictures.cycles)
        _show_themes(brief)


def _show_months(brief: Brief) -> None:
    st.subheader("When we met, and what for", anchor=False)
    months = brief.pictures.months
    if not any(one.sessions or one.notes for one in months):
        show_html(tag("p", "None of the notes of this time says its date.", "c-hint"))
        return
    met = sum(one.sessions for one in months)
    quiet = [one.label for one in months if not one.sessions]
    said = f"{count(met, 'day')} on which people met, as far as the notes are dated."
    more = f" No dated meeting in {listed(quiet)}." if 0 < len(quiet) <= 4 else ""
    show_html(tag("p", esc(said + more if met else _DAYS_UNKNOWN), "c-why"))
    # A row of noughts would say that nobody met, and nobody knows that.
    written = Strip("Notes", {one.month: one.notes for one in months})
    rows = [Strip("Days on which people met", {one.month: one.sessions for one in months}) if met else written]
    for outcome_id, words in brief.pictures.outcomes.items():
        speaks = {one.month: one.outcomes.get(outcome_id, 0) for one in months}
        rows.append(Strip(words, speaks, "notes that speak to it"))
    what = "Days on which people met" if met else "Notes"
    show_html(render_strips(rows, spans_of(months), f"{what}, and notes that speak to each outcome"))


def _show_cycles(cycles: tuple[CycleFilled, ...]) -> None:
    st.subheader("What value was told of", anchor=False)
    told = sum(bool(one.notes or one.stories) for one in cycles)
    some = f"The notes tell of {told} of {len(cycles)}. An empty one is a question to ask."
    show_html(tag("p", "The notes tell of all of them." if told == len(cycles) else some, "c-why"))
    with st.container(key="cycles", gap=None):
        for one in cycles:
            _show_cycle(one)


def _show_cycle(one: CycleFilled) -> None:
    is_told = bool(one.notes or one.stories)
    with st.container(key=f"cycle-{one.cycle.value}", gap="xsmall"):
        show_html(render_cycle(one))
        if is_told and one.example is not None:
            show_quote_line(one.example, f"cycle-{one.cycle.value}")


def render_cycle(one: CycleFilled) -> str:
    """Return one cycle of value, filled or empty, as HTML."""
    is_told = bool(one.notes or one.stories)
    stories = f" and {count(one.stories, 'story', 'stories')}" if one.stories else ""
    how = f"told of in {count(one.notes, 'note')}{stories}" if is_told else "not told of yet"
    head = tag("h4", mark_of(is_told) + esc(_CYCLE[one.cycle.value]), "c-cycle-h")
    return tag("div", head + tag("p", esc(f"{one.asks} {how.capitalize()}."), "c-hint"), "c-cycle")


def _show_themes(brief: Brief) -> None:
    st.subheader("What the notes speak about", anchor=False)
    themes = brief.pictures.themes[:_MOST_THEMES]
    if not themes:
        show_html(tag("p", "There is too little to find themes in.", "c-hint"))
        return
    rows = [Strip(one.name, one.months, "notes that speak of it") for one in themes]
    show_html(render_strips(rows, spans_of(brief.pictures.months), "Notes that speak of each theme, over time"))
