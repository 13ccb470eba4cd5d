"""What an outcome measures itself by: its own purpose, condition or situation, taken up by the review's questions.

"… so that the next person knows what is new" says what to look for better than any question that fits every outcome.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coach.models import Doing, Outcome, ReviewPrompt, Step, Tone

_FEWEST, _MOST = 2, 22
"""Words in a measure: fewer say nothing, more cannot be read out."""
_MAKES = re.compile(
    r"\b(?:write(?: up)?|make|draft|design|build|create|draw|sketch|prepare|film|record|compose|plan|set up)"
    r" (?:a|an|one|the|our|each)\b[^,;]*?(?= that )",
    re.IGNORECASE,
)
_LED_BY = re.compile(r"^(?:Author, |I (?:like|wish|wonder): )")
"""How a protocol gives a question to somebody, or begins it."""
_COMPARES = re.compile(r"\b(?:early|earlier|later|late|before and after|first|second)\b", re.IGNORECASE)
"""A question that sets two versions side by side is what its protocol is for, and stays."""


@dataclass(frozen=True)
class _Way:
    """One way in which outcomes say when they have come about, and how to ask by it."""

    pattern: re.Pattern[str]
    asks: Mapping[Tone, Sequence[str]]
    keep: str
    """What is said of it while people work."""
    only_made: bool = False
    """Whether it counts only of something that is made."""


_SO_THAT = r"[,;]?\s+(?:so that|so (?=(?:we|i|they|it|people|everyone|nobody|our|the|no|a|an) ))\s*(.+)$"
_CONDITION = (
    r"[,;]?\s+((?:before|when|while|even (?:if|when|in)|early enough|in time"
    r"|on (?:a|the) (?:\w+ )?(?:day|morning|night|evening)\b) ?.*)$"
)
_WAYS = (
    _Way(
        re.compile(_SO_THAT, re.IGNORECASE),
        {
            Tone.WARM: (
                "What in this {draft} makes it likely that {measure}?",
                "Point to the place that does most for this: that {measure}. What does it do?",
            ),
            Tone.CURIOUS: (
                "At which spot is it still open whether {measure}, and for whom?",
                "What would you need to know before you believed that {measure}?",
            ),
            Tone.NEXT: (
                "What will you do differently next time, so that {measure}?",
                "Which one thing will you try first, so that {measure}?",
            ),
        },
        "Keep in view what it is for: that {measure}.",
    ),
    _Way(
        re.compile(r"[,;]?\s+(without \S+ing\b.+)$", re.IGNORECASE),
        {
            Tone.WARM: ("Which part of this {draft} already works {measure}? What makes it so?",),
            Tone.CURIOUS: ("Where does this {draft} not work {measure} yet, and who would run into that?",),
            Tone.NEXT: ("What will you try next time, so that it works {measure}?",),
        },
        "Keep to it, all the while: {measure}.",
    ),
    _Way(
        re.compile(r"\s+(that \S+ .+)$", re.IGNORECASE),
        {
            Tone.WARM: ("Which spot makes this a {draft} {measure}?",),
            Tone.CURIOUS: ("Which spot still keeps it from being a {draft} {measure}?",),
            Tone.NEXT: ("What will you do otherwise in your next one, to make it a {draft} {measure}?",),
        },
        "Keep in view what it is to be: one {measure}.",
        only_made=True,
    ),
    _Way(
        re.compile(_CONDITION, re.IGNORECASE),
        {
            Tone.WARM: ("What in this {draft} will help you most {measure}?",),
            Tone.CURIOUS: ("What might still get in your way {measure}?",),
            Tone.NEXT: ("What will you try first the next time, {measure}?",),
        },
        "Picture the real moment as you do it: {measure}.",
    ),
)
"""From what says most about success to what says least."""


@dataclass(frozen=True)
class Measure:
    """The words by which an outcome says when it has come about, and how to ask by them."""

    words: str
    """The words: `the next person knows what is new`."""
    keep: str
    """What is said of it while people work, filled in."""
    asks: Mapping[Tone, Sequence[str]]
    """Questions by tone, with `{measure}` and `{draft}` to be filled in."""


def find_measure(outcome: Outcome) -> Measure | None:
    """Return the words by which an outcome says when it has come about; nothing where it says none."""
    text = (outcome.asked or outcome.text).strip(" .!?;:,…")
    for way in _WAYS:
        match = way.pattern.search(text)
        if match is None or (way.only_made and not _MAKES.search(text)):
            continue
        words = match[1].strip(" .!?;:,…")
        if _FEWEST < len(words.split()) <= _MOST:
            return Measure(words, way.keep.format(measure=words), way.asks)
    return None


def ask_by_measure(
    prompts: Sequence[ReviewPrompt], measure: Measure | None, turn: int, draft: str
) -> list[ReviewPrompt]:
    """Return a review's questions, one of each tone asked by the outcome's own measure.

    Args:
        prompts: The protocol's questions.
        measure: The outcome's measure; without one nothing changes.
        turn: Chooses among the ways to ask.
        draft: What lies on the table, short: `letter`.
    """
    if measure is None:
        return list(prompts)
    left = dict(measure.asks)
    asked: list[ReviewPrompt] = []
    for prompt in prompts:
        tone = None if _COMPARES.search(prompt.text) else prompt.tone
        ways = left.pop(tone, None) if tone is not None else None
        if ways is None:
            asked.append(prompt)
            continue
        text = ways[turn % len(ways)].format(measure=measure.words, draft=draft)
        asked.append(ReviewPrompt(text=_for_author(prompt.text, text), tone=prompt.tone))
    return asked


def _for_author(before: str, text: str) -> str:
    """Keep a question with whoever the protocol gives it to."""
    led = _LED_BY.match(before)
    return f"{led[0]}{text[:1].lower()}{text[1:]}" if led else text


def keep_in_view(steps: Sequence[Step], measure: Measure | None) -> tuple[Step, ...]:
    """Return an activity's steps, the longest one in which people make something reminded of the measure."""
    making = [place for place, step in enumerate(steps) if step.doing is Doing.MAKING]
    if measure is None or not making:
        return tuple(steps)
    longest = max(making, key=lambda place: steps[place].minutes)
    reminded = steps[longest].model_copy(update={"does": f"{steps[longest].does} {measure.keep}"})
    return (*steps[:longest], reminded, *steps[longest + 1 :])
