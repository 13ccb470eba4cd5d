"""A lead's question to the notes: a few sentences with the words behind each, or that the notes do not say."""

from __future__ import annotations

import streamlit as st

from coach.errors import CoachError
from coach.models import AnswerRequest, KeptOutcome, NotesAnswer

from .. import drafts, resources, state
from ..markup import esc, show_html, tag
from ..wording import count
from .arriving import show_arriving, show_trouble
from .brief_evidence import show_quote_line
from .brief_sentence import show_sentence
from .copy_text import show_copy_button
from .drafted_by import render_drafting
from .problems import show_problem
from .thought import show_thoughts
from .who_drafts import chosen_by, show_who_drafts

_QUESTION, _OUTSIDE = "brief.ask", "brief.ask.outside"
_DOING = "answering from your notes"


def show_ask() -> None:
    """Draw the box, and the last answer."""
    with st.container(key="ask", horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            "Your question",
            placeholder="What did we learn about onboarding this year?",
            **state.kept(_QUESTION, ""),
        )
        pressed = st.button("Ask", type="primary", key="ask-notes")
    st.toggle("Somebody outside will see the answer", **state.kept(_OUTSIDE, False))
    show_who_drafts(lambda: _request() if _typed() else None, "answer", does="answers")
    if pressed and _typed():
        _ask()
    if not _show_work() and (answer := state.brief_shelf().answer) is not None:
        _show_answer(answer)


def _typed() -> str:
    return str(state.typed(_QUESTION, "")).strip()


def _request() -> AnswerRequest:
    return AnswerRequest(question=_typed(), circle="outside" if state.typed(_OUTSIDE, False) else "inside")


def _ask() -> None:
    try:
        with st.spinner("Looking through the notes"):
            drafts.begin("answer", _request(), chosen_by())
    except CoachError as error:
        show_problem(error)
        return
    st.rerun()


def _show_work() -> bool:
    view = drafts.going_on("answer")
    if view is None:
        return False
    if not view.has_ended:
        show_arriving(view, _DOING)
        return True
    if isinstance(view.result, NotesAnswer):
        drafts.see(view)
        state.brief_shelf().answer = view.result
        state.brief_shelf().close()
        st.rerun()
    show_trouble(view)
    return False


def _show_answer(answer: NotesAnswer) -> None:
    with st.container(key="card-answer", gap="small"):
        show_html(tag("h2", esc(answer.question), "c-brief-title"))
        if answer.enough:
            _show_sentences(answer)
            _show_taking_along(answer)
        else:
            _show_not_there(answer)
    searched = tag("p", esc(f"{count(answer.searched, 'note')} looked through."), "c-hint")
    show_html(searched + render_drafting(answer.drafting))
    show_thoughts(answer.findings, "answer")


def _show_sentences(answer: NotesAnswer) -> None:
    outcomes = {one.id: one.text for one in _outcomes()}
    for sentence in answer.sentences:
        show_sentence(sentence, outcomes, prefix="a")
    if answer.message:
        show_html(tag("p", esc(answer.message), "c-hint", role="status"))


def _show_taking_along(answer: NotesAnswer) -> None:
    text = resources.coach().briefs.render_answer(answer)
    with st.container(key="answer-out", horizontal=True, vertical_alignment="center", gap="small"):
        show_copy_button(text, "copy-answer")
        st.download_button("Download", text, "answer.md", "text/markdown", key="answer-file", on_click="ignore")


def _outcomes() -> list[KeptOutcome]:
    return list(resources.coach().learning.outcomes(state.record().community, actor=state.actor()))


def _show_not_there(answer: NotesAnswer) -> None:
    message = tag("p", esc(answer.message)) if answer.message else ""
    show_html(tag("div", tag("p", "Not in the notes", "c-empty-h") + message, role="status"))
    if not answer.near:
        return
    with st.expander("What comes nearest", key="answer-near", expanded=True):
        for number, evidence in enumerate(answer.near):
            show_quote_line(evidence, f"near-{number}")
