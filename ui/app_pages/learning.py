"""Is it worth our time: what we set out to learn, what was seen, and the stories of what came of it."""

from __future__ import annotations

from ui.components.empty_state import needs_community
from ui.components.learning_acts import PAGE
from ui.components.learning_desk import show_learning_desk
from ui.components.notice import show_notice
from ui.components.page import show_page_head
from ui.components.to_top import show_top

show_page_head(
    "Is it worth our time?",
    "What you said you wanted to be able to do, what was seen of it, and what was not. You say it; nothing is scored.",
)
if not needs_community():
    show_notice(PAGE)
    show_learning_desk()
    show_top()
