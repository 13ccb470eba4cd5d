"""A conversation about hosting: what is asked, and one reply with everything that stands behind it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Literal

from pydantic import Field

from .base import Word
from .finding import Finding
from .modelling import Drafting
from .passage import Citation
from .practice import Contact, Matter, OfferedLesson


class CoachMode(StrEnum):
    """Which door somebody came in by."""

    TEN_MINUTES = "ten_minutes"
    """The session is about to begin: one focus at once."""
    THINK = "think"
    """Help me think: goal, reality, options, will (GROW), beginning anywhere."""
    WENT_WRONG = "went_wrong"
    """It just went wrong: first what it was like, then what it says."""
    GROW = "grow"
    """How do I grow as a facilitator."""


class ReplyKind(StrEnum):
    """What a reply is."""

    LISTEN = "listen"
    """Gives back what was said and asks one question."""
    FOCUS = "focus"
    """Gives back what was said and offers one thing to do."""
    CHOOSE = "choose"
    """Is not sure what it is about, and offers the nearest."""
    SIGNPOST = "signpost"
    """This is for people: says so, and whom."""
    ASIDE = "aside"
    """Something else was asked: a greeting, a spreadsheet, a verdict on a colleague."""


class CoachingRequest(Word):
    """Something that somebody says to the coach."""

    message: str
    """Their words, as they wrote them."""
    mode: CoachMode | None = None
    """Which door they came in by; the conversation's own when left out, or `think`."""
    thread: str = ""
    """The conversation to go on with; empty for a new one."""
    situation: str = ""
    """The situation that the person says it is, where they were asked to choose."""
    keeps: bool = True
    """Whether the conversation is kept for this person; without, nothing of it is written down."""
    earlier: tuple[Turn, ...] = ()
    """What was said before, oldest first, in a conversation that is not kept."""
    only_hosting: bool = False
    """Whether the person says that it is about hosting and nothing else, after they were pointed to people."""
    asks_after: bool = True
    """Whether the first reply may ask about an experiment that is due; not where that was asked already."""
    seed: int = 0
    """Another seed is another reply that fits about as well."""


class Guess(Word):
    """A situation that it may be."""

    situation: str
    """The situation's id."""
    title: str
    """What a host would call it."""
    confidence: float = Field(ge=0, le=1)
    """How likely it is, 0 to 1."""


class OfferedMove(Word):
    """One thing to do, with all that somebody needs to try it."""

    id: str = ""
    """The playbook's move; empty where a model made it up."""
    title: str
    """What a host would call it."""
    does: str
    """What to do."""
    say: str
    """The words to say it in."""
    why: str
    """Why it works."""
    costs: str
    """What it may cost."""
    watch_for: str
    """What tells whether it lands."""
    way_back: str
    """What to do when it does not."""
    minutes: int = 0
    """How long it takes."""
    credit: str = ""
    """Where the idea comes from, when it has a name."""


class Signpost(Word):
    """A matter that is for people: whom to turn to."""

    matter: Matter
    """What kind of matter it may be; never a finding about anybody."""
    says: str
    """What the coach says about its own limits, kindly."""
    contacts: tuple[Contact, ...] = ()
    """Whom this community has named for it."""
    gap: str = ""
    """What to do where the community has named nobody."""
    is_urgent: bool = False
    """Whether somebody may be in danger now: then emergency numbers come first."""


