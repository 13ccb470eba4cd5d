"""What the community set out to be able to do: each outcome with its signs, and what was put aside."""

from __future__ import annotations

import streamlit as st

from coach.models import KeptOutcome, OutcomeLook, WorthItLook

from .. import state
from ..markup import esc, show_html, tag
from ..wording import count, date_label
from .brief_evidence import show_quote_line
from .empty_state import show_empty
from .learning_acts import look
from .learning_keeping import keep, put_aside, remove, take_up, with_signs
from .learning_signs import show_signs

_EDITING, _ASIDE, _ADDING = "learning.editing", "learning.aside", "learning.adding"
_TEXT, _SIGNS, _WHY = "learning.text", "learning.signs", "learning.why"
_NEW = "new"
_MOST_SPEAKS = 3


def show_outcomes(found: WorthItLook) -> None:
    """Draw the outcomes, and the form for another one."""
    kept = [one for one in found.outcomes if one.outcome.ended is None]
    aside = {one.outcome.id: one.outcome for one in found.outcomes if one.outcome.ended is not None}
    aside |= {one.id: one for one in found.stopped}
    if not kept and not aside:
        show_empty(
            "No outcome is kept here yet.",
            "Write down what you want to be able to do, and what you would notice if you could. Then you can come "
            "back to it, and say what was seen and what was not.",
        )
    if found.open_signs:
        open_ones = count(len(found.open_signs), "sign")
        show_html(tag("p", f"{open_ones} that nobody has looked at yet.", "c-hint"))
    with st.container(key="outcome-looks", gap="medium"):
        for one in kept:
            _show_outcome(one)
    _show_adding()
    if aside:
        _show_aside(list(aside.values()))


def _show_adding() -> None:
    if state.typed(_EDITING, "") == _NEW:
        with st.container(key="card-new-outcome", gap="small"):
            _show_editor(KeptOutcome(text=""))
        return
    st.button("Write down an outcome", key="add-kept", on_click=_edit, args=(KeptOutcome(text=""),))


def _show_outcome(one: OutcomeLook) -> None:
    outcome = one.outcome
    with st.container(key=f"card-kept-{outcome.id}", gap="small"):
        if state.typed(_EDITING, "") == outcome.id:
            _show_editor(outcome)
            return
        show_html(render_outcome(outcome))
        show_signs(one)
        _show_speaks(one)
        if state.typed(_ASIDE, "") == outcome.id:
            _show_putting_aside(outcome)
        else:
            _show_acts(outcome)


def render_outcome(outcome: KeptOutcome) -> str:
    """Return an outcome in its words, with since when it stands, as HTML."""
    since = f"Since {date_label(outcome.since.isoformat())}" if outcome.since else ""
    return tag("h2", esc(outcome.text), "c-kept-h") + (tag("p", esc(since), "c-hint") if since else "")


def _show_speaks(one: OutcomeLook) -> None:
    if not one.speaks:
        return
    with st.expander("What the notes say about it", key=f"speaks-{one.outcome.id}"):
        for number, evidence in enumerate(one.speaks[:_MOST_SPEAKS]):
            show_quote_line(evidence, f"speaks-{one.outcome.id}-{number}")


def _show_acts(outcome: KeptOutcome) -> None:
    with st.container(key=f"own-do-{outcome.id}", horizontal=True, gap="medium"):
        st.button("Change", key=f"change-{outcome.id}", type="tertiary", on_click=_edit, args=(outcome,))
        st.button("Put it aside", key=f"aside-{outcome.id}", type="tertiary", on_click=_begin_aside, args=(outcome,))
        st.button("Remove", key=f"remove-{outcome.id}", type="tertiary", on_click=remove, args=(outcome,))


def _edit(outcome: KeptOutcome) -> None:
    state.put(_EDITING, outcome.id or _NEW)
    state.put(_TEXT, outcome.text)
    state.put(_SIGNS, "\n".join(one.text for one in outcome.signs))


def _show_editor(outcome: KeptOutcome) -> None:
    st.text_area(
        "What do we want to be able to do?",
        height=92,
        placeholder="We want to be able to … so that …",
        **state.kept(_TEXT, outcome.text),
    )
    st.text_area(
        "What would we notice? One sign on each line",
        height=92,
        placeholder="Somebody who was not in the room reads the map without asking us.",
        **state.kept(_SIGNS, ""),
    )
    with st.container(key="kept-edit", horizontal=True, vertical_alignment="center", gap="small"):
        st.button("Keep it", key="save-kept", type="primary", on_click=_save, args=(outcome,))
        st.button("Leave it", key="leave-kept", type="tertiary", on_click=_close)


def _save(outcome: KeptOutcome) -> None:
    new = with_signs(outcome, str(state.typed_now(_TEXT, "")), str(state.typed_now(_SIGNS, "")))
    if keep(new, "Kept, to come back to.", outcome if outcome.id else None):
        _close()


def _close() -> None:
    for name in (_EDITING, _TEXT, _SIGNS):
        state.forget(name)


def _begin_aside(outcome: KeptOutcome) -> None:
    state.put(_ASIDE, outcome.id)
    state.put(_WHY, "")


def _show_putting_aside(outcome: KeptOutcome) -> None:
    st.text_input("Why do we stop this? (or leave it empty)", **state.kept(_WHY, ""))
    with st.container(key="aside-edit", horizontal=True, vertical_alignment="center", gap="small"):
        st.button("Put it aside", key="save-aside", on_click=_save_aside, args=(outcome,))
        st.button("Go on with it", key="leave-aside", type="tertiary", on_click=state.forget, args=(_ASIDE,))


def _save_aside(outcome: KeptOutcome) -> None:
    if put_aside(outcome, str(state.typed_now(_WHY, "")), look().end):
        state.forget(_ASIDE)


def _show_aside(outcomes: list[KeptOutcome]) -> None:
    st.subheader("What we stopped, and why", anchor=False)
    with st.container(key="aside-outcomes", gap=None):
        for one in outcomes:
            with st.container(key=f"own-{one.id}", gap="xsmall"):
                when = f"Put aside on {date_label(one.ended.isoformat())}. " if one.ended else ""
                words = tag("p", esc(when + one.ended_why), "c-hint")
                show_html(tag("p", esc(one.text), "c-own-text") + words)
                st.button("Take it up again", key=f"up-{one.id}", type="tertiary", on_click=take_up, args=(one,))
