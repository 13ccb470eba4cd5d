"""How an ingest ended: its report with the way back, a calm question, or what went wrong."""

from __future__ import annotations

import streamlit as st

from coach.errors import CoachError, TooMuchWouldGo
from coach.models import IngestRequest

from .. import resources, state
from ..long_work import LongWork
from ..markup import esc, show_html, tag
from ..wording import count
from .attention import show_outcome_in_view
from .bring_notes import WAITING, begin, bring_folder, work_name
from .ingest_report import show_report
from .notice import Notice, say
from .problems import show_problem


def show_outcome(work: LongWork) -> None:
    """Draw the end of an ingest until it is put away."""
    folder = state.typed("notes.last_folder", None)
    with st.container(key="outcome"):
        if isinstance(work.error, TooMuchWouldGo) and folder:
            _ask(work.error, folder)
        else:
            _show_end(work)
        if not work.was_seen:
            work.was_seen = True
            show_outcome_in_view()


def _show_end(work: LongWork) -> None:
    with st.container(key="end"):
        if work.error:
            show_problem(work.error)
        else:
            show_report(work.result)
        with st.container(horizontal=True):
            if not work.error and work.result.run_id:
                st.button("Take this back", on_click=take_back, args=(work.result.run_id,), key="take-back")
            st.button("Put away", type="tertiary", on_click=_forget, key="put-away-outcome")


def _ask(error: CoachError, folder: IngestRequest) -> None:
    with st.container(key="question"):
        question = tag("p", "Should these notes go?", "c-problem-h") + tag("p", esc(error.message))
        show_html(tag("div", question, "c-problem", role="status"))
        with st.container(horizontal=True):
            st.button("Leave everything as it is", on_click=_forget, key="leave-all")
            allowed = folder.model_copy(update={"allow_removal": True})
            st.button("Yes, take them out", on_click=_begin_again, args=(allowed,), key="allow-removal")


def _begin_again(request: IngestRequest) -> None:
    if begin(bring_folder(request)) is None:
        say("notes", Notice(WAITING))


def _forget() -> None:
    resources.long_works().forget(work_name())


def take_back(run_id: str) -> None:
    """Undo this ingest of the open community, unless another has followed it, and say what that did."""
    _forget()
    try:
        report = resources.coach().undo(state.record().community, run_id)
    except CoachError as error:
        say("notes", Notice(f"{error.message} {error.next_step}"))
        return
    back = f" {count(report.put_back, 'earlier version')} came back." if report.put_back else ""
    say("notes", Notice(f"Taken back: {count(report.taken_out, 'note')} from {report.source} went away again.{back}"))
