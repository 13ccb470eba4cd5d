"""Around the session: letters to copy, with what only a person knows filled in once, and sheets to print."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from coach.models import Decision, Letter, LetterKind, Mode, SessionPlan

from .. import drafts, resources, state
from ..markup import esc, items, show_html, tag
from ..shelf import Shelf
from .copy_text import show_copy_button
from .withheld import WITHHELD, is_withheld

if TYPE_CHECKING:
    from coach.service import Coach

_TABS = {
    LetterKind.INVITATION: "Invitation",
    LetterKind.CHAT: "For a chat",
    LetterKind.BEFORE: "Two days before",
    LetterKind.THANKS: "Thank you",
    LetterKind.NEXT_STEP: "Some weeks later",
}
_BLANKS = (
    ("day and time", "When", "Tuesday 3 March, 2 pm", tuple(Mode)),
    ("room", "Which room", "The library, first floor, by lift", (Mode.IN_PERSON, Mode.HYBRID)),
    ("link", "Which link", "The call's address", (Mode.ONLINE, Mode.HYBRID)),
    ("your name", "From whom", "Your name", tuple(Mode)),
    ("how to reach you", "How to reach you", "Mail, phone or desk", tuple(Mode)),
)
"""What stands in [square brackets] in several letters, what to ask for it, an example, and when it is asked."""
_SHEETS: tuple[tuple[str, str], ...] = (
    ("handout", "Handout for everyone"),
    ("cards", "Cards to cut out"),
    ("run-sheet", "Your run sheet"),
)
_Render = Callable[[SessionPlan], str]


def show_around_session(plan: SessionPlan, file_stem: str, key: str) -> None:
    """Draw the letters and the sheets of a plan.

    Args:
        plan: The open plan.
        file_stem: How the files to print begin.
        key: Tells this version's widgets from another's.
    """
    st.header("Around the session", anchor="around")
    lead = "Letters to copy, and sheets to print. What only you know stands in [square brackets]."
    show_html(tag("p", esc(lead), "c-lead"))
    _show_sheets(file_stem, key)
    with st.expander("Letters to copy", key="letters"):
        known = _show_blanks(plan.mode)
        letters = resources.coach().letters(plan)
        for tab, letter in zip(st.tabs([_TABS[one.kind] for one in letters]), letters, strict=True):
            with tab:
                _show_letter(letter, known, key)


def _show_blanks(mode: Mode) -> dict[str, str]:
    """Draw the fields for what only a person knows, and return what was typed."""
    asked = [blank for blank in _BLANKS if mode in blank[3]]
    columns = st.columns(len(asked), gap="small", vertical_alignment="bottom")
    for column, (name, title, example, _) in zip(columns, asked, strict=True):
        with column:
            st.text_input(title, placeholder=example, **state.kept(f"plan.letters.{name}", ""))
    typed = {name: state.typed(f"plan.letters.{name}", "").strip() for name, *_ in asked}
    return {f"[{name}]": value for name, value in typed.items() if value}


def _show_letter(letter: Letter, known: dict[str, str], key: str) -> None:
    subject, text = (_filled(words, known) for words in (letter.subject, letter.text))
    head = tag("p", tag("strong", "Subject: ") + esc(subject)) if subject else ""
    show_html(tag("div", head + "".join(map(_block, text.split("\n\n"))), "c-note"))
    show_copy_button(f"Subject: {subject}\n\n{text}" if subject else text, f"copy-{key}-{letter.kind.value}")


def _filled(text: str, known: dict[str, str]) -> str:
    for blank, value in known.items():
        text = text.replace(blank, value)
    return text


def _block(text: str) -> str:
    lead = [line for line in text.split("\n") if not line.startswith("- ")]
    listed = [line.removeprefix("- ") for line in text.split("\n") if line.startswith("- ")]
    return tag("p", esc("\n".join(lead)), "c-gap") + (items(listed) if listed else "")


def _show_sheets(file_stem: str, key: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="sheets"):
        for what, title in _SHEETS:
            st.download_button(
                title,
                # Looked at again at the press: the page may have stood open while a note was withdrawn elsewhere.
                partial(to_sheet, replace(state.shelf()), resources.coach(), state.record().community, _render(what)),
                file_name=f"{file_stem}-{what}.html",
                mime="text/html",
                key=f"print-{what}-{key}",
                on_click="ignore",
            )
    show_html(tag("p", "Each is one HTML file: open it in a browser and print it on A4.", "c-hint"))


def _render(what: str) -> _Render:
    coach, begins = resources.coach(), _begins()
    if what == "cards":
        return coach.render_cards
    return partial(coach.render_handout if what == "handout" else coach.render_run_sheet, begins=begins)


def _begins() -> dt.time | None:
    begins: dt.time | None = state.typed("plan.begins", None)
    return begins


def to_sheet(shelf: Shelf, coach: Coach, community: str, render: _Render) -> str:
    """Return the open plan as a sheet to print, or only a word on why not when a quote in it was withdrawn."""
    result = shelf.open
    if result is None or is_withheld(shelf, coach, community):
        return f'<!doctype html>\n<meta charset="utf-8">\n<p>{esc(WITHHELD)}</p>\n'
    drafts.tell(coach, community, drafts.run_of(result.drafting), Decision(what="accept"))
    return render(result.plan)
