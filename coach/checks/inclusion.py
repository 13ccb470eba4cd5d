"""S5, S8 and S9: can everyone take part, is it kept with consent, and what if it goes otherwise?"""

from __future__ import annotations

import re

from coach.models import Capture, Finding, Mode, SessionPlan

from .criterion import Criterion, listed

LONGEST_CAPTURE = 5
"""Minutes for writing down what was learned."""

_S5 = Criterion(
    "S5",
    "People who have to ask for access on the day often do not come at all.",
    "Ask about needs in the invitation, say one channel for turns in the room, and keep a written way in afterwards.",
)
_HYBRID = Criterion(
    "S5",
    "People on the call watch a meeting of others, unless someone has thought of them.",
    "Name someone who speaks for the call, let the call go first in each round, and keep one shared board.",
)
_S8 = Criterion(
    "S8",
    "What is kept belongs to those who said it; a light touch and a clear yes keep it that way.",
    "Keep the last five minutes for one sentence each, and ask who is happy to be quoted, and how.",
)
_TAKEN = re.compile(
    r"\bby\s+(?:attending|joining|coming|taking\s+part|being\s+(?:here|present))\b|\bautomatic\w*\b|\bassumed\b"
    r"|\bimplied\b"
    r"|\beverything\s+(?:is|will\s+be)\s+(?:recorded|kept|shared|published)\b|\bno\s+need\s+to\s+ask\b"
    r"|\bunless\s+(?:they|you|"
    r"somebody|someone|anyone)\s+objects?\b|\bnot\s+(?:needed|required|necessary)\b|\bn/?a\b",
    re.IGNORECASE,
)
_CONSENT = (
    "Write ‘keep’ under your sentence if it may stay here, ‘quote’ if it may be used outside without your name; with"
    " neither it goes home with you, and you can change your mind later."
)
_S9 = Criterion(
    "S9",
    "Half the people, silence or one loud voice are ordinary; a host who expects them stays calm.",
    "Write down one thing for each: when few come, when nobody speaks, when one voice fills the room.",
)


def check_inclusion(plan: SessionPlan) -> list[Finding]:
    """Check access, hybrid, consent and plan B."""
    return [*_check_access(plan), *_check_hybrid(plan), *_check_capture(plan), *_check_plan_b(plan)]


def _check_access(plan: SessionPlan) -> list[Finding]:
    stages = {"before": plan.access.before, "during": plan.access.during, "after": plan.access.after}
    missing = [stage for stage, lines in stages.items() if not any(line.strip() for line in lines)]
    if not missing:
        return []
    return [_S5.mend("plan", f"Nothing is said yet on access {listed(missing)} the session.")]


def _check_hybrid(plan: SessionPlan) -> list[Finding]:
    if plan.mode is not Mode.HYBRID or any(line.strip() for line in plan.hybrid):
        return []
    return [_HYBRID.mend("plan", "Some people are on a call, and nothing says how they are really in it.")]


def _check_capture(plan: SessionPlan) -> list[Finding]:
    captures = [part for part in plan.parts if isinstance(part, Capture)]
    if not captures:
        return [_S8.mend("plan", "No minutes are kept for writing down what was learned.")]
    found = []
    minutes = sum(part.minutes for part in captures)
    if minutes > LONGEST_CAPTURE:
        found.append(_S8.mend(captures[0].id, f"Writing down takes {minutes} minutes; {LONGEST_CAPTURE} are enough."))
    silent = [part for part in captures if not part.consent.strip()]
    if silent:
        message = "It does not say how people say yes or no to being quoted."
        found.append(_S8.mend(silent[0].id, message, "", _CONSENT))
    forced = [part for part in captures if _TAKEN.search(part.consent)]
    if forced:
        message = f"“{forced[0].consent.strip().rstrip('.')}” is no choice."
        found.append(_S8.mend(forced[0].id, message, "", _CONSENT))
    return found


def _check_plan_b(plan: SessionPlan) -> list[Finding]:
    ways = (plan.plan_b.silence, plan.plan_b.low_turnout, plan.plan_b.loud_voice)
    if any(way.strip() for way in ways):
        return []
    return [_S9.mend("plan", "There is no plan B for few people, silence or one loud voice.")]
