"""The community's own words, exact, with the chip that proves them."""

from __future__ import annotations

from coach.errors import CoachError
from coach.models import Citation, Consent

from .. import resources, state
from ..markup import esc, show_html, tag
from .source_chip import show_source_chip


def show_quote(citation: Citation, key: str, change: str = "") -> None:
    """Draw a quote with its chip, and what it changed when that is known."""
    said = tag("blockquote", esc(citation.shown), "c-quote")
    show_html(said + (tag("p", esc(change), "c-hint") if change else ""))
    show_source_chip(citation, key)


def may_show(quote: Citation) -> bool:
    """Return whether these words still stand in their note and may be quoted.

    A page stays open for days: meanwhile a note may have been changed, taken out or closed to quoting.
    """
    try:
        note = resources.coach().note(state.record().community, quote.note_id)
    except CoachError:
        return False
    return note.consent is not Consent.NEVER and note.text[quote.start : quote.end] == quote.quote
