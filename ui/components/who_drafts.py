"""Who drafts, where that is, and what it costs: a quiet line beside the button, and the choice where there is one."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from coach.errors import CoachError
from coach.models import ModelStatus, ModelUse

from .. import resources, state
from ..drafts import By, Request
from ..markup import esc, label, show_html, tag
from ..wording import count, money
from .sent_preview import open_preview, preview_of

_MODEL, _PLAYBOOK = "model", "playbook"
_BY = "drafts.by"
_PLACES = {"this machine": "on this machine", "your network": "in your network"}
_HERE = "The playbook {does}, on this machine and at no cost."


def model_here() -> ModelStatus | None:
    """Return the model that may draft for the open community; None where the playbook does."""
    status = resources.coach().model.status()
    return status if status.is_on and _use() is not ModelUse.OFF else None


def _use() -> ModelUse:
    return resources.coach().community(state.record().community).model_use


def chosen_by() -> By:
    """Return who is to be asked."""
    is_wanted = state.typed(_BY, _MODEL) == _MODEL
    return "auto" if is_wanted and model_here() is not None else "playbook"


def show_drafter_choice(asks: str = "Who drafts") -> None:
    """Draw the choice between the model and the playbook, where there is one."""
    status = model_here()
    if status is None:
        return
    names = {_MODEL: label(status.setup.model), _PLAYBOOK: "The playbook"}
    st.segmented_control(asks, list(names), format_func=names.__getitem__, required=True, **state.kept(_BY, _MODEL))


def show_who_drafts(
    request: Callable[[], Request | None], key: str, sessions: int = 1, *, does: str = "drafts"
) -> None:
    """Draw the quiet line, and the way to see what is sent before it is.

    Args:
        request: Returns what would be asked for; None while it does not hold together yet.
        key: Tells this line's widgets from another's.
        sessions: How many drafts are asked for; the price of several is said before they are asked for.
        does: What they do: it drafts, it answers.
    """
    status = model_here()
    if status is None:
        _show_playbook_line(key, does)
        return
    if chosen_by() == "playbook":
        show_html(tag("p", _HERE.format(does=does), "c-hint"))
        return
    show_model_line(status, request, key, sessions, does=does)


def show_model_line(
    status: ModelStatus, request: Callable[[], Request | None], key: str, sessions: int = 1, *, does: str = "drafts"
) -> None:
    """Draw which model drafts and where, with the way to see what is sent; arguments as for `show_who_drafts`."""
    with st.container(key=f"who-{key}", horizontal=True, vertical_alignment="center", gap="small"):
        line = st.empty()
        line.html(render_model_line(status, does=does))
        asked = request()
        if asked is None:
            return
        if st.button("Show what is sent", key=f"sent-{key}", type="tertiary"):
            open_preview(asked)
    if sessions > 1 and (price := _price(asked, sessions)):
        line.html(render_model_line(status, price, does=does))


def _show_playbook_line(key: str, does: str) -> None:
    is_off = resources.coach().model.status().is_on
    words = f"The playbook {does}: here, nothing leaves for a model." if is_off else f"The playbook {does}."
    with st.container(key=f"who-{key}", horizontal=True, vertical_alignment="center", gap="small"):
        show_html(tag("p", words, "c-hint"))
        more = "Settings say so" if is_off else "A model can be switched on in Settings"
        st.page_link("app_pages/settings.py", label=more)


def render_model_line(status: ModelStatus, price: str = "", *, does: str = "drafts") -> str:
    """Return who drafts, where, and how names go there, as HTML."""
    where = _PLACES.get(status.host, f"at {status.host}" if status.host else "")
    whole = _use() is ModelUse.WHOLE and status.setup.is_ours
    names = "" if whole else "Names and addresses go as stand-ins."
    first = f"{status.setup.model} {does}, {where}." if where else f"{status.setup.model} {does}."
    return tag("p", esc(" ".join(filter(None, (first, names, price)))), "c-hint")


def _price(request: Request, sessions: int) -> str:
    try:
        preview = preview_of(request)
    except CoachError:
        return ""  # it is asked for again, and answered, when it is drafted
    if preview is None:
        return ""
    each = count(sessions, "session")
    if preview.cost_usd is None:
        return f"About {preview.tokens * sessions:,} tokens for {each}; what they cost is not known."
    return f"About {money(preview.cost_usd * sessions)} for {each}."
