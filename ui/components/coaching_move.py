"""One thing to try, on a card: what to do, what to say, what stands behind it; and what a person makes of it."""

from __future__ import annotations

import re

import streamlit as st

from coach.models import AlreadyDoing, CoachMode, CoachReply, Experiment, OfferedMove

from .. import resources, state
from ..markup import esc, show_html, tag
from ..wording import count
from .coaching_acts import act
from .coaching_sending import send_again
from .copy_text import show_copy_button

_TRY, _DUE = "coaching.try", "coaching.due"
_BEGINS = "In the next session I will "
_NO_VERBS = frozenset(
    """
    a after all an and anybody anyone as at before both by each every everybody everyone first five for four from
    halfway here how i if in instead it next nobody no on once one only our people some somebody someone straight that
    the their then there these they this those three to today two we what whatever when whenever where whoever while
    who with within without you your
    """.split()
)
"""A sentence that begins with one of these does not begin with what somebody does."""
_SENTENCE = re.compile(r"(?<=[.?!])\s+")


def show_move(reply: CoachReply, move: OfferedMove, key: str) -> None:
    """Draw the card of the newest reply."""
    with st.container(key=f"card-move-{key}", border=True, gap="small"):
        show_html(render_move_head(move))
        with st.container(key=f"say-{key}", gap="xsmall"):
            show_html(render_say(move))
            if move.say:
                show_copy_button(move.say, f"copy-say-{key}", "Copy these words")
        show_html(render_details(move, folds=reply.mode is CoachMode.TEN_MINUTES))
        if state.talk().editor == "try":
            _show_try(reply, move)
        else:
            _show_actions(reply, move)


def render_move_head(move: OfferedMove) -> str:
    """Return what to do as HTML."""
    minutes = tag("span", f"about {count(move.minutes, 'minute')}", "c-num") if move.minutes else ""
    eyebrow = tag("p", tag("span", "One thing to try") + minutes, "c-eyebrow c-eyebrow-row")
    return eyebrow + tag("h3", esc(move.title), "c-move-h") + tag("p", esc(move.does), "c-move-does")


def render_say(move: OfferedMove) -> str:
    """Return the words to say as HTML."""
    return tag("p", "You could say", "c-eyebrow") + tag("p", f"“{esc(move.say)}”", "c-move-say") if move.say else ""


def render_details(move: OfferedMove, *, folds: bool = False) -> str:
    """Return why, what it may cost, what to watch for and the way back; on a phone they can be folded away."""
    facts = (
        ("Why it works", move.why),
        ("What it may cost", move.costs),
        ("Watch for", move.watch_for),
        ("If it doesn’t land", move.way_back),
        ("Comes from", move.credit),
    )
    rows = "".join(tag("dt", name) + tag("dd", esc(text)) for name, text in facts if text)
    if not rows:
        return ""
    plain = tag("dl", rows, "c-facts c-move-facts")
    if not folds:
        return plain
    summary = tag("summary", "Why it works, and if it doesn’t land")
    folded = tag("details", summary + plain, "c-fold c-fold-quiet c-on-phone")
    return tag("div", plain, "c-off-phone") + folded


def render_move_before(move: OfferedMove) -> str:
    """Return a move of a reply that others followed, as HTML."""
    details = tag(
        "details", tag("summary", "Why it works, and if it doesn’t land") + render_details(move), "c-fold c-fold-quiet"
    )
    return tag("div", render_move_head(move) + render_say(move) + details, "c-move-before")


def _show_actions(reply: CoachReply, move: OfferedMove) -> None:
    with st.container(key="move-actions", horizontal=True, vertical_alignment="center", gap="small"):
        st.button("I’ll try this", key="try", on_click=_open_try, args=(move,))
        st.button("I do this already", key="already", on_click=_already, args=(reply, move))
        st.button("Another one", key="another", type="tertiary", on_click=send_again, args=(1, reply.situation))


def _open_try(move: OfferedMove) -> None:
    state.put(_TRY, _BEGINS + as_intention(move))
    state.put(_DUE, None)
    state.talk().editor = "try"


def as_intention(move: OfferedMove) -> str:
    """Return a move as it goes on after "I will": what it does, or trying it by its name."""
    return _as_doing(move.does) or f"try this: {move.title}."


def _as_doing(does: str) -> str:
    """Return the first sentence from its verb on, from a small letter on; empty where it begins with something else."""
    first = _SENTENCE.split(does.strip(), maxsplit=1)[0]
    word = (first.split() or [""])[0].rstrip(",").lower()
    is_verb = word.isalpha() and word not in _NO_VERBS and not word.endswith(("ly", "ing"))
    return first[:1].lower() + first[1:] if is_verb else ""


def _show_try(reply: CoachReply, move: OfferedMove) -> None:
    with st.container(key="try-editor", gap="small"):
        st.text_area("What you mean to do, in your words", height="content", **state.kept(_TRY, _BEGINS))
        st.date_input("When you meet next, if you know", format="DD/MM/YYYY", **state.kept(_DUE, None))
        with st.container(key="try-actions", horizontal=True, vertical_alignment="center", gap="small"):
            st.button("Keep it for me", key="try-keep", on_click=_keep, args=(reply, move))
            st.button("Not now", key="try-not", type="tertiary", on_click=_close)


def _close() -> None:
    state.talk().editor = ""


def _keep(reply: CoachReply, move: OfferedMove) -> None:
    practice, community, who = resources.coach().practice, state.record().community, state.actor()
    wanted = Experiment(
        text=str(state.typed_now(_TRY, "")).strip(),
        due=state.typed_now(_DUE, None),
        thread=reply.thread,
        situation=reply.situation,
        move=move.id,
    )
    begun: list[Experiment] = []

    def begin() -> None:
        begun.append(practice.begin_experiment(community, wanted, actor=who))

    def take_back() -> None:
        practice.drop_experiment(community, begun[0].id, actor=who)

    done = "That is noted, for you alone. When you come back after the session, you are asked how it went."
    if act(begin, done, ("Take it back", take_back)):
        _close()


def _already(reply: CoachReply, move: OfferedMove) -> None:
    practice, community, who = resources.coach().practice, state.record().community, state.actor()
    added: list[AlreadyDoing] = []

    def add() -> None:
        added.append(practice.add_doing(community, doing_words(move), actor=who))

    def take_back() -> None:
        practice.remove_doing(community, added[0].id, actor=who)

    done = "That stands under What I do already now, and is not advised to you again."
    if act(add, done, ("Take it back", take_back)):
        send_again(1, reply.situation)


def doing_words(move: OfferedMove) -> str:
    """Return what somebody says they do when they say that they do this already."""
    doing = _as_doing(move.does)
    return f"I {doing}" if doing else move.title
