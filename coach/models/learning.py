"""What a community set out to learn and what came of it: kept outcomes with their signs, and value stories."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from itertools import pairwise
from typing import Literal

from .base import Word
from .vocabulary import Consent


class ValueCycle(StrEnum):
    """The value-creation cycles (Wenger, Trayner and de Laat 2011), in the order in which value travels."""

    IMMEDIATE = "immediate"
    POTENTIAL = "potential"
    APPLIED = "applied"
    REALISED = "realised"
    REFRAMING = "reframing"


class StoryLink(StrEnum):
    """One link in the chain of a value story."""

    DID = "did"
    """What we did together."""
    TOOK_AWAY = "took_away"
    """What I took away from it."""
    USED = "used"
    """What I did with it."""
    CAME_OF_IT = "came_of_it"
    """What came of that."""
    CHANGED_VIEW = "changed_view"
    """What it changed in how we see success."""

    @property
    def cycle(self) -> ValueCycle:
        """Return the cycle of value that this link tells of."""
        return list(ValueCycle)[list(StoryLink).index(self)]


class Evidence(Word):
    """Words of a note that stand behind a claim: `note.text[start:end] == quote` when it was taken."""

    quote: str
    """The exact words, line breaks included; empty when they have been withdrawn or deleted since."""
    note: str
    """The note's POSIX path inside its source."""
    note_id: str
    """The note's id, to open it."""
    start: int
    """Where the quote starts in the note's text, in characters."""
    end: int
    """Where the quote ends in the note's text, in characters."""
    shown: str = ""
    """The quote as this reader sees it, on one line: names are `[somebody]` unless the note may be quoted anywhere."""
    title: str = ""
    """The note's title, without names."""
    date: str | None = None
    """The note's or meeting's date, as `2026-03-12`, `2026-03` or `2026`."""
    session: str = ""
    """Which meeting it is from, as people would say it; empty when it is from none."""
    outcome_id: str = ""
    """The kept outcome that it speaks to; empty for none."""
    consent: Consent = Consent.INSIDE
    """How its note may be quoted."""
    text_hash: str = ""
    """SHA-256 of the whole note's text when it was taken, in hex."""


class Sign(Word):
    """Something that people said they would notice."""

    id: str = ""
    """Its id within the outcome; given when it is kept."""
    text: str
    """What they would notice, in their words."""
    seen: Literal["open", "seen", "not_seen"] = "open"
    """What a person says of it; `open` until somebody has looked."""
    evidence: tuple[Evidence, ...] = ()
    """The words that show it, when it was seen."""
    remark: str = ""
    """What a person says about it besides."""


class KeptOutcome(Word):
    """Something that the community said it wanted to be able to do, kept to come back to."""

    id: str = ""
    """Its id; given when it is kept."""
    text: str
    """The outcome: "We want to be able to …"."""
    signs: tuple[Sign, ...] = ()
    """What people said they would notice."""
    since: dt.date | None = None
    """From when on; the day it was kept when left out."""
    ended: dt.date | None = None
    """When it was put aside; nothing while it goes on."""
    ended_why: str = ""
    """Why it was put aside: what we stop, and why."""
    evidence: tuple[Evidence, ...] = ()
    """The words of the notes in which it was said, when it was found there."""
    at: dt.datetime | None = None
    """When it was written down (UTC)."""


class StoryPart(Word):
    """One link of a story, told."""

    link: StoryLink
    """Which link."""
    text: str
    """What is told, in the teller's words."""
    evidence: tuple[Evidence, ...] = ()
    """The words of the notes that it was found in; none when a person told it directly."""


class ValueStory(Word):
    """One chain: what we did → what I took away → what I did with it → what came of it (→ what it changed)."""

    id: str = ""
    """Its id; given when it is kept."""
    title: str = ""
    """What to call it; made from its first link when left out."""
    parts: tuple[StoryPart, ...]
    """Its links in the order of `StoryLink`, each at most once."""
    state: Literal["candidate", "confirmed", "declined"] = "candidate"
    """Found in the notes only, confirmed by a person, or said by a person to be none. Only confirmed ones count."""
    teller: str = ""
    """Who tells it, for the community's own people; never in what leaves it."""
    consent: Consent = Consent.INSIDE
    """How it may be told on."""
    outcome_id: str = ""
    """The kept outcome that it speaks to; empty for none."""
    happened: dt.date | None = None
    """When what came of it was seen."""
    at: dt.datetime | None = None
    """When it was written down (UTC)."""

    def part(self, link: StoryLink) -> StoryPart | None:
        """Return a link of it, if it is told."""
        return next((part for part in self.parts if part.link is link), None)

    @property
    def completeness(self) -> int:
        """Return how many neighbouring links hold together, 0 to 4 (for people in words, never as a figure)."""
        told = [self.part(link) is not None for link in StoryLink]
        return sum(a and b for a, b in pairwise(told))

    @property
    def next_gap(self) -> StoryLink | None:
        """Return the first link up to "what came of it" that is not told yet: the next question to ask somebody."""
        return next((link for link in list(StoryLink)[:4] if self.part(link) is None), None)


class StoryQuestion(Word):
    """What to ask somebody for one link of their story."""

    link: StoryLink
    """Which link."""
    asks: str
    """The question, as one would say it."""
    helps: str
    """What helps when nothing comes, in one sentence."""
    example: str
    """What an answer sounds like."""


class StageTalk(Word):
    """One of Webber's stages of a community, as something to talk about and never a verdict."""

    name: str
    """The stage: `Potential`, `Forming`, `Maturing`, `Self-sustaining`, `Transformation`."""
    sounds_like: str
    """How it sounds when a community is there, in one sentence."""
    asks: tuple[str, ...]
    """Questions to talk about together."""
    next_thing: str
    """What communities there often find useful next."""
