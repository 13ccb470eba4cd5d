"""The first steps: a community of your own, or a look round with the demo."""

from __future__ import annotations

import streamlit as st

from coach.errors import CoachError

from .. import resources, state
from ..markup import esc, show_html, tag
from .community_picker import open_community
from .home_sketch import show_sketch
from .long_work import show_long_work
from .problems import show_problem

DEMO_WORK = "demo"


def show_beginning() -> None:
    """Draw both ways to begin, or the demo being taken in."""
    work = show_long_work(DEMO_WORK)
    if work and work.result:
        resources.long_works().forget(DEMO_WORK)
        open_community(work.result.name)
        st.rerun()
    if work and work.error:
        show_problem(work.error)
    elif work is None and resources.long_works().of(DEMO_WORK):
        return
    own, demo = st.columns(2, gap="medium")
    with own, st.container(border=True, key="card-own"):
        show_html(tag("h2", "Your community", "c-card-h"))
        show_create()
    with demo, st.container(border=True, key="card-demo"):
        _show_demo()
    show_sketch()


def show_create() -> None:
    """Draw the form for a new community; three sentences help, the name is enough."""
    st.text_input("What its members call it", placeholder="Service Design Circle", **state.kept("new.name", ""))
    with st.expander("Three sentences that help, if you have them"):
        st.text_input("What do you all care about?", **state.kept("new.domain", ""))
        st.text_input("Who are you to each other?", **state.kept("new.people", ""))
        st.text_input("What do you do and make together?", **state.kept("new.practice", ""))
    if st.button("Create the community", type="primary", key="create-community"):
        _create()


def _create() -> None:
    words = {name: state.typed(f"new.{name}", "").strip() for name in ("domain", "people", "practice")}
    try:
        made = resources.coach().create_community(state.typed("new.name", "").strip(), **words)
    except CoachError as error:
        show_problem(error)
        return
    for name in ("new.name", "new.domain", "new.people", "new.practice"):
        state.record().typed.pop(f"{state.record().community}/{name}", None)
    open_community(made.name)
    st.rerun()


def _show_demo() -> None:
    words = resources.coach().demo_words()
    show_html(
        tag("h2", "Or look round first", "c-card-h")
        + tag("p", f"{esc(words['name'])} is made up: a year of notes from people who never existed.")
        + tag("p", "You can take it out again with one click.", "c-hint")
    )
    if st.button("Look round with the demo community", key="load-demo"):
        load_demo()
        st.rerun()


def load_demo() -> None:
    """Take the demo in, in a thread of its own."""
    coach = resources.coach()
    resources.long_works().forget(DEMO_WORK)
    resources.long_works().start(DEMO_WORK, "Taking in the demo community", coach.load_demo)
