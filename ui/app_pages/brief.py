"""The page for leaders: what was learned, every sentence with the words behind it."""

from __future__ import annotations

from ui import state
from ui.components.brief_acts import PAGE
from ui.components.brief_desk import show_brief_desk
from ui.components.coming_in import show_coming_in
from ui.components.empty_state import needs_community
from ui.components.notice import show_notice
from ui.components.page import show_page_head
from ui.components.to_top import show_top

lead = "One honest page for somebody who was not there. Every sentence opens to the words of your notes behind it."
show_page_head("What can we show for it?", *([] if state.brief_shelf().open else [lead]))
if not needs_community():
    show_coming_in()
    show_notice(PAGE)
    show_brief_desk()
    show_top()
