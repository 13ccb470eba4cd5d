"""The stories: those that were found in the notes and wait for a word, those that people confirmed, and a new one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from coach.models import ValueStory

from .. import resources, state
from ..markup import show_html, tag
from .brief_evidence import show_quote_line
from .empty_state import show_empty
from .learning_acts import act, candidates, stories
from .learning_capture import begin_story, is_capturing, show_capture
from .learning_story import render_chain, render_next

_MOST = 5


def show_stories() -> None:
    """Draw the capture, or the way to it, and the stories."""
    if is_capturing():
        show_capture()
        return
    told = [one for one in stories() if one.state == "confirmed"]
    st.button("Tell a story", key="tell-story", type="primary", on_click=begin_story, args=(None,))
    waiting = candidates()
    if not told and not waiting:
        show_empty(
            "No story is told here yet.",
            "A story goes from what you did together to what somebody took away, did with it, and what came of it. "
            "You are asked one question at a time, and may leave any of them open.",
        )
    for one in told:
        _show_told(one)
    if waiting:
        _show_waiting(waiting)


def _show_told(story: ValueStory) -> None:
    with st.container(key=f"card-story-{story.id}", gap="small"):
        show_html(render_chain(story) + render_next(story))
        _show_words(story, f"told-{story.id}")
        with st.container(key=f"own-do-{story.id}", horizontal=True, gap="medium"):
            words = "Go on with it" if story.next_gap else "Change"
            st.button(words, key=f"change-{story.id}", type="tertiary", on_click=begin_story, args=(story,))
            st.button("Remove", key=f"remove-{story.id}", type="tertiary", on_click=_remove, args=(story,))


def _show_words(story: ValueStory, key: str) -> None:
    quotes = [one for part in story.parts for one in part.evidence]
    if not quotes:
        return
    with st.expander("The words of the notes behind it", key=f"words-{key}"):
        for number, one in enumerate(quotes):
            show_quote_line(one, f"{key}-{number}", says_gone=True)


def _show_waiting(found: Sequence[ValueStory]) -> None:
    st.subheader("Found in the notes: is this a story?", anchor=False)
    show_html(tag("p", "Only what one of you confirms counts as a story.", "c-why"))
    shown = found if state.typed("learning.all.found", False) else found[:_MOST]
    for number, one in enumerate(shown):
        with st.container(key=f"card-found-{number}", gap="small"):
            show_html(render_chain(one))
            _show_words(one, f"found-{number}")
            with st.container(key=f"word-{number}", horizontal=True, vertical_alignment="center", gap="small"):
                st.button("Yes, that is one", key=f"yes-{number}", on_click=partial(_say, one, "confirmed"))
                st.button("No", key=f"no-{number}", type="tertiary", on_click=partial(_say, one, "declined"))
    if len(shown) < len(found):
        words = f"Show all {len(found)}"
        st.button(words, key="all-found", type="tertiary", on_click=state.put, args=("learning.all.found", True))


def _say(story: ValueStory, what: str) -> None:
    learning, community, who = resources.coach().learning, state.record().community, state.actor()
    kept: list[ValueStory] = []

    def say() -> None:
        kept.append(learning.keep_story(community, story.model_copy(update={"state": what}), actor=who))

    def back() -> None:
        learning.remove_story(community, kept[0].id, actor=who)

    done = (
        "It is among your stories; change its words as you like." if what == "confirmed" else "It is not shown again."
    )
    act(say, done, ("Take it back", back))


def _remove(story: ValueStory) -> None:
    learning, community, who = resources.coach().learning, state.record().community, state.actor()

    def remove() -> None:
        learning.remove_story(community, story.id, actor=who)

    def put_back() -> None:
        learning.restore(community, story, actor=who)

    act(remove, "That story is gone.", ("Put it back", put_back))
