"""Whom to turn to where a matter is for people: named by whoever looks after the community."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from coach.models import Contact, Matter

from .. import resources, state
from ..markup import esc, label, show_html, tag
from ..wording import MATTER, listed
from .coaching_acts import is_lead
from .coaching_signpost import render_reach
from .empty_state import needs_community, show_empty
from .notice import Notice
from .settings_desk import attempt

_WHO, _REACH, _MATTERS = "settings.contact.who", "settings.contact.reach", "settings.contact.matters"
_CHANGING = "settings.contact.changing"
_LEAD = (
    "Bullying, distress, a danger, a question of law: such matters are for people. Where one comes up, the coach "
    "gives no advice, keeps nothing, and shows whoever asked the people who are named here."
)
_NOBODY = (
    "Nobody is named for this community yet.",
    "The coach then says so plainly, points to general help such as an emergency number or a doctor, and cannot say "
    "whom to turn to here. One name and a number are enough to begin with.",
)


def show_contacts() -> None:
    """Draw the contacts of the open community, and for whoever looks after it the form."""
    if needs_community():
        return
    community = state.record().community
    contacts: Sequence[Contact] = resources.coach().sharing.contacts(community, actor=state.actor())
    st.subheader(f"Whom to turn to in {community}", anchor=False)
    show_html(tag("p", _LEAD, "c-said"))
    if not contacts:
        show_empty(*_NOBODY)
    with st.container(key="contacts", gap=None):
        for contact in contacts:
            _show_contact(contact, contacts)
    if not is_lead():
        show_html(tag("p", "Only whoever looks after this community can change them.", "c-hint"))
    elif not state.typed(_CHANGING, ""):
        _show_form(contacts, None)


def _show_contact(contact: Contact, contacts: Sequence[Contact]) -> None:
    with st.container(key=f"contact-{contact.id}", gap="xsmall"):
        if is_lead() and state.typed(_CHANGING, "") == contact.id:
            _show_form(contacts, contact)
            return
        show_html(render_contact(contact))
        if is_lead():
            with st.container(key=f"contact-do-{contact.id}", horizontal=True, gap="medium"):
                st.button("Change", key=f"change-{contact.id}", type="tertiary", on_click=_open, args=(contact,))
                args = (contacts, contact)
                words = label(f"Remove {contact.who}")
                st.button(words, key=f"remove-{contact.id}", type="tertiary", on_click=_remove, args=args)


def render_contact(contact: Contact) -> str:
    """Return who it is, how to reach them and what they are there for, as HTML."""
    there = listed([MATTER[one].lower() for one in contact.matters]) if contact.matters else "everything"
    who = tag("p", tag("b", esc(contact.who)) + " · " + render_reach(contact.reach), "c-said")
    return who + tag("p", esc(f"For {there}"), "c-hint")


def _show_form(contacts: Sequence[Contact], changed: Contact | None) -> None:
    with st.container(key="contact-form", gap="small"):
        if changed is None:
            show_html(tag("p", "Name somebody", "c-sub"))
        st.text_input("Who", placeholder="A person, a role or a helpline", autocomplete="off", **state.kept(_WHO, ""))
        st.text_input(
            "How to reach them",
            placeholder="A number, an address, a place and hours",
            autocomplete="off",
            **state.kept(_REACH, ""),
        )
        st.multiselect(
            "What they are there for",
            list(Matter),
            format_func=MATTER.__getitem__,
            placeholder="Everything",
            **state.kept(_MATTERS, []),
        )
        with st.container(key="contact-save", horizontal=True, vertical_alignment="center", gap="small"):
            words = "Add" if changed is None else "Save"
            st.button(words, key="save-contact", on_click=_save, args=(contacts, changed))
            if changed is not None:
                st.button("Leave it as it was", key="leave-contact", type="tertiary", on_click=_close)


def _open(contact: Contact) -> None:
    state.put(_CHANGING, contact.id)
    state.put(_WHO, contact.who)
    state.put(_REACH, contact.reach)
    state.put(_MATTERS, list(contact.matters))


def _close() -> None:
    for name in (_CHANGING, _WHO, _REACH, _MATTERS):
        state.forget(name)


def _save(contacts: Sequence[Contact], changed: Contact | None) -> None:
    written = Contact(
        id=changed.id if changed else "",
        who=str(state.typed_now(_WHO, "")).strip(),
        reach=str(state.typed_now(_REACH, "")).strip(),
        matters=tuple(state.typed_now(_MATTERS, [])),
    )
    wanted = [written if one.id == written.id else one for one in contacts] if changed else [*contacts, written]
    if _write(wanted, contacts, f"{written.who} is named here." if changed is None else "Changed."):
        _close()


def _remove(contacts: Sequence[Contact], contact: Contact) -> None:
    wanted = [one for one in contacts if one.id != contact.id]
    _write(wanted, contacts, f"{contact.who} is not named here any more.")


def _write(wanted: Sequence[Contact], before: Sequence[Contact], said: str) -> bool:
    sharing, community, who = resources.coach().sharing, state.record().community, state.actor()
    done: list[bool] = []

    def back() -> None:
        attempt(put_back)

    def put_back() -> Notice:
        sharing.set_contacts(community, before, actor=who)
        return Notice("They stand as before.")

    def write() -> Notice:
        sharing.set_contacts(community, wanted, actor=who)
        done.append(True)
        return Notice(said, "Take this back", back)

    attempt(write)
    return bool(done)
