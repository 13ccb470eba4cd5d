"""A whole note, opened beside the page: readable, at the right place, with who may read and quote it."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from coach.errors import CoachError
from coach.models import Note

from .. import resources, state
from ..markup import esc, show_html, tag
from ..wording import CONSENT, DATE_FROM, VISIBILITY, count
from .attention import show_mark_in_view
from .note_text import render_note
from .problems import show_problem
from .rights import show_rights


@dataclass(frozen=True)
class Place:
    """A note, and the stretch of it that matters."""

    note_id: str
    """The note."""
    start: int = -1
    """Where the stretch starts; -1 for the whole note."""
    end: int = -1
    """Where it ends."""


@st.dialog("From your notes", width="medium", position="right")
def open_note(place: Place) -> None:
    """Open a note, with its passage marked and scrolled to."""
    try:
        note = resources.coach().note(state.record().community, place.note_id)
    except CoachError as error:
        show_problem(error)
        return
    show_html(_head(note))
    with st.expander("Who may read and quote this note"):
        _show_rights_of(note)
    show_html(render_note(note, place.start, place.end))
    if place.start >= 0:
        show_mark_in_view()


def _head(note: Note) -> str:
    facts = [
        f"{note.date.label} ({DATE_FROM[note.date.source]})" if note.date.day else "undated",
        f"{note.source} › {note.path}",
        count(len(note.text.split()), "word"),
    ]
    return tag("h2", esc(note.title), "c-note-title") + tag("p", " · ".join(map(esc, facts)), "c-meta")


def _show_rights_of(note: Note) -> None:
    chosen = show_rights(f"note-{note.id}", (note.visibility, note.consent))
    if chosen == (note.visibility, note.consent):
        return
    try:
        resources.coach().set_rights(state.record().community, note.id, *chosen)
    except CoachError as error:
        show_problem(error)
    else:
        show_html(
            tag(
                "p",
                f"Kept: {VISIBILITY[chosen[0]].lower()}, quoted {CONSENT[chosen[1]].lower()}.",
                "c-said",
                role="status",
            )
        )
