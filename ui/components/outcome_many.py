"""Many outcomes at once: counts first, then a calm table with those worth mending on top."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from coach.models import Finding

from .. import state
from ..markup import esc, show_html, tag
from ..wording import NOTICED, count
from .copy_text import show_copy_button
from .outcome_chosen import show_choice
from .outcome_lines import before_of, drop_line, own_lines, show_before
from .outcome_words import (
    Sentence,
    check_words,
    is_edited,
    is_half_read,
    mending_of,
    show_edit_button,
    show_editor,
    to_mend,
)
from .thought import Offer, render_offer, say_once

_PAGE = 10
_MOST_OFFERS = 3
_COLUMNS = [1.1, 1]
_ALIVE = (
    "A group keeps one to three alive at a time: read out those that can stand, let members choose, and keep the rest "
    "for later."
)


@dataclass(frozen=True)
class Row:
    """One line with what was noticed about it."""

    number: int
    """Its place among the lines."""
    sentence: Sentence
    """The line."""
    findings: tuple[Finding, ...]
    """Everything the checks said."""

    @property
    def mend(self) -> list[Finding]:
        """Return what is worth mending."""
        return to_mend(self.findings)

    @property
    def comes_first(self) -> bool:
        """Return whether it stands on top: it is worth mending, or was mended just now and may be put back."""
        return bool(self.mend) or bool(before_of(self.sentence.text)) or is_edited(self.sentence)


def show_many(sentences: Sequence[Sentence]) -> dict[str, str]:
    """Draw the counts and the table; return the names of the groups."""
    rows = [Row(place, one, check_words(one.text).findings) for place, one in enumerate(sentences, 1)]
    show_html(_render_counts(rows))
    show_copy_button("\n".join(own_lines()), "copy-lines")
    first = [row for row in rows if row.comes_first]
    half = [row for row in rows if not row.comes_first and is_half_read(row.findings)]
    rest = [row for row in rows if not row.comes_first and not is_half_read(row.findings)]
    return {
        **_show_group("Worth mending", first, "first"),
        **_show_group("Read only in part: the verbs that we know are English", half, "half"),
        **_show_group("These can stand as they are", rest, "rest"),
    }


def _render_counts(rows: Sequence[Row]) -> str:
    mend = [row for row in rows if row.mend]
    half = sum(is_half_read(row.findings) for row in rows if not row.mend)
    figures = [
        (len(rows), "line" if len(rows) == 1 else "lines"),
        (len(rows) - len(mend) - half, "can stand as they are"),
        (len(mend), "worth mending"),
    ] + ([(half, "read only in part")] if half else [])
    cells = "".join(
        tag("li", tag("span", str(number), "c-figure c-num") + tag("span", words)) for number, words in figures
    )
    often = Counter(code for row in mend for code in {one.check for one in row.mend}).most_common()
    reasons = "".join(
        tag("tr", tag("td", NOTICED.get(code, esc(code))) + tag("td", count(number, "line"), "c-num"))
        for code, number in often
    )
    table = tag("table", tag("caption", "What we noticed") + tag("tbody", reasons), "c-noticed") if reasons else ""
    return tag("ul", cells, "c-figures", role="status") + table + tag("p", _ALIVE, "c-hint")


def _show_group(heading: str, rows: Sequence[Row], name: str) -> dict[str, str]:
    if not rows:
        return {}
    field = f"outcomes.shown.{name}"
    shown = int(state.typed(field, _PAGE))
    groups: dict[str, str] = {}
    with st.container(key=f"group-{name}", gap=None):
        show_html(tag("h2", heading, "c-card-h"))
        for row in rows[:shown]:
            groups |= _show_row(row)
    left = len(rows) - shown
    if left > 0:
        words = f"Show {min(_PAGE, left)} more of {left}"
        st.button(words, key=f"more-{name}", type="tertiary", on_click=state.put, args=(field, shown + _PAGE))
    return groups


def _show_row(row: Row) -> dict[str, str]:
    sentence, key = row.sentence, f"row-{row.sentence.id}"
    with st.container(key=key, gap="xsmall"):
        if is_edited(sentence):
            show_editor(sentence)
            return {key: sentence.text}
        main, beside = st.columns(_COLUMNS, gap="medium")
        with main:
            show_html(_render_line(row))
            show_before(sentence)
        with beside:
            if row.mend:
                _show_offers(row)
            _show_ways(row)
    return {key: sentence.text}


def _render_line(row: Row) -> str:
    number = tag("span", str(row.number), "c-line-no c-num")
    said = "".join(tag("p", esc(one.message), "c-hint") for one in row.mend)
    return tag("div", number + tag("div", tag("p", esc(row.sentence.text), "c-line-text") + said), "c-line")


def _show_offers(row: Row) -> None:
    for place, (finding, offer) in enumerate(_offers(row)):
        key = f"{row.sentence.id}-{place}"
        with st.container(key=f"offer-{key}", horizontal=True, vertical_alignment="center", gap="small"):
            show_html(render_offer(offer, is_first=False))
            _show_use(row.sentence, finding, offer, key)


def _offers(row: Row) -> list[tuple[Finding, Offer]]:
    # One line splits in two here at one press; choosing between the two is for a page of its own.
    given = [(one, offer) for one in say_once(row.mend) for offer in mending_of(row.sentence).offers(one)]
    both = [pair for pair in given if len(pair[1].lines) > 1]
    return both or given[:_MOST_OFFERS]


def _show_use(sentence: Sentence, finding: Finding, offer: Offer, key: str) -> None:
    mending = mending_of(sentence)
    if offer.is_ready and mending.use:
        words = "Use this" if len(offer.lines) == 1 else "Use both" if len(offer.lines) == 2 else "Use these"
        st.button(words, key=f"use-{key}", on_click=mending.use, args=(finding, offer.lines))
    elif mending.fill_in:
        st.button("Fill the gap", key=f"fill-{key}", on_click=mending.fill_in, args=(finding, offer.lines))


def _show_ways(row: Row) -> None:
    sentence = row.sentence
    with st.container(key=f"ways-{sentence.id}", horizontal=True, vertical_alignment="center", gap="medium"):
        if not row.mend:
            show_choice((sentence.id, sentence.text))
        show_edit_button(sentence)
        st.button("Drop it", key=f"drop-{sentence.id}", type="tertiary", on_click=drop_line, args=(sentence,))
