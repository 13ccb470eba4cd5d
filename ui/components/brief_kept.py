"""The pages that were kept: opened as they stood, looked at again, and removed with a way back."""

from __future__ import annotations

import streamlit as st

from coach.models import Brief, BriefCheckUp, BriefResult, EvidenceNow, KeptBrief

from .. import resources, state
from ..markup import esc, label, show_html, tag
from ..wording import date_label
from .brief_acts import PAPER, act, to_view
from .empty_state import show_empty

_STATE = {"moved": "moved", "changed": "changed", "withdrawn": "withdrawn", "deleted": "deleted", "same": "as it was"}


def show_kept() -> None:
    """Draw the list, newest first."""
    kept: list[KeptBrief] = resources.coach().briefs.kept(state.record().community, actor=state.actor())
    if not kept:
        show_empty(
            "No page is kept yet.",
            "A page that you keep stays as it stood on that day. Later you can look again: what has changed, what has "
            "been withdrawn, what is gone.",
        )
        return
    with st.container(key="kept-briefs", gap=None):
        for one in kept:
            _show_row(one)


def _show_row(one: KeptBrief) -> None:
    with st.container(key=f"own-{one.id}", gap="xsmall"):
        st.button(label(one.title), key=f"open-kept-{one.id}", type="tertiary", on_click=_open, args=(one,))
        show_html(tag("p", esc(kept_line(one)), "c-hint"))
        with st.container(key=f"own-do-{one.id}", horizontal=True, gap="medium"):
            st.button("Look again", key=f"again-{one.id}", type="tertiary", on_click=_look_again, args=(one,))
            st.button("Remove", key=f"remove-{one.id}", type="tertiary", on_click=_remove, args=(one,))
        check_up = state.brief_shelf().check_up
        if check_up is not None and check_up.brief_id == one.id:
            show_html(render_check_up(check_up))


def kept_line(one: KeptBrief) -> str:
    """Return for whom a kept page was, over which time, and as of when."""
    start, end = (date_label(day.isoformat()) if day else "" for day in (one.start, one.end))
    period = f"{start} to {end}" if start and end else ""
    made = f"as of {date_label(one.made_at.date().isoformat())}"
    return " · ".join(filter(None, (f"For {one.reader}", period, made)))


def render_check_up(check_up: BriefCheckUp) -> str:
    """Return how a kept page stands today, as HTML."""
    when = tag("p", f"Looked at on {esc(date_label(check_up.at.date().isoformat()))}", "c-eyebrow")
    other = [one for one in check_up.evidence if one.state != "same"]
    rows = "".join(tag("li", _now(one)) for one in other)
    same = len(check_up.evidence) - len(other)
    stands = (
        tag("p", "1 quote as it was." if same == 1 else f"{same} quotes as they were.", "c-hint")
        if same and other
        else ""
    )
    changed = tag("ul", rows, "c-list") if rows else ""
    return tag("div", when + tag("p", esc(check_up.says)) + changed + stands, "c-check-up", role="status")


def _now(one: EvidenceNow) -> str:
    return tag("strong", f"{_STATE[one.state].capitalize()}. ") + esc(one.says)


def _open(one: KeptBrief) -> None:
    briefs, community = resources.coach().briefs, state.record().community

    def open_it() -> None:
        result: BriefResult = briefs.open(community, one.id, actor=state.actor())
        shelf = state.brief_shelf()
        here = [place for place, version in enumerate(shelf.versions) if version.brief.id == one.id]
        if here:
            shelf.versions[here[0]] = result
            shelf.go_to(here[0])
        else:
            shelf.put(result)

    if act(open_it):
        to_view(PAPER)


def _look_again(one: KeptBrief) -> None:
    def look() -> None:
        state.brief_shelf().check_up = resources.coach().briefs.check_up(
            state.record().community, one.id, actor=state.actor()
        )

    act(look)


def _remove(one: KeptBrief) -> None:
    briefs, community, who = resources.coach().briefs, state.record().community, state.actor()
    gone: list[Brief] = []

    def remove() -> None:
        gone.append(briefs.remove(community, one.id, actor=who))
        _unkeep(one.id)

    def put_back() -> None:
        briefs.restore(community, gone[0], actor=who)

    act(remove, "That page is gone.", ("Put it back", put_back))


def _unkeep(brief_id: str) -> None:
    """Have an open draft no longer say that it is kept."""
    shelf = state.brief_shelf()
    shelf.versions = [
        one.model_copy(update={"brief": one.brief.model_copy(update={"id": ""})}) if one.brief.id == brief_id else one
        for one in shelf.versions
    ]
