"""Doing something on the learning page, and what it is drawn from, worked out once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from coach.models import KeptOutcome, ValueStory, WorthItLook

from .. import resources, state
from .acts import Undo, act_on

PAGE = "learning"
"""Under this name the page says what was done."""
VIEW = "/learning.view"
"""Which view of the page is picked."""
WORTH_IT, STORIES = "What we set out to learn", "Stories"
_WORKED_OUT = "coach.learning"


def act(step: Callable[[], object], done: str = "", undo: Undo | None = None) -> bool:
    """Do something that may be refused; say what was done, or why it was not, and return whether it was."""
    return act_on(PAGE, step, done, undo)


def outcomes() -> list[KeptOutcome]:
    """Return the open community's kept outcomes."""
    return list(resources.coach().learning.outcomes(state.record().community, actor=state.actor()))


def stories() -> list[ValueStory]:
    """Return the open community's stories."""
    return list(resources.coach().learning.stories(state.record().community, actor=state.actor()))


def look() -> WorthItLook:
    """Return what was seen and what was not, worked out anew only when something it stands on has changed."""
    learning, community = resources.coach().learning, state.record().community
    found: WorthItLook = _once("look", lambda: learning.worth_it(community, actor=state.actor()))
    return found


def candidates() -> Sequence[ValueStory]:
    """Return the stories that were found in the notes and that nobody has said anything about yet."""
    learning, community = resources.coach().learning, state.record().community
    found: Sequence[ValueStory] = _once("found", lambda: learning.find_stories(community, actor=state.actor()))
    return found


def _once(what: str, work: Callable[[], Any]) -> Any:
    kept: dict[str, tuple[str, Any]] = st.session_state.setdefault(_WORKED_OUT, {})
    stamp = _stamp()
    if what not in kept or kept[what][0] != stamp:
        with st.spinner("Looking through the notes"):
            kept[what] = (stamp, work())
    return kept[what][1]


def _stamp() -> str:
    """Return what changes whenever notes, outcomes or stories do."""
    notes = resources.coach().notes(state.record().community, actor=state.actor())
    words = [one.model_dump_json() for one in (*notes, *outcomes(), *stories())]
    return hashlib.sha256("|".join((state.record().community_id, *words)).encode()).hexdigest()
