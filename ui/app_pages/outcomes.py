"""What people could want to be able to do: suggested by their notes, or in their own words."""

from __future__ import annotations

from ui.components.coming_in import show_coming_in
from ui.components.empty_state import needs_community
from ui.components.notice import show_notice
from ui.components.outcome_desk import show_outcome_desk
from ui.components.page import show_page_head
from ui.components.to_top import show_top

show_page_head(
    "What might we want to be able to do?",
    "Sentences to put before your members: each comes from what they struggle with, ask or wish for, "
    "and each can be changed or dropped.",
)
if not needs_community():
    show_coming_in()
    show_notice("outcomes")
    show_outcome_desk()
    show_top()
