"""Where a matter is for people: whom to turn to, or plainly that nobody is named."""

from __future__ import annotations

import re

import streamlit as st

from coach.models import Contact, Signpost

from .. import state
from ..markup import esc, show_html, tag
from .coaching_acts import is_lead
from .coaching_sending import send_again
from .settings_desk import CONTACTS, show_way

_GOING = "coaching.to-settings"
_HOSTING = "It is about hosting, and nothing else"
_URGENT = "If somebody may be in danger now, that comes first: ring your emergency number."
_REACHED = re.compile(r"(?P<mail>[\w.+-]+@[\w-]+\.[\w.-]*\w)|(?P<phone>(?<!\w)\+?\(?\d[\d ()/-]{4,}\d(?!\w))")


def show_signpost_before(signpost: Signpost, key: str) -> None:
    """Draw the card of a reply that others followed: to be read, with nothing to press."""
    with st.container(key=f"card-signpost-{key}", border=True, gap="small"):
        show_html(render_signpost(signpost))


def show_signpost(signpost: Signpost, key: str) -> None:
    """Draw the card; whoever looks after the community is shown where to name somebody."""
    with st.container(key=f"card-signpost-{key}", border=True, gap="small"):
        show_html(render_signpost(signpost))
        if signpost.gap and not signpost.contacts and is_lead():
            st.button("Name somebody for this community", key="name-contact", type="tertiary", on_click=_go)
        st.button(_HOSTING, key="only-hosting", type="tertiary", on_click=_coach_all_the_same)
    if state.typed(_GOING, False):
        state.forget(_GOING)
        st.switch_page("app_pages/settings.py")


def _coach_all_the_same() -> None:
    send_again(0, only_hosting=True)


def _go() -> None:
    show_way(CONTACTS)
    state.put(_GOING, True)


def render_signpost(signpost: Signpost) -> str:
    """Return the card as HTML: what is urgent first, then what the coach says, then people."""
    urgent = tag("p", _URGENT, "c-urgent") if signpost.is_urgent else ""
    says = tag("p", esc(signpost.says), "c-coach-p") if signpost.says else ""
    people = ""
    if signpost.contacts:
        head = tag("p", "Whom this community has named", "c-sub")
        people = head + tag("ul", "".join(_contact(one) for one in signpost.contacts), "c-contacts")
    gap = tag("p", esc(signpost.gap), "c-coach-p") if signpost.gap else ""
    return urgent + says + people + gap


def _contact(contact: Contact) -> str:
    return tag("li", tag("strong", esc(contact.who)) + tag("span", render_reach(contact.reach)))


def render_reach(reach: str) -> str:
    """Return how to reach somebody as HTML in which numbers can be rung and addresses written to."""
    out, at = "", 0
    for found in _REACHED.finditer(reach):
        out += esc(reach[at : found.start()]) + _link(found)
        at = found.end()
    return out + esc(reach[at:])


def _link(found: re.Match[str]) -> str:
    if found["mail"]:
        return tag("a", esc(found[0]), href=f"mailto:{found[0]}")
    return tag("a", esc(found[0]), href="tel:" + re.sub(r"[^\d+]", "", found[0].replace("(0)", "")))
