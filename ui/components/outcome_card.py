"""One outcome that the notes suggest: the sentence, where it comes from, and what a person can do with it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from coach.models import OutcomeProposal

from .. import state
from ..markup import esc, show_html, tag
from ..wording import WAY_IN
from .outcome_chosen import let_go, say_anew, show_choice, show_plan_button
from .outcome_decisions import decide_outcome, decide_words
from .outcome_level import show_level
from .outcome_words import (
    Sentence,
    check_words,
    id_of,
    is_edited,
    render_sentence,
    show_edit_button,
    show_editor,
    show_findings,
)
from .quote import show_quote

_DROPPED = "outcomes.dropped"
_BESIDE = [1.75, 1]
_WORDED = {
    "notes": "People named this doing themselves.",
    "playbook": "The wish is theirs, the wording is ours.",
}


def show_card(proposal: OutcomeProposal) -> dict[str, str]:
    """Draw one proposal, or the way back to one that was dropped; return the name of its group."""
    sentence = sentence_of(proposal)
    if sentence.id in _dropped():
        _show_dropped(sentence)
        return {f"dropped-{sentence.id}": f"Dropped: {sentence.text}"}
    with st.container(border=True, key=f"card-outcome-{sentence.id}"):
        main, beside = st.columns(_BESIDE, gap="large")
        with main:
            _show_sentence(sentence, proposal)
        with beside:
            _show_sources(proposal, sentence.id)
        if not is_edited(sentence):
            _show_actions(sentence)
    return {f"card-outcome-{sentence.id}": sentence.text}


def sentence_of(proposal: OutcomeProposal) -> Sentence:
    """Return how a proposal says it now."""
    one = id_of(proposal.text)

    def put(lines: Sequence[str]) -> None:
        words = "" if lines[0] == proposal.text else lines[0]
        if words:
            decide_words(one, state.typed(_words(one), "") or proposal.text, words)
        state.put(_words(one), words)
        say_anew(one, (one, lines[0]))

    return Sentence(one, state.typed(_words(one), "") or proposal.text, put)


def kept_texts(proposals: Sequence[OutcomeProposal]) -> list[str]:
    """Return how those that were not dropped say it now."""
    sentences = [sentence_of(one) for one in proposals]
    return [sentence.text for sentence in sentences if sentence.id not in _dropped()]


def _show_sentence(sentence: Sentence, proposal: OutcomeProposal) -> None:
    if is_edited(sentence):
        show_editor(sentence)
        return
    is_own = sentence.text != proposal.text
    show_html(render_sentence(sentence.text, "your words" if is_own else "") + _why(proposal, is_own=is_own))
    show_findings(sentence, check_words(sentence.text).findings if is_own else proposal.findings)
    with st.container(key=f"level-{sentence.id}"):
        show_level(sentence.id, None if is_own else proposal.level)


def _why(proposal: OutcomeProposal, *, is_own: bool) -> str:
    because = tag("p", esc(proposal.because), "c-why")
    sign = tag("p", esc(proposal.sign), "c-sign") if proposal.sign else ""
    before = f"The sign and the ways in were drafted for “{proposal.text}”" if is_own else ""
    hint = tag("p", esc(before), "c-hint") if before else ""
    return tag("div", because + sign + _ways_in(proposal.ways_in) + hint, "c-outcome-why")


def _ways_in(ways: dict[str, str]) -> str:
    rows = "".join(tag("dt", WAY_IN.get(who, esc(who))) + tag("dd", esc(way)) for who, way in ways.items())
    if not rows:
        return ""
    body = tag("summary", "A way in for everyone") + tag("dl", rows, "c-facts c-roles")
    return tag("details", body, "c-fold c-fold-quiet")


def _show_sources(proposal: OutcomeProposal, one: str) -> None:
    with st.container(gap="small"):
        show_html(tag("h3", "Where it comes from", "c-margin-h c-sources-h"))
        for number, citation in enumerate(proposal.citations):
            with st.container(key=f"source-{one}-{number}", gap="xxsmall"):
                show_quote(citation, f"{one}-{number}")
        if worded := _WORDED.get(proposal.worded_by):
            show_html(tag("p", worded, "c-hint"))


def _show_actions(sentence: Sentence) -> None:
    pick = (sentence.id, sentence.text)
    with st.container(key=f"do-{sentence.id}", horizontal=True, vertical_alignment="center", gap="medium"):
        show_plan_button(pick)
        show_choice(pick)
        show_edit_button(sentence)
        if state.typed(_words(sentence.id), ""):
            st.button(
                "Back to the words from the notes",
                key=f"back-{sentence.id}",
                type="tertiary",
                on_click=_back,
                args=(sentence,),
            )
        st.button("Drop it", key=f"drop-{sentence.id}", type="tertiary", on_click=_drop, args=(sentence,))


def _back(sentence: Sentence) -> None:
    original = next(
        outcome.text
        for one in state.outcomes_shelf().sets
        for outcome in one.result.outcomes
        if id_of(outcome.text) == sentence.id
    )
    sentence.put([original])


def _show_dropped(sentence: Sentence) -> None:
    with st.container(key=f"dropped-{sentence.id}", horizontal=True, vertical_alignment="center", gap="small"):
        show_html(tag("p", f"Dropped: {esc(sentence.text)}", "c-hint", role="status"))
        st.button("Put it back", key=f"undrop-{sentence.id}", type="tertiary", on_click=_undrop, args=(sentence.id,))


def _dropped() -> frozenset[str]:
    dropped: frozenset[str] = state.typed(_DROPPED, frozenset())
    return dropped


def _drop(sentence: Sentence) -> None:
    state.put(_DROPPED, _dropped() | {sentence.id})
    let_go(sentence.id)
    decide_outcome(sentence.id, "reject")


def _undrop(one: str) -> None:
    state.put(_DROPPED, _dropped() - {one})


def _words(one: str) -> str:
    return f"outcomes.words.{one}"
