"""Outcomes in people's own words, one on each line: looked at as they stand, whatever they are."""

from __future__ import annotations

import streamlit as st

from .. import state
from ..markup import esc, show_html, tag
from .empty_state import show_empty
from .outcome_chosen import show_choice, show_plan_button
from .outcome_level import show_level
from .outcome_lines import OWN, drop_line, own_lines, sentence_of, show_before
from .outcome_many import show_many
from .outcome_rewrites import show_rewrite_button, show_rewrites, take_rewrites
from .outcome_stems import show_stems
from .outcome_words import (
    Sentence,
    check_words,
    is_edited,
    render_sentence,
    show_edit_button,
    show_editor,
    show_findings,
)

MOST_LINES = 200
_FEW = 3
_FINE = "This says what people will do. Good to plan from."
_SKETCH = (
    ("raise awareness of accessibility", "Nobody can see awareness happen. What would people do with it tomorrow?"),
    ("We want to be able to map a service so that a newcomer can read it.", "This says what people will do."),
)


def show_own() -> dict[str, str]:
    """Draw the box and what the checks say of its lines; return the names of the groups."""
    with st.container(key="narrow-own", gap="small"):
        st.text_area(
            "Your outcomes, one on each line",
            height=150,
            placeholder="We want to be able to …",
            **state.kept(OWN, ""),
        )
        # A press anywhere sends what was typed, and so does a pause; the button is for those who look for one.
        st.button("Look at the wording", key="look-at-own")
        show_stems()
    take_rewrites()
    lines = own_lines()
    if not lines:
        _show_empty()
        return {}
    if len(lines) > MOST_LINES:
        said = f"These are {len(lines)} lines, and we look at the first {MOST_LINES}. The others wait in the box."
        show_html(tag("p", said, "c-said", role="status"))
    sentences = [sentence_of(line) for line in lines[:MOST_LINES]]
    if len(sentences) > _FEW:
        return show_many(sentences)
    with st.container(key="outcome-cards", gap="medium"):
        return {name: text for one in sentences for name, text in _show_card(one).items()}


def _show_card(sentence: Sentence) -> dict[str, str]:
    key = f"card-own-{sentence.id}"
    with st.container(border=True, key=key):
        if is_edited(sentence):
            show_editor(sentence)
            return {key: sentence.text}
        show_html(render_sentence(sentence.text))
        show_before(sentence)
        show_findings(sentence, check_words(sentence.text).findings, _FINE)
        show_rewrites(sentence)
        with st.container(key=f"level-{sentence.id}"):
            show_level(sentence.id, None)
        pick = (sentence.id, sentence.text)
        with st.container(key=f"do-{sentence.id}", horizontal=True, vertical_alignment="center", gap="medium"):
            show_plan_button(pick)
            show_choice(pick)
            show_edit_button(sentence)
            show_rewrite_button(sentence)
            st.button("Drop it", key=f"drop-{sentence.id}", type="tertiary", on_click=drop_line, args=(sentence,))
    return {key: sentence.text}


def _show_empty() -> None:
    rows = "".join(tag("li", tag("strong", esc(said)) + tag("span", esc(answer), "c-hint")) for said, answer in _SKETCH)
    show_empty(
        "Write or paste anything: a goal, a slogan, a topic from a message, or thirty lines from a workshop.",
        "Each line is looked at as it stands. You hear what is worth mending and how it could say it; "
        "nothing is changed unless you say so.",
        tag("ul", rows, "c-runs"),
    )
