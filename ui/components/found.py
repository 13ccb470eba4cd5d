"""What the notes hold about the question, or a plain word that they hold nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from coach.errors import CoachError
from coach.models import FindResult, Passage, TextNote

from .. import resources, state
from ..markup import esc, show_html, tag
from ..wording import count
from .notice import Notice, say
from .passage_card import show_passage_card


def show_answer() -> None:
    """Draw the last answer of the open community."""
    answer = state.answer()
    if answer is None:
        return
    question, found = answer
    if found.enough:
        _show_found(question, found)
    else:
        _show_nothing(question, found)


def _show_found(question: str, found: FindResult) -> None:
    said = f"{count(len(found.passages), 'passage')} out of {count(found.notes_searched, 'note')}, the nearest first"
    show_html(tag("p", esc(said), "c-hint", role="status"))
    _show_cards(question, found.passages)


def _show_nothing(question: str, found: FindResult) -> None:
    heading = tag("p", "Nothing in the notes about this", "c-empty-h")
    words = tag("p", esc(found.message)) if found.message and not found.passages else ""
    todo = tag("p", "You could take it to the next meeting as a question, and the answer becomes a note.")
    show_html(tag("div", heading + words + todo, "c-empty", role="status"))
    st.button("Jot it down for the next meeting", on_click=_jot, args=(question,), key="jot-question", type="primary")
    if found.passages:
        with (
            st.container(key="narrow-near"),
            st.expander(f"{count(len(found.passages), 'passage')} that came near and do not answer it"),
        ):
            _show_cards(question, found.passages)


def _show_cards(question: str, passages: Sequence[Passage]) -> None:
    for passage in passages:
        show_passage_card(passage, question, f"{passage.label}-{passage.chunk_id or passage.start}")


def _jot(question: str) -> None:
    coach, name = resources.coach(), state.record().community
    text = f"Question for the next meeting: {question}"
    try:
        report = coach.add_texts(name, [TextNote(text=text, title=question)])
    except CoachError as error:
        say("find", Notice(f"{error.message} {error.next_step}"))
        return
    kept = "Kept among your notes as a question for the next meeting."
    say("find", Notice(kept, "Take it out again", partial(_take_back, name, report.run_id)))


def _take_back(name: str, run_id: str) -> None:
    try:
        resources.coach().undo(name, run_id)
    except CoachError as error:
        say("find", Notice(f"{error.message} {error.next_step}"))
