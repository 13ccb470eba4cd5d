"""S5, S8 and S9: can everyone take part, is it kept with consent, and what if it goes otherwise?"""

from __future__ import annotations

import re

from coach.models import Capture, Finding, Mode, SessionPlan

from .criterion import Criterion, listed, quoted
from .keeping import find_passing_on, is_no_choice

_FEWEST_WORDS = 2
"""Fewer do not say what to do when it goes otherwise."""
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
_CONSENT = (
    "Write ‘keep’ under your sentence if it may stay here, ‘quote’ if it may be used outside without your name; with"
    " neither it goes home with you, and you can change your mind later."
)
_S9 = Criterion(
    "S9",
    "Half the people, silence or one loud voice are ordinary; a host who expects them stays calm.",
    "Write down one thing for each: when few come, when nobody speaks, when one voice fills the room.",
)


_WAY_IN = re.compile(
    r"\b(?:access\w*|needs?|ask\w*|may|can|might|any(?:one|body|thing)|nobody\s+(?:has|needs)|whoever"
    r"|who(?=\s+(?:can|could|prefer|like|need|think|was|is))|aloud|read\w*|writ\w+|typ(?:e|es|ed|ing)|text|words"
    r"|describ\w+|caption\w*"
    r"|subtitl\w+|transcri\w+|large\w*|enlarg\w+|print|contrast|colou?r|seat\w*|sit\w*|step-free|lift|ramp"
    r"|wheel\w*|hear\w*|loop|sound|microphones?|quiet\w*|slow\w*|break\w*|pause\w*|plain|language|translat\w+"
    r"|interpret\w*"
    r"|sign(?:s|ed|ing)?|chat|dictat\w+|record\w*|alternative\w*|(?:an)?other\s+way|instead|ahead|beforehand"
    r"|in\s+advance|longer|more\s+time|open|help\w*|easy|name|phone|telephone|screen|helper|reply|answer\w*"
    r"|time\s+zones?|childcare"
    r"|without|private\w*|message|share[sd]?|page|board|link|send\w*|sent|keep\w*)\b",
    re.IGNORECASE,
)
_SHUT = re.compile(
    r"\b(?:no\s+(?:lift|captions?|breaks?|recording|exceptions?|provision|arrangements?|special|need|time|changes?"
    r"|extra|alternatives?|adjustments?)|only\s+(?:stairs|by|in\s+person|for\s+those|the\s+fit)|up\s+(?:two"
    r"|three|the)\s+(?:flights?|stairs)"
    r"|stairs|standing\s+(?:room|only|throughout)|(?:must|has\s+to|have\s+to)\s+(?:be\s+able|stand|climb"
    r"|bring\s+their|arrange|manage|cope)|cameras?\s+(?:on|must|stay)|not\s+(?:available|possible|provided|needed"
    r"|planned|foreseen)|nothing\s+(?:special|is"
    r"|needed|planned|to\s+\w+)|n/?a|none|as\s+usual|as\s+always|(?:should|can|will)\s+(?:keep|catch)\s+up"
    r"|(?:at|on)\s+their\s+own\s+(?:risk|expense)|same\s+for\s+everyone|too\s+(?:late|much)"
    r"|speak\s+for\s+themselves|fend|everyone\s+(?:is|can"
    r"|will)\s+(?:fine|manage|cope|walk|see|hear)|small\s+print|fast|quickly)\b",
    re.IGNORECASE,
)
_ONLOOKERS = re.compile(
    r"\b(?:watch|watches|listen|listens|follow|follows|look\s+on|(?:are|stay|is|be)\s+muted|on\s+mute"
    r"|recording\s+(?:afterwards|later)|catch\s+up|dial\s+in|if\s+there\s+is\s+time|as\s+far\s+as\s+possible)\b",
    re.IGNORECASE,
)
_NO_WAY = re.compile(
    r"\b(?:carry\s+on|go\s+on\s+as|as\s+planned|same\s+as|cancel\w*|call\s+it\s+off|postpone\w*|send\s+(?:everyone"
    r"|people)\s+home|tell\s+(?:them|him|her)\s+(?:to\s+be\s+quiet|off|to\s+stop)|won['’]t\s+happen|"
    r"not\s+needed|manage\s+somehow|(?:be|turn\s+out)\s+(?:fine|all\s+right|ok\w*)|improvis\w+|somehow"
    r"|keep\s+going\s+(?:anyway|regardless)|regardless|n/?a|tbc|tbd|to\s+be\s+(?:decided|confirmed)"
    r"|see\s+on\s+the\s+day|hope\s+for|push\s+through"
    r"|(?:lecture|present)\s+instead)\b",
    re.IGNORECASE,
)


def check_inclusion(plan: SessionPlan) -> list[Finding]:
    """Check access, hybrid, consent and plan B."""
    return [*_check_access(plan), *_check_hybrid(plan), *_check_capture(plan), *_check_plan_b(plan)]


def _check_access(plan: SessionPlan) -> list[Finding]:
    stages = {"before": plan.access.before, "during": plan.access.during, "after": plan.access.after}
    missing = [stage for stage, lines in stages.items() if not any(line.strip() for line in lines)]
    hollow = [stage for stage, lines in stages.items() if stage not in missing and not any(map(_helps_in, lines))]
    if hollow and not missing:
        said = quoted(stages[hollow[0]][0])
        return [_S5.mend("plan", f"{said} is all that stands for access {hollow[0]} the session, and lets nobody in.")]
    if not missing:
        return []
    return [_S5.mend("plan", f"Nothing is said yet on access {listed(missing)} the session.")]


def _helps_in(line: str) -> bool:
    """Return whether a line on access offers somebody a way in."""
    return bool(_WAY_IN.search(line)) and not _SHUT.search(line)


def _check_hybrid(plan: SessionPlan) -> list[Finding]:
    lines = [line for line in plan.hybrid if line.strip()]
    if plan.mode is not Mode.HYBRID or any(not _ONLOOKERS.search(line) for line in lines):
        return []
    if lines:
        return [_HYBRID.mend("plan", f"By {quoted(lines[0])} the people on the call look on.")]
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
    forced = [part for part in captures if is_no_choice(part.consent)]
    if forced:
        message = f"“{forced[0].consent.strip().rstrip('.')}” is no choice."
        found.append(_S8.mend(forced[0].id, message, "", _CONSENT))
    for part in captures:
        words = find_passing_on(part)
        if words:
            message = f"“{words}” passes on what people said, and does not ask them."
            found.append(_S8.mend(part.id, message, "", _CONSENT))
    return found


def _check_plan_b(plan: SessionPlan) -> list[Finding]:
    ways = (plan.plan_b.silence, plan.plan_b.low_turnout, plan.plan_b.loud_voice)
    if any(len(way.split()) >= _FEWEST_WORDS and not _NO_WAY.search(way) for way in ways):
        return []
    return [_S9.mend("plan", "There is no plan B for few people, silence or one loud voice.")]
