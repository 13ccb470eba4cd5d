"""One part of a plan as a card: its clock, its steps, who does what, and what it stands on."""

from __future__ import annotations

from collections.abc import Sequence

from coach.models import Activity, Capture, Citation, Opening, Part, Review, Roles, Step

from ..markup import esc, items, show_html, tag
from ..wording import DOING, MARK, PHASE, TONE
from .run_sheet import render_spoken
from .timeline import Block

_KIND = {
    "opening": "Opening",
    "activity": "Activity",
    "review": "Review",
    "capture": "Keeping",
    "open": "Open space",
    "break": "Break",
}


OWN = "in your words"
"""Says that a person put a part into words."""


def show_part(block: Block, whose: str = "") -> None:
    """Draw what stands in a part; quotes and thoughts go beside it."""
    show_html(render_part(block, whose))


def render_part(block: Block, whose: str = "") -> str:
    """Return the card as HTML; `whose` says whose words it holds, where that is worth saying."""
    part = block.part
    body = _head(block, whose) + _before(part) + _steps(block) + _after(part)
    own = " c-part-own" if whose == OWN else ""
    return tag("section", body, f"c-part c-{block.doing.value}-edge{own}", aria_label=part.title)


def render_margin(part: Part) -> str:
    """Return what stands in the margin of a part: why it is here, and what tends to go wrong."""
    heading = "Why this activity" if isinstance(part, Activity) else "Why this is here"
    why = tag("p", heading, "c-margin-h") + tag("p", esc(part.why), "c-why") if part.why else ""
    return why + (_pitfalls(part.pitfalls) if isinstance(part, Activity) else "")


def _head(block: Block, whose: str) -> str:
    part = block.part
    glyph = tag("span", MARK[block.doing], f"c-mark-glyph c-{block.doing.value}-word", aria_hidden="true")
    times = tag("span", block.times, "c-num c-times")
    lasts = tag("span", f"{part.minutes} min", "c-num")
    kind = _KIND[part.kind] + ("" if part.kind in ("open", "break") else f", mostly {DOING[block.doing]}")
    badge = tag("span", esc(whose), "c-badge c-badge-own" if whose == OWN else "c-badge") if whose else ""
    meta = tag("p", times + lasts + tag("span", glyph + kind) + badge, "c-part-meta")
    return meta + tag("h3", esc(part.title), "c-part-title")


def _steps(block: Block) -> str:
    rows, at = [], 0
    for step in block.part.steps:
        rows.append(_step(step, block.clock(at)))
        at += step.minutes
    return tag("ol", "".join(rows), "c-steps") if rows else ""


def _step(step: Step, clock: str) -> str:
    glyph = tag("span", MARK[step.doing], f"c-mark-glyph c-{step.doing.value}-word", title=DOING[step.doing])
    phase = tag("span", PHASE[step.phase], "c-tone") if step.phase else ""
    when = tag("span", clock, "c-num c-step-clock") + tag("span", f"{step.minutes} min", "c-num c-step-min")
    does = tag("span", esc(step.does), "c-step-does") if step.say else ""
    said = tag("span", glyph + esc(step.who) + phase, "c-step-who") + render_spoken(step) + does
    return tag("li", tag("div", when, "c-step-when") + tag("div", said, "c-step-what"))


def _before(part: Part) -> str:
    if isinstance(part, Opening) and part.prompt:
        return tag("p", esc(part.prompt), "c-prompt")
    if isinstance(part, Activity):
        facts = _facts(
            ("The work", part.real_work),
            ("What you end up with", part.artefact),
            ("Groups", part.groups),
            ("People bring", part.bring),
            ("Lent to those with nothing", part.lend),
        )
        return facts + (tag("p", esc(part.norm), "c-prompt") if part.norm else "")
    if isinstance(part, Review):
        speaks = f"The person whose work it is speaks {part.author_speaks}." if part.author_speaks else ""
        return _facts(("On the table", part.looks_at), ("Set side by side", part.compares), ("Who speaks", speaks))
    if isinstance(part, Capture):
        return _facts(("What we keep", part.keeps), ("With consent", part.consent))
    return ""


def _facts(*facts: tuple[str, str]) -> str:
    rows = "".join(tag("dt", name) + tag("dd", esc(text)) for name, text in facts if text)
    return tag("dl", rows, "c-facts") if rows else ""


def _after(part: Part) -> str:
    if isinstance(part, Activity):
        return _example(part.example) + _card(part.card) + _roles(part.roles)
    if isinstance(part, Review):
        return _prompts(part) + _card(part.card)
    return ""


def _prompts(part: Review) -> str:
    if not part.prompts:
        return ""
    lines = "".join(
        tag("li", esc(one.text) + (tag("span", TONE[one.tone], "c-tone") if one.tone else "")) for one in part.prompts
    )
    return tag("p", "Questions to ask of the work", "c-sub") + tag("ol", lines, "c-prompts")


def _example(text: str) -> str:
    if not text:
        return ""
    return tag("div", tag("p", "It may look like this", "c-example-h") + tag("p", esc(text)), "c-example")


def _card(lines: Sequence[str]) -> str:
    if not lines:
        return ""
    body = "".join(tag("li", esc(line.rstrip("… ")) + tag("span", "…", "c-sr")) for line in lines)
    return tag("p", "The card, to fill in", "c-sub") + tag("ul", body, "c-fill-in", aria_label="The card, to fill in")


def _roles(roles: Roles) -> str:
    ways = (
        ("If you are new", roles.newcomer),
        ("If you come often", roles.regular),
        ("If you know this well", roles.expert),
    )
    rows = "".join(tag("dt", name) + tag("dd", esc(text)) for name, text in ways if text)
    heading = tag("p", "Something useful to do for everyone", "c-sub")
    return heading + tag("dl", rows, "c-facts c-roles") if rows else ""


def _pitfalls(pitfalls: tuple[str, ...]) -> str:
    return tag("p", "Watch for", "c-margin-h c-margin-next") + items(pitfalls, "c-list c-watch") if pitfalls else ""


def citations_of(part: Part, citations: dict[str, Citation]) -> list[Citation]:
    """Return the quotes that a part or one of its steps takes up, each once, in order."""
    labels = [*part.citations, *(label for step in part.steps for label in step.citations)]
    return [citations[label] for label in dict.fromkeys(labels) if label in citations]
