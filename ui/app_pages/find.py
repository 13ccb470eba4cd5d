"""A question to the notes, answered in the community's own words."""

from __future__ import annotations

from ui.components.empty_state import needs_community
from ui.components.found import show_answer
from ui.components.notice import show_notice
from ui.components.page import show_page_head
from ui.components.question import show_question

show_page_head(
    "What do our notes say about…?",
    "Ask as you would ask a colleague who has been to every meeting. You get their words, not ours.",
)
if not needs_community():
    show_notice("find")
    show_question()
    show_answer()
