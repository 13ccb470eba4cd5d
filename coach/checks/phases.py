"""S4 and A6: does the work open up before it closes, and does the talk about it go from facts to decision?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from coach.models import Activity, Doing, Finding, Part, Phase, Review, ReviewPrompt, SessionPlan, Step, Tone

from .criterion import Criterion, listed, quoted
from .quotes import without_quotes

_S4 = Criterion(
    "S4",
    "When a group closes before it has opened up, it decides on what the quickest had in mind.",
    "First gather more than is needed, then work through the mess, then choose and write down.",
)
_A6 = Criterion(
    "A6",
    "Seeing comes before deciding; otherwise the quick voices decide on what they had in mind anyway.",
    "Ask in this order: what happened, how it was, what it means, what we'll do.",
)
_ORDER = (Phase.DIVERGE, Phase.GROAN, Phase.CONVERGE)
_NAMES = {Phase.DIVERGE: "opens up", Phase.GROAN: "works through the mess", Phase.CONVERGE: "closes"}
_CLOSES = re.compile(r"^\W*(?:\w+\W+){0,3}?(?:decide|vote|settle|conclude|agree)\b", re.IGNORECASE)
_OPENS = re.compile(
    r"\b(?:brainstorm\w*|as many\b[^.?]{0,40}\bas|come up with|gather (?:ideas|options|cases)|collect (?:ideas"
    r"|options)"
    r"|what else|list all|more options)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"[^.?!]*\?")
_PAST = re.compile(r"\b(?:did|was|were|had|happened|came|noticed?|saw|went|made|showed?)\b", re.IGNORECASE)
_LONG_AGO = re.compile(
    r"\b(?:last|previous|yesterday|ago|ever|once|used to|think of|remember|brought|before today|recent\w*|a case"
    r"|(?:one|a|the) time|time when|story|stories)\b",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\b(?:(?:will|would|shall|'ll|’ll)\b[^?]*\b(?:do|try|change|use|take|start|stop|keep)|what(?:'s|’s| is) next"
    r"|next (?:step|time|week|month)|differently (?:next|from)|by when|who (?:takes|will (?!find|read|see|get|notice"
    r"|hear|use|need|want|know|ask|be\b))|decide|going to do)\b",
    re.IGNORECASE,
)


def check_phases(plan: SessionPlan) -> list[Finding]:
    """Check that every part with phases opens up before it closes, and that the session does both (S4)."""
    parts = [part for part in plan.parts if isinstance(part, (Activity, Review))]
    found = [finding for part in parts for finding in _check_order(part)]
    return [*found, *_check_both(parts)]


def check_debriefs(plan: SessionPlan) -> list[Finding]:
    """Check that looking back comes after the doing and goes from facts to decision (A6)."""
    activities = [part for part in plan.parts if isinstance(part, Activity)]
    return [finding for part in activities for finding in _check_debrief(part)]


def check_prompt_order(prompts: Sequence[ReviewPrompt], where: str) -> list[Finding]:
    """Check that no prompt about what comes next stands before those that look (A6)."""
    tones = [prompt.tone for prompt in prompts]
    looking = [place for place, tone in enumerate(tones) if tone in {Tone.WARM, Tone.CURIOUS, Tone.BEFORE}]
    early = [place for place, tone in enumerate(tones) if tone is Tone.NEXT and looking and place < looking[-1]]
    if not early or early[0] == 0:
        return []
    said = quoted(prompts[early[0]].text)
    return [_A6.mend(where, f"{said} asks what comes next while there is still something to look at.")]


def has_phases(plan: SessionPlan) -> bool:
    """Return whether any step says where it stands in the diamond."""
    return any(step.phase for part in plan.parts for step in part.steps)


def shows_both(plan: SessionPlan) -> bool:
    """Return whether, where no step carries a phase, the words or what people do show opening and closing."""
    steps = [step for part in plan.parts for step in part.steps]
    closes = any(_CLOSES.search(step.does) or _DECIDES.search(step.does) for step in steps)
    return closes and any(step.doing in {Doing.MAKING, Doing.REVIEWING} or _OPENS.search(step.does) for step in steps)


def _check_order(part: Part) -> list[Finding]:
    steps = [step for step in part.steps if step.phase]
    for early, late in pairwise(steps):
        if _rank(late) < _rank(early):
            first, then = (_NAMES[step.phase] for step in (early, late) if step.phase)
            message = f"“{part.title}” {first} ({quoted(early.does, 6)}) before it {then} ({quoted(late.does, 6)})."
            return [_S4.mend(part.id, message)]
    if len(steps) > 1 and isinstance(part, Activity) and steps[-1].phase is not Phase.CONVERGE:
        return [_S4.mend(part.id, f"“{part.title}” opens up and never closes.")]
    return [] if steps else _check_words(part)


def _check_words(part: Part) -> list[Finding]:
    closing = next((at for at, step in enumerate(part.steps) if _CLOSES.search(without_quotes(step.does))), None)
    opening = [at for at, step in enumerate(part.steps) if _OPENS.search(without_quotes(step.does))]
    if closing is None or not opening or min(opening) <= closing:
        return []
    early, late = part.steps[closing], part.steps[opening[0]]
    message = f"“{part.title}” decides ({quoted(early.does, 6)}) before it gathers ({quoted(late.does, 6)})."
    return [_S4.mend(part.id, message)]


def _check_both(parts: Sequence[Part]) -> list[Finding]:
    there = {step.phase for part in parts if isinstance(part, Activity) for step in part.steps if step.phase}
    if not there:
        return []
    missing = [] if there & {Phase.DIVERGE, Phase.GROAN} else [_NAMES[Phase.DIVERGE]]
    missing += [] if Phase.CONVERGE in there else [_NAMES[Phase.CONVERGE]]
    if not missing:
        return []
    said = listed(f"nothing {name}" for name in missing)
    return [_S4.mend("plan", f"By its own account of the steps, {said}.")]


def _rank(step: Step) -> int:
    return _ORDER.index(step.phase) if step.phase else -1


def _check_debrief(part: Activity) -> list[Finding]:
    if part.steps and _looks_back(part.steps[0]) and any(step.doing is Doing.MAKING for step in part.steps[1:]):
        message = f"“{part.title}” looks back ({quoted(part.steps[0].does, 8)}) before anybody has done anything."
        return [_A6.mend(part.id, message, "Put the looking back after the doing.")]
    for step in part.steps:
        asked = _questions(step.does)
        facts = [at for at, question in enumerate(asked) if _PAST.search(question) and not _DECIDES.search(question)]
        decisions = [at for at, question in enumerate(asked) if _DECIDES.search(question)]
        if facts and decisions and decisions[0] < facts[0]:
            message = f"“{part.title}” asks {quoted(asked[decisions[0]])} before it asks {quoted(asked[facts[0]])}"
            return [_A6.mend(part.id, f"{message}.", "")]
    return []


def _looks_back(step: Step) -> bool:
    if step.phase in {Phase.DIVERGE, Phase.GROAN}:
        return False
    asked = _questions(step.does)
    past = any(_PAST.search(question) for question in asked)
    return len(asked) > 1 and past and not _LONG_AGO.search(step.does)


def _questions(text: str) -> list[str]:
    return [found.strip() for found in _ASKS.findall(without_quotes(text))]
