"""A reply in its parts: what was heard, what the notes say, the one thing to try, whom to turn to; and the question."""

from __future__ import annotations

import re

import streamlit as st

from coach.models import CoachReply, ReplyKind

from ..markup import esc, show_html, tag
from ..wording import count
from .coaching_choices import show_choices, show_may_be, show_wish_for_more
from .coaching_move import render_move_before, show_move
from .coaching_sending import send_again
from .coaching_signpost import show_signpost, show_signpost_before
from .drafted_by import PLAYBOOK, render_drafting, show_told
from .source_chip import show_source_chip
from .thought import render_thought

_QUOTED = re.compile(r"(“[^”]*”)")
_LONG = 700
_CUT = 420


def render_said(message: str) -> str:
    """Return a person's own words as HTML; very long ones are folded after their beginning."""
    who = tag("h2", "You", "c-turn-who")
    if len(message) <= _LONG:
        return tag("div", who + tag("div", esc(message), "c-turn-words"), "c-turn c-turn-person")
    words = f"{count(len(message.split()), 'word')} in all"
    begins = tag("div", esc(message[:_CUT].rsplit(" ", 1)[0]) + " …", "c-turn-words")
    rest = tag("details", tag("summary", words) + tag("div", esc(message), "c-turn-words"), "c-fold c-fold-quiet")
    return tag("div", who + begins + rest, "c-turn c-turn-person")


def render_asks(question: str) -> str:
    """Return the one question as HTML, to stand right above the box."""
    return tag("p", esc(question), "c-asks-one")


def render_words(*texts: str) -> str:
    """Return what the coach says, one paragraph for each text, with quoted words set apart."""
    return "".join(tag("p", _with_quotes(text), "c-coach-p") for text in texts if text.strip())


def _with_quotes(text: str) -> str:
    pieces = _QUOTED.split(text)
    return "".join(tag("span", esc(one), "c-own-words") if at % 2 else esc(one) for at, one in enumerate(pieces))


def _joined(*texts: str) -> str:
    return " ".join(text for text in texts if text)


def show_reply(reply: CoachReply, key: str) -> None:
    """Draw the newest reply whole, with everything that can be done with it; its question stands above the box."""
    with st.container(key=f"reply-{key}", gap="small"):
        show_html(tag("h2", "Coach", "c-turn-who") + tag("p", "The coach has answered.", "c-sr", role="status"))
        _show_words(reply, key)
        if reply.signpost:
            show_signpost(reply.signpost, key)
        if reply.move:
            show_move(reply, reply.move, key)
        if reply.lesson:
            show_html(render_lesson(reply.lesson.says))
        if reply.kind is ReplyKind.CHOOSE:
            show_choices(reply)
        else:
            show_may_be(reply)
            show_wish_for_more(reply)
        _show_behind(reply, key)


def show_reply_before(reply: CoachReply, key: str) -> None:
    """Draw a reply that others followed: to be read, with nothing to press but its sources."""
    with st.container(key=f"reply-{key}", gap="small"):
        show_html(tag("h2", "Coach", "c-turn-who"))
        _show_words(reply, key)
        if reply.signpost:
            show_signpost_before(reply.signpost, key)
        body = render_move_before(reply.move) if reply.move else ""
        body += render_lesson(reply.lesson.says) if reply.lesson else ""
        if reply.kind is ReplyKind.CHOOSE:
            body += tag("ul", "".join(tag("li", esc(one.title)) for one in reply.alternatives), "c-list")
        body += tag("p", esc(reply.asks), "c-asks-before") if reply.asks else ""
        if body:
            show_html(body)


def _show_words(reply: CoachReply, key: str) -> None:
    said = render_words(_joined(reply.heard, reply.strength), reply.says)
    if said:
        show_html(tag("div", said, "c-coach"))
    notes = render_words(_joined(reply.from_notes, reply.keep_doing))
    if notes:
        show_html(tag("div", notes, "c-coach"))
    if reply.citations:
        with st.container(key=f"sources-{key}", horizontal=True, gap="small"):
            for number, citation in enumerate(reply.citations):
                show_source_chip(citation, f"{key}-{number}")


def render_lesson(says: str) -> str:
    """Return a lesson from another community as HTML, marked as such."""
    return tag("div", tag("p", "From another community", "c-eyebrow") + tag("p", esc(says), "c-coach-p"), "c-elsewhere")


def by_line(reply: CoachReply) -> str:
    """Return who worded a reply; of the playbook, which costs nothing and takes no time, also when."""
    at = reply.drafting.at.astimezone() if reply.drafting and reply.drafting.at else None
    when = f", on {at.day} {at:%b} at {at:%H:%M}" if at else ""
    return f"By the playbook, no model{when}." if reply.drafted_by == PLAYBOOK else f"By {reply.drafted_by}."


def _show_behind(reply: CoachReply, key: str) -> None:
    took = f"It took this for: {reply.situation_title}." if reply.situation_title else ""
    kept = "" if reply.kept else "Nothing of this was kept."
    line = " ".join(filter(None, (took, by_line(reply), kept)))
    asked_model = reply.drafted_by != PLAYBOOK or (reply.drafting is not None and reply.drafting.spent.calls > 0)
    show_html(tag("p", esc(line), "c-hint") + (render_drafting(reply.drafting) if asked_model else ""))
    show_told(reply.drafting, f"coaching-{key}", send_again)
    if reply.findings:
        heading = f"{count(len(reply.findings), 'thought')} on this reply"
        body = "".join(tag("div", render_thought(one), "c-check") for one in reply.findings)
        with st.expander(heading, key=f"thoughts-{key}", type="compact"):
            show_html(tag("div", body, "c-checks"))
