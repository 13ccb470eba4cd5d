"""From the form to a page: what is asked for, how it comes in, and where it is laid down."""

from __future__ import annotations

import streamlit as st

from coach.errors import CoachError
from coach.models import BriefRequest, BriefResult

from .. import drafts, state
from .arriving import show_arriving, show_trouble
from .brief_acts import PAGE
from .notice import put_away
from .problems import show_problem
from .to_top import begin_at_top
from .who_drafts import chosen_by

_DOING = "writing the page"
_READING = "Reading your notes for what people learned"


def draft(request: BriefRequest) -> None:
    """Ask for a page, and draw this one anew once it is on its way."""
    put_away(PAGE)
    try:
        with st.spinner(_READING):
            drafts.begin("brief", request, chosen_by())
    except CoachError as error:
        show_problem(error)
        return
    begin_at_top()
    st.rerun()


def show_sending() -> bool:
    """Draw the page that is on its way, or lay it down; return whether this one is taken up by it."""
    view = drafts.going_on("brief")
    if view is None:
        return False
    if not view.has_ended:
        show_arriving(view, _DOING)
        return True
    if isinstance(view.result, BriefResult):
        drafts.see(view)
        state.brief_shelf().put(view.result)
        begin_at_top()
        st.rerun()
    show_trouble(view)
    return False
