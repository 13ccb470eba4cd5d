"""How a good brief, its notes and its faults are written down; README.md tells how to add one."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, Literal

from pydantic import Field

from coach.models import ClaimKind, Consent, SectionKind, StoryLink, ValueCycle, Visibility
from coach.models.base import Word


class FaultKind(StrEnum):
    """What is wrong with a brief in which one thing is wrong."""

    INVENTED_NUMBER = "invented_number"
    STITCHED_QUOTE = "stitched_quote"
    PRIVATE_NOTE = "private_note"
    UNSET_OUTCOME = "unset_outcome"
    CAUSE = "cause"
    NAME = "name"
    TEST_LIKE = "test_like"
    OPPOSITE = "opposite"


class BaseNote(Word):
    """A note of an invented community."""

    id: str
    """Its id: `n1`."""
    date: dt.date
    """When it was written."""
    title: str
    """Its title, without names."""
    text: str
    """Its words."""
    meeting: bool = True
    """Whether people met on that day."""
    visibility: Visibility = Visibility.MEMBERS
    """Who may read it."""
    consent: Consent = Consent.INSIDE
    """How it may be quoted."""


class BaseOutcome(Word):
    """Something that the community set out to be able to do."""

    id: str
    """Its id: `o1`."""
    text: str
    """The outcome."""


class BaseEvidence(Word):
    """Words of a note behind a sentence."""

    note: str
    """The note's id."""
    quote: str
    """Its words, exactly as they stand there on one line."""
    shown: str | None = None
    """As the reader sees it, where a fault makes that another thing than the quote without names."""
    outcome: str = ""
    """The outcome that it speaks to."""


class BaseCounted(Word):
    """A number in a sentence."""

    number: int
    """How many."""
    says: str
    """The words in which the sentence says it."""
    items: tuple[str, ...]
    """What was counted: ids of notes."""
    of: int | None = None
    """Out of how many."""
    what: str = "sessions"
    """What was counted."""


class BaseSentence(Word):
    """A sentence; `{0}` in its text is its first evidence in quotation marks, as the reader sees it."""

    kind: ClaimKind
    """What it claims."""
    text: str
    """The sentence."""
    evidence: tuple[BaseEvidence, ...] = ()
    """What stands behind it."""
    counted: tuple[BaseCounted, ...] = ()
    """The numbers in it."""
    cycle: ValueCycle | None = None
    """The cycle of value that it tells of."""
    link: StoryLink | None = None
    """In a story: which link of it."""


class BaseBrief(Word):
    """A brief in which nothing is wrong, with the notes that it was made of."""

    community: str
    """The community's name."""
    reader: str
    """Who it is for."""
    start: dt.date
    """From when on."""
    end: dt.date
    """Until when."""
    circle: Literal["inside", "outside"] = "inside"
    """Who may see it."""
    names: tuple[str, ...] = ()
    """The people whom its notes name."""
    outcomes: tuple[BaseOutcome, ...]
    """What was set out."""
    notes: tuple[BaseNote, ...] = Field(min_length=3)
    """What was written."""
    sections: dict[SectionKind, tuple[BaseSentence, ...]]
    """Its sentences, by section."""
    gaps: dict[SectionKind, str] = Field(default_factory=dict)
    """What is missing where."""


class Fault(Word):
    """One thing put wrong in one sentence of a good brief."""

    id: str
    """Its id: `cause-3`."""
    kind: FaultKind
    """What is wrong."""
    base: str
    """The good brief: its file's name without `.yaml`."""
    says: str
    """What was put wrong, in one sentence."""
    sentence: str = ""
    """The sentence that is changed, by its place in its section: `can_now-2`."""
    section: SectionKind | None = None
    """Where a new sentence is put at the end instead."""
    put: dict[str, Any] = Field(min_length=1)
    """The fields of the sentence that are put in place of what it says; all of them for a new one."""
