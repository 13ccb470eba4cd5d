"""Outcomes of a plan that are kept to come back to, with the sign that people would notice."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from coach.models import KeptOutcome, Outcome, Sign

from .. import resources, state
from ..markup import show_html, tag
from .acts import act_on

_KEPT = "It is kept to come back to, on the page Learning."


def show_keeping(outcomes: Sequence[Outcome]) -> None:
    """Draw the way to keep each outcome, or a word that it is kept."""
    kept = {one.text for one in resources.coach().learning.outcomes(state.record().community, actor=state.actor())}
    with st.container(key="keep-outcomes", gap="xxsmall"):
        for number, outcome in enumerate(outcomes):
            if outcome.text in kept:
                show_html(tag("p", _KEPT, "c-hint c-fine"))
                continue
            which = f" ({number + 1})" if len(outcomes) > 1 else ""
            words = f"Keep this outcome to come back to{which}"
            st.button(words, key=f"keep-outcome-{number}", type="tertiary", on_click=_keep, args=(outcome,))


def _keep(outcome: Outcome) -> None:
    learning, community, who = resources.coach().learning, state.record().community, state.actor()
    signs = (Sign(text=outcome.sign),) if outcome.sign.strip() else ()
    kept: list[KeptOutcome] = []

    def keep() -> None:
        kept.append(learning.keep_outcome(community, KeptOutcome(text=outcome.text, signs=signs), actor=who))

    def back() -> None:
        learning.remove_outcome(community, kept[0].id, actor=who)

    act_on("plan", keep, "Kept. You find it under Learning, with its sign.", ("Take it back", back))
