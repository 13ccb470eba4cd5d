"""What a model is asked to answer with: small records, read leniently and checked afterwards.

Minutes, ids, links, quotes and labels are ours: a model proposes what people do and why.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, field_validator

from coach.models import Doing, Phase, Tone


class Answer(BaseModel):
    """A record that a model fills in; what it adds besides is left out."""

    model_config = ConfigDict(frozen=True, extra="ignore", use_attribute_docstrings=True)


class Take(Answer):
    """One of the community's own sentences, and what it changes."""

    label: str
    """The passage's label."""
    quote: str
    """The exact words."""
    change: str
    """What is different because of them."""


class StepDraft(Answer):
    """One step."""

    minutes: int = Field(ge=0, le=480)
    """How long."""
    who: str
    """Who does it."""
    doing: Doing = Doing.TALKING
    """What most people do meanwhile."""
    phase: Phase | None = None
    """Opening up, holding the mess, or closing."""
    one_voice: bool = False
    """Whether one person speaks while the others listen."""
    does: str
    """What they do."""
    say: str = ""
    """What the host says."""

    @field_validator("phase", mode="before")
    @classmethod
    def _no_phase(cls, value: Any) -> Any:
        return value or None


class PartDraft(Answer):
    """What every part has."""

    id: str = ""
    """The part's id, as the frame gives it."""
    title: str
    """Its name."""
    why: str
    """Why it is here."""
    steps: tuple[StepDraft, ...] = Field(min_length=1, max_length=12)
    """What happens."""
    takes: tuple[Take, ...] = ()
    """The sentences it takes up."""


class OpeningDraft(PartDraft):
    """The beginning."""

    prompt: str
    """What everyone answers."""


class ActivityDraft(PartDraft):
    """What members do."""

    like: str = ""
    """The playbook entry it comes from."""
    what_members_do: str
    """The performance, starting with a verb."""
    real_work: str
    """The real, unfinished work it is done on."""
    artefact: str
    """The trace it leaves."""
    together: int = Field(default=0, ge=0, le=12)
    """How many sit together; 0 for everyone in one group."""
    newcomer: str
    """What someone new does that the others need."""
    regular: str
    """What people who come often do."""
    expert: str
    """What people who know this well do and hold back from."""
    norm: str
    """What makes it safe to be wrong."""
    bring: str = ""
    """What to bring."""
    lend: str = ""
    """What is there for those with nothing to bring."""
    materials: tuple[str, ...] = ()
    """What has to be there."""
    card: tuple[str, ...] = ()
    """Lines to print and fill in."""
    pitfalls: tuple[str, ...] = ()
    """What tends to go wrong, with the way out."""
    reason: str
    """Why doing this practises the outcome."""


class PromptDraft(Answer):
    """One question to the work."""

    tone: Tone | None = None
    """What it asks of people."""
    text: str
    """The question."""


class ReviewDraft(PartDraft):
    """How peers look at the work."""

    like: str = ""
    """The playbook entry it comes from."""
    looks_at: str
    """What is on the table."""
    prompts: tuple[PromptDraft, ...] = Field(min_length=3, max_length=6)
    """Three to six questions."""
    author_speaks: str = "first and last"
    """When the person whose work it is speaks."""
    compares: str = ""
    """What is set beside what."""
    card: tuple[str, ...] = ()
    """Lines to print and fill in."""
    reason_work: str
    """Why it looks at what the activity left."""
    reason_outcome: str
    """Why it can show that the outcome moved."""


class RoomDraft(Answer):
    """The open minutes."""

    title: str
    """Its name."""
    does: str
    """What people may do with them."""
    say: str = ""
    """What the host says."""


class KeepingDraft(Answer):
    """How what was learned is kept."""

    title: str
    """Its name."""
    keeps: str
    """What is kept."""
    consent: str
    """How people say yes or no to it."""
    steps: tuple[StepDraft, ...] = Field(min_length=1, max_length=4)
    """What happens."""


class AroundDraft(Answer):
    """What stands round the session."""

    hosting: tuple[str, ...] = ()
    """What the host minds in this one."""
    prepare: tuple[str, ...] = ()
    """What to have ready."""
    access: tuple[str, ...] = ()
    """What helps everyone take part in this one."""
    silence: str = ""
    """When nobody speaks."""
    low_turnout: str = ""
    """When half of them come."""
    loud_voice: str = ""
    """When one voice fills the room."""
    running_late: str = ""
    """When the clock runs away."""


class ResultDraft(Answer):
    """Where something happens that people are to have by the end."""

    part: str
    """The id of the part in which it happens; empty when there is no room for it."""
    how: str
    """How, in one sentence."""


class Thinking(Answer):
    """What a move rests on, decided before any wording."""

    diagnosis: str = ""
    """What makes this hard here."""
    strategy: str = ""
    """The move that answers it."""
    intention: str = ""
    """What people are to notice or do because of it."""


class PlanDraft(Thinking):
    """A whole session."""

    title: str = ""
    """What to call it."""
    signs: tuple[str, ...] = ()
    """What people would notice in the work, a sentence for each outcome."""
    opening: OpeningDraft | None = None
    """The beginning."""
    activities: tuple[ActivityDraft, ...] = ()
    """What members do."""
    reviews: tuple[ReviewDraft, ...] = ()
    """How peers look at it."""
    open: RoomDraft | None = None
    """The open minutes."""
    capture: KeepingDraft | None = None
    """How what was learned is kept."""
    results: tuple[ResultDraft, ...] = ()
    """Where each thing happens that was promised by the end, in the order of the request."""
    around: AroundDraft | None = None
    """What stands round it."""


class MendDraft(Answer):
    """Parts drafted again."""

    openings: tuple[OpeningDraft, ...] = ()
    """The beginning, when it is to be mended."""
    activities: tuple[ActivityDraft, ...] = ()
    """Activities to be mended."""
    reviews: tuple[ReviewDraft, ...] = ()
    """Reviews to be mended."""


class OutcomeDraft(Thinking):
    """One outcome to put on the table."""

    text: str
    """The whole sentence, beginning "We want to be able to"."""
    because: str
    """How the notes speak of it."""
    sign: str
    """What people would notice in the work."""
    newcomer: str
    """A way in for someone new."""
    regular: str
    """A way in for people who come often."""
    expert: str
    """A way in for people who know this well."""
    takes: tuple[Take, ...] = ()
    """The sentences behind it."""


class OutcomesDraft(Answer):
    """Outcomes to choose from."""

    enough: bool = True
    """Whether the notes say enough."""
    message: str = ""
    """What a person should know about this answer."""
    outcomes: tuple[OutcomeDraft, ...] = ()
    """Three to five, really different."""


class RewriteDraft(Answer):
    """Another wording."""

    text: str
    """The whole sentence."""
    differs: str
    """What is different about it, and whom it suits."""


class RewritesDraft(Thinking):
    """Other wordings."""

    rewrites: tuple[RewriteDraft, ...] = ()
    """Up to three that really differ."""
