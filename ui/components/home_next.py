"""What is next for the open community: one thing to do, and what happened lately."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from coach.errors import CoachError
from coach.models import Community, NoteSummary
from coach.ports import RunSummary

from .. import resources, state
from ..markup import esc, show_html, tag
from ..wording import count
from .home_begin import DEMO_WORK, load_demo, show_create
from .ingest_report import report_words
from .long_work import show_long_work
from .note_list import show_note_row
from .notice import Notice, say
from .problems import show_problem

_LATELY = 4


def show_next(community: Community) -> None:
    """Draw the way from notes to a plan with the one step that is next."""
    coach = resources.coach()
    notes, runs = coach.notes(community.name), coach.runs(community.name)
    show_html(_about(community) + _way(notes))
    _show_step(bool(notes))
    _show_demo_work()
    with st.container(key="below"):
        lately, others = st.columns([1.6, 1], gap="large")
    with lately, st.container(gap="xsmall"):
        _show_latest(notes)
    with others:
        _show_runs(runs)
        _show_others(community)


def _show_demo_work() -> None:
    work = show_long_work(DEMO_WORK)
    if work and work.error:
        show_problem(work.error)
        st.button("Put away", type="tertiary", on_click=_forget_demo_work, key="put-away-demo")
    elif work:
        _forget_demo_work()
        st.rerun()


def _forget_demo_work() -> None:
    resources.long_works().forget(DEMO_WORK)


def _about(community: Community) -> str:
    demo = tag("span", "made up", "c-badge") if community.is_demo else ""
    domain = tag("p", esc(community.domain), "c-why") if community.domain else ""
    return tag("div", tag("h2", esc(community.name) + demo, "c-card-h") + domain, "c-about")


def _way(notes: Sequence[NoteSummary]) -> str:
    drafts = len(state.shelf().versions)
    steps = (
        ("Bring notes", f"{count(len(notes), 'note')} here" if notes else "One is enough to begin with", bool(notes)),
        (
            "Draft a session",
            f"{count(drafts, 'draft')} on the desk" if drafts else "Say what you want to practise",
            bool(drafts),
        ),
        ("Make it yours", "Leave or take up each thought, then export it", False),
    )
    reached = next(number for number, step in enumerate(steps) if not step[2])
    rows = "".join(_step(number, step, reached) for number, step in enumerate(steps))
    return tag("ol", rows, "c-way")


def _step(number: int, step: tuple[str, str, bool], reached: int) -> str:
    kind = "c-done" if step[2] else "c-now" if number == reached else ""
    mark = "✓" if step[2] else str(number + 1)
    words = tag("strong", step[0]) + tag("span", esc(step[1]), "c-hint")
    current = "step" if kind == "c-now" else ""
    return tag("li", tag("span", mark, "c-way-no") + tag("span", words, "c-way-words"), kind, aria_current=current)


def _show_step(has_notes: bool) -> None:
    with st.container(horizontal=True):
        if not has_notes:
            if st.button("Bring notes", type="primary", key="next-notes"):
                st.switch_page("app_pages/notes.py")
            return
        words = "Open the plan" if state.shelf().versions else "Plan a session"
        if st.button(words, type="primary", key="next-plan"):
            st.switch_page("app_pages/plan.py")
        if st.button("Hear what people wish for", key="next-outcomes"):
            st.switch_page("app_pages/outcomes.py")
        if st.button("Find something in the notes", key="next-find"):
            st.switch_page("app_pages/find.py")


def _show_latest(notes: Sequence[NoteSummary]) -> None:
    latest = [note for note in notes if note.date.day][:_LATELY]
    if latest:
        show_html(tag("h2", "Written lately", "c-card-h"))
        for note in latest:
            show_note_row(note, is_short=True)


def _show_runs(runs: Sequence[RunSummary]) -> None:
    heading = tag("h2", "Brought in lately", "c-card-h")
    rows = [run for run in runs if not run.undone][:_LATELY]
    if not rows:
        show_html(heading + tag("p", "Nothing yet.", "c-hint"))
        return
    lines = (
        tag("li", tag("strong", esc(run.source)) + tag("span", esc(report_words(run.report))) + _when(run))
        for run in rows
    )
    show_html(heading + tag("ul", "".join(lines), "c-runs"))


def _when(run: RunSummary) -> str:
    return tag("span", f"{run.started.day} {run.started:%b %Y}", "c-hint c-num")


def _show_others(community: Community) -> None:
    show_html(tag("h2", "Another room", "c-card-h"))
    if community.is_demo:
        st.button("Take the demo out", on_click=_remove_demo, args=(community.name,), key="remove-demo")
    with st.expander("Start another community", key="another"):
        show_create()
    has_demo = any(one.is_demo for one in resources.coach().communities())
    if not has_demo and not resources.long_works().of(DEMO_WORK):
        st.button("Bring in the demo community", on_click=load_demo, type="tertiary", key="load-demo-again")


def _remove_demo(name: str) -> None:
    try:
        resources.coach().remove_community(name)
    except CoachError as error:
        say("home", Notice(f"{error.message} {error.next_step}"))
        return
    state.record().community = ""
    say("home", Notice("The demo community is out, with everything in it.", "Put it back", load_demo))
