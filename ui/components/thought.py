"""A thought: one finding, beside the thing it is about. What, why it matters, what could be done; or leave it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from coach.models import Finding

from .. import state
from ..markup import esc, show_html, tag
from ..wording import SEVERITY, SEVERITY_MARK, count

GAP = "…"
"""Stands where only people can fill something in."""
Use = Callable[[Finding, Sequence[str]], None]
"""Puts the words of a thought in place."""


@dataclass(frozen=True)
class Offer:
    """Words that could stand in the place of what a thought is about."""

    lines: tuple[str, ...]
    """One line, or several that belong together."""
    is_ready: bool = True
    """Whether they can be put in place; else they are to be said aloud, or have a gap to fill first."""

    @property
    def has_gap(self) -> bool:
        """Return whether people have to fill something in first."""
        return any(GAP in line for line in self.lines)


@dataclass(frozen=True)
class Mending:
    """How the words of thoughts are put in place where these thoughts are shown."""

    offers: Callable[[Finding], Sequence[Offer]]
    """Returns what a thought offers."""
    use: Use | None = None
    """Puts one offer in place; None where nothing can be changed."""
    fill_in: Use | None = None
    """Takes an offer with a gap to where the gap can be filled."""
    leave: Callable[[Finding], None] | None = None
    """Hears of a thought that was left."""


def show_thoughts(findings: Sequence[Finding], key: str, mending: Mending | None = None) -> None:
    """Draw the thoughts that were not left, and say how many rest."""
    for number, finding in enumerate(findings):
        if not state.is_left(finding):
            show_thought(finding, f"{key}-{number}", mending)
    resting = [finding for finding in findings if state.is_left(finding)]
    if resting:
        st.button(
            f"Bring back {count(len(resting), 'thought')} you left",
            key=f"back-{key}",
            type="tertiary",
            on_click=_take_up_all,
            args=(resting,),
        )


def show_thought(finding: Finding, key: str, mending: Mending | None = None) -> None:
    """Draw one thought with what it offers and the way to leave it."""
    with st.container(key=f"thought-{finding.severity.value}-{key}", gap="xxsmall"):
        show_html(render_thought(finding))
        for number, offer in enumerate(mending.offers(finding) if mending else ()):
            show_html(render_offer(offer, is_first=number == 0))
            _show_offer(offer, finding, mending, f"{key}-{number}")
        st.button("Leave it", key=f"leave-{key}", type="tertiary", on_click=_leave, args=(finding, mending))


def _leave(finding: Finding, mending: Mending | None) -> None:
    state.leave(finding)
    if mending and mending.leave:
        mending.leave(finding)


def _show_offer(offer: Offer, finding: Finding, mending: Mending | None, key: str) -> None:
    if mending is None:
        return
    if offer.is_ready and mending.use:
        words = "Use this" if len(offer.lines) == 1 else "Use these"
        st.button(words, key=f"use-{key}", on_click=mending.use, args=(finding, offer.lines))
    elif offer.has_gap and mending.fill_in:
        st.button("Fill the gap", key=f"fill-{key}", on_click=mending.fill_in, args=(finding, offer.lines))


def render_offer(offer: Offer, *, is_first: bool = True) -> str:
    """Return the words as they could stand as HTML; the first of several says what they are."""
    lines = "".join(tag("p", esc(line)) for line in offer.lines)
    heading = tag("p", _heading(offer), "c-offer-h") if is_first or offer.has_gap else ""
    return tag("div", heading + tag("blockquote", lines, "c-offer-words"), "c-offer")


def _heading(offer: Offer) -> str:
    if offer.is_ready:
        return "It could say"
    return "It could begin like this" if offer.has_gap else "You could read this out"


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


def say_once(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings of which only the first offers words that several share."""
    said: set[str] = set()
    kept = []
    for finding in findings:
        kept.append(finding.model_copy(update={"rewrite": ""}) if finding.rewrite in said else finding)
        said.add(finding.rewrite)
    return kept


def _take_up_all(findings: Sequence[Finding]) -> None:
    for finding in findings:
        state.take_up(finding)
