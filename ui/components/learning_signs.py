"""The signs of an outcome: seen, not seen or still open, with the words of the notes that may show them."""

from __future__ import annotations

import streamlit as st

from coach.models import Evidence, KeptOutcome, OutcomeLook, Sign

from .. import state
from ..markup import esc, show_html, tag
from .brief_evidence import show_quote_line
from .brief_standing import place_of
from .learning_keeping import judge, show_by

SEEN = {"open": "Nobody has looked yet", "seen": "Seen", "not_seen": "Not seen"}
_CHOICE = SEEN | {"open": "Still open"}
_MARK = {"open": "○", "seen": "●", "not_seen": "–"}
_REMARKING = "learning.remarking"
_MOST_FOUND = 3


def show_signs(one: OutcomeLook) -> None:
    """Draw the signs of one outcome."""
    if not one.outcome.signs:
        show_html(tag("p", "No sign is written down yet. What would you notice if you could?", "c-hint"))
    for sign in one.outcome.signs:
        _show_sign(one.outcome, sign, one.found.get(sign.id, ()))


def _show_sign(outcome: KeptOutcome, sign: Sign, found: tuple[Evidence, ...]) -> None:
    key = f"{outcome.id}-{sign.id}"
    with st.container(key=f"sign-{key}", gap="xsmall"):
        show_html(render_sign(sign))
        for number, evidence in enumerate(sign.evidence):
            show_quote_line(evidence, f"sign-{key}-{number}", says_gone=True)
        field = f"sign-is-{key}"
        st.session_state[field] = sign.seen
        st.segmented_control(
            f"What do you say: {sign.text}",
            list(_CHOICE),
            format_func=_CHOICE.__getitem__,
            key=field,
            required=True,
            label_visibility="collapsed",
            on_change=_judge,
            args=(outcome, sign, field),
        )
        _show_remark(outcome, sign, key)
        fresh = [one for one in found if not _is_in(one, sign.evidence) and place_of(one) is not None]
        if fresh and sign.seen != "not_seen":
            _show_found(outcome, sign, fresh, key)


def render_sign(sign: Sign) -> str:
    """Return a sign with what is said of it, as HTML."""
    mark = tag("span", _MARK[sign.seen], f"c-sign-mark c-sign-{sign.seen}", aria_hidden="true")
    remark = tag("p", f"“{esc(sign.remark)}”", "c-hint") if sign.remark else ""
    said = tag("span", f"{SEEN[sign.seen]}: ", "c-sr")
    return tag("div", mark + tag("div", tag("p", said + esc(sign.text)) + remark), "c-kept-sign")


def _is_in(evidence: Evidence, others: tuple[Evidence, ...]) -> bool:
    return any((one.note_id, one.start) == (evidence.note_id, evidence.start) for one in others)


def _judge(outcome: KeptOutcome, sign: Sign, field: str) -> None:
    said = st.session_state.get(field)
    if said and said != sign.seen:
        judge(outcome, sign, seen=said)


def _show_remark(outcome: KeptOutcome, sign: Sign, key: str) -> None:
    if state.typed(_REMARKING, "") != key:
        words = "Change what we say about it" if sign.remark else "Say something about it"
        st.button(words, key=f"remark-{key}", type="tertiary", on_click=_remark, args=(sign, key))
        return
    st.text_input("What we say about it", **state.kept(f"learning.remark.{key}", sign.remark))
    with st.container(key=f"remark-edit-{key}", horizontal=True, vertical_alignment="center", gap="small"):
        st.button("Keep it", key=f"save-remark-{key}", on_click=_save_remark, args=(outcome, sign, key))
        st.button("Leave it", key=f"leave-remark-{key}", type="tertiary", on_click=state.forget, args=(_REMARKING,))


def _remark(sign: Sign, key: str) -> None:
    state.put(_REMARKING, key)
    state.put(f"learning.remark.{key}", sign.remark)


def _save_remark(outcome: KeptOutcome, sign: Sign, key: str) -> None:
    judge(outcome, sign, remark=str(state.typed_now(f"learning.remark.{key}", "")).strip())
    state.forget(_REMARKING)


def _show_found(outcome: KeptOutcome, sign: Sign, found: list[Evidence], key: str) -> None:
    with st.expander("Found in the notes: does it show this?", key=f"found-{key}"):
        for number, evidence in enumerate(found[:_MOST_FOUND]):
            show_quote_line(evidence, f"found-{key}-{number}")
            args = (outcome, sign, evidence)
            st.button("Yes, it shows this", key=f"shows-{key}-{number}", on_click=show_by, args=args)
