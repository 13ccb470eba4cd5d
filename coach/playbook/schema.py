"""What the other playbook entries hold; patterns and protocols are words of the product (`coach.models.playbook`)."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from coach.models import Cue, LetterKind, Level, Mode, Solo, VerbFamily
from coach.models.playbook import (
    Entry,
    GroupRange,
    MinuteRange,
    OpeningEntry,
    Pattern,
    PatternRoles,
    PatternStep,
    PatternTask,
    Protocol,
    ProtocolPrompt,
    Rescue,
    TakeUp,
    When,
)

__all__ = [
    "CaptureEntry",
    "Entry",
    "GroupRange",
    "LessonEntry",
    "LetterEntry",
    "LetterFact",
    "LetterPassage",
    "MinuteRange",
    "ModeLine",
    "OpenEntry",
    "OpeningEntry",
    "Pattern",
    "PatternRoles",
    "PatternStep",
    "PatternTask",
    "Protocol",
    "ProtocolPrompt",
    "Rescue",
    "SeriesEntry",
    "SessionTexts",
    "TakeUp",
    "VagueVerb",
    "VerbEntry",
    "When",
]


class CaptureEntry(Entry):
    """A light way to keep what was learned, with consent; at most five minutes."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]+$")
    """A stable id."""
    title: str
    """What a host would call it."""
    modes: tuple[Mode, ...]
    """How people can meet for it."""
    steps: tuple[PatternStep, ...] = Field(min_length=1)
    """What happens, in order."""
    keeps: str
    """What is written down."""
    consent: str
    """How people say yes or no to it being kept and quoted."""


class OpenEntry(Entry):
    """An open slot: room for what emerges."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]+$")
    """A stable id."""
    title: str
    """What a host would call it."""
    does: str
    """What happens in it, in words a host can read out."""
    why: str
    """Why leave room, in one sentence."""


class ModeLine(Entry):
    """A sentence, and for which ways of meeting it is."""

    text: str
    """The sentence."""
    modes: tuple[Mode, ...] = tuple(Mode)
    """How people meet when it applies; always, when left out."""

    @model_validator(mode="before")
    @classmethod
    def _accept_plain_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value


class SessionTexts(Entry):
    """The sentences around the activities."""

    openings: tuple[OpeningEntry, ...] = Field(min_length=4)
    """Ways to begin."""
    captures: tuple[CaptureEntry, ...] = Field(min_length=2)
    """Ways to keep what was learned."""
    open_slots: tuple[OpenEntry, ...] = Field(min_length=2)
    """Ways to leave room."""
    break_text: str
    """What a break is for, in one sentence."""
    access_before: tuple[ModeLine, ...]
    """What to ask, send and set up, whatever the pattern."""
    access_during: tuple[ModeLine, ...]
    """What to do in the room and on the call."""
    access_after: tuple[ModeLine, ...]
    """What to send and keep open."""
    hybrid: tuple[str, ...]
    """What makes people on the call full members of the session."""
    facilitation: tuple[ModeLine, ...]
    """What the host does, and how hosting is kept apart from being the expert."""
    running_late: str
    """What to shorten first."""
    three_questions: tuple[str, str, str]
    """What to ask the community when there is nothing of theirs yet."""


class LessonEntry(Entry):
    """What the host does because of a sentence about how people met."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]+$")
    """A stable id."""
    hears: tuple[str, ...] = Field(min_length=1)
    """Words and phrases that call for it."""
    cues: tuple[Cue, ...] = Field(min_length=1)
    """The kinds of sentences that call for it."""
    when: When | None = None
    """How long before the session it is done; None when it is done while hosting."""
    minutes: int = 0
    """How long it takes beforehand."""
    does: str
    """What the host does, with {quote} and {label}."""
    change: str
    """What is different because of it, in one sentence."""


class SeriesEntry(Entry):
    """What one session of a series is for."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]+$")
    """A stable id."""
    title: str
    """What it is for, in a few words."""
    purpose: str
    """What it adds to the ones before."""
    hosting: str
    """Who hosts, so that hosting moves on."""
    between: str
    """What people do in their own work until the next one."""


LetterFact = Literal[
    "artefact", "artefacts", "bring", "brings", "community", "consent", "keeps", "lend", "names", "newcomers", "notes",
    "outcome", "outcomes", "questions", "sign", "signs",
]  # fmt: skip
"""What a plan may have to tell in a letter; the plurals when it has several."""


class LetterPassage(Entry):
    """A stretch of a letter, said in one of several ways."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]+$")
    """A stable id within its letter."""
    needs: tuple[LetterFact, ...] = ()
    """What the plan must have for it."""
    lacks: tuple[LetterFact, ...] = ()
    """What the plan must not have for it."""
    modes: tuple[Mode, ...] = tuple(Mode)
    """How people meet when it applies; always, when left out."""
    lines: Literal["parts", "outcomes", "brings", "questions", "artefacts", "signs", ""] = ""
    """Which list from the plan stands under it."""
    says: tuple[str, ...] = Field(min_length=2)
    """The same, in different words, so that two letters in a row are not alike."""


class LetterEntry(Entry):
    """One letter around a session."""

    kind: LetterKind
    """What it is for."""
    subjects: tuple[str, ...] = ()
    """Subject lines to choose from; none for a message in a chat."""
    passages: tuple[LetterPassage, ...] = Field(min_length=1)
    """What it says, in order."""


class VerbEntry(Entry):
    """One verb that communities use in outcomes."""

    verb: str
    """The bare verb: `map`; a phrasal verb with its particle: `set up`."""
    family: VerbFamily
    """What kind of doing it names."""
    level: Level
    """The Bloom level it hints at."""
    solo: Solo
    """The SOLO level it hints at."""
    gerund: str = ""
    """`mapping`; made by rule when left out."""
    artefact: str
    """What a first version of it is, without article: `rough map`, `short try-out with notes`."""
    short: str
    """The same as one or two words, to speak of it again: `map`, `try-out`."""
    plural: str = ""
    """The short noun's plural; made by rule when left out."""
    objects: tuple[str, ...] = ()
    """Words in the object that call for this reading of the verb; none for its usual reading."""


class VagueVerb(Entry):
    """A verb that nobody can see anybody do."""

    verb: str
    """The vague verb: `understand`."""
    ask: str
    """What to ask so that a doing comes out, in one friendly sentence."""
    instead: tuple[str, ...] = Field(min_length=2)
    """Verbs that people might mean by it."""
