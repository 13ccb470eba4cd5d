"""The activities from the playbook that a plan is asked to use, each with a way to drop it."""

from __future__ import annotations

import streamlit as st

from coach.models import Pattern

from .. import resources, state
from ..markup import esc, show_html, tag

_PLACES = ("The first activity will be", "The second one will be", "The third one will be", "Another one will be")


def asked_ids() -> tuple[str, ...]:
    """Return the ids of the activities that were asked for and are still here."""
    here = _here()
    return tuple(one for one in state.asked_patterns() if one in here)


def show_asked_patterns() -> None:
    """Draw what was asked for from the playbook; nothing is drawn when nothing was."""
    asked, here = state.asked_patterns(), _here()
    if not asked:
        return
    with st.container(key="asked", gap="xsmall"):
        place = 0
        for pattern_id in asked:
            _show_one(pattern_id, here.get(pattern_id), place)
            place += pattern_id in here


def _show_one(pattern_id: str, pattern: Pattern | None, place: int) -> None:
    with st.container(key=f"asked-{pattern_id}", horizontal=True, vertical_alignment="center", gap="small"):
        show_html(_render(pattern, place))
        st.button(
            "Leave it out", key=f"drop-{pattern_id}", type="tertiary", on_click=state.drop_pattern, args=(pattern_id,)
        )


def _render(pattern: Pattern | None, place: int) -> str:
    if pattern is None:
        words = "An activity that you asked for is not in the playbook any more, so the plan goes without it."
        return tag("p", words, "c-said")
    said = _PLACES[min(place, len(_PLACES) - 1)]
    needs = f"It takes {pattern.minutes.min} to {pattern.minutes.max} minutes and {pattern.people.min} to "
    needs += f"{pattern.people.max} people."
    return tag("p", f"{said} {tag('strong', esc(pattern.title))}, from the playbook. {needs}", "c-said")


def _here() -> dict[str, Pattern]:
    if not state.asked_patterns():
        return {}
    listed = resources.coach().patterns(state.record().community).patterns
    return {one.pattern.id: one.pattern for one in listed}
