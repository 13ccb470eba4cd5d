"""What a host does already: kept so that nobody advises it to them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from coach.models import AlreadyDoing

from .. import resources, state
from ..markup import esc, show_html, tag
from .coaching_acts import act
from .coaching_earlier import ONLY_YOU
from .coaching_rows import Row, RowActs, show_row
from .empty_state import show_empty

_TEXT, _FLOPPED = "coaching.doing", "coaching.doing.flopped"
_LEAD = "What stands here is not advised to you again; where it is just what helps, the coach says so."


def show_doing() -> None:
    """Draw the list and the form for another line."""
    coach, community = resources.coach(), state.record().community
    doing: Sequence[AlreadyDoing] = coach.practice.doing(community, actor=state.actor())
    show_html(tag("div", tag("p", _LEAD) + tag("p", ONLY_YOU), "c-hint"))
    with st.container(key="narrow-doing", gap="small"):
        st.text_area(
            "Something you do already",
            height="content",
            placeholder="I have them write before we talk",
            **state.kept(_TEXT, ""),
        )
        with st.container(key="add-doing-row", horizontal=True, vertical_alignment="center", gap="medium"):
            st.button("Add it", key="add-doing", on_click=_add)
            st.checkbox("It did not work for us", **state.kept(_FLOPPED, False))
    if not doing:
        show_empty(
            "Nothing stands here yet.",
            "Most advice is about things that people do anyway. Write down what you do, or press "
            "“I do this already” under a reply.",
        )
        return
    by_id = {one.id: one for one in doing}
    acts = RowActs(lambda one, text: _change(by_id[one], text), lambda one: _remove(by_id[one]))
    with st.container(key="doings", gap=None):
        for one in doing:
            show_row(Row(one.id, one.text, _render(one)), acts)


def _render(one: AlreadyDoing) -> str:
    said = [*(["heard in a conversation"] if one.heard else []), *(["did not work for you"] if one.flopped else [])]
    hint = tag("p", esc(" · ".join(said)), "c-hint") if said else ""
    return tag("p", esc(one.text), "c-own-text") + hint


def _add() -> None:
    practice, community, who = resources.coach().practice, state.record().community, state.actor()
    text, flopped = str(state.typed_now(_TEXT, "")), bool(state.typed_now(_FLOPPED, False))
    added: list[AlreadyDoing] = []

    def add() -> None:
        added.append(practice.add_doing(community, text, flopped=flopped, actor=who))

    def take_back() -> None:
        practice.remove_doing(community, added[0].id, actor=who)

    if act(add, "It is on your list.", ("Take it back", take_back)):
        state.put(_TEXT, "")
        state.put(_FLOPPED, False)


def _change(one: AlreadyDoing, text: str) -> bool:
    practice, community, who = resources.coach().practice, state.record().community, state.actor()

    def change() -> None:
        practice.change_doing(community, one.model_copy(update={"text": text}), actor=who)

    def back() -> None:
        practice.change_doing(community, one, actor=who)

    return act(change, "Changed.", ("Back to the words before", back))


def _remove(one: AlreadyDoing) -> None:
    practice, community, who = resources.coach().practice, state.record().community, state.actor()

    def remove() -> None:
        practice.remove_doing(community, one.id, actor=who)

    def put_back() -> None:
        practice.restore(community, one, actor=who)

    act(remove, "It is off your list, and may be advised again.", ("Put it back", put_back))
