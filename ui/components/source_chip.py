"""The source chip: `S3 · Retro, 12 Mar`; it opens the note at the sentence."""

from __future__ import annotations

import streamlit as st

from coach.models import Citation, Passage

from ..markup import label
from ..wording import date_label
from .note_view import Place, open_note

_LONGEST_TITLE = 36


def show_source_chip(source: Citation | Passage, key: str) -> None:
    """Draw the chip of a quote or a passage, and open its note when it is pressed."""
    with st.container(key=f"chip-{key}"):
        show_way_in(source, chip_words(source), key)


def show_way_in(source: Citation | Passage, words: str, key: str) -> None:
    """Draw a button that opens the note at the sentence."""
    if st.button(label(words), key=f"open-{key}"):
        open_note(Place(source.note_id, source.start, source.end))


def chip_words(source: Citation | Passage) -> str:
    """Return what the chip says."""
    title = source.title or source.note
    short = title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"
    when = "" if says_date(title, source.date) else f", {date_label(source.date, with_year=False)}"
    return f"{source.label} · {short}{when}"


def says_date(title: str, iso: str | None) -> bool:
    """Return whether a title says its date already, as `Retro, 12 March 2026` does; an undated one has none to say."""
    if not iso:
        return True
    day = date_label(iso, with_year=False)
    return day.lower() in title.lower() or iso in title
