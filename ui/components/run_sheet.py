"""The page you hold: time, minutes, who, and what you say; what people then do is one press away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coach.models import Activity, Part, Review, Step

from ..markup import esc, items, show_html, tag
from ..wording import DOING, MARK, count
from .timeline import Block


def show_run_sheet(blocks: Sequence[Block], thoughts: Mapping[str, int]) -> None:
    """Draw the sheet; `thoughts` says how many thoughts stand beside which part."""
    show_html(render_run_sheet(blocks, thoughts))


def render_run_sheet(blocks: Sequence[Block], thoughts: Mapping[str, int]) -> str:
    """Return the sheet as HTML, one section for each part."""
    return tag("div", "".join(_section(block, thoughts.get(block.part.id, 0)) for block in blocks), "c-run")


def render_spoken(step: Step) -> str:
    """Return what the host says, in quotes, or what is done where nobody wrote down what to say."""
    if step.say:
        return tag("span", f"“{esc(step.say.strip('“”'))}”", "c-say")
    return tag("span", esc(step.does), "c-say c-say-plain")


def _section(block: Block, thoughts: int) -> str:
    part = block.part
    head = _head(block, thoughts)
    groups = part.groups if isinstance(part, Activity) else ""
    under = tag("p", tag("strong", "Groups") + " " + esc(groups), "c-run-groups") if groups else ""
    rows, at = [], 0
    for step in part.steps:
        rows.append(_row(step, block.clock(at)))
        at += step.minutes
    steps = tag("ol", "".join(rows), "c-run-steps") if rows else ""
    return tag("section", head + under + _norm(part) + steps + _at_hand(part), "c-run-part", aria_label=part.title)


def _head(block: Block, thoughts: int) -> str:
    doing = block.doing
    glyph = tag("span", MARK[doing], f"c-mark-glyph c-{doing.value}-word", aria_hidden="true")
    # The first step says when the part begins; a part without steps says it itself.
    when = tag("span", glyph if block.part.steps else block.clock(0), "c-num c-run-clock")
    title = tag("h3", esc(block.part.title), "c-run-title")
    word = tag("span", f"mostly {DOING[doing]}", "c-sr")
    lasts = tag("span", f"{block.part.minutes} min", "c-num c-run-lasts")
    waiting = tag("span", count(thoughts, "thought"), "c-badge") if thoughts else ""
    return tag("div", when + title + word + waiting + lasts, "c-run-head")


def _row(step: Step, clock: str) -> str:
    when = tag("span", clock, "c-num c-step-clock") + tag("span", f"{step.minutes} min", "c-num c-step-min")
    who = tag("span", esc(step.who), "c-step-who")
    line = tag("span", when, "c-step-when") + tag("span", who + render_spoken(step), "c-step-what")
    if not (step.say and step.does):
        return tag("li", tag("div", line, "c-run-line"))
    does = tag("p", esc(step.does), "c-run-does")
    return tag("li", tag("details", tag("summary", line, "c-run-line") + does))


def _norm(part: Part) -> str:
    if not isinstance(part, Activity) or not part.norm:
        return ""
    return tag("p", tag("span", "say first", "c-step-who") + tag("span", f"“{esc(part.norm)}”", "c-say"), "c-run-norm")


def _at_hand(part: Part) -> str:
    if isinstance(part, Review) and part.prompts:
        asked = "".join(tag("li", f"“{esc(one.text)}”") for one in part.prompts)
        return _fold("The questions, to read out", tag("ol", asked, "c-prompts c-run-prompts"))
    if isinstance(part, Activity) and (part.pitfalls or part.lend):
        lend = (f"For those who brought nothing: {part.lend}",) if part.lend else ()
        return _fold("Watch for, and what to lend", items((*part.pitfalls, *lend)))
    return ""


def _fold(title: str, body: str) -> str:
    return tag("details", tag("summary", title) + body, "c-fold c-fold-quiet c-run-fold")
