"""From what people want to be able to do to a session plan that fits."""

from __future__ import annotations

from ui import state
from ui.components.coming_in import show_coming_in
from ui.components.empty_state import needs_community
from ui.components.notice import show_notice
from ui.components.page import show_page_head
from ui.components.plan_desk import show_plan_desk
from ui.components.to_top import show_top

lead = "Say it in your own words. We look for what your notes hold about it and draft the session around it."
is_open = state.shelf().open is not None or state.series_shelf().is_shown
show_page_head("What do we want to be able to do?", *([] if is_open else [lead]))
if not needs_community():
    show_coming_in()
    show_notice("plan")
    show_plan_desk()
    show_top()
