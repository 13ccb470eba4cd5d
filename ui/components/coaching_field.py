"""Where a person writes to the coach: the doors for a new conversation, the text box, and what happens to the words."""

from __future__ import annotations

import streamlit as st

from coach.models import CoachingRequest, CoachMode, ReplyKind

from .. import state
from ..markup import label, show_html, tag
from ..wording import DOOR
from .coaching_sending import MESSAGE, MODE, UNKEPT, send_typed, typed_request
from .send_keys import show_send_keys
from .who_drafts import show_drafter_choice, show_who_drafts

_DOOR_MEANS = {
    CoachMode.TEN_MINUTES: "One thing to try, with words to say it in. No questions first.",
    CoachMode.THINK: "The coach gives back what it hears and asks one question at a time.",
    CoachMode.WENT_WRONG: "First what it was like for you. What to make of it comes after.",
    CoachMode.GROW: "What you are good at, what keeps coming back, and one thing to practise.",
}
_SUCH_AS = {
    CoachMode.TEN_MINUTES: "It is ten to two, and I still don’t know how to …",
    CoachMode.THINK: "I keep wondering why …",
    CoachMode.WENT_WRONG: "I have just come out of it, and …",
    CoachMode.GROW: "What I would like to get better at is …",
}
_EXAMPLES = (
    (
        CoachMode.TEN_MINUTES,
        "I ask them what they think, nobody answers, and then I fill the gap myself. We start at two.",
    ),
    (CoachMode.THINK, "The same three people talk every week. I like what they say, and I miss all the others."),
    (
        CoachMode.WENT_WRONG,
        "Two of our most experienced people argued for twenty minutes. The rest went quiet and I let it run.",
    ),
)
_KEPT = "Kept for you alone. Nobody else can see it, and nobody who looks after the community can."
_KEPT_FROM_HERE = "That was not kept. What you go on with about hosting is kept for you alone."
_NOT_KEPT = "Nothing of it is written down. It goes when you close this window or begin another conversation."


def show_doors() -> None:
    """Draw the four ways in, for a new conversation, and what is behind the one that is picked."""
    with st.container(key="coach-doors", gap="xxsmall"):
        st.segmented_control(
            "Where are you just now?",
            list(CoachMode),
            format_func=DOOR.__getitem__,
            required=True,
            **state.kept(MODE, CoachMode.THINK),
        )
        show_html(tag("p", _DOOR_MEANS[_mode()], "c-hint"))


def _mode() -> CoachMode:
    return state.talk().mode or CoachMode(state.typed(MODE, CoachMode.THINK))


def show_field(asks: str = "") -> None:
    """Draw the box, its button, and under it who answers and what is kept."""
    begun = state.talk().begun
    with st.container(key="coach-field", gap="small"):
        st.text_area(
            _label(asks),
            height="content",
            placeholder="" if begun else _SUCH_AS[_mode()],
            **state.kept(MESSAGE, ""),
        )
        with st.container(key="coach-send", horizontal=True, vertical_alignment="center", gap="small"):
            st.button("Send", type="primary", key="send", on_click=send_typed)
            show_html(tag("p", "or Ctrl + Enter", "c-hint c-keys"))
    if not begun:
        _show_examples()
    _show_keeping()
    show_drafter_choice("Who answers")
    show_who_drafts(_to_send, "coaching", does="answers")
    show_send_keys("coach-field", "send")


def _label(asks: str) -> str:
    last = state.talk().last
    if last is None:
        return "In your own words"
    if last.reply.kind is ReplyKind.CHOOSE:
        return "Or in your own words"
    return "Your answer" if asks else "What next?"


def _to_send() -> CoachingRequest | None:
    return typed_request() if str(state.typed(MESSAGE, "")).strip() else None


def _show_keeping() -> None:
    talk = state.talk()
    if talk.begun:
        was_left_out = talk.keeps and talk.last is not None and not talk.last.reply.kept
        words = _KEPT_FROM_HERE if was_left_out else _KEPT if talk.keeps else _NOT_KEPT
        show_html(tag("p", words, "c-hint"))
        return
    with st.container(key="coach-keeping", gap="xxsmall"):
        is_unkept = st.toggle("Don’t keep this conversation", **state.kept(UNKEPT, False))
        show_html(tag("p", _NOT_KEPT if is_unkept else _KEPT, "c-hint", role="status"))


def _show_examples() -> None:
    if str(state.typed(MESSAGE, "")).strip():
        return
    show_html(tag("p", "You could begin like one of these", "c-sub"))
    with st.container(key="examples", gap="xsmall"):
        for number, (mode, words) in enumerate(_EXAMPLES):
            st.button(label(words), key=f"example-{number}", on_click=_try, args=(mode, words))


def _try(mode: CoachMode, words: str) -> None:
    state.put(MODE, mode)
    state.put(MESSAGE, words)
