"""Changing the words of one part: one editor open at a time, checked again when kept, with a way back."""

from __future__ import annotations

import streamlit as st

from coach.errors import CoachError
from coach.models import Part, PlanResult

from .. import resources, state
from ..markup import label, show_html, tag
from .notice import Notice, say


def show_edit_button(part: Part) -> None:
    """Draw the way into the editor, unless one is open."""
    if not state.shelf().editing:
        st.button("Change the words", key=f"edit-{part.id}", type="tertiary", on_click=_open, args=(part.id,))


def is_being_edited(part: Part) -> bool:
    """Return whether this part's editor is open."""
    return state.shelf().editing == part.id


def show_editor(part: Part) -> None:
    """Draw the editor in the place of the part's card; what is typed is kept until it is decided."""
    with st.container(border=True, key="card-editor"):
        show_html(tag("p", "Your words for this part", "c-card-h"))
        st.text_input("Title", **state.kept(_field(part, "title"), part.title))
        for number, step in enumerate(part.steps):
            words = f"{label(step.who)}, {step.minutes} min"
            st.text_area(words, height=92, **state.kept(_field(part, str(number)), step.does))
        with st.container(horizontal=True):
            st.button("Keep these words", type="primary", key="keep-words", on_click=_keep, args=(part,))
            st.button("Leave it as it was", key="leave-words", on_click=_close, args=(part,))


def _field(part: Part, name: str) -> str:
    return f"plan.edit.{state.shelf().at}.{part.id}.{name}"


def _open(part_id: str) -> None:
    state.shelf().editing = part_id


def _close(part: Part) -> None:
    state.shelf().editing = ""
    for name in ("title", *map(str, range(len(part.steps)))):
        state.forget(_field(part, name))


def _keep(part: Part) -> None:
    changed = with_words(
        part,
        state.typed(_field(part, "title"), part.title),
        [state.typed(_field(part, str(number)), step.does) for number, step in enumerate(part.steps)],
    )
    shelf = state.shelf()
    if shelf.open is None or changed == part:
        _close(part)
        return
    plan = shelf.open.plan
    parts = tuple(changed if one.id == part.id else one for one in plan.parts)
    whole = plan.model_copy(update={"parts": parts})
    try:
        findings = resources.coach().check_plan(whole, state.record().community).findings
    except CoachError as error:
        say("plan", Notice(f"{error.message} {error.next_step}"))
        return
    _close(part)
    shelf.put(PlanResult(plan=whole, findings=findings), own=shelf.own_parts | {part.id})


def with_words(part: Part, title: str, does: list[str]) -> Part:
    """Return the part with other words; empty ones leave the old ones standing."""
    steps = tuple(
        step.model_copy(update={"does": words.strip() or step.does})
        for step, words in zip(part.steps, does, strict=True)
    )
    return part.model_copy(update={"title": title.strip() or part.title, "steps": steps})
