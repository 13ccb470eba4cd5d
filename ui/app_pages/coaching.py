"""What is on a host's mind: a conversation with the coach, and what they keep of it for themselves."""

from __future__ import annotations

from ui import state
from ui.components.coaching_acts import PAGE
from ui.components.coaching_desk import show_coaching_desk
from ui.components.empty_state import needs_community
from ui.components.notice import show_notice
from ui.components.page import show_page_head
from ui.components.to_top import show_top

lead = "Say it as it comes. The coach listens first, and offers one thing at a time."
show_page_head("What is on your mind about hosting?", *([] if state.talk().begun else [lead]))
if not needs_community():
    show_notice(PAGE)
    show_coaching_desk()
    show_top(".st-key-exchange-last")
