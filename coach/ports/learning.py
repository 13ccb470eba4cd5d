"""What the page for leaders stands on: kept outcomes, stories and briefs, and what a drafter may use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from coach.models import (
    AnswerRequest,
    Brief,
    BriefPictures,
    BriefRequest,
    Community,
    Counted,
    Evidence,
    EvidenceNow,
    KeptBrief,
    KeptOutcome,
    Note,
    Passage,
    StoryLink,
    ValueStory,
)


class Learning(Protocol):
    """What one community keeps of its learning, as one actor may see it.

    Whoever belongs to the community reads outcomes and stories; whoever looks after it writes outcomes and reads and
    writes briefs; members write their own stories. What quotes a note keeps no words of it: the place and a hash, so
    that a note that goes takes its words along.
    """

    def outcomes(self) -> list[KeptOutcome]:
        """Return the kept outcomes, oldest first."""
        ...

    def save_outcome(self, outcome: KeptOutcome) -> None:
        """Write an outcome over the one of its id, or raise NotAllowed."""
        ...

    def remove_outcome(self, outcome_id: str) -> KeptOutcome | None:
        """Remove an outcome and return it; None when it is not there."""
        ...

    def stories(self) -> list[ValueStory]:
        """Return the stories, candidates and declined ones too, newest first."""
        ...

    def save_story(self, story: ValueStory) -> None:
        """Write a story over the one of its id, or raise NotAllowed."""
        ...

    def remove_story(self, story_id: str) -> ValueStory | None:
        """Remove a story and return it; None when it is not there."""
        ...

    def briefs(self) -> list[KeptBrief]:
        """Return the kept briefs as lists show them, newest first."""
        ...

    def find_brief(self, brief_id: str) -> Brief | None:
        """Return a kept brief as it was written, if it is there."""
        ...

    def save_brief(self, brief: Brief) -> None:
        """Write a brief over the one of its id, or raise NotAllowed."""
        ...

    def look_again(self, brief_id: str) -> tuple[EvidenceNow, ...] | None:
        """Return what became of a kept brief's evidence since, in its order; None when it is not there."""
        ...

    def remove_brief(self, brief_id: str) -> Brief | None:
        """Remove a brief and return it; None when it is not there."""
        ...


class Tells(StrEnum):
    """What a sentence of the notes tells of, for a brief."""

    WISH = "wish"
    DID = "did"
    TOOK_AWAY = "took_away"
    USED = "used"
    CAME_OF_IT = "came_of_it"
    CHANGED_VIEW = "changed_view"
    IMMEDIATE = "immediate"
    HARD = "hard"
    UNKNOWN = "unknown"
    DISAGREEMENT = "disagreement"
    QUESTION = "question"


@dataclass(frozen=True)
class Statement:
    """A sentence of the notes that a brief may quote, and what it tells of."""

    evidence: Evidence
    """The words and their place, with `shown` ready for this reader."""
    tells: Mapping[Tells, float]
    """What it tells of, each with how sure that is, 0 to 1; empty when it tells nothing that a brief needs."""
    reading: str
    """The words on one line, for measuring."""
    vector: tuple[float, ...]
    """Their meaning, of length 1."""
    outcomes: Mapping[str, float] = field(default_factory=dict)
    """Outcome id to how near it is, for those that it speaks to."""
    is_opinion: bool = False
    """Whether somebody holds or hopes it, rather than tells it as something that happened."""
    chunk_id: str = ""
    """The chunk that it stands in."""

    def is_of(self, tells: Tells) -> bool:
        """Say whether it tells of this at all."""
        return tells in self.tells


@dataclass(frozen=True)
class Theme:
    """What several sentences speak of."""

    name: str
    """A plain name."""
    statements: tuple[int, ...]
    """Which statements, by their place in the input, the one in the middle first."""


@dataclass(frozen=True)
class Session:
    """A day on which people met, as the notes tell."""

    day: dt.date
    """When."""
    label: str
    """As people would say it: `12 March 2026`."""
    note_ids: tuple[str, ...]
    """The notes of that day."""


@dataclass(frozen=True)
class BriefInput:
    """What a drafter may use for a brief."""

    request: BriefRequest
    """What was asked for, with its dates filled in."""
    community: Community
    """Whose learning it is."""
    statements: tuple[Statement, ...] = ()
    """Sentences that may be quoted to this reader, in the order of time; asides, logistics and talk about a person left
    out. Those that tell of nothing a brief looks for are near to the reader's question."""
    outcomes: tuple[KeptOutcome, ...] = ()
    """What the community set out to be able to do."""
    stories: tuple[ValueStory, ...] = ()
    """Confirmed stories that may be told to this reader, without their tellers."""
    themes: tuple[Theme, ...] = ()
    """What the sentences speak of, the one in most notes first."""
    sessions: tuple[Session, ...] = ()
    """The days on which people met, in order."""
    used: tuple[Counted, ...] = ()
    """What was read: notes, sessions, stories."""
    left_out: tuple[str, ...] = ()
    """What was not used and why."""
    pictures: BriefPictures = field(default_factory=BriefPictures)
    """What can be looked at."""
    private: frozenset[str] = frozenset()
    """The ids of notes that only their author may read; none of the statements is from them."""
    notes: Mapping[str, Note] = field(default_factory=dict)
    """Note id to note, for everything that the statements and stories stand in: what quotes are proved by."""
    avoid: tuple[str, ...] = ()
    """What was said before for the same request; another draft is to be another one."""


@dataclass(frozen=True)
class AnswerInput:
    """What a drafter may use to answer a question."""

    request: AnswerRequest
    """The question."""
    community: Community
    """Whose notes they are."""
    statements: tuple[Statement, ...] = ()
    """Sentences that may be quoted, nearest to the question first."""
    nearness: tuple[float, ...] = ()
    """How near each of them is, in the same order, 0 to 1."""
    passages: tuple[Passage, ...] = ()
    """The passages they stand in, best first."""
    enough: bool = False
    """Whether the passages really speak to the question."""
    searched: int = 0
    """How many notes were looked through."""
    sessions: tuple[Session, ...] = ()
    """The days on which people met, in order."""
    notes: Mapping[str, Note] = field(default_factory=dict)
    """Note id to note, for everything that the statements stand in."""
    private: frozenset[str] = frozenset()
    """The ids of notes that only their author may read; none of the statements is from them."""


LINK_TELLS: Mapping[StoryLink, Tells] = {
    StoryLink.DID: Tells.DID,
    StoryLink.TOOK_AWAY: Tells.TOOK_AWAY,
    StoryLink.USED: Tells.USED,
    StoryLink.CAME_OF_IT: Tells.CAME_OF_IT,
    StoryLink.CHANGED_VIEW: Tells.CHANGED_VIEW,
}
"""What a sentence has to tell of to be a link of a story."""
