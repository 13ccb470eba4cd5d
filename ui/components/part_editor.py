"""Changing the words of one part: one editor open at a time, checked again when kept, with a way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from coach.errors import CoachError
from coach.models import Activity, Capture, Opening, Part, PlanResult, Review

from .. import drafts, resources, state
from ..edits import edits_between
from ..markup import label, show_html, tag
from .notice import Notice, say


@dataclass(frozen=True)
class _Box:
    """One text of a part that can be changed."""

    name: str
    label: str
    words: str
    height: int = 92


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
        for box in _boxes(part):
            st.text_area(box.label, height=box.height, **state.kept(_field(part, box.name), box.words))
        with st.container(horizontal=True):
            st.button("Keep these words", type="primary", key="keep-words", on_click=_keep, args=(part,))
            st.button("Leave it as it was", key="leave-words", on_click=_close, args=(part,))


def _boxes(part: Part) -> list[_Box]:
    boxes = [_Box(name, words, getattr(part, name), 68) for name, words in _own_fields(part)]
    for number, step in enumerate(part.steps):
        who = f"{label(step.who)}, {step.minutes} min"
        if step.say:
            boxes.append(_Box(f"{number}.say", f"{who}: you say", step.say, 68))
        boxes.append(_Box(str(number), f"{who}: what happens" if step.say else who, step.does))
    if isinstance(part, Review):
        questions = enumerate(part.prompts)
        boxes += [_Box(f"prompt.{place}", f"Question {place + 1}", one.text, 68) for place, one in questions]
    return boxes


def _own_fields(part: Part) -> tuple[tuple[str, str], ...]:
    if isinstance(part, Opening):
        return (("prompt", "What everyone answers"),)
    if isinstance(part, Activity):
        return (("norm", "The sentence that makes it safe to be wrong"),)
    if isinstance(part, Capture):
        return (("consent", "How people say yes or no to being quoted"),)
    return ()


def _field(part: Part, name: str) -> str:
    return f"plan.edit.{state.shelf().at}.{part.id}.{name}"


def _open(part_id: str) -> None:
    state.shelf().editing = part_id


def _close(part: Part) -> None:
    state.shelf().editing = ""
    for name in ("title", *(box.name for box in _boxes(part))):
        state.forget(_field(part, name))


def _keep(part: Part) -> None:
    boxes = [_Box("title", "", part.title), *_boxes(part)]
    typed = {box.name: state.typed(_field(part, box.name), box.words).strip() for box in boxes}
    changed = with_words(part, {name: words for name, words in typed.items() if words})
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
    drafting = shelf.open.drafting
    shelf.put(PlanResult(plan=whole, findings=findings, drafting=drafting), own=shelf.own_parts | {part.id})
    for edit in edits_between(plan, whole):
        drafts.decide(drafts.run_of(drafting), edit)


def with_words(part: Part, words: Mapping[str, str]) -> Part:
    """Return the part with other words, by the name of their box; what is not named stays as it was."""
    steps = tuple(
        step.model_copy(update={"does": words.get(str(number), step.does), "say": words.get(f"{number}.say", step.say)})
        for number, step in enumerate(part.steps)
    )
    update: dict[str, Any] = {"title": words.get("title", part.title), "steps": steps}
    update |= {name: words[name] for name, _ in _own_fields(part) if name in words}
    if isinstance(part, Review):
        update["prompts"] = tuple(
            one.model_copy(update={"text": words.get(f"prompt.{place}", one.text)})
            for place, one in enumerate(part.prompts)
        )
    return part.model_copy(update=update)
