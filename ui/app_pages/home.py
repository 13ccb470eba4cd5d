"""The first page: where shall we begin, or what is next."""

from __future__ import annotations

from ui import resources, state
from ui.components.home_begin import show_beginning
from ui.components.home_next import show_next
from ui.components.notice import show_notice
from ui.components.page import show_page_head

here = [one for one in resources.coach().communities() if one.name == state.record().community]
show_page_head(
    "What do we want to do next?" if here else "Where shall we begin?",
    "We read what your community asked, struggled with and wished for.",
    "We draft a session from it, in which what you do fits what you want to be able to do.",
    "It all stays on this machine, needs no model, and every quote opens its note.",
)
show_notice("home")
if here:
    show_next(here[0])
else:
    show_beginning()
