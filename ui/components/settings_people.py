"""The people whose names are replaced before text leaves: a list to add to and take from."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from coach.models import Member

from .. import resources, state
from ..markup import esc, label, show_html, tag
from .notice import Notice
from .settings_desk import attempt

_NAME, _ALIASES, _ALL = "settings.person", "settings.aliases", "settings.noticed"
_FEW = 8
_MOST = 40


def show_people(community: str, members: Sequence[Member]) -> None:
    """Draw the people, the form for another, and the names that the notes hold."""
    st.subheader("People", anchor=False)
    words = (
        "Whoever stands here gets a stand-in such as [person 1] in all that is sent. Other names and handles of the "
        "same person belong to them. The list is for this and nothing else."
    )
    show_html(tag("p", words, "c-hint"))
    if members:
        with st.container(key="people", gap=None):
            for member in members:
                _show_member(community, member)
    else:
        show_html(tag("p", "Nobody is on it yet.", "c-said"))
    _show_add(community)
    _show_noticed(community)


def _show_member(community: str, member: Member) -> None:
    with st.container(key=f"person-{member.id}", horizontal=True, vertical_alignment="center"):
        aliases = tag("span", esc("also " + ", ".join(member.aliases)), "c-hint") if member.aliases else ""
        show_html(tag("p", tag("b", esc(member.name)) + " " + aliases, "c-said"))
        st.button(
            label(f"Remove {member.name}"),
            key=f"remove-{member.id}",
            type="tertiary",
            on_click=_remove,
            args=(community, member),
        )


def _show_add(community: str) -> None:
    with st.container(key="add-person", horizontal=True, vertical_alignment="bottom"):
        st.text_input("Name", placeholder="Amina Yusuf", autocomplete="off", **state.kept(_NAME, ""))
        st.text_input("Other names", placeholder="Mina, @amina", autocomplete="off", **state.kept(_ALIASES, ""))
        st.button("Add", key="add-person-now", on_click=_add_typed, args=(community,))


def _show_noticed(community: str) -> None:
    noticed: Sequence[tuple[str, int]] = resources.coach().people.noticed(community)
    if not noticed:
        return
    show_html(tag("p", "Names we noticed in your notes", "c-sub"))
    show_html(tag("p", "One click adds a name. Some may be no person at all: leave those.", "c-hint"))
    shown = _MOST if state.typed(_ALL, False) else _FEW
    with st.container(key="noticed", horizontal=True, gap="small"):
        for number, (name, notes) in enumerate(noticed[:shown]):
            where = "1 note" if notes == 1 else f"{notes} notes"
            words = label(f"Add {name} ({where})")
            st.button(words, key=f"noticed-{number}", on_click=_add_noticed, args=(community, name))
    if len(noticed) > shown:
        rest = min(len(noticed), _MOST) - shown
        if rest > 0:
            st.button(f"Show {rest} more", key="more-noticed", type="tertiary", on_click=_show_all)


def _show_all() -> None:
    state.put(_ALL, True)


def _add_typed(community: str) -> None:
    aliases = tuple(word.strip() for word in str(state.typed(_ALIASES, "")).split(",") if word.strip())
    if _add(community, str(state.typed(_NAME, "")), aliases):
        state.put(_NAME, "")
        state.put(_ALIASES, "")


def _add_noticed(community: str, name: str) -> None:
    _add(community, name, ())


def _add(community: str, name: str, aliases: tuple[str, ...]) -> bool:
    added: list[Member] = []

    def step() -> Notice:
        member: Member = resources.coach().people.add(community, name, aliases)
        added.append(member)
        return Notice(f"{member.name} is on the list.", "Take this back", lambda: _take_back(community, member))

    attempt(step)
    return bool(added)


def _take_back(community: str, member: Member) -> None:
    def step() -> Notice:
        resources.coach().people.remove(community, member.id)
        return Notice(f"Taken back: {member.name} is not on the list.")

    attempt(step)


def _remove(community: str, member: Member) -> None:
    def step() -> Notice:
        gone: Member = resources.coach().people.remove(community, member.id)
        words = f"{gone.name} is off the list: the name may be sent as it stands from now on."
        return Notice(words, "Put back", lambda: _add_again(community, gone))

    attempt(step)


def _add_again(community: str, member: Member) -> None:
    _add(community, member.name, member.aliases)
