"""Words of the craft library: what an activity pattern, a review protocol and an opening hold.

Text fields may use slots, filled for each plan (examples for "map complex systems more confidently"):

    {do}        the performance, bare              map complex systems
    {doing}     the same as a gerund phrase        mapping complex systems
    {topic}     the head of the object, short      complex systems
    {a_draft}   what a first version is, with article   a rough map
    {draft}     the same, short noun               map
    {drafts}    its plural                         maps

Any other slot is an error. A sentence must read well for every verb family that the entry names.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from .vocabulary import Cue, Doing, Level, Mode, Phase, Tone, VerbFamily

Share = Annotated[float, Field(gt=0, le=1)]
When = Literal["two weeks before", "a week before", "two days before", "the day before", "an hour before"]


class Entry(BaseModel):
    """A frozen record read from YAML; an unknown field is a typing error."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class MinuteRange(Entry):
    """How long something takes, in minutes."""

    min: int
    """The shortest that still works."""
    best: int
    """The length at which it works best."""
    max: int
    """Longer than this, it drags."""

    @model_validator(mode="after")
    def _is_ordered(self) -> MinuteRange:
        if not 0 < self.min <= self.best <= self.max:
            raise ValueError("minutes must be in the order min <= best <= max")
        return self


class GroupRange(Entry):
    """For how many people it works."""

    min: int
    """The smallest group that can do it."""
    max: int
    """The largest, with small groups in parallel."""
    small_group: int
    """How many work together: 1 alone, 2 pairs, 3 threes; 0 for the whole group."""


class PatternStep(Entry):
    """One step, as a share of the pattern's minutes."""

    share: Share
    """Its share of the minutes; the shares of an entry add up to 1."""
    who: str
    """Who does it: `everyone`, `pairs`, `the host`."""
    doing: Doing
    """What most people are doing meanwhile."""
    does: str
    """What they do, in words a host can read out."""
    one_voice: bool = False
    """Whether one person speaks while the others listen (kept to ten minutes)."""
    say: str = ""
    """What the host says to set it going: one spoken sentence, at most 25 words."""
    phase: Phase | None = None
    """Whether it opens up, holds the mess, or closes (Kaner's diamond); none for setting up."""


class PatternTask(Entry):
    """One thing to do before the session."""

    when: When
    """How long before."""
    minutes: int = Field(gt=0, le=120)
    """How long it takes."""
    does: str
    """What to do, starting with a verb."""


class PatternRoles(Entry):
    """What is there to do at each distance from the centre."""

    newcomer: str
    """A small, real job that the others need."""
    regular: str
    """What people who come often do."""
    expert: str
    """What people who know this well do, and what they hold back from."""


class TakeUp(Entry):
    """How a pattern takes up one kind of passage; `{quote}` and `{label}` may be used too."""

    cue: Cue
    """The kind of sentence in the notes that it takes up."""
    step: int
    """Which step it changes, from 0."""
    text: str
    """The sentences, with {quote} for the words and {label} for the source; or {quotes} for several with theirs."""
    instead: bool = False
    """Whether they stand in the place of what the step does; otherwise they are added to it."""
    most: int = Field(default=1, ge=1, le=4)
    """How many quotes it takes up at once; more than one only with {quotes}."""
    change: str
    """What is different in the plan because of it, in one sentence."""


class Rescue(Entry):
    """What to do when it goes otherwise."""

    silence: str
    """When nobody speaks."""
    low_turnout: str
    """When half of them come."""
    loud_voice: str
    """When one voice fills the room."""


class Pattern(Entry):
    """One activity that members do together."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]+$")
    """A stable id that plans record."""
    title: str
    """What a host would call it."""
    summary: str
    """What it is and what it is good for, in one sentence."""
    families: tuple[VerbFamily, ...] = Field(min_length=1)
    """The kinds of verbs that people really perform in it."""
    levels: tuple[Level, ...] = Field(min_length=1)
    """The Bloom levels at which people work in it."""
    what_members_do: str
    """The performance, starting with a verb and naming {do} or {doing}."""
    real_work: str
    """The real, unfinished work that it is done on."""
    artefact: str
    """The trace it leaves; names {a_draft} or something as concrete."""
    people: GroupRange
    """For how many it works."""
    minutes: MinuteRange
    """How long it takes."""
    modes: tuple[Mode, ...]
    """How people can meet for it."""
    steps: tuple[PatternStep, ...] = Field(min_length=1)
    """What happens, in order."""
    roles: PatternRoles
    """Something useful to do for everyone."""
    take_up: tuple[TakeUp, ...] = Field(min_length=3)
    """How the community's own words change it."""
    materials: tuple[str, ...]
    """What has to be there."""
    norm: str
    """The one sentence that makes it safe to be wrong."""
    access: tuple[str, ...] = Field(min_length=2)
    """What helps everyone take part in this one."""
    hybrid: str
    """How it is done with some people on a call."""
    pitfalls: tuple[str, ...] = Field(min_length=2)
    """What tends to go wrong, and the way out."""
    not_when: tuple[str, ...] = Field(min_length=1)
    """When another pattern is better."""
    plan_b: Rescue
    """What to do when it goes otherwise."""
    needs_experts: Literal["no", "one", "in half of the groups"] = "no"
    """How many people who know the work well it takes, so as not to fall flat."""
    experts_roam: bool = False
    """Whether those who know this well go from group to group and sit in none."""
    newcomers: Literal["any", "fewer than half"] = "any"
    """How many may be new: some patterns stand on what people have lived through."""
    versions: bool = False
    """Whether it leaves an earlier and a later version that can be laid side by side."""
    bring: str = ""
    """What to bring, for the invitation: one or two sentences to the members."""
    lend: str = ""
    """What to have ready for those who have nothing to bring, in one sentence."""
    prepare: tuple[PatternTask, ...] = ()
    """What the host does beforehand, with minutes."""
    card: tuple[str, ...] = ()
    """Three to six lines to print and fill in, each a beginning: `The piece I'm working on: …`."""
    example: str = ""
    """What the artefact may look like, rough, from one invented trade: one to three sentences."""
    reason: str
    """Why doing this practises {doing}: the reason on the outcome link, in one sentence."""
    good_for: tuple[str, ...] = ()
    """Three to five outcomes of different trades that it suits best, bare: `review a pull request`."""
    credit: str = ""
    """Where the idea comes from, when it has a name."""

    @model_validator(mode="after")
    def _adds_up(self) -> Pattern:
        if abs(sum(step.share for step in self.steps) - 1) > 1e-6:
            raise ValueError("the steps' shares must add up to 1")
        if any(not 0 <= item.step < len(self.steps) for item in self.take_up):
            raise ValueError("take_up names a step that is not there")
        return self


