"""Saying one's own outcome another way: up to three wordings, what is different about each, one press to take one."""

from __future__ import annotations

import streamlit as st

from coach.errors import CoachError
from coach.models import Decision, Rewrite, RewriteRequest, RewritesResult

from .. import drafts, state
from ..markup import esc, show_html, tag
from .arriving import show_arriving, show_trouble
from .drafted_by import name_of, render_drafting, show_told
from .outcome_words import Sentence
from .problems import show_problem
from .who_drafts import chosen_by

_DOING = "looking for other ways to say it"


def take_rewrites() -> None:
    """Keep other wordings that have come, each with the sentence they are for."""
    view = drafts.going_on("rewrite")
    if view is None or not isinstance(view.result, RewritesResult):
        return
    drafts.see(view)
    shelf = state.outcomes_shelf()
    shelf.rewrites[view.result.text] = view.result
    shelf.rewriting = ""
    st.rerun()


def show_rewrite_button(sentence: Sentence) -> None:
    """Draw the way to other wordings, unless some are on their way."""
    view = drafts.going_on("rewrite")
    if view is not None and not view.has_ended:
        return
    words = "Other ways again" if sentence.text in state.outcomes_shelf().rewrites else "Say it another way"
    if st.button(words, key=f"rewrite-{sentence.id}", type="tertiary"):
        _begin(sentence)


def _begin(sentence: Sentence) -> None:
    shelf = state.outcomes_shelf()
    before = shelf.rewrites.get(sentence.text)
    seed = shelf.rewrite_seeds.get(sentence.text, -1) + 1
    try:
        with st.spinner("Looking for other ways to say it"):
            drafts.begin("rewrite", RewriteRequest(text=sentence.text, seed=seed), chosen_by())
    except CoachError as error:
        show_problem(error)
        return
    if before:
        drafts.decide(drafts.run_of(before.drafting), Decision(what="reject"))
    shelf.rewriting, shelf.rewrite_seeds[sentence.text] = sentence.text, seed
    st.rerun()


def show_rewrites(sentence: Sentence) -> None:
    """Draw the other wordings of a sentence, or how far they are."""
    shelf, view = state.outcomes_shelf(), drafts.going_on("rewrite")
    if view is not None and shelf.rewriting == sentence.text:
        if not view.has_ended:
            show_arriving(view, _DOING)
            return
        show_trouble(view)
    result = shelf.rewrites.get(sentence.text)
    if result is None:
        return
    with st.container(key=f"rewrites-{sentence.id}", gap="small"):
        by = name_of(result.drafted_by)
        head = f"Other ways to say it, drafted by {by}" if result.rewrites else f"Asked of {by}"
        show_html(tag("p", esc(head), "c-offer-h") + render_drafting(result.drafting))
        if result.message:
            show_html(tag("p", esc(result.message), "c-hint"))
        for place, one in enumerate(result.rewrites):
            _show_one(sentence, one, place)
        show_told(result.drafting, f"rewrite-{sentence.id}")
        st.button("Leave it as it is", key=f"keep-own-{sentence.id}", type="tertiary", on_click=_leave, args=(result,))


def _show_one(sentence: Sentence, one: Rewrite, place: int) -> None:
    words = tag("blockquote", tag("p", esc(one.text)), "c-offer-words")
    show_html(tag("div", words + tag("p", esc(one.differs), "c-hint"), "c-offer"))
    st.button("Use this", key=f"use-rewrite-{sentence.id}-{place}", on_click=_use, args=(sentence, one, place))


def _use(sentence: Sentence, one: Rewrite, place: int) -> None:
    result = state.outcomes_shelf().rewrites.pop(sentence.text, None)
    sentence.put([one.text])
    if result:
        drafts.decide(drafts.run_of(result.drafting), Decision(what="accept", part=f"rewrite-{place + 1}"))


def _leave(result: RewritesResult) -> None:
    state.outcomes_shelf().rewrites.pop(result.text, None)
    drafts.decide(drafts.run_of(result.drafting), Decision(what="reject"))
