"""Doings on a subject that somebody asked for, by what the sentences on it do: ask, struggle, wish, disagree. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from coach.models import Cue

from .evidence import Evidence, Spoken, to_evidence
from .pool import Pool
from .shapes import Shape, to_ways_in
from .words import DETERMINERS, FINITE, POINTING, QUESTION_WORDS

_MOST_WORDS = 6
_ON_TOPIC = (0.45, 0.36, 0.3)
"""The similarity from which a sentence is on the subject that names it, step by step until there are some."""
_NEAR_UNNAMED, _HALF = 0.6, 0.5
"""The same for one that does not name it, and how much of it a sentence must name."""
_LEAST_NOTES = 2
_WEIGHT, _SPOKEN_OF = 0.2, 0.01
"""Doings on the subject in general stand behind those that name something in particular."""
_ABOUT = re.compile(r"^(?:about|on|how to|the topic of|more on|everything about)\s+", re.IGNORECASE)
_SENTENCE_SIGNS = re.compile(r"[?!.;:\n]")


@dataclass(frozen=True)
class _Near:
    """From which similarity on a sentence is on what was asked for."""

    named: float
    """When it names half of it."""
    alone: float
    """When it does not."""
    passage: float
    """In notes that say little: when its passage is as near as this."""
    in_it: float
    """Then it must itself be as near as this."""


_STEPS = (_Near(0.43, 0.5, 0.38, 0.29), _Near(0.38, 0.44, 0.38, 0.29))


@dataclass(frozen=True)
class TopicDoing:
    """What people may want to do about any subject, when its sentences sound like this."""

    cue: Cue | None
    """What the sentences do; none when they only need to speak of it."""
    do: str
    """The doing, with the subject as {topic}."""
    sign: str
    """What would be noticed."""
    shape: Shape
    """Which ways in fit."""


TOPIC_DOINGS = (
    TopicDoing(
        Cue.QUESTION,
        "answer what people keep asking us about {topic}",
        "the questions on {topic} in our notes get an answer beside them, and new ones come up.",
        Shape.EXPLAIN,
    ),
    TopicDoing(
        Cue.STRUGGLE,
        "spot where we get stuck with {topic}, early enough to ask for help",
        "somebody brings a hard place in {topic} to the group while there is still time to try something else.",
        Shape.EXAMINE,
    ),
    TopicDoing(
        Cue.WISH,
        "choose what to change first when it comes to {topic}",
        "one thing is different about {topic} a few months on, and the reason for it stands in the notes.",
        Shape.DECIDE,
    ),
    TopicDoing(
        Cue.DISAGREEMENT,
        "weigh up the different views in our group on {topic}",
        "people who see {topic} otherwise find their reason in what we wrote down.",
        Shape.DECIDE,
    ),
    TopicDoing(
        None,
        "show somebody new how we {handle} {topic}",
        "somebody new takes a part in {topic}, and tells us which step we had left out.",
        Shape.HELP,
    ),
    TopicDoing(
        None,
        "compare how each of us {handles} {topic}, on a case of our own",
        "somebody tries another member's way with {topic}, and says how it went.",
        Shape.EXAMINE,
    ),
    TopicDoing(
        None,
        "write up what we have learnt about {topic}, so that somebody new can start from it",
        "somebody who was not there begins with our page on {topic}, and adds a line.",
        Shape.MAKE,
    ),
)


def say_on(text: str, topic: str) -> str:
    """Return a doing or a sign on this subject; people handle a thing and go about a doing."""
    is_doing = topic.split()[0].lower().endswith("ing")
    handle, handles = ("go about", "goes about") if is_doing else ("handle", "handles")
    return text.format(topic=topic, handle=handle, handles=handles)


def to_topic(about: str, texts: Iterable[str]) -> str:
    """Return what somebody asked for as a subject to speak of; empty when it is a sentence or points elsewhere.

    Args:
        about: What was typed.
        texts: The community's own, to see whether it says "the" before it.
    """
    topic = _ABOUT.sub("", " ".join(about.split()).strip(" .,;:“”\"'"))
    words = topic.lower().split()
    if not words or len(words) > _MOST_WORDS or _SENTENCE_SIGNS.search(topic):
        return ""
    if any(word in FINITE | POINTING | QUESTION_WORDS | {"we", "i", "you"} for word in words):
        return ""
    return f"the {topic}" if words[0] not in DETERMINERS and _takes_article(topic, texts) else topic


def _takes_article(topic: str, texts: Iterable[str]) -> bool:
    pattern = re.compile(rf"(\b(?:the|a|an|our|this) )?(?<![\w-]){re.escape(topic)}(?![\w-])", re.IGNORECASE)
    said = [bool(match.group(1)) for text in texts for match in pattern.finditer(text)]
    return 2 * sum(said) > len(said)


@dataclass(frozen=True)
class OnSubject:
    """A doing on what was asked for, with the sentences on it."""

    text: str
    """Verb and object."""
    evidence: Evidence
    """Sentences that do what the doing answers."""
    sign: str
    """What would be noticed."""
    ways_in: Mapping[str, str]
    """A way in for everyone."""


def hear_topic(pool: Pool, topic: str) -> list[OnSubject]:
    """Return doings on a subject that at least two notes speak of in this way; none where it is no subject."""
    if not topic or pool.asked is None:
        return []
    for close in _ON_TOPIC:
        found = _hear(pool, topic, close)
        if found:
            return found
    return []


def _hear(pool: Pool, topic: str, close: float) -> list[OnSubject]:
    gathered = [(doing, _gather(pool, doing.cue, close)) for doing in TOPIC_DOINGS]
    return [
        OnSubject(
            say_on(doing.do, topic),
            replace(evidence, weight=_WEIGHT * min(evidence.weight, 1.0) + _SPOKEN_OF),
            say_on(doing.sign, topic),
            to_ways_in(doing.shape),
        )
        for doing, evidence in gathered
        if evidence.notes >= _LEAST_NOTES and (evidence.telling_notes or pool.is_thin)
    ]


def _gather(pool: Pool, cue: Cue | None, close: float) -> Evidence:
    """Return the sentences on what was asked for that do this: ask, struggle, wish, differ, or only speak of it."""
    asked = [] if pool.asked_itself is None else pool.asked_itself.tolist()
    near = [
        Spoken(line, value)
        for line, value, named in zip(pool.lines, asked, pool.named, strict=True)
        if (value >= _NEAR_UNNAMED or (named > _HALF and value >= close))
        and (line.is_convincing or pool.is_thin)
        and (cue is None or (line.is_telling and cue in line.cues))
    ]
    return to_evidence(near, pool.recent)


def on_what_was_asked(pool: Pool, taken: Sequence[Spoken]) -> list[Spoken]:
    """Return other sentences on what was asked for, by themselves or by the passage they stand in; the plainest only.

    Args:
        pool: The sentences.
        taken: Those that stand for it already.
    """
    taken_lines = {item.line.text for item in taken}
    for near in _STEPS:
        found = [item for item in _on_asked(pool, near) if item.line.text not in taken_lines]
        if len(found) + len(taken) >= _LEAST_NOTES:
            return found
    return []


def _on_asked(pool: Pool, near: _Near) -> list[Spoken]:
    if pool.asked is None or pool.asked_itself is None:
        return []
    itself, asked = pool.asked_itself.tolist(), pool.asked.tolist()
    return [
        Spoken(line, max(itself[place], asked[place] if pool.is_thin else 0.0))
        for place, line in enumerate(pool.lines)
        if (itself[place] >= near.named and pool.named[place] > _HALF and line.is_convincing)
        or (itself[place] >= near.alone and line.is_convincing)
        or (pool.is_thin and asked[place] >= near.passage and itself[place] >= near.in_it)
    ]
