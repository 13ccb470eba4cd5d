"""An experiment whose day has come: asked about once, before anything new."""

from __future__ import annotations

import streamlit as st

from coach.models import Experiment

from .. import resources, state
from ..markup import esc, show_html, tag
from ..wording import date_label
from .coaching_acts import act

_LATER = "coaching.later"


def show_due() -> None:
    """Draw the oldest experiment that is due, unless the person said to be asked later."""
    coach, community = resources.coach(), state.record().community
    due: Experiment | None = coach.practice.due_experiment(community, actor=state.actor())
    if due is None or due.id in _put_off():
        return
    with st.container(key="card-due", border=True, gap="small"):
        show_html(render_due(due))
        show_telling(due)


def render_due(due: Experiment) -> str:
    """Return what was meant, and when that was said, as HTML."""
    when = f"On {date_label(day_of(due), with_year=False)} you meant to try this" if due.at else "You meant to try this"
    return tag("h2", esc(when), "c-due-h") + tag("blockquote", esc(due.text), "c-quote")


def day_of(due: Experiment) -> str:
    """Return the day on which somebody said what they mean to try."""
    return due.at.astimezone().date().isoformat() if due.at else ""


def show_telling(due: Experiment) -> None:
    """Draw the two boxes and what can be done with them."""
    names = _names(due)
    st.text_area("How did it go? What happened?", height="content", **state.kept(names[0], ""))
    st.text_area("What do you take from it? You can leave this open.", height="content", **state.kept(names[1], ""))
    with st.container(key="due-actions", horizontal=True, vertical_alignment="center", gap="small"):
        st.button("Keep it", key="due-keep", on_click=_tell, args=(due,))
        st.button("It did not happen", key="due-not", on_click=drop_experiment, args=(due,))
        st.button("Ask me later", key="due-later", type="tertiary", on_click=_put_off_now, args=(due,))


def _names(due: Experiment) -> tuple[str, str]:
    return f"coaching.happened.{due.id}", f"coaching.learned.{due.id}"


def _put_off() -> frozenset[str]:
    put_off: frozenset[str] = state.typed(_LATER, frozenset())
    return put_off


def _put_off_now(due: Experiment) -> None:
    state.put(_LATER, _put_off() | {due.id})


def _tell(due: Experiment) -> None:
    practice, community, who = resources.coach().practice, state.record().community, state.actor()
    happened, learned = (str(state.typed_now(name, "")).strip() for name in _names(due))

    def tell() -> None:
        practice.tell_experiment(community, due.id, happened, learned, actor=who)

    def take_back() -> None:
        practice.restore(community, due, actor=who)

    if act(tell, "Kept under My way, in your words.", ("Take it back", take_back)):
        for name in _names(due):
            state.forget(name)


def drop_experiment(due: Experiment) -> None:
    """Let go of something that was meant to be tried and was not."""
    practice, community, who = resources.coach().practice, state.record().community, state.actor()

    def drop() -> None:
        practice.drop_experiment(community, due.id, actor=who)

    def take_back() -> None:
        practice.restore(community, due, actor=who)

    act(drop, "Then it is let go. Sessions have a way of going elsewhere.", ("Put it back", take_back))
