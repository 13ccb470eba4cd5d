"""What somebody looks for in the playbook, and which wish to loosen when nothing fits all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

import streamlit as st

from coach.models import EntryKind, Level, Mode, Pattern, PlaybookItem, PlaybookQuery, VerbFamily

from .. import resources, state
from ..wording import DOES, LEVEL, MODE, count
from .playbook_view import KINDS

ALL = "everything"
_LONGEST = 480
_MOST_PEOPLE = 500


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for; everything that is left out fits."""

    words: str = ""
    """Words that stand in it."""
    kind: EntryKind | None = None
    """What it is."""
    does: VerbFamily | None = None
    """What people do in it."""
    level: Level | None = None
    """The level at which they work."""
    minutes: int | None = None
    """How long there is."""
    people: int | None = None
    """How many come."""
    mode: Mode | None = None
    """How they meet."""


def show_filters() -> Wanted:
    """Draw the wishes, the finer ones folded, and return what is looked for."""
    with st.container(key="pb-find", horizontal=True, vertical_alignment="bottom", gap="medium"):
        st.text_input("Words", placeholder="letters, pairs, feedback …", **state.kept("playbook.find.words", ""))
        kinds = [ALL, *get_args(EntryKind)]
        st.segmented_control(
            "What it is", kinds, format_func=_kind, required=True, wrap=True, **state.kept("playbook.find.kind", ALL)
        )
    with (
        st.expander("Narrow it down", **state.kept("playbook.find.open", False)),
        st.container(key="pb-finer", horizontal=True, gap="medium"),
    ):
        _show_finer()
    return typed_wanted()


def _show_finer() -> None:
    any_does, any_level, any_mode = (state.kept(f"playbook.find.{name}", None) for name in ("does", "level", "mode"))
    st.selectbox("What people do", list(VerbFamily), placeholder="Anything", format_func=DOES.__getitem__, **any_does)
    st.selectbox(
        "What it asks of them", list(Level), placeholder="Anything", format_func=LEVEL.__getitem__, **any_level
    )
    st.selectbox("How you meet", list(Mode), placeholder="Any way", format_func=MODE.__getitem__, **any_mode)
    for name, title, most in (("minutes", "Minutes you have", _LONGEST), ("people", "People", _MOST_PEOPLE)):
        kept = state.kept(f"playbook.find.{name}", None)
        st.number_input(title, min_value=1, max_value=most, step=1, placeholder="Any", **kept)


def typed_wanted() -> Wanted:
    """Return what is looked for, as it stands in the fields."""
    kind = state.typed("playbook.find.kind", ALL)
    found: dict[str, Any] = {
        name: state.typed(f"playbook.find.{name}", None) for name in ("does", "level", "minutes", "people", "mode")
    }
    words = " ".join(str(state.typed("playbook.find.words", "")).split())
    return Wanted(words=words, kind=None if kind == ALL else kind, **found)


def look_for(wanted: Wanted) -> list[PlaybookItem]:
    """Return the entries that fit, own ones first."""
    fields = {name: getattr(wanted, name) for name in PlaybookQuery.model_fields}
    items = resources.coach().browse(PlaybookQuery(**fields), state.record().community or None)
    words = wanted.words.casefold().split()
    return [item for item in items if all(word in _searched(item) for word in words)]


def _searched(item: PlaybookItem) -> str:
    entry = item.entry
    said: list[str] = [entry.title, getattr(entry, "summary", ""), getattr(entry, "credit", ""), item.added_by]
    said += [f"{step.who} {step.does}" for step in entry.steps]
    said += [*entry.good_for, entry.what_members_do, entry.artefact] if isinstance(entry, Pattern) else []
    return " ".join(said).casefold()


def loosened(wanted: Wanted) -> Iterator[tuple[str, str, int]]:
    """Yield each wish without which something would fit: its name, its words and how much; the best first."""
    found = [(name, words, len(look_for(replace(wanted, **_without(name))))) for name, words in said_wishes(wanted)]
    yield from sorted((row for row in found if row[2]), key=lambda row: -row[2])


def said_wishes(wanted: Wanted) -> list[tuple[str, str]]:
    """Return the wishes that are there, each with its words."""
    said = {
        "words": f"“{wanted.words}”",
        "kind": _kind(wanted.kind or ALL).lower(),
        "does": DOES[wanted.does].lower() if wanted.does else "",
        "level": LEVEL[wanted.level] if wanted.level else "",
        "minutes": count(wanted.minutes or 0, "minute"),
        "people": count(wanted.people or 0, "person", "people"),
        "mode": MODE[wanted.mode].lower() if wanted.mode else "",
    }
    return [(name, words) for name, words in said.items() if getattr(wanted, name) not in (None, "")]


def _without(name: str) -> dict[str, Any]:
    return {name: "" if name == "words" else None}


def leave_out(names: Sequence[str]) -> None:
    """Drop wishes."""
    for name in names:
        state.put(f"playbook.find.{name}", {"words": "", "kind": ALL}.get(name))


def _kind(kind: str) -> str:
    return {str(name): many.capitalize() for name, (_, many) in KINDS.items()}.get(kind, "Everything")
