"""A draft on its way: what is being done, how long it has been, and its parts under their headings as they come."""

from __future__ import annotations

import streamlit as st

from coach.errors import CoachError
from coach.models import ArrivingPart, JobView, RunState

from .. import drafts, resources
from ..markup import esc, show_html, tag
from .problems import show_said

POLL_S = 0.25
_STATE = {
    "waiting": "still to come",
    "arriving": "coming in",
    "checking": "being checked",
    "checked": "checked",
    "mending": "being mended",
}


def show_arriving(view: JobView, what: str) -> None:
    """Draw a draft that goes on; the page is drawn anew once it has ended."""
    _poll(view.id, what)


@st.fragment(run_every=POLL_S)
def _poll(job_id: str, what: str) -> None:
    view = _look(job_id)
    if view is None or view.has_ended:
        st.rerun()
    with st.container(key=f"arriving-{view.kind}", gap="small"):
        show_html(render_head(view, what))
        with st.container(key=f"stop-row-{view.kind}", horizontal=True, vertical_alignment="center", gap="small"):
            st.button(
                "Stopping" if view.is_stopping else "Stop",
                key=f"stop-{view.kind}",
                disabled=view.is_stopping,
                on_click=drafts.stop,
                args=(job_id,),
            )
            # Apart from the words: they are read out when they change, and the seconds change all the time.
            show_html(tag("p", f"{view.seconds:.0f} s", "c-hint c-num", aria_hidden="true"))
        if view.parts:
            show_html(render_parts(view.parts))


def _look(job_id: str) -> JobView | None:
    try:
        return resources.coach().drafts.look(job_id)
    except CoachError:
        return None


def render_head(view: JobView, what: str) -> str:
    """Return what is going on as HTML."""
    by = f"{view.model} is {what}" if view.model else f"The playbook is {what}"
    has_come = any(one.state != "waiting" for one in view.parts)
    done = sum(one.state == "checked" for one in view.parts)
    share = f"{100 * done / len(view.parts):.0f}" if view.parts else "0"
    bar = tag("div", tag("div", "", "c-bar-fill", style=f"width:{share}%"), "c-bar", aria_hidden="true")
    stage = tag("p", esc(_stage(view, by, has_come=has_come)), "c-work-words", role="status")
    words = tag("p", tag("strong", esc(by)), "c-work-what") + stage
    return tag("div", words + (bar if has_come else ""), "c-work")


def _stage(view: JobView, by: str, *, has_come: bool) -> str:
    if view.is_stopping:
        return "Stopping"
    if view.stage and by.startswith(view.stage):  # that much is said already
        return "Its words are coming in" if has_come else "Waiting for its first words"
    return view.stage or "Looking through the notes"


def render_parts(parts: tuple[ArrivingPart, ...]) -> str:
    """Return the parts as far as they have come, under their headings."""
    return tag("ol", "".join(_part(one) for one in parts), "c-arriving", aria_label="What has come so far")


def _part(part: ArrivingPart) -> str:
    how_far = tag("span", _STATE[part.state], "c-arriving-state")
    head = tag("h3", esc(part.heading), "c-arriving-h") + how_far
    lines = "".join(tag("p", esc(line)) for line in part.lines if line.strip())
    body = tag("div", head, "c-arriving-head") + (tag("div", lines, "c-arriving-lines") if lines else "")
    return tag("li", body, f"c-arriving-part c-is-{part.state}")


def show_trouble(view: JobView) -> None:
    """Say why no suggestion came, until somebody puts it away or asks again."""
    if view.problem is None:
        return
    heading = "Stopped" if view.state is RunState.STOPPED else "That did not work"
    with st.container(key=f"trouble-{view.kind}", gap="small"):
        show_said(heading, view.problem.message, view.problem.next_step)
        st.button("Put away", key=f"seen-{view.kind}", type="tertiary", on_click=drafts.see, args=(view,))
