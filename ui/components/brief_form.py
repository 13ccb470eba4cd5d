"""What a page for leaders is to be: for whom, over which time, and who may see it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import streamlit as st

from coach.models import BriefRequest

from .. import resources, state
from ..markup import esc, show_html, tag
from .brief_sending import draft
from .who_drafts import show_drafter_choice, show_who_drafts

YEAR, OTHER = "Last twelve months", "Other dates"
_MOST_YEARS = 3
_READER, _PERIOD, _FROM, _TO = "brief.reader", "brief.period", "brief.from", "brief.to"
_QUESTION, _CIRCLE, _ASKS, _VOICE = "brief.question", "brief.circle", "brief.asks", "brief.voice"
_UNSAID = "brief.unsaid"
_INSIDE, _OUTSIDE = "inside", "outside"
_CIRCLES = {_INSIDE: "People we work with", _OUTSIDE: "Anybody"}
CIRCLE_MEANS = {
    _INSIDE: "It quotes notes that may be quoted inside, and leaves out the names of people.",
    _OUTSIDE: "It quotes only notes that may be quoted anywhere.",
}
_VOICES = {"leader": "A leader", "community": "The community itself"}
_VOICE_MEANS = {
    "leader": "It says what people can do now, what is not known, and what you ask.",
    "community": "It tells those who wrote the notes what became of their words.",
}
_WHO_FIRST = "Say who will read it first; a role is enough."
_BACKWARDS = "The time ends before it begins. Turn the two dates round."


def show_form() -> None:
    """Draw the form and its button."""
    with st.container(key="narrow-brief-form", gap="small"):
        _show_reader()
        _show_period()
        st.text_area(
            "What do they want to know? (or leave it empty)",
            height=92,
            placeholder="Is this worth two hours a month of twelve people?",
            **state.kept(_QUESTION, ""),
        )
        _show_circle()
        with st.expander("What we ask of them", key="brief-asks"):
            st.text_area(
                "One on each line (or leave it empty, and some are suggested)",
                height=92,
                placeholder="Keep the two hours a month in people’s calendars.",
                **state.kept(_ASKS, ""),
            )
        show_drafter_choice()
        _show_button()
        show_who_drafts(lambda: typed_request() if _problem() == "" else None, "brief")


def _show_reader() -> None:
    with st.container(key="brief-voice", gap="xxsmall"):
        st.segmented_control(
            "For whom?", list(_VOICES), format_func=_VOICES.__getitem__, required=True, **state.kept(_VOICE, "leader")
        )
        show_html(tag("p", _VOICE_MEANS[_voice()], "c-hint"))
    if _voice() == "leader":
        st.text_input("Who will read it?", placeholder="Director of Digital", **state.kept(_READER, ""))


def _show_period() -> None:
    periods = [YEAR, *_years(), OTHER]
    if state.typed(_PERIOD, YEAR) not in periods:
        state.put(_PERIOD, YEAR)  # the notes of that year are gone
    st.segmented_control("Which time?", periods, required=True, **state.kept(_PERIOD, YEAR))
    if state.typed(_PERIOD, YEAR) != OTHER:
        return
    first, last = st.columns(2)
    with first:
        st.date_input("From", format="DD/MM/YYYY", min_value=dt.date(1990, 1, 1), **state.kept(_FROM, None))
    with last:
        st.date_input("Until", format="DD/MM/YYYY", min_value=dt.date(1990, 1, 1), **state.kept(_TO, None))


def _show_circle() -> None:
    with st.container(key="brief-circle", gap="xxsmall"):
        st.segmented_control(
            "Who may see it?",
            list(_CIRCLES),
            format_func=_CIRCLES.__getitem__,
            required=True,
            **state.kept(_CIRCLE, _INSIDE),
        )
        show_html(tag("p", CIRCLE_MEANS[_circle()], "c-hint"))


def _show_button() -> None:
    if st.button("Draft the page", type="primary", key="draft-brief"):
        problem = _problem()
        if problem:
            state.put(_UNSAID, True)
        else:
            state.forget(_UNSAID)
            draft(typed_request())
    if state.typed(_UNSAID, False) and _problem():
        show_html(tag("p", esc(_problem()), "c-said", role="status"))


def _problem() -> str:
    """Return what has to be said before anything can be drafted; empty when nothing has."""
    if _voice() == "leader" and not str(state.typed(_READER, "")).strip():
        return _WHO_FIRST
    request = typed_request()
    return _BACKWARDS if request.start and request.end and request.start > request.end else ""


def _voice() -> Literal["leader", "community"]:
    return "community" if state.typed(_VOICE, "leader") == "community" else "leader"


def _circle() -> Literal["inside", "outside"]:
    return "outside" if state.typed(_CIRCLE, _INSIDE) == _OUTSIDE else "inside"


def _period() -> tuple[dt.date | None, dt.date | None]:
    picked = state.typed(_PERIOD, YEAR)
    if picked == OTHER:
        return state.typed(_FROM, None), state.typed(_TO, None)
    if str(picked).isdigit():
        return dt.date(int(picked), 1, 1), dt.date(int(picked), 12, 31)
    return None, None


def _years() -> list[str]:
    """Return the latest years that notes are from."""
    notes = resources.coach().notes(state.record().community, actor=state.actor())
    years = {str(one.date.day.year) for one in notes if one.date.day}
    return sorted(years, reverse=True)[:_MOST_YEARS]


def typed_request(seed: int = 0) -> BriefRequest:
    """Return what stands in the form."""
    start, end = _period()
    reader = str(state.typed(_READER, "")).strip() if _voice() == "leader" else ""
    lines = str(state.typed(_ASKS, "")).splitlines()
    return BriefRequest(
        reader=reader or "our members",
        start=start,
        end=end,
        question=str(state.typed(_QUESTION, "")).strip(),
        asks=tuple(line.strip() for line in lines if line.strip()),
        circle=_circle(),
        voice=_voice(),
        seed=seed,
    )
