"""The page for somebody senior: every sentence a claim, every claim with the words behind it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Literal

from pydantic import Field

from .base import Word
from .finding import Finding
from .learning import Evidence, KeptOutcome, Sign, ValueCycle, ValueStory
from .modelling import Drafting


class ClaimKind(StrEnum):
    """What a sentence of a brief claims."""

    WISH = "wish"
    """What people set out to learn."""
    CAN = "can"
    """What people can do or do now that they could or did not."""
    STORY = "story"
    """One link of a story."""
    UNPLANNED = "unplanned"
    """What happened that nobody planned."""
    HARD = "hard"
    """What did not work."""
    UNKNOWN = "unknown"
    """What nobody knows yet, or was not seen."""
    DISAGREEMENT = "disagreement"
    """Where people see it differently."""
    CONTRIBUTION = "contribution"
    """How far the community had a part in it, and what else did."""
    COUNT = "count"
    """How many said so or met."""
    FRAME = "frame"
    """A heading's lead-in that claims nothing about the community."""
    ASK = "ask"
    """What the reader is asked for."""

    @property
    def is_claim(self) -> bool:
        """Say whether such a sentence needs evidence."""
        return self not in (ClaimKind.FRAME, ClaimKind.ASK)


class SectionKind(StrEnum):
    """The parts of a brief, in their order."""

    SET_OUT = "set_out"
    CAN_NOW = "can_now"
    STORIES = "stories"
    NOT_YET = "not_yet"
    CONTRIBUTION = "contribution"
    ASK = "ask"


class CountedItem(Word):
    """One thing that was counted."""

    label: str
    """What it is, for people: a session with its date, a note's title, a story's."""
    note_id: str = ""
    """The note to open; empty when it is none."""
    date: str | None = None
    """Its date, as far as it says."""


class Counted(Word):
    """A number that was counted, and everything that was counted for it."""

    number: int
    """How many."""
    of: int | None = None
    """Out of how many, when that says something."""
    what: str
    """What was counted: `sessions`, `notes`, `stories`, `months`."""
    says: str
    """The words in which the sentence says it: `three of five sessions`."""
    items: tuple[CountedItem, ...] = ()
    """What was counted; as many as `number`."""


class BriefSentence(Word):
    """One sentence, what it claims and what stands behind it."""

    id: str
    """Its id within the brief: `can_now-2`."""
    text: str
    """The sentence as it is read; what is quoted stands in curly quotes and is the `shown` of its evidence."""
    kind: ClaimKind
    """What it claims."""
    evidence: tuple[Evidence, ...] = ()
    """The words behind it; at least one for every claim that is not only counted."""
    counted: tuple[Counted, ...] = ()
    """The numbers in it."""
    cycle: ValueCycle | None = None
    """The cycle of value that it tells of, when it tells of one."""
    story_id: str = ""
    """The story it belongs to; empty for none."""
    worded_by: Literal["notes", "playbook", "model", "person"] = "playbook"
    """Whose words the sentence is, besides what it quotes."""


class BriefSection(Word):
    """A part of the brief."""

    kind: SectionKind
    """Which part."""
    title: str
    """Its heading."""
    sentences: tuple[BriefSentence, ...] = ()
    """What it says."""
    gap: str = ""
    """What is missing here, said to the reader in one sentence instead of padding; empty when nothing is."""


class MonthFilled(Word):
    """One month in the picture over time."""

    month: str
    """As `2026-03`."""
    label: str
    """For people: `Mar 2026`."""
    sessions: int
    """On how many days people met, as far as the notes are dated."""
    notes: int
    """How many notes are from it."""
    outcomes: dict[str, int] = Field(default_factory=dict)
    """Outcome id to how many notes of the month speak to it."""


class CycleFilled(Word):
    """One cycle of value in the picture, filled or empty."""

    cycle: ValueCycle
    """Which."""
    asks: str
    """Its question, in plain words."""
    notes: int
    """In how many notes something tells of it."""
    stories: int
    """How many confirmed stories reach it."""
    example: Evidence | None = None
    """One sentence that tells of it."""


class ThemeFilled(Word):
    """What notes speak of, over time."""

    name: str
    """A plain name: the words that these sentences share."""
    notes: int
    """How many notes speak of it."""
    months: dict[str, int] = Field(default_factory=dict)
    """Month to number of notes that speak of it."""
    example: Evidence | None = None
    """One sentence on it."""


class BriefPictures(Word):
    """What can be looked at instead of read; each with its table."""

    months: tuple[MonthFilled, ...] = ()
    """Every month of the period, in order, empty ones too."""
    cycles: tuple[CycleFilled, ...] = ()
    """The five cycles in their order."""
    themes: tuple[ThemeFilled, ...] = ()
    """The themes, the one in most notes first."""
    outcomes: dict[str, str] = Field(default_factory=dict)
    """Outcome id to its words."""


class BriefRequest(Word):
    """A brief that somebody wants."""

    reader: str
    """Who will read it: `Director of Digital`."""
    start: dt.date | None = None
    """From when on; a year before `end` when left out."""
    end: dt.date | None = None
    """Until when, that day included; today when left out."""
    question: str = ""
    """What the reader wants to know, in their words."""
    asks: tuple[str, ...] = ()
    """What the reader is asked for, each in one sentence: time, space, cover. Suggested when left out."""
    circle: Literal["inside", "outside"] = "inside"
    """Who may see it: people whose work this belongs to, or anybody, who is quoted only what may be quoted anywhere."""
    voice: Literal["leader", "community"] = "leader"
    """For a leader, or for the community itself: what became of its words."""
    seed: int = 0
    """Another seed takes other sentences that fit about as well."""


