"""One sentence of the page: read, opened to the words behind it, put into one's own words, or taken out."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from coach.models import BriefSentence

from .. import state
from ..markup import esc, show_html, tag
from ..wording import count
from .brief_change import reword, take_out
from .brief_evidence import show_counted, show_evidence
from .brief_standing import WITHHELD, is_withheld

_NO_CLAIM = "This sentence claims nothing about the community, so nothing stands behind it."
_OWN = "in your own words"
_BY = {"notes": "The sentence is from the notes.", "playbook": "Worded by the playbook.", "model": "Worded by a model."}


def show_sentence(sentence: BriefSentence, outcomes: Mapping[str, str], *, prefix: str = "s") -> None:
    """Draw a sentence with its mark, and under it what it opens to.

    Args:
        sentence: What is said.
        outcomes: Kept outcomes, id to words.
        prefix: `s` in a page, where sentences can be changed; anything else where they are only read.
    """
    shelf, key = state.brief_shelf(), f"{prefix}-{sentence.id}"
    is_open, is_page = shelf.sentence == key, prefix == "s"
    with st.container(key=f"claim-{key}", gap="xxsmall"):
        with st.container(key=f"line-{key}", horizontal=True, vertical_alignment="top", gap="small"):
            show_html(render_sentence(sentence))
            if is_page or sentence.evidence or sentence.counted:
                words = "Close" if is_open else mark_words(sentence)
                st.button(words, key=f"mark-{key}", on_click=_toggle, args=(key,))
        if is_open:
            _show_behind(sentence, key, outcomes, is_page=is_page)


def render_sentence(sentence: BriefSentence) -> str:
    """Return a sentence as HTML; one whose words went is not read any more."""
    if is_withheld(sentence):
        return tag("p", WITHHELD, "c-brief-p c-brief-gone")
    own = tag("span", _OWN, "c-badge") if sentence.worded_by == "person" else ""
    return tag("p", esc(sentence.text) + own, "c-brief-p")


def mark_words(sentence: BriefSentence) -> str:
    """Return what the mark of a sentence says."""
    if sentence.evidence:
        return count(len(sentence.evidence), "quote")
    return f"{sentence.counted[0].number} counted" if sentence.counted else "change"


def _toggle(key: str) -> None:
    shelf = state.brief_shelf()
    shelf.sentence, shelf.is_editing = ("" if shelf.sentence == key else key), False


def _show_behind(sentence: BriefSentence, key: str, outcomes: Mapping[str, str], *, is_page: bool) -> None:
    with st.container(key=f"behind-{key}", gap="small"):
        for number, evidence in enumerate(sentence.evidence):
            show_evidence(evidence, f"{key}-{number}", outcomes)
        for number, counted in enumerate(sentence.counted):
            show_counted(counted, f"{key}-{number}")
        if not (sentence.evidence or sentence.counted):
            show_html(tag("p", _NO_CLAIM, "c-hint"))
        if is_page:
            _show_changing(sentence, key)


def _show_changing(sentence: BriefSentence, key: str) -> None:
    shelf = state.brief_shelf()
    if shelf.is_editing:
        st.text_area("Your words for it", height=110, **state.kept(_field(sentence), sentence.text))
        show_html(tag("p", "What stands behind it stays, and the checks look at it again.", "c-hint"))
        with st.container(key=f"edit-{key}", horizontal=True, vertical_alignment="center", gap="small"):
            st.button("Use these words", key=f"save-{key}", on_click=_save, args=(sentence,))
            st.button("Leave it as it was", key=f"leave-{key}", type="tertiary", on_click=_close, args=(sentence,))
        return
    show_html(tag("p", _BY.get(sentence.worded_by, ""), "c-hint"))
    with st.container(key=f"change-{key}", horizontal=True, vertical_alignment="center", gap="medium"):
        st.button("Say it in your own words", key=f"reword-{key}", type="tertiary", on_click=_edit, args=(sentence,))
        st.button("Take it out", key=f"out-{key}", type="tertiary", on_click=take_out, args=(sentence,))


def _field(sentence: BriefSentence) -> str:
    return f"brief.words.{sentence.id}"


def _edit(sentence: BriefSentence) -> None:
    state.put(_field(sentence), sentence.text)
    state.brief_shelf().is_editing = True


def _close(sentence: BriefSentence) -> None:
    state.brief_shelf().is_editing = False
    state.forget(_field(sentence))


def _save(sentence: BriefSentence) -> None:
    if reword(sentence, str(state.typed_now(_field(sentence), sentence.text)).strip()):
        state.forget(_field(sentence))
