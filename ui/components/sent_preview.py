"""What is sent, word for word, before it is: the text, its stand-ins, what was kept back, and where it goes."""

from __future__ import annotations

import re

import streamlit as st

from coach.errors import CoachError
from coach.models import AnswerRequest, BriefRequest, CoachingRequest, Replaced, SentPreview

from .. import resources, state
from ..drafts import Request
from ..markup import esc, items, show_html, tag
from ..wording import count, money
from .copy_text import show_copy_button
from .problems import show_problem

_SHOWN = "coach.previews"
_MOST_KEPT = 8
_NOTHING = "Nothing would be sent: this is answered here, without the model."


def preview_of(request: Request) -> SentPreview | None:
    """Return what would be sent for this, worked out once; None where nothing would be.

    Raises:
        CoachError: It cannot be asked for as it stands.
    """
    kept: dict[str, SentPreview | None] = st.session_state.setdefault(_SHOWN, {})
    community = state.record().community
    use, model = resources.coach().community(community).model_use, resources.coach().model.status().setup.model
    notes = ",".join(one.id for one in resources.coach().notes(community))
    key = "|".join((community, use.value, model, notes, request.model_dump_json()))
    if key not in kept:
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        kept[key] = _preview(request)
    return kept[key]


@st.dialog("What is sent", width="medium")
def open_preview(request: Request) -> None:
    """Open a window with exactly what would be sent; nothing leaves for it."""
    try:
        with st.spinner("Putting together what would be sent; nothing leaves for this"):
            # Looked at afresh: somebody opens this to be sure.
            preview = _preview(request)
    except CoachError as error:
        show_problem(error)
        return
    if preview is None:
        show_html(tag("p", _NOTHING, "c-said"))
        return
    show_html(render_summary(preview))
    show_html(render_kept_back(preview) + render_stand_ins(preview.replaced))
    show_html(render_text("The data", preview.user, preview.replaced, is_open=True))
    show_html(render_text("The instructions", preview.system, preview.replaced))
    show_copy_button(f"{preview.system}\n\n{preview.user}", "copy-sent")


def _preview(request: Request) -> SentPreview | None:
    coach, community = resources.coach(), state.record().community
    if isinstance(request, CoachingRequest):
        return coach.coaching.preview(community, request, actor=state.actor())
    if isinstance(request, BriefRequest | AnswerRequest):
        return coach.briefs.preview(community, request, actor=state.actor())
    return coach.model.preview(community, request)


def render_summary(preview: SentPreview) -> str:
    """Return to whom it goes, how much it is and what it costs, as HTML."""
    price = "What it costs is not known" if preview.cost_usd is None else f"About {money(preview.cost_usd)}"
    where = f"{preview.model}, {preview.host}" if preview.host else preview.model
    notes = ", ".join(preview.notes) if preview.notes else "none of your notes"
    facts = (
        ("To", where),
        ("How much", f"about {count(preview.tokens, 'token')}"),
        ("Price", f"{price}, with a full answer"),
        ("Words from", notes),
        ("Prompt", f"{preview.prompt} ({preview.prompt_sha256[:12]})"),
    )
    lead = tag("p", "Exactly this leaves when you press the button to draft, and nothing before that.", "c-hint")
    rows = "".join(tag("dt", name) + tag("dd", esc(text)) for name, text in facts)
    return lead + tag("dl", rows, "c-facts c-sent-facts")


def render_kept_back(preview: SentPreview) -> str:
    """Return what is kept back, in plain sentences, as HTML."""
    if not preview.left_out:
        return ""
    return tag("p", "Kept back", "c-sub") + items(preview.left_out)


def render_stand_ins(replaced: tuple[Replaced, ...]) -> str:
    """Return what goes in the place of what, as a table."""
    if not replaced:
        return tag("p", "Stand-ins", "c-sub") + tag("p", "Nothing had to be replaced here.", "c-hint")
    head = tag("tr", "".join(tag("th", word, scope="col") for word in ("In your notes", "Sent as", "What it is")))
    rows = "".join(
        tag("tr", tag("td", esc(one.original)) + tag("td", tag("code", esc(one.stand_in))) + tag("td", esc(one.what)))
        for one in replaced
    )
    return tag("p", "Stand-ins", "c-sub") + tag("table", tag("thead", head) + tag("tbody", rows), "c-stand-ins")


def render_text(title: str, text: str, replaced: tuple[Replaced, ...], *, is_open: bool = False) -> str:
    """Return a text as it is sent, its stand-ins marked, to be folded away."""
    summary = tag("summary", f"{title}, word for word")
    body = summary + tag("pre", _marked(text, replaced), "c-sent-text", tabindex="0")
    return tag("details", body, "c-fold", open="open" if is_open else "")


def _marked(text: str, replaced: tuple[Replaced, ...]) -> str:
    words = sorted({one.stand_in for one in replaced if one.stand_in}, key=len, reverse=True)
    if not words:
        return esc(text)
    pieces = re.split(f"({'|'.join(map(re.escape, words))})", text)
    return "".join(tag("mark", esc(piece), "c-mark") if at % 2 else esc(piece) for at, piece in enumerate(pieces))
