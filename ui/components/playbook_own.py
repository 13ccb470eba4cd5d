"""What a community adds to the playbook: added, replaced, taken out, taken away; each with the way back."""

from __future__ import annotations

import io
import re
import zipfile
from functools import partial

import streamlit as st
import yaml

from coach.errors import CoachError
from coach.models import ListedPattern, Pattern, PlaybookItem

from .. import resources, state
from .notice import Notice, say
from .playbook_view import mending_notices, notices, open_adding, open_entry, open_shelf

BOX = "playbook.text"
"""The name under which the text that somebody writes is kept."""
_ID = re.compile(r"^id\s*:", re.MULTILINE)
_A_DAY = (2026, 1, 1, 0, 0, 0)
"""The same files make the same archive."""


def own_patterns() -> list[ListedPattern]:
    """Return the patterns that the open community added."""
    community = state.record().community
    listed = resources.coach().patterns(community).patterns if community else ()
    return [one for one in listed if one.own]


def add_own(text: str) -> bool:
    """Add a pattern from its text, open it and say how to take that back; return whether it was added."""
    earlier = {one.pattern.id: one for one in own_patterns()}
    try:
        added = resources.coach().add_pattern(state.record().community, text)
    except CoachError as error:
        _say_problem(error, mending_notices())
        return False
    pattern = added.listed.pattern
    open_entry(pattern.id)
    before = earlier.get(pattern.id)
    if added.replaced and before:
        words = "It is in the place of the earlier one now; plans use this version."
        say(notices(), Notice(words, "Put the earlier one back", partial(_put_back, before.text, before.pattern)))
    else:
        words = "It is in your playbook now, and plans can use it."
        say(notices(), Notice(words, "Take it out again", partial(_take_back, pattern.id, text)))
    return True


def remove_own(item: PlaybookItem) -> None:
    """Take a pattern out, go back to the shelf and say how to put it back."""
    try:
        resources.coach().remove_pattern(state.record().community, item.entry.id)
    except CoachError as error:
        _say_problem(error)
        return
    open_shelf()
    words = f"“{item.entry.title}” is out. Plans that were drafted with it stay as they are."
    assert isinstance(item.entry, Pattern)
    say(notices(), Notice(words, "Put it back", partial(_put_back, item.text, item.entry)))


def _put_back(text: str, pattern: Pattern) -> None:
    try:
        resources.coach().add_pattern(state.record().community, text, credit=pattern.credit)
    except CoachError as error:
        _say_problem(error)
        return
    open_entry(pattern.id)
    say(notices(), Notice(f"“{pattern.title}” is back."))


def _take_back(pattern_id: str, text: str) -> None:
    try:
        resources.coach().remove_pattern(state.record().community, pattern_id)
    except CoachError as error:
        _say_problem(error)
        return
    open_adding()
    write_in_box(text, "It is out again. Its text is here, to go on with.")


def write_in_box(text: str, words: str) -> None:
    """Lay a text into the box, with the way back to what stood there."""
    before = str(state.typed(BOX, ""))
    state.put(BOX, text)
    state.put("playbook.way", "text")
    if before.strip() and before != text:
        words = f"{words} Another text stood there."
        say(notices(), Notice(words, "Bring the other text back", partial(state.put, BOX, before)))
    elif words:
        say(notices(), Notice(words))


def change_own(item: PlaybookItem) -> None:
    """Lay the text of an own pattern into the box, under its own id, so that adding it again replaces it."""
    open_adding()
    text = item.text if _ID.search(item.text) else f"id: {item.entry.id}\n{item.text}"
    write_in_box(text, f"This is the text of “{item.entry.title}”. Added again under the same id, it is replaced.")


def begin_from(pattern: Pattern) -> None:
    """Lay a text into the box that begins as a pattern of the playbook does."""
    open_adding()
    fields = pattern.model_dump(mode="json", exclude_defaults=True, exclude={"id"})
    fields["title"] = f"{pattern.title}, our way"
    fields["credit"] = pattern.credit or f"After “{pattern.title}” from the playbook"
    text = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=110)
    write_in_box(text, f"This begins as “{pattern.title}” does. Change what is different with you.")


def show_take_away() -> None:
    """Draw the download of all own patterns, when there are some."""
    own = own_patterns()
    if own:
        st.download_button(
            "Download your own",
            to_archive(own),
            file_name="our-playbook.zip",
            mime="application/zip",
            key="take-away",
            on_click="ignore",
        )


def to_archive(own: list[ListedPattern]) -> bytes:
    """Return the texts of own patterns as one archive, each as it was written."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in own:
            archive.writestr(zipfile.ZipInfo(f"{one.pattern.id}.yaml", _A_DAY), one.text)
    return held.getvalue()


def _say_problem(error: CoachError, page: str = "") -> None:
    say(page or notices(), Notice(f"{error.message} {error.next_step.replace('`', '')}"))
