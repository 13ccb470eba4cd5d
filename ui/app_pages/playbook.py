"""What is in the playbook: looked through, read, and added to."""

from __future__ import annotations

from ui import state
from ui.components.notice import show_notice
from ui.components.page import show_page_head
from ui.components.playbook_add import show_adding
from ui.components.playbook_entry import show_entry
from ui.components.playbook_shelf import show_own_actions, show_shelf
from ui.components.playbook_view import ADDING, notices, view
from ui.components.to_top import show_top

if view() == ADDING and state.record().community:
    show_adding()
elif view() and view() != ADDING:
    show_entry(view())
else:
    show_page_head(
        "What could we do together?",
        "Activities, ways to look at the work, and openings; look one up, use it in a plan, or add your own.",
    )
    show_notice(notices())
    show_own_actions()
    show_shelf()
show_top()
