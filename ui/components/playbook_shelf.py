"""The shelf: everything that fits as calm cards, a community's own first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from coach.models import Finding, Mode, OpeningEntry, PlaybookItem

from .. import resources, state
from ..markup import esc, label, show_html, tag
from ..wording import GROUP, MODE, MODE_SHORT, count, listed
from .playbook_filters import Wanted, leave_out, look_for, loosened, said_wishes, show_filters
from .playbook_own import show_take_away
from .playbook_view import KIND, KINDS, example_for, open_adding, open_entry

_A_SCREENFUL = 18


def show_shelf() -> None:
    """Draw the wishes, how much fits, and the cards."""
    wanted = show_filters()
    items = look_for(wanted)
    _show_count(items, wanted)
    if not items:
        _show_nothing(wanted)
    shown = int(state.typed("playbook.shown", _A_SCREENFUL))
    with st.container(key="pb-shelf"):
        for item in items[:shown]:
            _show_card(item)
    if len(items) > shown:
        more = min(_A_SCREENFUL, len(items) - shown)
        st.button(f"Show {more} more", on_click=_show_more, args=(shown,), key="more-entries")
    if state.record().community:
        _show_lost(resources.coach().patterns(state.record().community).findings)


def show_own_actions() -> None:
    """Draw the way to an activity of one's own, and the way to take all own ones away."""
    if not state.record().community:
        return
    with st.container(horizontal=True, key="pb-own-actions"):
        st.button("Add your own", type="primary", on_click=open_adding, key="add-own")
        show_take_away()


def _show_count(items: Sequence[PlaybookItem], wanted: Wanted) -> None:
    found = Counter(item.kind for item in items)
    words = listed([count(found[kind], *KINDS[kind]) for kind in KINDS if found[kind]]) or "Nothing fits"
    own = sum(item.own for item in items)
    ours = f", {own} of your own" if own else ""
    wishes = dict(said_wishes(wanted))
    narrowed = f", narrowed down to {listed(list(wishes.values()))}" if wishes and items else ""
    with st.container(key="pb-count", horizontal=True, vertical_alignment="center", gap="medium"):
        show_html(tag("p", esc(f"{words}{ours}{narrowed}"), "c-hint", role="status"))
        if wishes:
            names = list(wishes)
            st.button("Leave all wishes out", type="tertiary", key="loosen-all", on_click=leave_out, args=(names,))


def _show_nothing(wanted: Wanted) -> None:
    ways = list(loosened(wanted))
    asked = listed([words for _, words in said_wishes(wanted)])
    words = f"Nothing in the playbook fits all of this: {asked}."
    hint = "Leaving one of them out helps:" if ways else "Leaving out one of them is not enough; leave out two."
    body = tag("p", esc(words)) + tag("p", hint, "c-hint")
    show_html(tag("div", body, "c-empty"))
    with st.container(horizontal=True, key="pb-loosen", gap="small"):
        for name, said, many in ways:
            text = f"Leave out {said} ({many})"
            st.button(label(text), key=f"loosen-{name}", on_click=leave_out, args=([name],))


def _show_more(shown: int) -> None:
    state.put("playbook.shown", shown + _A_SCREENFUL)


def _show_card(item: PlaybookItem) -> None:
    entry = item.entry
    with st.container(key=f"pbcard-{item.kind}-{entry.id}", gap=None):
        show_html(_render_top(item))
        st.button(label(entry.title), key=f"open-{entry.id}", type="tertiary", on_click=open_entry, args=(entry.id,))
        show_html(tag("p", esc(_sentence(item)), "c-pb-sentence") + _render_facts(item) + render_added(item))


def _render_top(item: PlaybookItem) -> str:
    own = tag("span", "yours", "c-badge") if item.own else ""
    return tag("p", tag("span", KIND[item.kind], f"c-pb-kind c-pb-{item.kind}") + own, "c-pb-top")


def _sentence(item: PlaybookItem) -> str:
    said = item.entry.why if isinstance(item.entry, OpeningEntry) else item.entry.summary
    if "{" not in said:
        return said
    shown = _filled(item).entry
    return shown.why if isinstance(shown, OpeningEntry) else shown.summary


def _filled(item: PlaybookItem) -> PlaybookItem:
    community = state.record().community or None
    return resources.coach().show_entry(item.entry.id, example_for(item.entry), community)


def _render_facts(item: PlaybookItem) -> str:
    entry = item.entry
    facts = [
        f"{entry.minutes.min} to {entry.minutes.max} min",
        f"{entry.people.min} to {entry.people.max} people",
        GROUP.get(entry.people.small_group, f"in groups of {entry.people.small_group}"),
    ]
    said = "".join(tag("span", esc(fact), "c-num") for fact in facts)
    return tag("p", said, "c-pb-facts") + render_modes(entry.modes)


def render_modes(modes: Sequence[Mode]) -> str:
    """Return how people can meet, each with its mark and its word."""
    marks = (
        tag("li", tag("span", "", f"c-pb-mode c-pb-mode-{mode.value}", aria_hidden="true") + MODE_SHORT[mode])
        for mode in Mode
        if mode in modes
    )
    return tag("ul", "".join(marks), "c-pb-modes", aria_label=f"How you meet: {listed([MODE[m] for m in modes])}")


def render_added(item: PlaybookItem) -> str:
    """Return who added an own entry and when, and where the idea comes from."""
    if not item.own:
        return ""
    when = f" on {item.added_at.day} {item.added_at:%b %Y}" if item.added_at else ""
    credit = getattr(item.entry, "credit", "")
    thanks = f" {credit}" if credit else ""
    return tag("p", esc(f"Added by {item.added_by}{when}.{thanks}"), "c-hint")


def _show_lost(findings: Sequence[Finding]) -> None:
    for finding in findings:
        show_html(tag("p", esc(f"{finding.message} {finding.way_forward}"), "c-hint"))
