"""The plan: outcomes, timed parts, and a reason on every link between them.

Minutes are whole and of the session's own clock. Parts stand in running order.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, field_validator

from .base import PlanWord
from .finding import Finding
from .modelling import Drafting
from .passage import Citation
from .request import PlanRequest
from .vocabulary import Doing, Level, LinkKind, Mode, Phase, Solo, Tone


class Outcome(PlanWord):
    """What people want to be able to do."""

    id: str = "o1"
    """How links refer to it."""
    text: str
    """The whole sentence in the members' voice: "We want to be able to …"."""
    asked: str = ""
    """The sentence as it was asked for, where that was not in the members' voice."""
    verb: str = ""
    """The main verb, bare: `map`."""
    object: str = ""
    """What the verb is done to: `complex systems`."""
    context: str = ""
    """In which situation, when the sentence says so."""
    standard: str = ""
    """How well, when the sentence says so: `more confidently`."""
    level: Level | None = None
    """The Bloom level the verb hints at; a person can overrule it."""
    solo: Solo | None = None
    """The SOLO level the verb hints at."""
    sign: str = ""
    """What people would notice in the work when it is happening."""
    ways_in: dict[str, str] = Field(default_factory=dict)
    """A way in for `newcomer`, `regular` and `expert`."""


class Roles(PlanWord):
    """Something useful to do at each distance from the centre; a choice, never a rank."""

    newcomer: str = ""
    """A small, real, needed job for someone new."""
    regular: str = ""
    """What people who come often do."""
    expert: str = ""
    """What people who know this well do, and hold back from."""


class Step(PlanWord):
    """One thing that happens, with its minutes."""

    minutes: int = Field(ge=0)
    """How long it takes."""
    who: str
    """Who does it: `everyone`, `pairs`, `the host`."""
    does: str
    """What they do, in words a host can read out."""
    doing: Doing = Doing.TALKING
    """What most people are doing meanwhile."""
    one_voice: bool = False
    """Whether one person speaks while the others listen."""
    say: str = ""
    """What the host says to set it going."""
    phase: Phase | None = None
    """Whether it opens up, holds the mess, or closes (Kaner's diamond)."""
    citations: tuple[str, ...] = ()
    """Labels of the citations that this step takes up."""


class TimedPart(PlanWord):
    """A stretch of the session."""

    id: str
    """How links and findings refer to it."""
    title: str
    """Its name on the timeline."""
    minutes: int = Field(ge=0)
    """How long it takes; equals the sum of its steps' minutes."""
    steps: tuple[Step, ...] = ()
    """What happens, in order."""
    why: str = ""
    """Why it is here, in one sentence."""
    citations: tuple[str, ...] = ()
    """Labels of the citations that shaped it."""


class Opening(TimedPart):
    """The beginning, in which everyone has a voice."""

    kind: Literal["opening"] = "opening"
    """Which kind of part this is."""
    prompt: str = ""
    """What everyone answers."""
    everyone_by_minute: int | None = None
    """The minute by which each person has spoken or written."""


class Activity(TimedPart):
    """What members do together to get to the outcome, on real, unfinished work."""

    kind: Literal["activity"] = "activity"
    """Which kind of part this is."""
    pattern: str = ""
    """The playbook pattern it was composed from; empty when a person wrote it."""
    outcome_ids: tuple[str, ...] = ()
    """The outcomes it practises."""
    what_members_do: str = ""
    """The performance, starting with a verb: `map a live service together`."""
    level: Level | None = None
    """The Bloom level of what members do."""
    real_work: str = ""
    """The real, unfinished work it is done on."""
    artefact: str = ""
    """The trace it leaves: `a rough map`."""
    groups: str = ""
    """How these people split up: `4 threes and 1 pair`."""
    roles: Roles = Roles()
    """Something useful to do for newcomers, regulars and experts."""
    materials: tuple[str, ...] = ()
    """What has to be there."""
    bring: str = ""
    """What people are asked to bring."""
    lend: str = ""
    """What is ready for those who have nothing to bring."""
    card: tuple[str, ...] = ()
    """Lines to print and fill in, each a beginning."""
    example: str = ""
    """What the artefact may look like, rough."""
    norm: str = ""
    """The one sentence that makes it safe to be wrong."""
    pitfalls: tuple[str, ...] = ()
    """What tends to go wrong."""


class ReviewPrompt(PlanWord):
    """One question that peers ask of the work."""

    text: str
    """The question, ready to be read out."""
    tone: Tone | None = None
    """What it asks of people: warm, curious, next, self or before."""


class Review(TimedPart):
    """The reflective look that peers take at the work; never a test."""

    kind: Literal["review"] = "review"
    """Which kind of part this is."""
    protocol: str = ""
    """The playbook protocol it was composed from; empty when a person wrote it."""
    outcome_ids: tuple[str, ...] = ()
    """The outcomes it looks for."""
    activity_ids: tuple[str, ...] = ()
    """The activities whose work it looks at."""
    looks_at: str = ""
    """The artefact on the table."""
    prompts: tuple[ReviewPrompt, ...] = ()
    """Three to six reflective questions."""
    author_speaks: str = ""
    """When the person whose work it is speaks: `first`, `last` or `first and last`."""
    compares: str = ""
    """What is set side by side with what: before and after, or now and next time."""
    card: tuple[str, ...] = ()
    """Lines to print and fill in while looking at the work."""

    @field_validator("prompts", mode="before")
    @classmethod
    def _accept_plain_questions(cls, value: Any) -> Any:
        # Other people's reviews are often a bare list of questions.
        if isinstance(value, (list, tuple)):
            return [{"text": item} if isinstance(item, str) else item for item in value]
        return value


