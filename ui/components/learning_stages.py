"""The stages of a community as something to talk about: how each sounds, and questions; never a verdict."""

from __future__ import annotations

import streamlit as st

from coach.models import StageTalk

from .. import resources
from ..markup import esc, items, show_html, tag

_LEAD = (
    "Communities change their shape as they go. Which of these sounds like us just now? "
    "There is no better or worse one, and people may hear different ones."
)


def show_stages() -> None:
    """Draw the stages, one to open at a time."""
    st.subheader("Where are we, as a community?", anchor=False)
    show_html(tag("p", _LEAD, "c-why"))
    with st.container(key="narrow-stages", gap="xsmall"):
        for number, stage in enumerate(resources.coach().learning.stages()):
            with st.expander(stage.name, key=f"stage-{number}"):
                show_html(render_stage(stage))


def render_stage(stage: StageTalk) -> str:
    """Return one stage as HTML."""
    sounds = tag("p", "It sounds like this", "c-sub") + tag("p", esc(stage.sounds_like), "c-asked")
    asks = tag("p", "To talk about", "c-sub") + items(stage.asks)
    following = tag("p", "What often helps next", "c-sub") + tag("p", esc(stage.next_thing))
    return tag("div", sounds + asks + following, "c-stage")
