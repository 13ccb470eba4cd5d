"""The question box, with a few questions to try in the demo."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from coach.errors import CoachError
from coach.models import FindResult

from .. import resources, state
from ..markup import label, show_html, tag
from .problems import show_problem

_MOST_EXAMPLES = 4


def show_question() -> None:
    """Draw the box; a press on the button or on Enter asks."""
    with st.container(key="ask", horizontal=True, vertical_alignment="bottom"):
        arguments = state.kept("find.question", "")
        st.text_input("Your question", placeholder="How should a delay be shown on a diagram?", **arguments)
        pressed = st.button("Find", type="primary", key="find")
    question = state.typed("find.question", "").strip()
    asked, _ = state.answer() or ("", None)
    if question and (pressed or question != asked):
        _ask(question)
    if not state.answer():
        _show_examples()


def _ask(question: str) -> None:
    try:
        with st.spinner("Looking through the notes"):
            found: FindResult = resources.coach().find(state.record().community, question)
    except CoachError as error:
        show_problem(error)
        return
    state.put_answer(question, found)


def _show_examples() -> None:
    examples = _examples()
    if not examples:
        return
    show_html(tag("p", "You could ask", "c-sub"))
    with st.container(key="examples", gap="xsmall"):
        for number, question in enumerate(examples[:_MOST_EXAMPLES]):
            st.button(label(question), key=f"example-{number}", on_click=_try, args=(question,))


def _examples() -> Sequence[str]:
    coach = resources.coach()
    if not coach.community(state.record().community).is_demo:
        return ()
    given = coach.demo_words().get("try_questions", ())
    return [str(one) for one in given] if isinstance(given, list | tuple) else ()


def _try(question: str) -> None:
    state.put("find.question", question)
