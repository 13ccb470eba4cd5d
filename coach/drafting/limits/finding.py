"""Telling when a matter is for people and not for a tool: by plain words, and by what was learned."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.models import Matter
from coach.ports import Likely

from .rules import find_by_words

LIKELY, PLAINLY = 0.15, 0.3
"""How likely it has to be by what was learned alone, and where the message plainly tells of a situation of hosts."""
HOSTING = 0.5
"""From there on it plainly does. All three were chosen on messages that it had not learned from."""
_FEWEST_WORDS = 4
_OWN = re.compile(
    r"\bi(?: am|['’]m| was| have been|['’]ve been)? (?:can['’]?t|cannot|couldn['’]?t|cry|cried|crying|sob\w*|feel"
    r"|felt|sleep|slept"
    r"|not sleeping|shak\w+|panic\w*|scared|afraid|ashamed|so tired|exhausted|done|alone|worthless|hopeless"
    r"|pregnant|ill|sick"
    r"|bullied|don['’]?t (?:want|see|know if)|hate|dread|woke|sat|drink|take|hurt|cut|want to|got a|had a|have a)\b"
    r"|\b(?:at|to|on|about|with|of|near|against|behind|from|in front of|follow\w*|touch\w*|text\w*|call\w*|hit\w*"
    r"|threaten\w*"
    r"|tell\w*|told|makes?|made|left|takes?|wants?|puts?|gave|gives?|sent|sends?) me\b|\bmy (?:boss|chest|life|job"
    r"|manager|lead"
    r"|husband|wife|partner|contract|grievance|tablets|doctor|gp|own|hands?|heart|head|body|face)\b|\bmyself\b",
    re.IGNORECASE,
)
"""The writer suffers it."""
_OTHERS = re.compile(
    r"\b(?:he|she|him|her|his|hers|they|them|their|somebody|someone|members?|colleagues?|participants?|starters?"
    r"|lads?|lass"
    r"|kid|child|children|boys?|girls?|pupils?|teenagers?|apprentices?|trainees?|students?|volunteers?|newcomers?"
    r"|one of (?:my|our|the|us)|a (?:woman|man|guy|friend|nurse|teacher|driver))\b",
    re.IGNORECASE,
)
"""Somebody else does."""
_URGENT = frozenset({Matter.SELF_HARM, Matter.CRISIS, Matter.SAFEGUARDING, Matter.SAFETY})


@dataclass(frozen=True)
class Found:
    """A matter that may be for people."""

    matter: Matter
    """Which one it may be."""
    is_own: bool
    """Whether it seems to be the writer's own."""

    @property
    def is_urgent(self) -> bool:
        """Say whether somebody may be in danger now."""
        return self.matter in _URGENT


def find_matter(text: str, likely: Likely | None) -> Found | None:
    """Return the matter that is for people, if there is one.

    Args:
        text: The message.
        likely: What was learned says of it; None where only plain words count.
    """
    told = find_by_words(text)
    if told is None and likely is not None and _is_heeded(text, likely):
        told = _most_likely(likely)
    return Found(told, _is_own(text)) if told else None


def _is_heeded(text: str, likely: Likely) -> bool:
    """Say whether what was learned says so clearly enough; a word or two tell it nothing."""
    hosting = max((share for name, share in likely.situations.items() if _is_situation(name)), default=0.0)
    least = PLAINLY if hosting >= HOSTING else LIKELY
    return len(text.split()) >= _FEWEST_WORDS and likely.for_people >= least


def _is_situation(name: str) -> bool:
    return name != "none" and not name.startswith("~")


def _most_likely(likely: Likely) -> Matter:
    shares = {name: share for name, share in likely.matters.items() if name}
    return Matter(max(shares, key=lambda name: shares[name]))


def _is_own(text: str) -> bool:
    """Say whether it is the writer's own matter, rather than somebody's whom they tell of."""
    return 2 * len(_OWN.findall(text)) > len(_OTHERS.findall(text))
