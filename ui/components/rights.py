"""Who may read a note and how it may be quoted: two questions, one line of meaning each."""

from __future__ import annotations

import streamlit as st

from coach.models import Consent, Visibility

from ..markup import esc, show_html, tag
from ..wording import CONSENT, CONSENT_MEANS, VISIBILITY, VISIBILITY_MEANS

Rights = tuple[Visibility, Consent]
USUAL_RIGHTS: Rights = (Visibility.MEMBERS, Consent.INSIDE)
"""What stands picked until a person picks otherwise."""


def show_rights(name: str, now: Rights = USUAL_RIGHTS) -> Rights:
    """Draw both questions and return what is picked; the private answer comes first."""
    left, right = st.columns(2, gap="medium")
    with left:
        visibility = st.segmented_control(
            "Who may read it",
            list(VISIBILITY),
            default=now[0],
            format_func=VISIBILITY.__getitem__,
            required=True,
            key=f"{name}-visibility",
        )
        show_html(tag("p", esc(VISIBILITY_MEANS[visibility or now[0]]), "c-hint"))
    with right:
        consent = st.segmented_control(
            "How it may be quoted",
            list(CONSENT),
            default=now[1],
            format_func=CONSENT.__getitem__,
            required=True,
            key=f"{name}-consent",
        )
        show_html(tag("p", esc(CONSENT_MEANS[consent or now[1]]), "c-hint"))
    return visibility or now[0], consent or now[1]