class ProtocolPrompt(Entry):
    """One reflective question; it must name {do}, {doing} or {topic}, and never a number or a mark."""

    tone: Tone
    """What it asks of people."""
    text: str
    """The question, with slots."""


class Protocol(Entry):
    """One way in which peers look at the work together."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]+$")
    """A stable id that plans record."""
    title: str
    """What a host would call it."""
    summary: str
    """What it is and what it is good for, in one sentence."""
    families: tuple[VerbFamily, ...] = Field(min_length=1)
    """The kinds of work it suits."""
    people: GroupRange
    """For how many it works."""
    minutes: MinuteRange
    """How long it takes."""
    modes: tuple[Mode, ...]
    """How people can meet for it."""
    author_speaks: str = Field(pattern=r"^(first|last|first and last)$")
    """When the person whose work it is speaks."""
    steps: tuple[PatternStep, ...] = Field(min_length=3)
    """What happens, in order."""
    prompts: tuple[ProtocolPrompt, ...] = Field(min_length=4, max_length=6)
    """Reflective questions: at least one each of warm, curious and next; the last is `next`."""
    sees: Literal["each person's", "one in each group", "one for all"] = "each person's"
    """Whose work is looked at; where it is one person's, the others practise on it."""
    before: Literal["opening sentence", "first version", "last session"] = "opening sentence"
    """What is set beside the present: what it needs to be there already."""
    compares: str
    """What is set side by side, in words: the sentence from the beginning and the one written now."""
    card: tuple[str, ...] = ()
    """Three to six lines to print and fill in while looking at the work."""
    newcomer: str
    """What someone new does in it that the others need."""
    hybrid: str
    """How it is done with some people on a call."""
    access: tuple[str, ...] = Field(min_length=1)
    """What helps everyone take part in this one."""
    pitfalls: tuple[str, ...] = Field(min_length=1)
    """What tends to go wrong, and the way out."""
    reason_work: str
    """Why it looks at what the activity left: the reason on the activity link; names {draft}."""
    reason_outcome: str
    """Why it can show movement towards {doing}: the reason on the outcome link."""
    credit: str = ""
    """Where the idea comes from, when it has a name."""

    @model_validator(mode="after")
    def _holds_together(self) -> Protocol:
        if abs(sum(step.share for step in self.steps) - 1) > 1e-6:
            raise ValueError("the steps' shares must add up to 1")
        tones = [prompt.tone for prompt in self.prompts]
        if not {Tone.WARM, Tone.CURIOUS, Tone.NEXT} <= set(tones) or tones[-1] is not Tone.NEXT:
            raise ValueError("prompts need a warm, a curious and a next one, and end with next")
        return self


class OpeningEntry(Entry):
    """A beginning in which everyone has a voice within ten minutes."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]+$")
    """A stable id."""
    title: str
    """What a host would call it."""
    people: GroupRange
    """For how many it works."""
    minutes: MinuteRange
    """How long it takes; never above ten."""
    modes: tuple[Mode, ...]
    """How people can meet for it."""
    prompt: str
    """What everyone answers; it leaves one written "before" sentence about {doing}."""
    steps: tuple[PatternStep, ...] = Field(min_length=2)
    """What happens, in order; everyone has written or spoken by the end."""
    why: str
    """Why begin like this, in one sentence."""
    returns: bool = False
    """Whether it begins from what people wrote or made last time: for later sessions of a series only."""
    take_up: tuple[TakeUp, ...] = ()
    """How the community's own words change it."""


class StemEntry(Entry):
    """Ways in which one kind of community begins its outcomes."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]+$")
    """A stable id."""
    kind: str
    """Who they are: `People who share a craft`."""
    stems: tuple[str, ...] = Field(min_length=2)
    """Beginnings; what people would be seen doing follows."""
