"""What drafters get and give, as protocols."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from coach.models import (
    Brief,
    Citation,
    CoachReply,
    Community,
    Cue,
    Finding,
    FindResult,
    Level,
    NotesAnswer,
    OutcomesRequest,
    OutcomesResult,
    PartRequest,
    Passage,
    Pattern,
    PlanRequest,
    RewriteRequest,
    RewritesResult,
    SentPreview,
    SessionPlan,
    Solo,
    VerbFamily,
)

if TYPE_CHECKING:
    from .coaching import CoachingInput  # which holds sentences to quote, and so imports this module
    from .learning import AnswerInput, BriefInput


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
    private: frozenset[str] = frozenset()
    """The ids of notes that only their author may read: they never leave for a model."""
    avoid: tuple[str, ...] = ()
    """What was suggested before for the same request, in a line each: another draft is to be another one."""


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
    passages: tuple[Passage, ...] = ()
    """Passages to read for it, those first that tell most; near what was asked for, when something was."""
    enough: bool = True
    """Whether the notes tell enough for anybody to propose outcomes from them."""
    private: frozenset[str] = frozenset()
    """The ids of notes that only their author may read: they never leave for a model."""


@dataclass(frozen=True)
class RewriteInput:
    """What a drafter may use to word an outcome otherwise."""

    request: RewriteRequest
    """One's own wording, and the wish."""
    community: Community
    """Whose outcome it is."""
    findings: tuple[Finding, ...] = ()
    """What the checks say of one's own wording."""
    passages: tuple[Passage, ...] = ()
    """What the notes say near it."""
    private: frozenset[str] = frozenset()
    """The ids of notes that only their author may read."""


@dataclass(frozen=True)
class PartInput:
    """What a drafter may use to draft one part of a plan again."""

    request: PartRequest
    """The plan, the part and the wish."""
    given: DraftInput
    """What the whole plan could be drafted from."""


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

    def draft_rewrites(self, given: RewriteInput) -> RewritesResult:
        """Return up to three other wordings of an outcome, unchecked; fewer where they would not really differ."""
        ...

    def draft_part(self, given: PartInput) -> SessionPlan:
        """Return the plan with one part drafted again, of the same minutes; all else, ids and clock, stays."""
        ...

    def draft_reply(self, given: CoachingInput) -> CoachReply:
        """Return a reply to somebody who asks for coaching, unchecked."""
        ...

    def draft_brief(self, given: BriefInput) -> Brief:
        """Return a page for somebody senior, unchecked."""
        ...

    def draft_answer(self, given: AnswerInput) -> NotesAnswer:
        """Return a few sentences on a question, or that the notes do not say, unchecked."""
        ...


class PreviewingDrafter(Drafter, Protocol):
    """A drafter that asks a model, and can show beforehand what it would send."""

    def preview_plan(self, given: DraftInput) -> SentPreview:
        """Return what would be sent for a plan; asks nobody."""
        ...

    def preview_outcomes(self, given: OutcomesInput) -> SentPreview:
        """Return what would be sent for outcomes; asks nobody."""
        ...

    def preview_rewrites(self, given: RewriteInput) -> SentPreview:
        """Return what would be sent for other wordings; asks nobody."""
        ...

    def preview_reply(self, given: CoachingInput) -> SentPreview:
        """Return what would be sent for a reply; asks nobody."""
        ...

    def preview_brief(self, given: BriefInput) -> SentPreview:
        """Return what would be sent for a brief; asks nobody."""
        ...

    def preview_answer(self, given: AnswerInput) -> SentPreview:
        """Return what would be sent for an answer; asks nobody."""
        ...

    def preview_part(self, given: PartInput) -> SentPreview | None:
        """Return what would be sent for one part, None where no model drafts its kind; asks nobody."""
        ...
