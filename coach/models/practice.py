"""What a host keeps for themselves, and what a community shares: private things, contacts, lessons."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Literal

from .base import Word


class Matter(StrEnum):
    """What is for people and not for a tool."""

    DISTRESS = "distress"
    SELF_HARM = "self_harm"
    BULLYING = "bullying"
    HARASSMENT = "harassment"
    DISCRIMINATION = "discrimination"
    SAFEGUARDING = "safeguarding"
    SAFETY = "safety"
    LEGAL = "legal"
    HR = "hr"
    MEDICAL = "medical"
    MONEY_OR_CRIME = "money_trouble_or_crime"
    CRISIS = "crisis_in_session"


class Contact(Word):
    """Somebody whom a community's lead has named for matters that are for people."""

    id: str = ""
    """Its id; given when it is kept."""
    who: str
    """Who it is: a name, a role, a helpline."""
    reach: str
    """How to reach them: a number, an address, a place and hours."""
    matters: tuple[Matter, ...] = ()
    """What they are there for; everything when left out."""


class AlreadyDoing(Word):
    """Something that a host says they do already, so that nobody advises it to them."""

    id: str = ""
    """Its id; given when it is kept."""
    text: str
    """What they do, in their words."""
    at: dt.datetime | None = None
    """When it was first said (UTC)."""
    heard: bool = False
    """Whether the coach heard it in a conversation; otherwise the person wrote it down."""
    flopped: bool = False
    """Whether they say that it did not work: then it is not advised again, and not praised either."""


class Experiment(Word):
    """One thing that a host means to try: "in the next session I will …"."""

    id: str = ""
    """Its id; given when it is kept."""
    text: str
    """What they mean to do, in their words."""
    at: dt.datetime | None = None
    """When they said so (UTC)."""
    due: dt.date | None = None
    """When they meet next, as far as they know."""
    thread: str = ""
    """The conversation that it came out of."""
    situation: str = ""
    """The situation that it answers to."""
    move: str = ""
    """The playbook's move, where it was one."""
    state: Literal["open", "told", "dropped"] = "open"
    """Whether it is still to be told about."""
    happened: str = ""
    """What happened, in their words."""
    learned: str = ""
    """What they take from it, in their words."""
    told_at: dt.datetime | None = None
    """When they told of it (UTC)."""


class JournalEntry(Word):
    """A note to oneself."""

    id: str = ""
    """Its id; given when it is kept."""
    text: str
    """Their words."""
    at: dt.datetime | None = None
    """When (UTC)."""
    thread: str = ""
    """The conversation that it came out of, where it did."""


OwnThing = AlreadyDoing | Experiment | JournalEntry
"""What is kept for one person in one community."""


class GrowthMoment(Word):
    """One moment of a host's way, in their own words."""

    at: dt.datetime
    """When (UTC)."""
    what: Literal["asked", "tried", "learned", "wrote"]
    """What kind of moment it is."""
    text: str
    """Their words."""
    situation: str = ""
    """What it was about, as a host would call it; empty when nothing tells."""
    id: str = ""
    """The thing it was read from."""


class Growth(Word):
    """One's own way as a host, oldest first; nothing is counted against anybody and nobody else sees it."""

    moments: tuple[GrowthMoment, ...] = ()
    """What was said, tried, learned and written."""
    returns: tuple[str, ...] = ()
    """What keeps coming back, in plain sentences with dates: never a judgement."""


class Lesson(Word):
    """What a community learned about hosting: kept as it was written, shared without names."""

    id: str = ""
    """Its id; given when it is kept."""
    community_id: str = ""
    """Whose it is."""
    situation: str
    """The playbook's situation that it belongs to."""
    setting: str = ""
    """What it was like: how many, how they met."""
    tried: str
    """What they tried."""
    happened: str
    """What happened, flops included."""
    at: dt.datetime | None = None
    """When it was written down (UTC)."""
    shared: SharedLesson | None = None
    """What others may read of it; nothing while it is not shared."""


class SharedLesson(Word):
    """A lesson as other communities of the workspace may read it: no names, no community."""

    id: str
    """The lesson's id."""
    situation: str
    """The playbook's situation that it belongs to."""
    setting: str = ""
    """What it was like."""
    tried: str
    """What they tried."""
    happened: str
    """What happened."""
    shared_at: dt.datetime | None = None
    """When it was shared (UTC)."""


class OfferedLesson(Word):
    """A lesson from elsewhere, as a reply passes it on."""

    id: str
    """The shared lesson's id."""
    says: str
    """The lesson in two or three sentences, marked as from elsewhere."""


Lesson.model_rebuild()
