"""A story as it is read: its chain with what is told and what is not, in words, and the next thing to ask."""

from __future__ import annotations

from coach.models import Consent, StoryLink, StoryQuestion, ValueStory

from .. import resources
from ..markup import esc, tag
from ..wording import date_label
from .markers import mark_of

LINK = {
    StoryLink.DID: "What we did",
    StoryLink.TOOK_AWAY: "What I took away",
    StoryLink.USED: "What I did with it",
    StoryLink.CAME_OF_IT: "What came of it",
    StoryLink.CHANGED_VIEW: "What it changed in how we see success",
}
"""What each part of a story is called."""
_HOLDS = (
    "Its parts stand on their own so far.",
    "One step is told.",
    "Two steps are told.",
    "It is told up to what came of it.",
    "The whole way is told.",
)
CONSENT_TOLD = {
    Consent.NEVER: "Not to be told on",
    Consent.INSIDE: "May be told on inside, without the teller",
    Consent.ANYWHERE: "May be told anywhere, without the teller",
}
"""How a story may be told on."""


def questions() -> dict[StoryLink, StoryQuestion]:
    """Return what to ask for each part."""
    return {one.link: one for one in resources.coach().learning.questions()}


def title_of(story: ValueStory) -> str:
    """Return what a story is called, with the beginning of its first part where it has no name."""
    text = story.title or (story.parts[0].text if story.parts else "A story")
    return text if len(text) <= 90 else text[:89].rstrip() + "…"


def holds(story: ValueStory) -> str:
    """Return in words how far it hangs together."""
    if story.completeness == 3 and story.next_gap is not None:
        return "Three steps are told."
    return _HOLDS[story.completeness]


def render_chain(story: ValueStory) -> str:
    """Return a story with all five links, told or not, as HTML."""
    rows = "".join(_link(story, link) for link in StoryLink)
    when = f"Seen in {date_label(story.happened.isoformat())}" if story.happened else ""
    facts = [holds(story), when, CONSENT_TOLD[story.consent] + "."]
    head = tag("h3", esc(title_of(story)), "c-kept-h")
    return head + tag("ol", rows, "c-chain") + tag("p", esc(" ".join(filter(None, facts))), "c-hint")


def _link(story: ValueStory, link: StoryLink) -> str:
    part = story.part(link)
    name = tag("span", esc(LINK[link]), "c-chain-name")
    text = tag("p", esc(part.text)) if part else tag("p", "Not told yet", "c-hint")
    return tag("li", mark_of(part is not None) + tag("div", name + text), "" if part else "c-chain-open")


def render_next(story: ValueStory) -> str:
    """Return the next thing to ask somebody, as HTML; nothing where it is told to its end."""
    asked = questions().get(story.next_gap) if story.next_gap else None
    if asked is None:
        return ""
    return tag(
        "div", tag("p", "The next thing to ask", "c-eyebrow") + tag("p", esc(asked.asks), "c-asked"), "c-next-ask"
    )
