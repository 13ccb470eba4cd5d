"""The short form for an activity of one's own; nothing typed in it is lost."""

from __future__ import annotations

from dataclasses import fields
from functools import partial
from typing import Any

import streamlit as st

from .. import state
from ..markup import show_html, tag
from .notice import Notice, say
from .playbook_draft import Draft, DraftStep
from .playbook_view import notices

_NAME = "playbook.form"
_TEXTS = tuple(field.name for field in fields(Draft) if field.name != "steps")
_FIRST_STEPS = 3
_MOST_STEPS = 12
_LONGEST = 300
_ROLES = (
    ("newcomer", "For somebody new", "Say back in your own words what you heard, so that gaps show."),
    ("regular", "For people who come often", "Bring the piece, hold the pen and decide what changes."),
    ("expert", "For people who know it well", "Ask one question before each piece of advice."),
)
_HINT = (
    "<code>{do}</code> stands for what a plan is about: “{do}, in pairs” becomes “map a service, in pairs”. "
    "<code>{doing}</code> is the same as “mapping a service”, <code>{a_draft}</code> is “a rough map”."
)


def show_form() -> None:
    """Draw the form."""
    st.text_input("What you call it", placeholder="The wall of half-finished letters", **_kept("title"))
    does = "{do}, in pairs, on one piece that somebody has to hand in this month"
    st.text_area("What people do in it", height=92, placeholder=does, **_kept("what_members_do"))
    show_html(tag("p", _HINT, "c-hint"))
    st.text_input("What it leaves", placeholder="{a_draft} with two remarks in the margin", **_kept("artefact"))
    show_html(tag("h2", "The steps", "c-pb-h"))
    for number in range(_shown_steps()):
        _show_step(number)
    if _shown_steps() < _MOST_STEPS:
        st.button("Add a step", key="add-step", on_click=_set_steps, args=(1,))
    show_html(tag("h2", "Something useful to do for everyone", "c-pb-h"))
    for name, title, example in _ROLES:
        st.text_area(title, height=80, placeholder=example, **_kept(name))
    st.text_input(
        "Where the idea comes from", placeholder="An idea of Nell's, tried with us in spring", **_kept("credit")
    )
    with st.expander("Further lines, in the words of the template", **state.kept(f"{_NAME}.more_open", False)):
        more = "people: 4 to 24\nmodes: [in_person, online]\nbring: Bring one letter that you have to send."
        st.text_area("One field on each line", height=116, placeholder=more, **_kept("more"))


def _show_step(number: int) -> None:
    with st.container(key=f"card-step-{number}", border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key=f"pb-step-{number}"):
            st.text_input(f"Step {number + 1}: who", placeholder="pairs", **_kept(f"step.{number}.who"))
            minutes = state.kept(f"{_NAME}.step.{number}.minutes", None)
            st.number_input(
                f"Step {number + 1}: minutes",
                min_value=1,
                max_value=240,
                step=5,
                placeholder="15",
                width=130,
                **minutes,
            )
        does = "Read the piece aloud and stop where you would have stopped."
        st.text_area(f"Step {number + 1}: what they do", height=92, placeholder=does, **_kept(f"step.{number}.does"))
        words = f"Take step {number + 1} out"
        st.button(words, key=f"drop-step-{number}", type="tertiary", on_click=_drop_step, args=(number,))


def _kept(name: str) -> dict[str, Any]:
    return state.kept(f"{_NAME}.{name}", "")


def _shown_steps() -> int:
    return int(state.typed(f"{_NAME}.steps", _FIRST_STEPS))


def _set_steps(more: int) -> None:
    state.put(f"{_NAME}.steps", min(max(1, _shown_steps() + more), _MOST_STEPS))


def typed_draft() -> Draft:
    """Return what stands in the form."""
    texts = {name: str(state.typed(f"{_NAME}.{name}", "")) for name in _TEXTS}
    return Draft(**texts, steps=tuple(_typed_step(number) for number in range(_shown_steps())))


def _typed_step(number: int) -> DraftStep:
    name = f"{_NAME}.step.{number}"
    minutes = state.typed(f"{name}.minutes", None)
    return DraftStep(
        str(state.typed(f"{name}.who", "")), int(minutes) if minutes else None, str(state.typed(f"{name}.does", ""))
    )


def put_draft(draft: Draft) -> None:
    """Lay a draft into the form, in the place of what stands there."""
    for name in _TEXTS:
        state.put(f"{_NAME}.{name}", getattr(draft, name))
    steps = draft.steps or (DraftStep(),) * _FIRST_STEPS
    state.put(f"{_NAME}.steps", len(steps))
    for number, step in enumerate(steps):
        for part in ("who", "minutes", "does"):
            state.put(f"{_NAME}.step.{number}.{part}", getattr(step, part))


def empty_form() -> None:
    """Empty the form, with the way back."""
    before = typed_draft()
    put_draft(Draft())
    say(notices(), Notice("The form is empty.", "Bring back what stood there", partial(put_draft, before)))


def _drop_step(number: int) -> None:
    before = typed_draft()
    rest = (*before.steps[:number], *before.steps[number + 1 :])
    put_draft(Draft(**{name: getattr(before, name) for name in _TEXTS}, steps=rest or (DraftStep(),)))
    if not before.steps[number].is_empty:
        say(notices(), Notice(f"Step {number + 1} is out.", "Put it back", partial(put_draft, before)))