class Capture(TimedPart):
    """Light evidence, kept with consent."""

    kind: Literal["capture"] = "capture"
    """Which kind of part this is."""
    keeps: str = ""
    """What is written down."""
    consent: str = ""
    """How people say yes or no to it being kept and quoted."""


class OpenSlot(TimedPart):
    """Room for what emerges; it counts as slack."""

    kind: Literal["open"] = "open"
    """Which kind of part this is."""


class Break(TimedPart):
    """A rest."""

    kind: Literal["break"] = "break"
    """Which kind of part this is."""


Part = Annotated[Opening | Activity | Review | Capture | OpenSlot | Break, Field(discriminator="kind")]


class Link(PlanWord):
    """One of the three alignment links, with its reason and strength."""

    kind: LinkKind
    """Which of the three links it is."""
    source: str
    """The id it starts from: an outcome or an activity."""
    target: str
    """The id it leads to: an activity or a review."""
    reason: str = ""
    """Why the two belong together, in one sentence."""
    strength: int = Field(default=0, ge=0, le=2)
    """0 none, 1 partly, 2 fully (craft.md 1.1)."""


class Influence(PlanWord):
    """One way in which the community's own words changed the plan."""

    label: str
    """The citation's label."""
    part: str
    """The id of the part it changed."""
    change: str
    """What is different because of it, in one sentence."""


class Promise(PlanWord):
    """One thing that people are to have by the end, and where in the session it happens."""

    text: str
    """What was promised, in the words of the request."""
    part: str = ""
    """The id of the part in which it happens; empty when no part is planned for it."""
    how: str = ""
    """How it happens, in one sentence."""


class Access(PlanWord):
    """What helps everyone take part, before, during and after."""

    before: tuple[str, ...] = ()
    """What to ask, send and set up."""
    during: tuple[str, ...] = ()
    """What to do in the room and on the call."""
    after: tuple[str, ...] = ()
    """What to send and keep open."""


class PlanB(PlanWord):
    """What to do when it goes otherwise."""

    silence: str = ""
    """When nobody speaks."""
    low_turnout: str = ""
    """When half of them come."""
    loud_voice: str = ""
    """When one voice fills the room."""
    running_late: str = ""
    """When the clock runs away."""


class SessionPlan(PlanWord):
    """A whole session: outcomes, timed parts in order, and the links between them."""

    title: str = ""
    """What to call it."""
    community: str = ""
    """The community's name."""
    minutes: int = Field(ge=1)
    """The session's length."""
    people: int = Field(ge=1)
    """How many are expected."""
    mode: Mode = Mode.IN_PERSON
    """How they meet."""
    newcomers: int = Field(default=0, ge=0)
    """How many are expected to be new."""
    experts: int = Field(default=0, ge=0)
    """How many know this well."""
    outcomes: tuple[Outcome, ...] = Field(min_length=1)
    """One to three outcomes."""
    parts: tuple[Part, ...] = Field(min_length=1)
    """What happens, in running order; every part carries its minutes."""
    links: tuple[Link, ...] = ()
    """The alignment, link by link."""
    promises: tuple[Promise, ...] = ()
    """What people are to have by the end, each with its place."""
    access: Access = Access()
    """What helps everyone take part."""
    hybrid: tuple[str, ...] = ()
    """What to do so that people on the call are really in it; empty when all are in one place."""
    plan_b: PlanB = PlanB()
    """What to do when it goes otherwise."""
    facilitation: tuple[str, ...] = ()
    """What the host does, and how hosting is kept apart from being the expert."""
    prepare: tuple[str, ...] = ()
    """What to have ready."""
    citations: tuple[Citation, ...] = ()
    """The community's own words that shaped it, each proved verbatim."""
    influences: tuple[Influence, ...] = ()
    """What each of them changed."""
    ask_first: tuple[str, ...] = ()
    """Questions to put to the community when the notes hold too little."""
    from_notes: str = ""
    """How much of this plan is the community's own, said plainly."""
    drafted_by: str = ""
    """Who drafted it: `playbook`, a model's name, or a person."""
    seed: int = 0
    """The seed: the same request, notes and seed give the same plan."""

    def count_doing(self) -> dict[Doing, int]:
        """Return the minutes of each kind of doing, in the order of `Doing`; breaks are left out."""
        minutes = dict.fromkeys(Doing, 0)
        for part in self.parts:
            if part.kind == "break":
                continue
            for step in part.steps or (Step(minutes=part.minutes, who="", does="", doing=_USUAL[part.kind]),):
                minutes[step.doing] += step.minutes
        return minutes


_USUAL = {
    "opening": Doing.TALKING,
    "activity": Doing.MAKING,
    "review": Doing.REVIEWING,
    "capture": Doing.MAKING,
    "open": Doing.OPEN,
}
"""What people mostly do in a part that has no steps."""


class PlanResult(PlanWord):
    """A plan with what the checks say of it."""

    plan: SessionPlan
    """The suggestion."""
    findings: tuple[Finding, ...] = ()
    """What the checks say of it."""
    drafting: Drafting | None = None
    """How it came about; nothing where nobody kept a record."""


class PartRequest(PlanWord):
    """Another draft of one part of a plan; everything else stays."""

    plan: SessionPlan
    """The plan as it stands."""
    part: str
    """The id of the part to draft again."""
    wish: str = ""
    """What should be different: `quieter`, `without laptops`; anything when left out."""
    seed: int = 1
    """Another seed gives another draft."""
    request: PlanRequest | None = None
    """What the plan was asked for; read off the plan when left out."""
