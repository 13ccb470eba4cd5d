"""Outcomes that the notes suggest, set by set; on a subject, or on anything."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from coach.errors import CoachError
from coach.models import Citation, Consent, OutcomesRequest

from .. import resources, state
from ..markup import esc, show_html, tag
from ..shelf import OutcomesSet
from ..wording import count
from .copy_text import show_copy_button
from .notice import Notice, put_away, say
from .outcome_card import kept_texts, show_card
from .outcome_little import show_too_little
from .problems import show_problem
from .to_top import begin_at_top

_ABOUT = "outcomes.about"
_BELOW = 6
"""How many places stand under the subject at most."""
_TRIES = 2
"""How many other seeds are asked before the page says that there are no others."""
_NO_OTHERS = (
    "These are all that your notes speak of clearly enough for now. With a subject above you may hear others, "
    "and new notes bring new ones."
)


def show_suggested(to_own: Callable[[], None]) -> dict[str, str]:
    """Draw the subject and the open set; return the names of its groups."""
    with st.container(key="ask", horizontal=True, vertical_alignment="bottom"):
        st.text_input("About (or leave it empty)", placeholder="Anything", **state.kept(_ABOUT, ""))
        st.button("Look", key="look")
    notes = {note.id for note in resources.coach().notes(state.record().community)}
    one = _open_set(frozenset(notes))
    if one is None:
        return {}
    if not one.result.enough:
        show_too_little(one.result, has_notes=bool(notes), forget_about=_forget_about, to_own=to_own)
        return {}
    _show_head(one, len(notes - one.notes))
    names: dict[str, str] = {}
    with st.container(key="outcome-cards", gap="medium"):
        for proposal in one.result.outcomes:
            names |= show_card(proposal)
    _show_others(one)
    return names


def _open_set(notes: frozenset[str]) -> OutcomesSet | None:
    shelf, about = state.outcomes_shelf(), state.typed(_ABOUT, "").strip()
    if shelf.open is None or shelf.about != about or not all(_may_show(quote) for quote in shelf.open.quoted):
        put_away("outcomes")
        shelf.begin(about)
        place = st.empty()
        for _ in range(_BELOW):
            st.empty()  # what stood here before goes at once: it may be another community's
        with place:
            if _ask(0, notes):
                st.rerun()
    return shelf.open


def _may_show(quote: Citation) -> bool:
    # A page stays open for days: meanwhile a note may have been changed, taken out or closed to quoting.
    try:
        note = resources.coach().note(state.record().community, quote.note_id)
    except CoachError:
        return False
    return note.consent is not Consent.NEVER and note.text[quote.start : quote.end] == quote.quote


def _ask(seed: int, notes: frozenset[str], tries: int = 1) -> bool | None:
    """Ask for a set that says something new; return whether there was one, and None when that did not work."""
    try:
        with st.spinner(f"Listening to {count(len(notes), 'note')} for what people struggle with, ask and wish for"):
            return any(_puts_new(tried, notes) for tried in range(seed, seed + tries))
    except CoachError as error:
        show_problem(error)
        return None


def _puts_new(seed: int, notes: frozenset[str]) -> bool:
    shelf = state.outcomes_shelf()
    request = OutcomesRequest(about=shelf.about, seed=seed)
    result = resources.coach().outcomes(state.record().community, request)
    is_new = not shelf.sets or bool({one.text for one in result.outcomes} - shelf.texts)
    if is_new:
        shelf.put(OutcomesSet(result, seed, notes))
    return is_new


def _show_head(one: OutcomesSet, new: int) -> None:
    result, shelf = one.result, state.outcomes_shelf()
    drafted = "by the playbook, no model" if result.drafted_by == "playbook" else f"by {result.drafted_by}"
    words = f"{result.message} Drafted {drafted}, from {count(result.notes_searched, 'note')}."
    if len(shelf.sets) > 1:
        words += f" Set {shelf.at + 1} of {len(shelf.sets)}."
    show_html(tag("p", esc(words), "c-drafted c-num-wrap", role="status"))
    if new:
        with st.container(key="outcome-news", horizontal=True, vertical_alignment="center", gap="small"):
            came = f"{count(new, 'note')} came in since these were drafted."
            show_html(tag("p", came, "c-hint"))
            st.button("Look again", key="look-again", type="tertiary", on_click=shelf.begin, args=(shelf.about,))


def _show_others(one: OutcomesSet) -> None:
    shelf = state.outcomes_shelf()
    with st.container(key="outcome-others", horizontal=True, vertical_alignment="center", gap="small"):
        if st.button("Others from our notes", key="others"):
            put_away("outcomes")
            found = _ask(max(each.seed for each in shelf.sets) + 1, one.notes, _TRIES)
            if found is False:
                say("outcomes", Notice(_NO_OTHERS))
            if found is not None:
                begin_at_top()
                st.rerun()
        if len(shelf.sets) > 1:
            last = len(shelf.sets) - 1
            st.button("Earlier set", key="earlier-set", disabled=shelf.at == 0, on_click=_go, args=(-1,))
            st.button("Later set", key="later-set", disabled=shelf.at == last, on_click=_go, args=(1,))
        show_copy_button("\n".join(kept_texts(one.result.outcomes)), "copy-outcomes")


def _go(steps: int) -> None:
    state.outcomes_shelf().go_to(state.outcomes_shelf().at + steps)
    begin_at_top()


def _forget_about() -> None:
    state.put(_ABOUT, "")
