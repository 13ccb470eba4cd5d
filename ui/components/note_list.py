"""The community's notes as a list to search in and open from."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from coach.models import Consent, NoteSummary, Visibility

from .. import state
from ..markup import esc, label, show_html, tag
from ..wording import CONSENT, DATE_FROM, VISIBILITY, count
from .note_view import Place, open_note

_A_SCREENFUL = 15


def show_note_list(notes: Sequence[NoteSummary]) -> None:
    """Draw the search box and the notes that fit, newest first."""
    with st.container(key="narrow-search"):
        words = "Search in titles, file names, sources and dates"
        st.text_input(words, placeholder="retro", **state.kept("notes.search", ""))
    fitting = matching(notes, state.typed("notes.search", ""))
    shown = int(state.typed("notes.shown", _A_SCREENFUL))
    show_html(tag("p", _said(len(notes), len(fitting)), "c-hint", role="status"))
    for note in fitting[:shown]:
        show_note_row(note)
    if len(fitting) > shown:
        more = min(_A_SCREENFUL, len(fitting) - shown)
        st.button(f"Show {more} more", on_click=_show_more, args=(shown,), key="more-notes")


def matching(notes: Sequence[NoteSummary], words: str) -> list[NoteSummary]:
    """Return the notes whose title, path, source or date hold every word."""
    wanted = words.lower().split()
    return [note for note in notes if all(word in _searched(note) for word in wanted)]


def _searched(note: NoteSummary) -> str:
    return f"{note.title} {note.path} {note.source} {note.date.label}".lower()


def _said(total: int, fitting: int) -> str:
    return f"{count(total, 'note')}, newest first" if total == fitting else f"{fitting} of {count(total, 'note')} fit"


def _show_more(shown: int) -> None:
    state.record().typed[f"{state.record().community}/notes.shown"] = shown + _A_SCREENFUL


def show_note_row(note: NoteSummary, *, is_short: bool = False) -> None:
    """Draw a note as one row; its title opens it, and a short row says only when and how much."""
    with st.container(key=f"note-{note.id}", gap=None):
        if st.button(label(note.title), key=f"open-note-{note.id}", type="tertiary"):
            open_note(Place(note.id))
        facts = [note.date.label, count(note.words, "word")] if is_short else _facts(note)
        show_html(tag("p", " · ".join(map(esc, facts)), "c-meta"))


def _facts(note: NoteSummary) -> list[str]:
    when = f"{note.date.label}, {DATE_FROM[note.date.source]}" if note.date.day else "undated"
    facts = [when, f"{note.source} › {note.path}", count(note.words, "word")]
    if note.visibility is not Visibility.MEMBERS:
        facts.append(f"read by: {VISIBILITY[note.visibility].lower()}")
    if note.consent is not Consent.INSIDE:
        facts.append(f"quoted: {CONSENT[note.consent].lower()}")
    return facts
