"""What sentences of a page or an answer are worded from: labelled statements, counts, and who replaces names."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from coach.models import Consent, Evidence, KeptOutcome, StoryLink, StoryPart, ValueStory
from coach.notes.pseudonyms import Veil
from coach.notes.veil.given import LOOKS_GIVEN
from coach.ports import Statement, Tells

from .brief_counts import Fact
from .briefing import Briefing
from .looking import Told
from .room import Room
from .sources import Source, Sources
from .veiling import to_veil

SOMEBODY = "[somebody]"
_STAND_IN = re.compile(LOOKS_GIVEN, re.IGNORECASE)
_PERSON = re.compile(r"person|handle", re.IGNORECASE)
LONGEST_QUOTE = 45
"""Words; a longer quote is read by nobody on a page of two minutes."""
_TELLS: Mapping[Tells, str] = {
    Tells.WISH: "wish",
    Tells.DID: "did",
    Tells.TOOK_AWAY: "took away",
    Tells.USED: "used",
    Tells.CAME_OF_IT: "came of it",
    Tells.CHANGED_VIEW: "changed view",
    Tells.IMMEDIATE: "moment",
    Tells.HARD: "hard",
    Tells.UNKNOWN: "not known",
    Tells.DISAGREEMENT: "differ",
    Tells.QUESTION: "question",
}
_LINKS: Mapping[StoryLink, str] = {
    StoryLink.DID: "what they did",
    StoryLink.TOOK_AWAY: "what somebody took away",
    StoryLink.USED: "what they did with it",
    StoryLink.CAME_OF_IT: "what came of it",
    StoryLink.CHANGED_VIEW: "what it changed in how they see success",
}


@dataclass(frozen=True)
class Lines:
    """What was laid out for sentences; what was kept back is not in it."""

    said: Mapping[str, Statement]
    """By label, the statements that are sent."""
    facts: Mapping[str, Fact]
    """By label, the counts."""
    outcomes: Mapping[str, KeptOutcome]
    """By label, what the community set out to be able to do."""
    parts: Mapping[str, tuple[ValueStory, StoryPart]]
    """By label, the links of one confirmed story."""
    sources: Sources
    """The same statements, with what was kept back of them."""
    veil: Veil | None
    """Who replaces names in what is sent."""
    watcher: Veil
    """Who finds names in what comes back, also where they may be sent."""
    told: Told
    """What else was sent, for telling what is foreign in an answer."""

    def words_of(self, label: str) -> str:
        """Return the words that a slot puts in as a quote; empty when there are none."""
        if label in self.said:
            return self.said[label].evidence.shown
        evidence = self.parts[label][1].evidence if label in self.parts else ()
        return evidence[0].shown if evidence else ""


@dataclass(frozen=True)
class Besides:
    """What is laid out besides the statements."""

    facts: Sequence[Fact] = ()
    """What was counted."""
    outcomes: Sequence[KeptOutcome] = ()
    """What the community set out to be able to do."""
    story: ValueStory | None = None
    """A confirmed story that may be told."""
    asked: str = ""
    """What a draft may repeat: the request, and what the community says of itself."""


def lay_lines(room: Room, statements: Sequence[Statement], besides: Besides) -> Lines:
    """Return statements and what goes with them under labels; a statement that speaks to a model is kept back whole.

    Args:
        room: What this job may use.
        statements: What may be quoted, in the order in which it is to be sent.
        besides: Counts, outcomes and a story.
    """
    labelled = {f"S{place}": item for place, item in enumerate(statements, 1)}
    sources = Sources([_to_source(label, item) for label, item in labelled.items()])
    # A sentence is quoted whole or not at all: one of which something is kept back is not sent.
    kept = {label: item for label, item in labelled.items() if sources.kept[label] == item.evidence.shown}
    story = besides.story
    texts = [item.evidence.shown for item in labelled.values()] + ([part.text for part in story.parts] if story else [])
    room.trace.chunks.extend(dict.fromkeys(item.chunk_id for item in kept.values() if item.chunk_id))
    watcher = Veil(room.members, texts, noticed=room.noticed)
    story = _unnamed(story, watcher) if story else None
    return Lines(
        said=kept,
        facts={f"C{place}": item for place, item in enumerate(besides.facts, 1)},
        outcomes={f"O{place}": item for place, item in enumerate(besides.outcomes, 1)},
        parts={f"T{place}": (story, part) for place, part in enumerate(story.parts, 1)} if story else {},
        sources=sources,
        veil=to_veil(room, texts),
        watcher=watcher,
        told=Told("\n".join([besides.asked, *(part.text for part in story.parts)] if story else [besides.asked])),
    )


def may_be_sent(items: Sequence[Statement], private: Collection[str]) -> list[Statement]:
    """Return the statements that may leave: none of a note that only its author reads, or that is never quoted."""
    return [
        item
        for item in items
        if item.evidence.note_id not in private and item.evidence.consent is not Consent.NEVER and item.evidence.shown
    ]


def to_somebody(text: str) -> str:
    """Return a text with `[somebody]` in the place of stand-ins for people."""
    return _STAND_IN.sub(lambda match: SOMEBODY if _PERSON.search(match[0]) else match[0], text)


def _unnamed(story: ValueStory, watcher: Veil) -> ValueStory:
    """Return a story whose quotes name nobody, unless their note may be quoted anywhere."""

    def unname(item: Evidence) -> Evidence:
        if item.consent is Consent.ANYWHERE:
            return item
        return item.model_copy(update={"shown": to_somebody(watcher.hide(item.shown))})

    parts = [
        part.model_copy(update={"evidence": tuple(unname(item) for item in part.evidence)}) for part in story.parts
    ]
    return story.model_copy(update={"parts": tuple(parts)})


def can_be_quoted(shown: str) -> bool:
    """Say whether words can stand in quotation marks on a page: none of their own in them, and short enough."""
    return bool(shown) and not re.search(r"[“”\"]", shown) and len(shown.split()) <= LONGEST_QUOTE


def tell_lines(lines: Lines, briefing: Briefing) -> str:
    """Return the statements as they are sent, one a line."""
    names = {item.id: label for label, item in lines.outcomes.items()}
    told = []
    for label, item in lines.said.items():
        marks = [item.evidence.date or "", *_tell_tells(item)]
        marks += [names[outcome] for outcome in item.outcomes if outcome in names]
        marks += ["opinion"] if item.is_opinion else []
        marks += [] if can_be_quoted(item.evidence.shown) else ["not to quote"]
        head = "; ".join(mark for mark in marks if mark)
        told.append(f"{label} ({head}) {' '.join(item.evidence.shown.split())}")
    return briefing.hide("\n".join(told))


def tell_facts(lines: Lines) -> str:
    """Return the counts as they are sent, one a line."""
    return "\n".join(f"{label} “{item.counted.says}”: {item.tells}" for label, item in lines.facts.items())


def tell_story(lines: Lines, briefing: Briefing) -> str:
    """Return the links of the story as they are sent, one a line."""
    told = [f"{label} ({_LINKS[part.link]}) {' '.join(part.text.split())}" for label, (_, part) in lines.parts.items()]
    return briefing.hide_data("\n".join(told))


def _tell_tells(item: Statement) -> list[str]:
    ordered = sorted(item.tells, key=lambda tells: -item.tells[tells])
    return [_TELLS[tells] for tells in ordered[:2]]


def _to_source(label: str, item: Statement) -> Source:
    evidence = item.evidence
    return Source(
        label=label,
        text=evidence.shown,
        note=evidence.note,
        note_id=evidence.note_id,
        title=evidence.title,
        date=evidence.date,
        start=evidence.start,
        chunk_id=item.chunk_id,
    )
