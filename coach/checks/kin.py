"""What two texts share when people say the same in other words."""

from __future__ import annotations

import re

from coach.playbook import Lexicon, content_stems

from .reading import OutcomeReading, find_known_verbs

_WORD = re.compile(r"[^\W\d_]+")
_TOOL_FOR = re.compile(
    r"\b[\w-]+\s+(?:[\w-]+\s+)?(forms?|templates?|polic(?:y|ies)|tools?|software|questionnaires?|guidelines?"
    r"|procedures?"
    r"|formats?|models?|frameworks?|strateg(?:y|ies)|checklists?|criteria|matrix|scores?|culture|maturity"
    r"|statistics"
    r"|workflow|handbook|manual|theory|theories|methods?|standards?)\b",
    re.IGNORECASE,
)
"""A thing that only says what another is for: a risk assessment form is no risk assessment."""
_LIGHT = frozenset(
    {
        *("be", "bring", "carry out", "come", "do", "get", "give", "go", "handle", "have", "hold", "keep", "make"),
        *("put", "set", "step", "take", "use", "work", "work on", "work with", "deal with", "offer", "apply"),
    }
)
"""Verbs that say little without their object: to give feedback is to do feedback."""
_ANYTHING = content_stems(
    "thing things something topic issue matter practice work way ways best different new good better other others"
    " people person member members participant participants colleague colleagues everyone everybody somebody someone"
    " team group community room time times today week day session meeting minute minutes us one two three instead"
    " least usual exact exactly together well really end start go going make making lot able want"
    " know need next first last own real live right"
    " won't isn't don't"
)
"""Words that any plan may hold, whatever it is for."""


def stems_of(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the stems of a text's words, of the bare verbs behind them, and of two words that are also one."""
    words = _WORD.findall(text.lower())
    bare = [lexicon.forms.get(word, word) for word in words]
    pairs = (f"{left}{right}" for left, right in zip(bare, words[1:], strict=False))
    return content_stems(" ".join((text, *bare))) | content_stems(" ".join(pairs))


def widen(stems: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    """Return stems with those of the words that people use in their place."""
    return stems.union(*(lexicon.kindred_stems.get(stem, frozenset()) for stem in stems))


def find_doing_stems(reading: OutcomeReading, lexicon: Lexicon) -> frozenset[str]:
    """Return the stems of the verbs that an outcome names and of their like; light verbs say nothing by themselves."""
    verbs = (*reading.doings, *reading.parsed.other_verbs) or tuple(find_known_verbs(reading.outcome.text, lexicon))
    own = frozenset[str]().union(*(content_stems(verb) for verb in verbs if verb not in _LIGHT))
    if reading.parsed.vague is not None:
        return own - _ANYTHING  # what is offered in place of a vague verb is meant as it stands
    rows = (row for row in lexicon.kindred if row & set(verbs) - _LIGHT)
    alike = frozenset[str]().union(*(content_stems(" ".join(row)) for row in rows))
    return widen(own - _ANYTHING, lexicon) | (alike - _ANYTHING)


def find_thing_stems(reading: OutcomeReading) -> frozenset[str]:
    """Return the stems of what an outcome's verb is done to."""
    if is_light(reading):
        return find_all_stems(reading)
    own = reading.object_stems or reading.stems
    return (own - _ANYTHING) or own


def find_all_stems(reading: OutcomeReading) -> frozenset[str]:
    """Return the stems of all that an outcome says: verb, thing, how well, where and what for."""
    own = content_stems(reading.outcome.text) | reading.stems
    return (own - _ANYTHING) or own


def is_light(reading: OutcomeReading) -> bool:
    """Return whether the outcome's verb says little without its object, or is not known."""
    return reading.verb in _LIGHT or reading.family is None


def shares(text: str, stems: frozenset[str], lexicon: Lexicon) -> bool:
    """Return whether a text holds one of these stems."""
    return bool(stems & stems_of(text, lexicon))


def without_tools(text: str, outcome: str) -> str:
    """Leave out things that only say what they are for, unless the outcome speaks of such a thing itself."""
    return text if _TOOL_FOR.search(outcome) else _TOOL_FOR.sub(r"\1", text)
