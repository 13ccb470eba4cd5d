"""The notes: bring them, look through them, say who may read and quote them."""

from __future__ import annotations

import streamlit as st

from ui import resources, state
from ui.components.bring_notes import clear_jotting, show_bring_notes, work_name
from ui.components.empty_state import needs_community, show_empty
from ui.components.ingest_outcome import show_outcome
from ui.components.long_work import show_long_work
from ui.components.note_list import show_note_list
from ui.components.notice import show_notice
from ui.components.page import show_page_head

show_page_head(
    "What have we written down?",
    "Minutes, jottings, a retro typed up from the wall: bring them as they are. "
    "Members can read what you bring; nobody outside can, unless you say so.",
)
if needs_community():
    st.stop()
show_notice("notes")
work = show_long_work(work_name())
clear_jotting()
if work:
    show_outcome(work)
notes = resources.coach().notes(state.record().community)
is_busy = bool(resources.long_works().of(work_name())) and work is None
# The form stays while something comes in: files picked in another window would be gone with it.
with st.expander("Bring notes", expanded=not notes, key="bring"):
    show_bring_notes()
if notes:
    show_note_list(notes)
elif not is_busy:
    show_empty("No notes here yet.", "One is enough to begin with. What was said at the last meeting?")
