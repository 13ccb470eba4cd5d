"""What is done with the page: kept, taken along as a file, drafted again, or made for the community itself."""

from __future__ import annotations

import re
from typing import Literal

import streamlit as st

from coach.models import BriefRequest, BriefResult, Decision, Severity

from .. import drafts, resources, state
from ..markup import show_html, tag
from .brief_acts import act
from .brief_sending import draft
from .brief_standing import as_it_stands

Form = Literal["docx", "pdf", "pptx", "markdown"]
_FORMS: dict[Form, tuple[str, str, str]] = {
    "docx": ("Word", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": ("PDF", "pdf", "application/pdf"),
    "pptx": ("Slides", "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    "markdown": ("Markdown", "md", "text/markdown"),
}
"""What a file is called on its button, how its name ends, and what browsers call it."""
_STOPPED = "Something on it has to be mended first. Until then it can be kept, and not be taken along."


def show_out(result: BriefResult) -> None:
    """Draw the ways out."""
    brief = result.brief
    with st.container(key="brief-out", gap="small"):
        if brief.id:
            show_html(tag("p", "Kept, as it stands.", "c-hint c-fine", role="status"))
        else:
            st.button("Keep it", key="keep-brief", type="primary", on_click=_keep, args=(result,))
        if any(one.severity is Severity.STOP for one in result.findings):
            show_html(tag("p", _STOPPED, "c-hint"))
            return
        show_html(tag("p", "Take it along, with the words behind it", "c-margin-h"))
        with st.container(key="brief-files", horizontal=True, gap="small"):
            for form in _FORMS:
                _show_file(result, form)


def _show_file(result: BriefResult, form: Form) -> None:
    words, ending, mime = _FORMS[form]
    coach, community = resources.coach(), state.record().community

    def render() -> bytes:
        # Looked at again at the press: a note may have been withdrawn while the page stood open.
        now = as_it_stands(result.brief, coach, community)
        made: bytes = coach.briefs.render(result.model_copy(update={"brief": now}), form)
        return made

    st.download_button(
        words, render, file_name=f"{file_stem(result)}.{ending}", mime=mime, key=f"file-{form}", on_click="ignore"
    )


def file_stem(result: BriefResult) -> str:
    """Return what the files are called, before the dot."""
    brief = result.brief
    day = brief.made_at.date().isoformat() if brief.made_at else ""
    voice = "for-community" if brief.request.voice == "community" else ""
    said = "-".join(filter(None, ("brief", brief.community, voice, day)))
    return re.sub(r"[^\w]+", "-", said.lower()).strip("-")


def _keep(result: BriefResult) -> None:
    briefs, community, who = resources.coach().briefs, state.record().community, state.actor()
    kept: list[str] = []

    def keep() -> None:
        brief = briefs.keep(community, result.brief, actor=who)
        kept.append(brief.id)
        state.brief_shelf().replace(result.model_copy(update={"brief": brief}))
        drafts.decide(drafts.run_of(result.drafting), Decision(what="accept"))

    def take_back() -> None:
        briefs.remove(community, kept[0], actor=who)
        shelf = state.brief_shelf()
        if shelf.open is not None and shelf.open.brief.id == kept[0]:
            shelf.replace(result)

    act(keep, "Kept as it stands today; you find it under “Kept”.", ("Take it out again", take_back))


def show_drafts(result: BriefResult) -> None:
    """Draw the ways to other drafts, and between those that are there."""
    shelf, request = state.brief_shelf(), result.brief.request
    with st.container(key="brief-drafts", horizontal=True, vertical_alignment="center", gap="small"):
        if st.button("Another draft", key="another-brief"):
            drafts.decide(drafts.run_of(result.drafting), Decision(what="reject"))
            draft(request.model_copy(update={"seed": _next_seed(request)}))
        if request.voice == "leader" and st.button("The version for the community", key="for-community"):
            draft(request.model_copy(update={"voice": "community", "reader": "our members", "asks": (), "seed": 0}))
        if len(shelf.versions) > 1:
            last = len(shelf.versions) - 1
            st.button("Earlier draft", key="earlier-brief", disabled=shelf.at == 0, on_click=_go, args=(-1,))
            st.button("Later draft", key="later-brief", disabled=shelf.at == last, on_click=_go, args=(1,))
            show_html(tag("p", f"Draft {shelf.at + 1} of {len(shelf.versions)}", "c-hint c-num"))


def _next_seed(request: BriefRequest) -> int:
    like = [one.brief.request for one in state.brief_shelf().versions if one.brief.request.voice == request.voice]
    return max((one.seed for one in like), default=-1) + 1


def _go(steps: int) -> None:
    state.brief_shelf().go_to(state.brief_shelf().at + steps)
