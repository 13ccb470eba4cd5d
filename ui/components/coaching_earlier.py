"""Earlier conversations: opened again, or forgotten with a way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from coach.models import Thread

from .. import resources, state
from ..markup import esc, label, show_html, tag
from ..talk import Talk, open_thread
from ..wording import DOOR, date_label
from .coaching_acts import act, titles
from .empty_state import show_empty
from .to_top import begin_at_top

ONLY_YOU = "Only you can see this. Nobody who looks after the community can."
_MOST, _ALL = 20, "coaching.earlier.all"


def show_earlier(to_talk: Callable[[], None]) -> None:
    """Draw the kept conversations, the last one first.

    Args:
        to_talk: Turns the page to the conversation.
    """
    coach = resources.coach()
    threads: Sequence[Thread] = coach.coaching.threads(state.record().community, actor=state.actor())
    if not threads:
        show_empty(
            "No conversation is kept here yet.",
            "What you talk over with the coach can be opened here again, unless you chose not to keep it. " + ONLY_YOU,
        )
        return
    show_html(tag("p", ONLY_YOU, "c-hint"))
    names = titles()
    shown = threads if state.typed(_ALL, False) else threads[:_MOST]
    with st.container(key="threads", gap=None):
        for thread in shown:
            _show_row(thread, names.get(thread.situation, ""), to_talk)
    if len(threads) > len(shown):
        st.button(f"Show all {len(threads)}", key="all-threads", type="tertiary", on_click=_show_all)


def _show_all() -> None:
    state.put(_ALL, True)


def _show_row(thread: Thread, title: str, to_talk: Callable[[], None]) -> None:
    with st.container(key=f"thread-{thread.id}", horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(gap="xxsmall", width="stretch"):
            st.button(
                label(thread.title), key=f"open-{thread.id}", type="tertiary", on_click=_open, args=(thread, to_talk)
            )
            when = date_label(thread.updated.astimezone().date().isoformat())
            show_html(tag("p", esc(" · ".join(filter(None, (when, DOOR[thread.mode], title)))), "c-hint"))
        st.button("Forget", key=f"forget-{thread.id}", type="tertiary", on_click=forget_thread, args=(thread.id,))


def _open(thread: Thread, to_talk: Callable[[], None]) -> None:
    open_kept(thread.id, to_talk)


def open_kept(thread_id: str, to_talk: Callable[[], None]) -> None:
    """Open a kept conversation, and turn the page to it."""
    coach = resources.coach()

    def step() -> None:
        state.turn_to(open_thread(coach.coaching.thread(state.record().community, thread_id, actor=state.actor())))

    if act(step):
        to_talk()
        begin_at_top()


def forget_thread(thread_id: str) -> None:
    """Forget a conversation with all that was said in it, with the way back."""
    coach, community, who = resources.coach(), state.record().community, state.actor()
    gone: list[Thread] = []

    def forget() -> None:
        gone.append(coach.coaching.forget(community, thread_id, actor=who))

    def put_back() -> None:
        coach.coaching.restore(community, gone[0], actor=who)

    if act(forget, "That conversation is forgotten, with all that was said in it.", ("Put it back", put_back)):
        talk = state.talk()
        if talk.thread == thread_id:
            state.turn_to(Talk())
