"""Where the coach is not sure what it is about: the nearest situations to choose from, or none of them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from coach.models import CoachReply, Guess, ReplyKind

from .. import state
from ..markup import label, show_html, tag
from .coaching_sending import send_again

SURE = 0.7
"""From here on the coach does not say what else it may be."""
_LIKELY = 0.05
"""What is less likely than this is not worth a line."""
_MOST = 3
_NONE_SAID = "Then it is something else. What happened, in a sentence or two, and what would you rather have seen?"


def show_choices(reply: CoachReply) -> None:
    """Draw the nearest situations as buttons, and the way to say that it is none of them."""
    if state.talk().is_none:
        show_html(tag("p", _NONE_SAID, "c-asks-one", role="status"))
        return
    with st.container(key="choices", gap="xsmall"):
        _show_guesses(reply.alternatives, "choose")
        st.button("None of these", key="choose-none", type="tertiary", on_click=_none)


def show_may_be(reply: CoachReply) -> None:
    """Draw what else it may be, small, where the coach is not very sure."""
    others = [one for one in reply.alternatives if one.situation != reply.situation and one.confidence >= _LIKELY]
    if not others or not reply.situation or reply.confidence >= SURE:
        return
    with st.container(key="may-be", horizontal=True, vertical_alignment="center", gap="small"):
        show_html(tag("p", "It may also be:", "c-hint"))
        _show_guesses(others, "may-be", small=True)


def show_wish_for_more(reply: CoachReply) -> None:
    """Draw the way to something to try, where the coach only listened."""
    if reply.kind is ReplyKind.LISTEN and reply.situation:
        words = "I’d like something to try"
        st.button(words, key="something", type="tertiary", on_click=send_again, args=(1, reply.situation))


def _show_guesses(guesses: Sequence[Guess], key: str, *, small: bool = False) -> None:
    for number, guess in enumerate(guesses[:_MOST]):
        st.button(
            label(guess.title),
            key=f"{key}-{number}",
            type="tertiary" if small else "secondary",
            on_click=send_again,
            args=(0, guess.situation),
        )


def _none() -> None:
    state.talk().is_none = True
