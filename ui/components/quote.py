"""The community's own words, exact, with the chip that proves them."""

from __future__ import annotations

from coach.models import Citation

from ..markup import esc, show_html, tag
from .source_chip import show_source_chip


def show_quote(citation: Citation, key: str, change: str = "") -> None:
    """Draw a quote with its chip, and what it changed when that is known."""
    said = tag("blockquote", esc(citation.shown), "c-quote")
    show_html(said + (tag("p", esc(change), "c-hint") if change else ""))
    show_source_chip(citation, key)