class Brief(Word):
    """One page, as it stood on the day it was made."""

    id: str = ""
    """Its id; empty until it is kept."""
    community: str
    """The community's name."""
    request: BriefRequest
    """What was asked for, with its dates filled in."""
    title: str
    """The page's heading."""
    sections: tuple[BriefSection, ...]
    """Its parts in order."""
    used: tuple[Counted, ...] = ()
    """What it was made from: notes, sessions, confirmed stories."""
    left_out: tuple[str, ...] = ()
    """What was not used and why, in plain sentences, with numbers and never with names."""
    pictures: BriefPictures = BriefPictures()
    """What can be looked at."""
    made_at: dt.datetime | None = None
    """When it was made (UTC)."""
    drafted_by: str = "playbook"
    """Who drafted it: `playbook`, or a model's name when it worded at least a part of it."""

    def sentences(self) -> tuple[BriefSentence, ...]:
        """Return all sentences in order."""
        return tuple(sentence for section in self.sections for sentence in section.sentences)


class BriefResult(Word):
    """A brief with what the checks say of it."""

    brief: Brief
    """The page."""
    findings: tuple[Finding, ...] = ()
    """What the checks saw; `stop` findings are mended or shown as gaps before anything goes out."""
    drafting: Drafting | None = None
    """How it came about."""


class AnswerRequest(Word):
    """A lead's question to the notes."""

    question: str
    """The question, in their words."""
    start: dt.date | None = None
    """From when on; no limit when left out."""
    end: dt.date | None = None
    """Until when, that day included; no limit when left out."""
    circle: Literal["inside", "outside"] = "inside"
    """Who will see the answer."""


class NotesAnswer(Word):
    """A few sentences on a question, each with the words behind it, or that the notes do not say."""

    question: str
    """What was asked."""
    sentences: tuple[BriefSentence, ...] = ()
    """The answer; empty when the notes do not say."""
    enough: bool
    """Whether the notes answer it."""
    message: str = ""
    """What a person should know about this answer, in one or two sentences."""
    searched: int = 0
    """How many notes were looked through."""
    near: tuple[Evidence, ...] = ()
    """When they do not answer it: what comes nearest, to look at."""
    findings: tuple[Finding, ...] = ()
    """What the checks saw."""
    drafted_by: str = "playbook"
    """Who drafted it: `playbook` or a model's name."""
    drafting: Drafting | None = None
    """How it came about."""


class EvidenceNow(Word):
    """What became of one piece of evidence since."""

    sentence_id: str
    """The sentence it stands behind."""
    place: int
    """Which of the sentence's evidence, from 0."""
    state: Literal["same", "moved", "changed", "withdrawn", "deleted"]
    """As it was; elsewhere in its note; no longer in its note; no longer to be quoted or read; its note is gone."""
    says: str
    """The same in one sentence for people, without the words themselves."""


class BriefCheckUp(Word):
    """A kept brief held against the notes of today."""

    brief_id: str
    """Which brief."""
    at: dt.datetime
    """When (UTC)."""
    evidence: tuple[EvidenceNow, ...]
    """Every piece of evidence, in the order of the brief."""
    says: str
    """How it stands in all, in one or two sentences."""


class KeptBrief(Word):
    """A brief as lists show it."""

    id: str
    """Its id."""
    title: str
    """Its heading."""
    reader: str
    """Who it was for."""
    start: dt.date | None
    """From when on."""
    end: dt.date | None
    """Until when."""
    made_at: dt.datetime
    """When it was made (UTC)."""


class OutcomeLook(Word):
    """One kept outcome, looked at: what was seen and what was not."""

    outcome: KeptOutcome
    """The outcome with its signs as people judged them."""
    found: dict[str, tuple[Evidence, ...]] = Field(default_factory=dict)
    """Sign id to sentences of the notes that may show it: for a person to confirm."""
    speaks: tuple[Evidence, ...] = ()
    """Sentences that speak to the outcome itself, nearest first."""


class WorthItLook(Word):
    """Is it worth our time? What we said, what was seen, what was not, what we stop, what nobody planned."""

    start: dt.date
    """From when on."""
    end: dt.date
    """Until when, that day included."""
    outcomes: tuple[OutcomeLook, ...] = ()
    """What the community set out to be able to do."""
    heard_wishes: tuple[Evidence, ...] = ()
    """Wishes found in the notes that nobody has kept yet."""
    unplanned: tuple[Evidence, ...] = ()
    """What came of it that speaks to no kept outcome."""
    hard: tuple[Evidence, ...] = ()
    """What did not work."""
    stories: tuple[ValueStory, ...] = ()
    """Confirmed stories of the period."""
    candidates: int = 0
    """How many stories found in the notes wait for somebody to confirm them."""
    stopped: tuple[KeptOutcome, ...] = ()
    """What was put aside in the period."""
    open_signs: tuple[Sign, ...] = ()
    """Signs nobody has looked at yet."""
