"""What a review protocol is held to. Each rule is a pure function from a protocol to findings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.models import Finding, Severity, Tone
from coach.models.playbook import Protocol

from .lint_finding import finding
from .lint_pattern import LONGEST_VOICE, longest_voice

LONGEST = 25
"""Minutes that a review may take."""
_NUMBERS = re.compile(r"\d|%|\b(?:one|two|three|four|five) to (?:five|ten)\b")
_OF_PEOPLE = re.compile(r"\b(?:are|were) you (?:good|bad|confident|able)\b", re.IGNORECASE)
_OUTCOME = re.compile(r"\{(?:do|doing|topic)\}")
_WORK = re.compile(r"\{(?:do|doing|topic|draft)\}|\bit\b")


def asks_about_the_outcome(protocol: Protocol) -> Iterator[Finding]:
    """The questions come from what people want to be able to do."""
    prompts = [(f"prompts[{place}].text", item.text) for place, item in enumerate(protocol.prompts)]
    # Said once or twice in full, and pointed back to from then on: a question read aloud must not limp.
    if sum(bool(_OUTCOME.search(text)) for _, text in prompts) < 2:
        yield _mend("R2", "prompts", "Fewer than two questions name {do}, {doing} or {topic}.")
    for where, text in prompts:
        if not _WORK.search(text):
            yield _mend("R2", where, "The question points to neither the outcome nor the work.")
        if not text.endswith("?"):
            yield _mend("R2", where, "It is not a question.")
        if _NUMBERS.search(text):
            yield _mend("R3", where, "It asks for a number.")
        if _OF_PEOPLE.search(text):
            yield _mend("R1", where, "It asks what somebody is like, and not what the work shows.")


def ends_on_a_next_try(protocol: Protocol) -> Iterator[Finding]:
    """It looks back first and ahead last."""
    tones = [item.tone for item in protocol.prompts]
    if tones[-1] is not Tone.NEXT:
        yield _mend("R6", "prompts", "The last question does not ask for a next try.")
    if Tone.BEFORE not in tones:
        yield _mend("R4", "prompts", "No question looks at what was there before.")


def looks_at_the_work(protocol: Protocol) -> Iterator[Finding]:
    """The steps and the reasons speak of what people made."""
    if "{draft}" not in protocol.reason_work:
        yield _mend("S1", "reason_work", "`reason_work` does not name {draft}.")
    if "{doing}" not in protocol.reason_outcome:
        yield _mend("S1", "reason_outcome", "`reason_outcome` does not name {doing}.")
    texts = [text for step in protocol.steps for text in (step.does, step.say)]
    if not any("{draft}" in text for text in texts) and "work" not in protocol.steps[0].does:
        yield _mend("R1", "steps", "No step looks at the {draft}.")


def stays_short(protocol: Protocol) -> Iterator[Finding]:
    """It is over before people tire of it, and no voice goes on."""
    if protocol.minutes.max > LONGEST:
        yield _mend("R7", "minutes", f"It may take {protocol.minutes.max} minutes, and {LONGEST} are enough.")
    if longest_voice(protocol.steps, protocol.minutes.max) > LONGEST_VOICE:
        yield _mend("A5", "steps", "One person may speak for more than ten minutes.")


def _mend(check: str, where: str, message: str) -> Finding:
    return finding(
        check,
        Severity.MEND,
        where,
        message,
        "A review helps when it looks at the work and leads to a next try.",
        "Reword it; the other protocols show how.",
    )
