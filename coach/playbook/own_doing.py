"""Guesses from the words of an own pattern what people do in it; what is written always wins over a guess."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from coach.models import Doing, Level, VerbFamily

from .lexicon import Lexicon
from .schema import VerbEntry
from .verbs import find_verb

_LISTENS = re.compile(r"^(?:the )?(?:host|facilitator|speaker|presenter|expert|guest|one person)\b", re.IGNORECASE)
_REVIEWS = re.compile(
    r"\b(?:look (?:at|over|through|back)|read (?:it|them|each|what|the)|compare|lay (?:it|them|the two)|side by side"
    r"|give feedback|comment on|check (?:it|each))\b",
    re.IGNORECASE,
)
_MAKES = re.compile(
    r"\{do\}|\b(?:write|draw|sketch|map|build|make|draft|redraft|rewrite|mark|sort|list|change|mend|fix|try|cut|note)\b",
    re.IGNORECASE,
)
_TALKS = re.compile(r"\?|\b(?:tell|say|ask|talk|discuss|explain|share|answer|agree|decide|debrief|what|how)\b", re.I)
_SENTENCE = re.compile(r"[.?!:;\n]+\s*")
_SLOT = re.compile(r"\{[^{}]*\}")
_HANDLING = frozenset("take put lay get go hold bring come give start begin stop use hand open close".split())
"""Verbs that any activity has, and that say nothing of what kind of doing it is."""
_WORTH_NAMING = 0.25
"""The share of the doing that a family has to have."""
_MOST = 3
_BY_THE_OUTCOME = (Level.APPLY, Level.ANALYSE, Level.EVALUATE, Level.CREATE)
"""Where members do the outcome's own verb, they work as high as the outcome asks."""


def guess_doing(who: str, does: str, *, one_voice: bool) -> Doing:
    """Return what most people are doing in a step."""
    if one_voice or (_LISTENS.match(who) and not _TALKS.search(does)):
        return Doing.LISTENING
    if does.count("?") >= 2:
        return Doing.TALKING
    for doing, words in ((Doing.MAKING, _MAKES), (Doing.REVIEWING, _REVIEWS), (Doing.TALKING, _TALKS)):
        if words.search(does):
            return doing
    return Doing.MAKING


def guess_families(
    what_members_do: str, steps: Sequence[Mapping[str, Any]], lexicon: Lexicon
) -> tuple[list[VerbFamily], list[Level]]:
    """Return the kinds of doing and the levels that the verbs speak of, most of it first."""
    weights: dict[VerbFamily, float] = defaultdict(float)
    levels: dict[Level, float] = defaultdict(float)
    told = [(what_members_do, 1.0), *((str(step.get("does", "")), float(step["share"])) for step in steps)]
    for text, weight in told:
        entries = list(_verbs_of(text, lexicon))
        for entry in entries:
            weights[entry.family] += weight / len(entries)
            levels[entry.level] += weight / len(entries)
    does_outcome = any("{do}" in text for text, _ in told)
    families = _leading(weights)[:_MOST] or list(VerbFamily)
    found = sorted(_leading(levels), key=lambda level: level.rank)
    return families, list(_BY_THE_OUTCOME) if does_outcome or not found else found


def _leading(weights: Mapping[Any, float]) -> list[Any]:
    total = sum(weights.values())
    kept = [item for item, weight in weights.items() if weight >= _WORTH_NAMING * total]
    return sorted(kept, key=lambda item: (-weights[item], item))


def _verbs_of(text: str, lexicon: Lexicon) -> Iterator[VerbEntry]:
    for sentence in _SENTENCE.split(_SLOT.sub("", text)):
        found = find_verb(sentence.strip(" ,–—-"), lexicon, sure=False)
        entry = lexicon.reading(found.verb, found.rest) if found and found.form == "base" else None
        if entry is not None and entry.verb not in _HANDLING:
            yield entry
