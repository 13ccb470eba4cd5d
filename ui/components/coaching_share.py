"""Before a lesson is shared: exactly what others would read, with names taken out, to be changed by hand."""

from __future__ import annotations

import re

import streamlit as st

from coach.errors import CoachError
from coach.models import Lesson, SharedLesson

from .. import resources, state
from ..markup import esc, label, show_html, tag
from .coaching_acts import act, refuse

_SHARING = "coaching.sharing"
_FIELDS = {"setting": "What it was like", "tried": "What we tried", "happened": "What happened"}
_LEAD = "This is what other communities would read. Change what you like: the lesson as you wrote it stays here."
_SOMEBODY = "somebody"


def start_sharing(lesson: Lesson) -> None:
    """Open what would be shared of a lesson."""
    try:
        shown: SharedLesson = resources.coach().sharing.to_shared(state.record().community, lesson, actor=state.actor())
    except CoachError as error:
        refuse(error.message)
        return
    for field in _FIELDS:
        state.put(_name(lesson, field), getattr(shown, field))
    state.put(_SHARING, lesson.id)


def _name(lesson: Lesson, field: str) -> str:
    return f"coaching.share.{lesson.id}.{field}"


def show_sharing(lesson: Lesson) -> bool:
    """Draw what would be shared of this lesson, and return whether it is being looked at."""
    if state.typed(_SHARING, "") != lesson.id:
        return False
    with st.container(key="card-share", border=True, gap="small"):
        show_html(tag("p", "Before it is shared", "c-card-h") + tag("p", _LEAD, "c-hint"))
        for field, words in _FIELDS.items():
            st.text_area(words, height="content", **state.kept(_name(lesson, field), ""))
        _show_names(lesson)
        with st.container(key="share-actions", horizontal=True, vertical_alignment="center", gap="small"):
            st.button("Share this", key="share-now", on_click=_share, args=(lesson,))
            st.button("Not now", key="share-not", type="tertiary", on_click=_close, args=(lesson,))
    return True


def _show_names(lesson: Lesson) -> None:
    """Ask about words that may be names: nobody but the people here can know."""
    text = "\n".join(str(state.typed(_name(lesson, field), "")) for field in _FIELDS)
    for number, word in enumerate(resources.coach().sharing.names_left(text)):
        with st.container(key=f"name-left-{number}", horizontal=True, vertical_alignment="center", gap="small"):
            show_html(tag("p", f"Is “{esc(word)}” a name?", "c-said"))
            words = label(f"Write “{_SOMEBODY}” instead")
            st.button(words, key=f"unname-{number}", type="tertiary", on_click=_unname, args=(lesson, word))


def _unname(lesson: Lesson, word: str) -> None:
    whole = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    for field in _FIELDS:
        state.put(_name(lesson, field), whole.sub(_SOMEBODY, str(state.typed_now(_name(lesson, field), ""))))


def _share(lesson: Lesson) -> None:
    sharing, community, who = resources.coach().sharing, state.record().community, state.actor()
    texts = {field: str(state.typed_now(_name(lesson, field), "")).strip() for field in _FIELDS}
    shared = SharedLesson.model_validate({"id": lesson.id, "situation": lesson.situation, **texts})

    def share() -> None:
        sharing.share_lesson(community, lesson.id, shared, actor=who)

    def withdraw() -> None:
        sharing.withdraw_lesson(community, lesson.id, actor=who)

    if act(share, "Other communities of this workspace can read it now, without names.", ("Take it back", withdraw)):
        _close(lesson)


def _close(lesson: Lesson) -> None:
    state.forget(_SHARING)
    for field in _FIELDS:
        state.forget(_name(lesson, field))
