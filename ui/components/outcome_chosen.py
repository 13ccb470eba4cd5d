"""What was chosen for a plan, from all sets and from people's own words; and the way into the plan form."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from coach.models import Level

from .. import state
from ..markup import esc, show_html, tag
from .notice import Notice, say
from .outcome_decisions import decide_outcome
from .outcome_level import set_level
from .plan_drafting import change_box
from .plan_form import typed_outcomes
from .to_top import begin_at_top

_CHOSEN = "outcomes.chosen"
_IN_WORDS = ("", "one", "two", "three")
Pick = tuple[str, str]
"""The id of an outcome, and how it says it now."""


def chosen() -> tuple[Pick, ...]:
    """Return what was chosen, in the order it was chosen."""
    picks: tuple[Pick, ...] = state.typed(_CHOSEN, ())
    return picks


def let_go(one: str) -> None:
    """Take one out of the choice."""
    state.put(_CHOSEN, tuple(pick for pick in chosen() if pick[0] != one))


def say_anew(old: str, new: Pick) -> None:
    """Keep up with an outcome that says it in other words now."""
    state.put(_CHOSEN, tuple(new if pick[0] == old else pick for pick in chosen()))


def show_choice(pick: Pick) -> None:
    """Draw the box that chooses one, closed once a session has as many as it carries."""
    here = any(pick[0] == one for one, _ in chosen())
    key = f"choose-{pick[0]}"
    st.session_state[key] = here
    is_full = len(chosen()) >= state.MOST_OUTCOMES and not here
    label = "Three are chosen" if is_full else "Choose for a plan"
    st.checkbox(label, key=key, disabled=is_full, on_change=_turn, args=(pick, here, state.record().community))


def _turn(pick: Pick, here: bool, community: str) -> None:
    if community != state.record().community:
        return  # the card of another community was still in sight when it was pressed: what it says stays there
    if here:
        let_go(pick[0])
    else:
        state.put(_CHOSEN, (*chosen(), pick)[: state.MOST_OUTCOMES])


def show_plan_button(pick: Pick) -> None:
    """Draw the way into the plan form, with this one and those that were chosen."""
    others = [one for one in chosen() if one[0] != pick[0]]
    together = len(others) < state.MOST_OUTCOMES
    words = "Plan with this"
    if others:
        words = f"Plan with this and the {_IN_WORDS[len(others)]} chosen" if together else "Plan with this alone"
    if st.button(words, key=f"plan-{pick[0]}"):
        carry([pick, *others] if together else [pick])


def show_chosen() -> None:
    """Draw what was chosen, at the foot of the window, with the one thing to do with it."""
    picks = chosen()
    if not picks:
        return
    with st.container(key="outcome-chosen", gap="xxsmall"):
        with st.container(key="chosen-head", horizontal=True, vertical_alignment="center", gap="medium"):
            show_html(tag("p", f"{_IN_WORDS[len(picks)].capitalize()} chosen", "c-chosen-h", role="status"))
            words = "Plan with it" if len(picks) == 1 else f"Plan with these {_IN_WORDS[len(picks)]}"
            if st.button(words, type="primary", key="plan-chosen"):
                carry(picks)
        with st.expander("See what you chose", type="compact", key="see-chosen"):
            for pick in picks:
                _show_pick(pick)


def _show_pick(pick: Pick) -> None:
    one, text = pick
    with st.container(key=f"chosen-{one}", horizontal=True, vertical_alignment="center", gap="small"):
        show_html(tag("p", esc(text), "c-chosen-text"))
        st.button("Take out", key=f"out-{one}", type="tertiary", on_click=let_go, args=(one,))


def carry(picks: Sequence[Pick]) -> None:
    """Lay outcomes into the plan form and go there; what stood in it can be put back."""
    before, levels = typed_outcomes(), _levels_before()
    texts = [text for _, text in picks]
    for one, _ in picks:
        decide_outcome(one, "accept")
    state.carry_outcomes(texts, [set_level(one) for one, _ in picks])
    begin_at_top()
    state.put(change_box(), True)
    has_draft = state.shelf().open is not None or state.series_shelf().open is not None
    words = f"{_IN_WORDS[len(texts)].capitalize()} {'outcome' if len(texts) == 1 else 'outcomes'} carried over." + (
        " The draft stays as it is until you draft again." if has_draft else " Say how long and who, then draft."
    )
    if before and list(before) != texts:
        say("plan", Notice(words, "Put back what stood here", lambda: state.carry_outcomes(before, levels)))
    else:
        say("plan", Notice(words))
    st.switch_page("app_pages/plan.py")


def _levels_before() -> list[Level | None]:
    filled = [n for n in range(state.MOST_OUTCOMES) if state.typed(f"plan.outcome.{n}", "").strip()]
    return [state.carried_level(number) for number in filled]
