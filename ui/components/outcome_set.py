"""Outcomes that the notes suggest, set by set; on a subject, or on anything."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from coach.errors import CoachError
from coach.models import Decision, OutcomesRequest, OutcomesResult

from .. import drafts, resources, state
from ..drafts import By
from ..markup import esc, label, show_html, tag
from ..shelf import OutcomesSet
from ..wording import count
from .arriving import show_arriving, show_trouble
from .copy_text import show_copy_button
from .drafted_by import PLAYBOOK, render_drafting, show_told
from .notice import Notice, put_away, say
from .outcome_card import kept_texts, show_card
from .outcome_little import show_too_little
from .problems import show_problem
from .quote import may_show
from .to_top import begin_at_top
from .who_drafts import model_here, show_model_line

_ABOUT = "outcomes.about"
_DOING = "listening to your notes"
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
    notes = frozenset(note.id for note in resources.coach().notes(state.record().community))
    _begin_anew(notes)
    one = state.outcomes_shelf().open
    if _show_work(notes) or one is None:
        return {}
    if not one.result.enough:
        show_too_little(one.result, has_notes=bool(notes), forget_about=_forget_about, to_own=to_own)
        if one.result.tells_plenty:
            _show_ask_model()
        return {}
    _show_head(one, len(notes - one.notes))
    names: dict[str, str] = {}
    with st.container(key="outcome-cards", gap="medium"):
        for proposal in one.result.outcomes:
            names |= show_card(proposal)
    _show_others(one)
    return names


def _begin_anew(notes: frozenset[str]) -> None:
    """Have the playbook listen when there is no set on this subject yet; a model is asked only at a press."""
    shelf, about, view = state.outcomes_shelf(), state.typed(_ABOUT, "").strip(), drafts.going_on("outcomes")
    has_failed = view is not None and view.has_ended and view.result is None
    is_asked = view is not None and not (has_failed and shelf.open)
    is_there = shelf.open is not None and all(map(may_show, shelf.open.quoted))
    if shelf.about == about and (is_asked or is_there):
        return
    put_away("outcomes")
    shelf.begin(about)
    place = st.empty()
    for _ in range(_BELOW):
        st.empty()  # what stood here before goes at once: it may be another community's
    with place:
        if _ask(0, notes, "playbook"):
            st.rerun()


def _ask(seed: int, notes: frozenset[str], by: By) -> bool:
    """Ask for a set; return whether it could be asked for."""
    request = OutcomesRequest(about=state.outcomes_shelf().about, seed=seed)
    try:
        with st.spinner(f"Listening to {count(len(notes), 'note')} for what people struggle with, ask and wish for"):
            drafts.begin("outcomes", request, by)
    except CoachError as error:
        show_problem(error)
        return False
    return True


def _show_work(notes: frozenset[str]) -> bool:
    """Draw the set that is being drafted, or lay it down; return whether the page is taken up by it."""
    view = drafts.going_on("outcomes")
    if view is None:
        return False
    if not view.has_ended:
        show_arriving(view, _DOING)
        return True
    if isinstance(view.result, OutcomesResult):
        drafts.see(view)
        _lay_down(view.result, notes)
        st.rerun()
    show_trouble(view)
    return False


def _lay_down(result: OutcomesResult, notes: frozenset[str]) -> None:
    """Lay a set down when it says something new; else ask the playbook once more, or say that there are no others."""
    shelf = state.outcomes_shelf()
    if not shelf.sets or {one.text for one in result.outcomes} - shelf.texts:
        is_first = not shelf.sets
        shelf.put(OutcomesSet(result, result.seed, notes))
        if not is_first:
            begin_at_top()
        return
    last = max(each.seed for each in shelf.sets)
    is_by_playbook = result.drafted_by == PLAYBOOK
    if not (is_by_playbook and result.seed < last + _TRIES and _ask(result.seed + 1, notes, "playbook")):
        said = _NO_OTHERS if result.enough or is_by_playbook else result.message
        say("outcomes", Notice(said))
        begin_at_top()


def _show_head(one: OutcomesSet, new: int) -> None:
    result, shelf = one.result, state.outcomes_shelf()
    drafted = "by the playbook, no model" if result.drafted_by == "playbook" else f"by {result.drafted_by}"
    words = f"{result.message} Drafted {drafted}, from {count(result.notes_searched, 'note')}."
    if len(shelf.sets) > 1:
        words += f" Set {shelf.at + 1} of {len(shelf.sets)}."
    show_html(tag("p", esc(words), "c-drafted c-num-wrap", role="status") + render_drafting(result.drafting))
    show_told(result.drafting, "outcomes", partial(_ask_model, one.seed))
    if result.drafted_by == PLAYBOOK and not (result.drafting and result.drafting.told):
        _show_ask_model()
    if new:
        with st.container(key="outcome-news", horizontal=True, vertical_alignment="center", gap="small"):
            came = f"{count(new, 'note')} came in since these were drafted."
            show_html(tag("p", came, "c-hint"))
            st.button("Look again", key="look-again", type="tertiary", on_click=shelf.begin, args=(shelf.about,))


def _show_ask_model() -> None:
    """Draw the way to a set by the model, with what is sent for it; nothing is spent before it is pressed."""
    status = model_here()
    if status is None:
        return
    with st.container(key="ask-model", gap="xsmall"):
        if st.button(f"Ask {label(status.setup.model)}", key="ask-model-now"):
            _ask_model(_next_seed())
        about, seed = state.outcomes_shelf().about, _next_seed()
        show_model_line(status, lambda: OutcomesRequest(about=about, seed=seed), "outcomes")


def _ask_model(seed: int) -> None:
    put_away("outcomes")
    open_one = state.outcomes_shelf().open
    if _ask(seed, open_one.notes if open_one else frozenset(), "auto"):
        begin_at_top()
        st.rerun()


def _next_seed() -> int:
    return max((each.seed for each in state.outcomes_shelf().sets), default=-1) + 1


def _show_others(one: OutcomesSet) -> None:
    shelf = state.outcomes_shelf()
    with st.container(key="outcome-others", horizontal=True, vertical_alignment="center", gap="small"):
        if st.button("Others from our notes", key="others"):
            put_away("outcomes")
            drafts.decide(drafts.run_of(one.result.drafting), Decision(what="reject"))
            by: By = "playbook" if one.result.drafted_by == PLAYBOOK else "auto"
            if _ask(_next_seed(), one.notes, by):
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
