"""One's own way as a host: what one means to try, notes to oneself, and what was said, tried and learned."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from coach.models import Experiment, Growth, GrowthMoment, JournalEntry

from .. import resources, state
from ..markup import esc, items, show_html, tag
from ..wording import date_label
from .coaching_acts import act
from .coaching_due import day_of, drop_experiment, show_telling
from .coaching_earlier import ONLY_YOU, open_kept
from .coaching_rows import Row, RowActs, show_row
from .empty_state import show_empty

_TEXT, _ALL, _TELLING = "coaching.entry", "coaching.growth.all", "coaching.telling"
_MOST = 30
_WHAT = {"asked": "You asked", "tried": "You tried", "learned": "You took from it", "wrote": "You wrote"}


def show_growth(to_talk: Callable[[], None]) -> None:
    """Draw the box for a note, what is still to be tried, and the way so far.

    Args:
        to_talk: Turns the page to the conversation.
    """
    coach, community, who = resources.coach(), state.record().community, state.actor()
    growth: Growth = coach.practice.growth(community, actor=who)
    entries = {one.id: one for one in coach.practice.journal(community, actor=who)}
    show_html(tag("p", ONLY_YOU, "c-only-you"))
    with st.container(key="narrow-entry", gap="small"):
        st.text_area("A note to yourself", height="content", **state.kept(_TEXT, ""))
        st.button("Keep it", key="write-entry", on_click=_write)
    _show_open(coach.practice.experiments(community, actor=who))
    if growth.returns:
        st.subheader("What keeps coming back", anchor=False)
        show_html(items(growth.returns))
    if growth.moments:
        _show_moments(growth.moments, entries, to_talk)
    else:
        show_empty(
            "Your way begins with the first thing that you ask, try or write.",
            "It stays in your own words. Nothing is counted, and nobody is compared with anybody.",
        )


def _write() -> None:
    practice, community, who = resources.coach().practice, state.record().community, state.actor()
    text = str(state.typed_now(_TEXT, ""))
    written: list[JournalEntry] = []

    def write() -> None:
        written.append(practice.write_entry(community, text, actor=who))

    def take_back() -> None:
        practice.remove_entry(community, written[0].id, actor=who)

    if act(write, "Kept.", ("Take it back", take_back)):
        state.put(_TEXT, "")


def _show_open(experiments: Sequence[Experiment]) -> None:
    still = [one for one in experiments if one.state == "open"]
    if not still:
        return
    st.subheader("What you mean to try", anchor=False)
    for one in still:
        with st.container(key=f"own-{one.id}", gap="xsmall"):
            due = f" · you meet on {date_label(one.due.isoformat(), with_year=False)}" if one.due else ""
            said = f"said on {date_label(day_of(one))}" if one.at else ""
            show_html(tag("p", esc(one.text), "c-own-text") + tag("p", esc(said + due), "c-hint"))
            if state.typed(_TELLING, "") == one.id:
                show_telling(one)
            else:
                _show_experiment_acts(one)


def _show_experiment_acts(one: Experiment) -> None:
    with st.container(key=f"own-do-{one.id}", horizontal=True, gap="medium"):
        st.button("Tell how it went", key=f"tell-{one.id}", type="tertiary", on_click=_tell, args=(one,))
        st.button("Let it go", key=f"drop-{one.id}", type="tertiary", on_click=drop_experiment, args=(one,))


def _tell(one: Experiment) -> None:
    state.put(_TELLING, one.id)


def _show_moments(
    moments: Sequence[GrowthMoment], entries: dict[str, JournalEntry], to_talk: Callable[[], None]
) -> None:
    st.subheader("Your way so far", anchor=False)
    show_html(tag("p", "The latest first, in your own words.", "c-hint"))
    latest = list(reversed(moments))
    shown = latest if state.typed(_ALL, False) else latest[:_MOST]
    acts = RowActs(lambda one, text: _change(entries[one], text), lambda one: _remove(entries[one]))
    with st.container(key="moments", gap=None):
        for number, moment in enumerate(shown):
            if moment.what == "wrote" and moment.id in entries:
                show_row(Row(moment.id, entries[moment.id].text, render_moment(moment)), acts)
            else:
                _show_moment(moment, number, to_talk)
    if len(latest) > len(shown):
        st.button(f"Show all {len(latest)}", key="all-moments", type="tertiary", on_click=_show_all)


def _show_all() -> None:
    state.put(_ALL, True)


def _show_moment(moment: GrowthMoment, number: int, to_talk: Callable[[], None]) -> None:
    with st.container(key=f"own-moment-{number}", gap="xsmall"):
        show_html(render_moment(moment))
        if moment.what == "asked" and moment.id:
            words = "Open the conversation"
            st.button(
                words, key=f"open-moment-{number}", type="tertiary", on_click=open_kept, args=(moment.id, to_talk)
            )


def render_moment(moment: GrowthMoment) -> str:
    """Return one moment as HTML: when, what kind, the person's words."""
    when = date_label(moment.at.astimezone().date().isoformat())
    about = f" · {moment.situation}" if moment.situation else ""
    head = tag("p", tag("span", _WHAT[moment.what], "c-moment-what") + esc(f" · {when}{about}"), "c-hint")
    return tag("div", head + tag("p", esc(moment.text), "c-own-text"), f"c-moment c-moment-{moment.what}")


def _change(entry: JournalEntry, text: str) -> bool:
    practice, community, who = resources.coach().practice, state.record().community, state.actor()

    def change() -> None:
        practice.change_entry(community, entry.model_copy(update={"text": text}), actor=who)

    def back() -> None:
        practice.change_entry(community, entry, actor=who)

    return act(change, "Changed.", ("Back to the words before", back))


def _remove(entry: JournalEntry) -> None:
    practice, community, who = resources.coach().practice, state.record().community, state.actor()

    def remove() -> None:
        practice.remove_entry(community, entry.id, actor=who)

    def put_back() -> None:
        practice.restore(community, entry, actor=who)

    act(remove, "That note is gone.", ("Put it back", put_back))
