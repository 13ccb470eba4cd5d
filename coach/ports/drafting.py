"""What drafters get and give, as protocols."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from coach.models import (
    Citation,
    Community,
    Cue,
    FindResult,
    Level,
    OutcomesRequest,
    OutcomesResult,
    Pattern,
    PlanRequest,
    SessionPlan,
    Solo,
    VerbFamily,
)


@dataclass(frozen=True)
class QuoteCandidate:
    """A sentence of the notes that a draft may quote, proved to stand there."""

    citation: Citation
    """Where it stands; its label is the passage's."""
    cues: tuple[Cue, ...]
    """What it is good for, most telling first."""
    relevance: float
    """How near it is to what is asked for: cosine similarity."""
    about_meetings: bool = False
    """Whether it speaks of how people meet rather than of their work."""


@dataclass(frozen=True)
class SeriesPlace:
    """Where a session stands in a series, and what the ones before it used."""

    number: int
    """Its place, from 1."""
    sessions: int
    """How many there are."""
    patterns: frozenset[str] = frozenset()
    """The patterns used before."""
    protocols: frozenset[str] = frozenset()
    """The protocols used before."""
    openings: frozenset[str] = frozenset()
    """The titles of the openings used before."""

    @property
    def is_last(self) -> bool:
        """Say whether it closes the series."""
        return self.number == self.sessions


@dataclass(frozen=True)
class DraftInput:
    """What a drafter may use."""

    request: PlanRequest
    """What was asked for."""
    community: Community
    """Whose session it is."""
    found: FindResult
    """The passages, and whether they are enough."""
    quotes: tuple[QuoteCandidate, ...] = ()
    """Sentences that may be quoted, nearest first; empty when there is too little."""
    near: Mapping[str, float] = field(default_factory=dict)
    """How near each activity pattern is in meaning to the request, by id, 0 to 1; empty when nobody measured."""
    own_patterns: tuple[Pattern, ...] = ()
    """The activity patterns that the community added itself."""
    place: SeriesPlace | None = None
    """Where in a series it stands; None for a session of its own."""


@dataclass(frozen=True)
class HeardDoing:
    """Something that the notes' sentences say people want to be able to do, with those sentences."""

    text: str
    """Verb, object and situation, as they follow "We want to be able to"."""
    topic: str
    """The head of the object, short."""
    verb: str
    """The main verb, bare."""
    object: str
    """What the verb is done to."""
    family: VerbFamily
    """What kind of doing it is."""
    level: Level | None
    """The Bloom level that verb and object hint at."""
    solo: Solo | None
    """The SOLO level that they hint at."""
    sign: str
    """What people would notice, as it follows "We'd notice it because"; empty when it is still to be said."""
    ways_in: Mapping[str, str]
    """A way in for `newcomer`, `regular` and `expert`."""
    worded_by: str
    """`notes` when people named the doing themselves, `playbook` when only the wording is ours."""
    quotes: tuple[QuoteCandidate, ...]
    """The sentences that speak of it, best to quote first."""
    weight: float
    """How strongly the notes speak of it; larger is more."""
    vector: tuple[float, ...]
    """Its meaning, to tell near ones from different ones."""
    on_subject: bool = False
    """Whether it is on what was asked for in general, and says which doing on it."""


@dataclass(frozen=True)
class OutcomesInput:
    """What a drafter may use to propose outcomes."""

    request: OutcomesRequest
    """What was asked for."""
    community: Community
    """Whose outcomes they are to be."""
    heard: tuple[HeardDoing, ...] = ()
    """What the notes speak of, strongest first."""
    nearest: tuple[Citation, ...] = ()
    """Sentences to start a conversation from, when too little was heard."""
    notes_searched: int = 0
    """How many notes were read."""
    is_english: bool = True
    """Whether the notes are, by and large, in English."""


class Drafter(Protocol):
    """Proposes: the playbook, or a model."""

    @property
    def name(self) -> str:
        """Return who drafts, as suggestions show it."""
        ...

    def draft_plan(self, given: DraftInput) -> SessionPlan:
        """Return a whole plan, unchecked."""
        ...

    def draft_outcomes(self, given: OutcomesInput) -> OutcomesResult:
        """Return outcomes to choose from, unchecked, or the questions to ask where the notes say too little."""
        ...
