"""One entry, open: what to do with it, for which outcome it is shown, and all that it says."""

from __future__ import annotations

import streamlit as st

from coach.errors import CoachError, UnknownPattern
from coach.models import Pattern, PlaybookItem

from .. import resources, state
from ..markup import esc, show_html, tag
from .notice import show_notice
from .plan_drafting import change_box
from .playbook_own import begin_from, change_own, remove_own
from .playbook_reading import render_beside, render_body, render_credit, render_fit, render_lead
from .playbook_shelf import render_added
from .playbook_view import KIND, example_for, notices, open_shelf
from .problems import show_problem

_SHOW_FOR = "playbook.show_for"
_LONGEST = 240


def show_entry(entry_id: str) -> None:
    """Draw the entry of this id; where there is none any more, say so and show the way back."""
    st.button("← The whole playbook", key="to-shelf", type="tertiary", on_click=open_shelf)
    community = state.record().community or None
    try:
        item = resources.coach().entry(entry_id, community)
    except UnknownPattern:
        show_notice(notices())
        show_html(tag("p", "This one is not in the playbook any more.", "c-said", role="status"))
        return
    st.title(item.entry.title, anchor=False)
    own = tag("span", "yours", "c-badge") if item.own else ""
    show_html(tag("p", KIND[item.kind] + own, "c-pb-kind-line") + render_added(item))
    show_notice(notices())
    outcome = state.typed(_SHOW_FOR, "").strip() or example_for(item.entry)
    try:
        shown = resources.coach().show_entry(entry_id, outcome, community)
    except CoachError as error:
        show_problem(error)
        return
    show_html(render_lead(shown))
    _show_actions(item)
    if isinstance(shown.entry, Pattern):
        show_html(render_fit(shown.entry))
    _show_outcome(item)
    show_reading(shown)


def show_reading(shown: PlaybookItem) -> None:
    """Draw what an entry says, with what stands beside it."""
    body, margin = render_body(shown.entry) + render_credit(shown.entry), render_beside(shown.entry)
    if not margin:
        show_html(body)
        return
    main, beside = st.columns([1.9, 1], gap="large")
    with main:
        show_html(body)
    with beside:
        show_html(tag("div", margin, "c-pb-margin"))


def _show_outcome(item: PlaybookItem) -> None:
    example = example_for(item.entry)
    with st.container(key="narrow-show-for", gap="xsmall"):
        st.text_input(
            "Show it for: We want to be able to …",
            placeholder=example,
            max_chars=_LONGEST,
            **state.kept(_SHOW_FOR, ""),
        )
        if not state.typed(_SHOW_FOR, "").strip():
            words = f"Below it is shown for an example, “{example}”. Write your own, and the sentences follow."
            show_html(tag("p", esc(words), "c-hint"))


def _show_actions(item: PlaybookItem) -> None:
    if not isinstance(item.entry, Pattern):
        words = "Plans choose it by themselves, where it fits the work, the minutes and the people."
        show_html(tag("p", words, "c-hint"))
        return
    with st.container(horizontal=True, vertical_alignment="center", key="pb-actions"):
        if state.record().community:
            _show_use(item.entry)
        if item.own:
            st.button("Change its text", key="change-own", on_click=change_own, args=(item,))
            st.button("Take it out", key="remove-own", on_click=remove_own, args=(item,))
        elif state.record().community:
            st.button("Begin your own from it", key="begin-from", on_click=begin_from, args=(item.entry,))


def _show_use(entry: Pattern) -> None:
    is_asked = entry.id in state.asked_patterns()
    words = "Go on with the plan" if is_asked else "Use in a plan"
    if st.button(words, type="primary", key="plan-with-it"):
        state.ask_for_pattern(entry.id)
        state.put(change_box(), True)  # with a plan open, what was asked for stands folded
        st.switch_page("app_pages/plan.py")
    if is_asked:
        show_html(tag("span", "It stands in the plan form.", "c-hint"))
