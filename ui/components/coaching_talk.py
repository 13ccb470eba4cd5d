"""One conversation: what was said, the newest reply with what can be done with it, and the box under its question."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from coach.errors import UnknownConversation
from coach.models import CoachReply

from .. import resources, state
from ..markup import esc, show_html, tag
from ..talk import Exchange, Talk
from ..wording import DOOR
from .coaching_earlier import forget_thread
from .coaching_field import show_doors, show_field
from .coaching_note import show_note
from .coaching_reply import render_asks, render_said, show_reply, show_reply_before
from .coaching_sending import show_sending
from .quote import may_show

_GONE = "What a note said here is not to be quoted any more."
_SHORTENED = "Something here was not kept, and is not shown again."


def show_talk() -> None:
    """Draw the conversation, or the doors to a new one."""
    talk = _fresh()
    if talk.begun:
        _show_head(talk)
    else:
        show_doors()
    for number, exchange in enumerate(talk.exchanges[:-1]):
        _show_before(talk, number, exchange)
    last = talk.last
    if last is not None:
        _show_last(talk, last)
    if talk.sending is not None and talk.sending.message != (last.message if last else ""):
        with st.container(key="sending"):
            show_html(render_said(talk.sending.message))
    if show_sending():
        return
    asks = last.reply.asks if last else ""
    if asks:
        show_html(render_asks(asks))
    show_field(asks)
    if last is not None:
        show_note(last.reply)


def _fresh() -> Talk:
    """Return the open conversation as it is kept now; one that was forgotten elsewhere is not here any more."""
    talk = state.talk()
    if talk.thread:
        try:
            coach = resources.coach().coaching
            talk.refresh(coach.thread(state.record().community, talk.thread, actor=state.actor()))
        except UnknownConversation:
            begin_anew()
    talk = state.talk()
    talk.exchanges = [one if one.reply.kept else replace(one, reply=_still_quoted(one.reply)) for one in talk.exchanges]
    return talk


def _still_quoted(reply: CoachReply) -> CoachReply:
    """Return a reply that is in this window only, without what its notes do not say any more."""
    if all(map(may_show, reply.citations)):
        return reply
    return reply.model_copy(update={"from_notes": _GONE, "citations": ()})


def _show_head(talk: Talk) -> None:
    with st.container(key="talk-head", horizontal=True, vertical_alignment="center", gap="small"):
        if talk.mode is not None:
            show_html(tag("p", esc(DOOR[talk.mode]), "c-hint"))
        if talk.sending is None:
            st.button("New conversation", key="new-talk", type="tertiary", on_click=begin_anew)
        if talk.thread and talk.sending is None:
            st.button("Forget it", key="forget-talk", type="tertiary", on_click=forget_thread, args=(talk.thread,))
    if talk.is_shortened:
        show_html(tag("p", _SHORTENED, "c-hint"))


def begin_anew() -> None:
    """Leave this conversation where it is, and begin another."""
    state.turn_to(Talk())


def _show_before(talk: Talk, number: int, exchange: Exchange) -> None:
    with st.container(key=f"exchange-{number}", gap="small"):
        _show_said(talk, number)
        show_reply_before(exchange.reply, f"b{number}")


def _show_last(talk: Talk, exchange: Exchange) -> None:
    with st.container(key="exchange-last", gap="small"):
        _show_said(talk, len(talk.exchanges) - 1)
        show_reply(exchange.reply, f"r{len(talk.exchanges)}")


def _show_said(talk: Talk, number: int) -> None:
    exchange = talk.exchanges[number]
    before = talk.exchanges[number - 1].message if number else ""
    if exchange.message and exchange.message != before:
        show_html(render_said(exchange.message))
    elif exchange.message:
        show_html(tag("p", "Another reply to the same words", "c-hint c-turn-again"))
