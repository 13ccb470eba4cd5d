"""A passage that was found: its exact words, where they stand, and the way into the note."""

from __future__ import annotations

import re

import streamlit as st

from coach.models import Passage

from ..markup import esc, show_html, tag
from ..wording import date_label
from .note_text import Line, format_of, lines_of, without_title
from .source_chip import chip_words, show_way_in

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ENDINGS = ("ing", "ies", "ed", "es", "s", "ly")
_SHORTEST = 4
_PLAIN_WORDS = """
    about after also anyone been could does doing ever from have here into just like many more much need only other
    others over people should some someone such than that their them then there they this those through very want
    were what when where which while will with would your
"""
_PLAIN = frozenset(_PLAIN_WORDS.split())


def show_passage_card(passage: Passage, question: str, key: str) -> None:
    """Draw one passage as a card."""
    with st.container(border=True, key=f"card-{key}"):
        chip = tag("span", esc(chip_words(passage)), "c-chip")
        where = tag("span", esc(passage.heading), "c-heading-path") if passage.heading != passage.title else ""
        when = tag("span", date_label(passage.date), "c-num")
        lines = without_title(lines_of(passage.text, format_of(passage.note)), passage.title)
        text = _render_text(lines, stems(question))
        show_html(tag("div", chip + where + when, "c-card-meta") + text)
        show_way_in(passage, "Open the note here", key)


def stems(question: str) -> frozenset[str]:
    """Return the beginnings of the words that carry a question."""
    words = (word.lower() for word in _WORD.findall(question))
    return frozenset(_stem(word) for word in words if len(word) >= _SHORTEST and word not in _PLAIN)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


def _render_text(lines: list[Line], wanted: frozenset[str]) -> str:
    rows = []
    for line in lines:
        shown = "".join(piece.shown for piece in line.pieces)
        if shown.strip():
            kind = "c-note-li" if line.is_item else "c-passage-h" if line.level else "c-note-p"
            rows.append(tag("p", with_marks(shown, wanted), kind))
    return tag("div", "".join(rows), "c-note c-passage")


def with_marks(text: str, wanted: frozenset[str]) -> str:
    """Return the text as safe HTML in which the words of the question are softly marked."""
    out, at = [], 0
    for match in _WORD.finditer(text):
        if _stem(match[0].lower()) in wanted:
            out += [esc(text[at : match.start()]), tag("span", esc(match[0]), "c-soft")]
            at = match.end()
    return "".join(out) + esc(text[at:])