class CoachReply(Word):
    """One reply: its parts in the order in which they are read, and what stands behind them."""

    id: str = ""
    """The turn's id in its conversation; empty where nothing is kept."""
    thread: str = ""
    """The conversation it belongs to; empty where nothing is kept."""
    kind: ReplyKind
    """What kind of reply it is."""
    mode: CoachMode = CoachMode.THINK
    """Which door the conversation came in by."""
    heard: str = ""
    """What the person said, given back, before anything else."""
    strength: str = ""
    """Something that the person visibly does well, named."""
    says: str = ""
    """What the coach says for itself: a limit, an answer to a complaint, a change of subject."""
    from_notes: str = ""
    """What the community's own notes say to it, quoted with a label: `(S1)`."""
    keep_doing: str = ""
    """What they do already and could go on with."""
    move: OfferedMove | None = None
    """The one thing to do, where one is offered."""
    lesson: OfferedLesson | None = None
    """What another community of this workspace learned, marked as from elsewhere; shown beside the text."""
    signpost: Signpost | None = None
    """Whom to turn to, where the matter is for people."""
    asks: str = ""
    """The one question."""
    situation: str = ""
    """The situation that it answers to; empty when none was recognised."""
    situation_title: str = ""
    """What a host would call it."""
    confidence: float = 0.0
    """How sure the coach is of it, 0 to 1."""
    alternatives: tuple[Guess, ...] = ()
    """What else it may be, nearest first; up to three."""
    diagnosis: str = ""
    """What seems to be going on, decided before anything was worded."""
    strategy: str = ""
    """What would answer it."""
    intention: str = ""
    """What it should make possible."""
    heron: str = ""
    """Which kind of help it is (Heron's six categories)."""
    stage: str = ""
    """Where in GROW the question stands: `goal`, `reality`, `options`, `will`; empty elsewhere."""
    opens_with: str = ""
    """The form that its first sentence has, so that forms do not recur."""
    citations: tuple[Citation, ...] = ()
    """The notes' sentences that are quoted."""
    findings: tuple[Finding, ...] = ()
    """What the checks say of it."""
    drafted_by: str = "playbook"
    """Who worded it: `playbook` or a model's name."""
    drafting: Drafting | None = None
    """How it came about."""
    kept: bool = True
    """Whether it is kept in the person's conversation."""

    @property
    def text(self) -> str:
        """Return the whole reply as it is read, paragraphs apart by an empty line."""
        return "\n\n".join(part for part in self._paragraphs() if part)

    def _paragraphs(self) -> tuple[str, ...]:
        first = " ".join(part for part in (self.heard, self.strength) if part)
        return (
            first,
            self.says,
            _tell_signpost(self.signpost),
            " ".join(part for part in (self.from_notes, self.keep_doing) if part),
            _tell_move(self.move),
            _tell_choices(self),
            self.asks,
        )


def _tell_move(move: OfferedMove | None) -> str:
    if move is None:
        return ""
    lines = [
        f"One thing to try: {move.does}",
        f"You could say: “{move.say}”",
        f"Why: {move.why}",
        f"It may cost: {move.costs}",
        f"Watch for: {move.watch_for}",
        f"If it doesn’t land: {move.way_back}",
    ]
    return "\n".join(lines)


def _tell_signpost(signpost: Signpost | None) -> str:
    if signpost is None:
        return ""
    lines = [signpost.says, *(f"- {item.who}: {item.reach}" for item in signpost.contacts), signpost.gap]
    return "\n".join(line for line in lines if line)


def _tell_choices(reply: CoachReply) -> str:
    if reply.kind is not ReplyKind.CHOOSE:
        return ""
    return "\n".join(f"{place}. {item.title}" for place, item in enumerate(reply.alternatives, 1))


class Turn(Word):
    """Something that was said in a conversation."""

    id: str
    """The turn's id."""
    who: Literal["person", "coach"]
    """Who said it."""
    text: str
    """What, as it is read."""
    at: dt.datetime
    """When (UTC)."""
    reply: CoachReply | None = None
    """Everything behind it, where the coach said it."""


class Thread(Word):
    """One person's conversation with the coach; nobody else sees it, whoever looks after the community."""

    id: str
    """The conversation's id."""
    title: str
    """Its first words, short."""
    mode: CoachMode
    """Which door it came in by."""
    situation: str = ""
    """The situation that it is on now."""
    opens_with: str = ""
    """The form that its last reply opened with, so that forms do not recur."""
    started: dt.datetime
    """When it began (UTC)."""
    updated: dt.datetime
    """When something was last said in it (UTC)."""
    turns: tuple[Turn, ...] = ()
    """What was said, oldest first; empty in lists."""


CoachingRequest.model_rebuild()
