"""Who drafts here, what may leave, what it may cost, what was drafted, and whom to turn to."""

from __future__ import annotations

from ui.components.page import show_page_head
from ui.components.settings_contacts import show_contacts
from ui.components.settings_cost import show_cost
from ui.components.settings_desk import CONTACTS, COST, LEAVE, RUNS, WHO, show_done, show_ways, way
from ui.components.settings_leave import show_leave
from ui.components.settings_model import show_who
from ui.components.settings_runs import show_runs

_SECTIONS = {WHO: show_who, LEAVE: show_leave, COST: show_cost, RUNS: show_runs, CONTACTS: show_contacts}

show_page_head(
    "Who drafts here, and what may leave?",
    "The playbook drafts by itself and sends nothing anywhere. A model can draft as well, as far as you let it.",
)
show_ways()
show_done()
_SECTIONS[way()]()
