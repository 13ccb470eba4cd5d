"""A thought: one finding, beside the thing it is about. What, why it matters, what could be done; or leave it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from coach.models import Finding

from .. import state
from ..markup import esc, show_html, tag
from ..wording import SEVERITY, SEVERITY_MARK, count


def show_thoughts(findings: Sequence[Finding], key: str) -> None:
    """Draw the thoughts that were not left, and say how many rest."""
    for number, finding in enumerate(findings):
        if not state.is_left(finding):
            show_thought(finding, f"{key}-{number}")
    resting = [finding for finding in findings if state.is_left(finding)]
    if resting:
        st.button(
            f"Bring back {count(len(resting), 'thought')} you left",
            key=f"back-{key}",
            type="tertiary",
            on_click=_take_up_all,
            args=(resting,),
        )


def show_thought(finding: Finding, key: str) -> None:
    """Draw one thought with the way to leave it."""
    with st.container(key=f"thought-{finding.severity.value}-{key}", gap="xxsmall"):
        show_html(render_thought(finding))
        st.button("Leave it", key=f"leave-{key}", type="tertiary", on_click=state.leave, args=(finding,))


def render_thought(finding: Finding) -> str:
    """Return a thought as HTML, its weight said in words and not by colour alone."""
    mark = tag("span", SEVERITY_MARK[finding.severity], "c-thought-mark", aria_hidden="true")
    head = tag("p", mark + SEVERITY[finding.severity], f"c-thought-h c-{finding.severity.value}")
    rest = [tag("p", esc(finding.message), "c-thought-what")]
    if finding.why:
        rest.append(tag("p", esc(finding.why), "c-thought-why"))
    if finding.way_forward:
        rest.append(tag("p", esc(finding.way_forward), "c-next"))
    return tag("div", head + "".join(rest), "c-thought")


def _take_up_all(findings: Sequence[Finding]) -> None:
    for finding in findings:
        state.take_up(finding)
