"""The desk on which a series lies: the way through, a tab for each session, and the whole of it to take away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from coach.models import Decision, Drafting, PlanResult, Series, SeriesSession

from .. import drafts, resources, state
from ..markup import esc, label, show_html, tag
from .copy_text import show_copy_button
from .drafted_by import render_drafting, show_told
from .plan_drafting import draft_series, reject
from .plan_reader import render_outcomes, show_plan
from .promises import render_promises
from .series_way import render_frame, render_way, series_line
from .thought import show_thoughts
from .to_top import begin_at_top
from .withheld import WITHHELD, is_plan_withheld, show_withheld

_ITS_SHARE = "What it took is what the whole series took."

if TYPE_CHECKING:
    from coach.service import Coach


def show_series_desk(series: Series, show_change: Callable[[], None]) -> None:
    """Draw the open series; `show_change` draws the way back into what was asked for."""
    show_html(render_outcomes(series.sessions[0].plan.outcomes))
    show_change()
    if is_series_withheld(series, resources.coach(), state.record().community):
        _show_way_on()
        return
    _show_head(series)
    st.header("The way through", anchor="way")
    show_html(render_way(series))
    if series.findings:
        st.header("Thoughts on the series", anchor="series-thoughts")
        with st.container(key="narrow-series-thoughts"):
            show_thoughts(series.findings, f"s{state.series_shelf().at}")
    st.header("Session by session", anchor="sessions")
    _show_tabs(series)


def is_series_withheld(series: Series, coach: Coach, community: str) -> bool:
    """Return whether any session quotes words that may not be quoted now."""
    return any(is_plan_withheld(one.plan, coach, community) for one in series.sessions)


def series_markdown(series: Series, coach: Coach, community: str) -> str:
    """Return the series as Markdown, or only a word on why not when a quote in it was withdrawn."""
    if is_series_withheld(series, coach, community):
        return f"{WITHHELD}\n"
    drafts.tell(coach, community, drafts.run_of(series.drafting), Decision(what="accept"))
    return coach.render_series(series)


def _show_way_on() -> None:
    show_withheld()
    with st.container(horizontal=True, vertical_alignment="center", key="plan-actions"):
        shelf = state.series_shelf()
        if st.button("Draft it again", type="primary", key="draft-again"):
            draft_series(seed=shelf.seeds[shelf.at])
        _show_way_between()


def _show_head(series: Series) -> None:
    show_html(
        tag("h2", esc(series.title), "c-plan-title") + tag("p", esc(series_line(series)), "c-drafted")
        + (tag("p", esc(series.thread), "c-thread") if series.thread else "")
        + render_drafting(series.drafting)
    )  # fmt: skip
    first = series.sessions[0].plan
    show_told(series.drafting, "series", partial(draft_series, first.seed, "auto"))
    with st.container(horizontal=True, vertical_alignment="center", key="plan-actions"):
        kept = _without_left(series)
        st.download_button(
            "Export the series as Markdown",
            partial(series_markdown, kept, resources.coach(), state.record().community),
            file_name=f"series-of-{len(series.sessions)}.md",
            mime="text/markdown",
            key="export-series",
            on_click="ignore",
        )
        show_copy_button(resources.coach().render_series(kept), "copy-series")
        shelf = state.series_shelf()
        if st.button("Another version", key="another-version"):
            reject(drafts.run_of(series.drafting))
            draft_series(seed=max(shelf.seeds) + 1)
        _show_way_between()
        if state.shelf().open is not None:
            st.button("Back to the single plan", key="to-plan", type="tertiary", on_click=_to_plan)


def _show_way_between() -> None:
    shelf = state.series_shelf()
    last = len(shelf.versions) - 1
    if last:
        st.button("Earlier version", key="earlier", disabled=shelf.at == 0, on_click=_go, args=(-1,))
        st.button("Later version", key="later", disabled=shelf.at == last, on_click=_go, args=(1,))
        show_html(tag("span", f"Version {shelf.at + 1} of {last + 1}", "c-hint c-num"))


def _go(steps: int) -> None:
    state.series_shelf().go_to(state.series_shelf().at + steps)


def _to_plan() -> None:
    state.series_shelf().is_shown = False


def _without_left(series: Series) -> Series:
    sessions = tuple(
        one.model_copy(update={"findings": tuple(two for two in one.findings if not state.is_left(two))})
        for one in series.sessions
    )
    open_ones = tuple(one for one in series.findings if not state.is_left(one))
    return series.model_copy(update={"sessions": sessions, "findings": open_ones})


def _show_tabs(series: Series) -> None:
    at = state.series_shelf().at
    names = [label(f"{one.number}. {one.title}") for one in series.sessions]
    # Only the open one is drawn: six readers at once would be slow, and would ask six times when it starts.
    for tab, session in zip(st.tabs(names, **state.kept(f"series.tab.{at}", names[0])), series.sessions, strict=True):
        if tab.open:
            with tab:
                _show_session(session, f"s{at}-{session.number}", series.drafting)


def _show_session(session: SeriesSession, key: str, drafting: Drafting | None) -> None:
    show_html(render_frame(session))
    st.button(
        "Open it as a plan of its own",
        key=f"open-alone-{session.number}",
        on_click=_open_alone,
        args=(session, drafting),
    )
    promises = render_promises(session.plan, state.typed("plan.begins", None))
    if promises:
        show_html(tag("div", promises, "c-hold-alone"))
    show_plan(_alone(session, drafting), key, can_change=False)


def _alone(session: SeriesSession, drafting: Drafting | None) -> PlanResult:
    """Return one session as a plan, with how it came about as far as that is known of one session."""
    result = PlanResult(plan=session.plan, findings=session.findings)
    if drafting is None:
        return result
    here = f"{session.number}/"
    by_part = {key.removeprefix(here): by for key, by in drafting.by_part.items() if key.startswith(here)}
    by = session.plan.drafted_by or drafting.by
    told = (_ITS_SHARE,) if drafting.spent.calls else ()
    alone = drafting.model_copy(update={"by": by, "by_part": by_part, "told": told, "fell_back": False})
    return result.model_copy(update={"drafting": alone})


def _open_alone(session: SeriesSession, drafting: Drafting | None) -> None:
    state.shelf().put(_alone(session, drafting))
    state.series_shelf().is_shown = False
    begin_at_top()
