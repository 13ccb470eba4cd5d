"""The words behind a sentence: the quote, where it stands, how it may be quoted, and what was counted."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from coach.models import Consent, Counted, Evidence

from ..markup import esc, label, show_html, tag
from ..wording import date_label
from .brief_standing import place_of
from .note_view import Place, open_note
from .source_chip import says_date

CONSENT_SAID = {
    Consent.NEVER: "never",
    Consent.INSIDE: "inside, without names",
    Consent.ANYWHERE: "anywhere",
}
"""How a note may be quoted, in a word or two."""
_GONE = "These words have been changed, withdrawn or deleted since. They are not shown any more."
_MOST_ITEMS = 24


def show_evidence(evidence: Evidence, key: str, outcomes: Mapping[str, str] | None = None) -> None:
    """Draw a quote with everything that is known of it, and the way to the note at that place.

    Args:
        evidence: The words.
        key: Tells these widgets from others.
        outcomes: Kept outcomes, id to words, so that the one it speaks to can be named.
    """
    with st.container(key=f"evidence-{key}", gap="xsmall"):
        place = place_of(evidence)
        if place is None:
            show_html(tag("p", _GONE, "c-hint") + render_facts(evidence, outcomes or {}))
            return
        show_html(render_quote(evidence) + render_facts(evidence, outcomes or {}))
        if st.button("Open the note here", key=f"open-{key}", type="tertiary"):
            open_note(place)


def render_quote(evidence: Evidence) -> str:
    """Return the words as this reader may see them, as HTML."""
    return tag("blockquote", esc(evidence.shown or " ".join(evidence.quote.split())), "c-quote")


def render_facts(evidence: Evidence, outcomes: Mapping[str, str]) -> str:
    """Return where the words are from and how they may be quoted, as HTML."""
    title = evidence.title or "A note without a title"
    when = "" if says_date(evidence.session, evidence.date) and evidence.session else date_label(evidence.date)
    facts = (
        ("Note", title),
        ("Date", when),
        ("Session", evidence.session),
        ("Speaks to", outcomes.get(evidence.outcome_id, "")),
        ("May be quoted", CONSENT_SAID[evidence.consent]),
    )
    rows = "".join(tag("dt", name) + tag("dd", esc(text)) for name, text in facts if text)
    return tag("dl", rows, "c-facts c-evidence-facts")


def source_words(evidence: Evidence) -> str:
    """Return where a quote is from, in one line."""
    title = evidence.title or "A note without a title"
    return title if says_date(title, evidence.date) else f"{title}, {date_label(evidence.date)}"


def show_quote_line(evidence: Evidence, key: str, *, says_gone: bool = False) -> bool:
    """Draw a quote with a chip that opens its note, in short; return whether it could be shown.

    Args:
        evidence: The words.
        key: Tells these widgets from others.
        says_gone: Whether to say so where the words are gone, rather than draw nothing.
    """
    place = place_of(evidence)
    if place is None:
        if says_gone:
            show_html(tag("p", _GONE, "c-hint"))
        return False
    show_html(render_quote(evidence))
    with st.container(key=f"chip-{key}"):
        if st.button(label(source_words(evidence)), key=f"open-{key}"):
            open_note(place)
    return True


def show_counted(counted: Counted, key: str) -> None:
    """Draw a number with everything that was counted for it, each to be opened where it is a note."""
    with st.container(key=f"counted-{key}", gap="xxsmall"):
        show_html(tag("p", f"“{esc(counted.says)}”: what was counted", "c-sub"))
        for number, item in enumerate(counted.items[:_MOST_ITEMS]):
            said = item.label if says_date(item.label, item.date) else f"{item.label}, {date_label(item.date)}"
            if not item.note_id:
                show_html(tag("p", esc(said), "c-counted-item"))
            elif st.button(label(said), key=f"item-{key}-{number}", type="tertiary"):
                open_note(Place(item.note_id))
        rest = counted.items[_MOST_ITEMS:]
        if rest:
            rows = "".join(tag("li", esc(item.label)) for item in rest)
            show_html(tag("details", tag("summary", f"And {len(rest)} more") + tag("ul", rows, "c-list"), "c-fold"))
