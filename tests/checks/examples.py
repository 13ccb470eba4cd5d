"""One good plan, written by hand: 90 minutes, 14 people, hybrid, mapping. Tests damage it one place at a time."""

from __future__ import annotations

from typing import Any

from coach.models import (
    Access,
    Activity,
    Break,
    Capture,
    CheckResult,
    Citation,
    Doing,
    Finding,
    Influence,
    Level,
    Link,
    LinkKind,
    Mode,
    Opening,
    OpenSlot,
    Outcome,
    PlanB,
    Review,
    ReviewPrompt,
    Roles,
    SessionPlan,
    Severity,
    Step,
    Tone,
)

TALKING, MAKING, REVIEWING = Doing.TALKING, Doing.MAKING, Doing.REVIEWING
NOTE_ID = "n1"
NOTE = (
    "# Clinic, 14 May\n\nWe drew for an hour and nobody asked\nwhere the waiting happens. The map was tidy.\n\n"
    "Ada said the housing team never sees our arrows.\n"
)
QUOTE = "nobody asked\nwhere the waiting happens"
SECOND = "the housing team never sees our arrows"


def _citation(label: str, quote: str) -> Citation:
    start = NOTE.index(quote)
    return Citation(
        label=label, quote=quote, note="clinics/may.md", note_id=NOTE_ID, start=start, end=start + len(quote)
    )


OUTCOME = Outcome(
    id="o1",
    text="We want to be able to map complex systems more confidently and consistently.",
    verb="map",
    object="complex systems",
    standard="more confidently and consistently",
    level=Level.CREATE,
    sign="We'd notice it because a map from here turns up in a team's planning meeting.",
    ways_in={"newcomer": "Hold the pen and ask what happens then.", "expert": "Answer when asked, and draw nothing."},
)

OPENING = Opening(
    id="opening",
    title="One sentence each",
    minutes=10,
    prompt="Finish the sentence: “When I map a system, I get stuck when …”",
    everyone_by_minute=7,
    steps=(
        Step(
            minutes=2,
            who="the host",
            does="Reads the prompt out and posts it in the chat.",
            one_voice=True,
            doing=Doing.LISTENING,
        ),
        Step(minutes=5, who="everyone", does="Writes one sentence on a card or in the chat.", doing=MAKING),
        Step(minutes=3, who="everyone", does="Reads the sentences in silence.", doing=REVIEWING),
    ),
)

ACTIVITY = Activity(
    id="a1",
    title="Who waits on whom",
    minutes=35,
    outcome_ids=("o1",),
    what_members_do="Map a live service in threes: who waits on whom",
    level=Level.CREATE,
    real_work="A complex system that one of the three is changing this month, unfinished",
    artefact="a rough map of waits with its open questions",
    groups="4 threes and 1 pair",
    norm="These are first lines; a wrong arrow tells us whom to ask.",
    roles=Roles(
        newcomer="Holds the pen and asks “what happens then?” after each line",
        regular="Tells the case from their own work and says what waits",
        expert="Answers when asked and draws nothing",
    ),
    citations=("S1",),
    steps=(
        Step(minutes=5, who="threes", does="Choose a service on somebody's desk this week.", doing=TALKING),
        Step(
            minutes=22,
            who="threes",
            does="Map who waits on whom. You wrote: “nobody asked where the waiting happens” (S1). Begin there.",
            doing=MAKING,
            citations=("S1",),
        ),
        Step(
            minutes=8,
            who="threes",
            does="Put a dot where you are guessing, and write the question.",
            doing=MAKING,
        ),
    ),
)

REVIEW = Review(
    id="r1",
    title="Two maps, two chairs",
    minutes=20,
    outcome_ids=("o1",),
    activity_ids=("a1",),
    looks_at="a rough map of waits with its open questions",
    author_speaks="first and last",
    compares="the sentence from the opening and the map as it is now",
    prompts=(
        ReviewPrompt(text="Which arrow on the map changed how you see this system?", tone=Tone.WARM),
        ReviewPrompt(text="Where in the map would you ask someone before trusting it?", tone=Tone.CURIOUS),
        ReviewPrompt(text="What has moved since your opening sentence on mapping?", tone=Tone.SELF),
        ReviewPrompt(text="What would you like to try on your own map next?", tone=Tone.NEXT),
    ),
    steps=(
        Step(minutes=4, who="threes", does="The author says what they would like looked at.", doing=TALKING),
        Step(minutes=12, who="pairs of threes", does="Look at the other map with the prompts.", doing=REVIEWING),
        Step(minutes=4, who="everyone", does="Reads the opening sentence and writes one now.", doing=MAKING),
    ),
)

CAPTURE = Capture(
    id="capture",
    title="Keep one line",
    minutes=5,
    keeps="One sentence each on what moved",
    consent="Each card has two boxes: keep it here, or quote it outside without a name; empty means neither.",
)

PARTS = (
    OPENING,
    ACTIVITY,
    Break(id="break", title="Break", minutes=10),
    REVIEW,
    OpenSlot(id="open", title="Open", minutes=10),
    CAPTURE,
)

LINKS = (
    Link(kind=LinkKind.OUTCOME_ACTIVITY, source="o1", target="a1", strength=2, reason="Everyone maps a live service."),
    Link(kind=LinkKind.ACTIVITY_REVIEW, source="a1", target="r1", strength=2, reason="The map itself is on the table."),
    Link(
        kind=LinkKind.OUTCOME_REVIEW,
        source="o1",
        target="r1",
        strength=2,
        reason="People set their opening sentence beside the map and say what moved.",
    ),
)

GOOD = SessionPlan(
    title="Mapping the waits",
    community="Service Mapping Circle",
    minutes=90,
    people=14,
    mode=Mode.HYBRID,
    newcomers=3,
    experts=2,
    outcomes=(OUTCOME,),
    parts=PARTS,
    links=LINKS,
    access=Access(
        before=("Ask about access needs in the invitation.",),
        during=("Say who is speaking; captions are on.",),
        after=("The board stays open for a week.",),
    ),
    hybrid=("The call goes first in each round.", "One shared board for everyone."),
    plan_b=PlanB(
        silence="Write first, then read out for each other.",
        low_turnout="Two groups instead of five.",
        loud_voice="The next question goes to the cards.",
    ),
    facilitation=(f"Remember that “{SECOND}” (S2), so leave a line open for them.",),
    prepare=("Paper, pens, one board link.",),
    citations=(_citation("S1", QUOTE), _citation("S2", SECOND)),
    influences=(
        Influence(label="S1", part="a1", change="The mapping begins where the waiting happens."),
        Influence(label="S2", part="facilitation", change="The host leaves a line open for the housing team."),
    ),
    from_notes="Two sentences from one of your notes shaped this plan.",
    drafted_by="a person",
)

NOTES = {NOTE_ID: NOTE}


def changed(plan: SessionPlan = GOOD, **fields: Any) -> SessionPlan:
    """Return the plan with some fields of its own changed, read again so that it is a valid one."""
    return SessionPlan.model_validate(plan.model_dump() | fields)


def with_part(part_id: str, plan: SessionPlan = GOOD, **fields: Any) -> SessionPlan:
    """Return the plan with some fields of one part changed."""
    parts = [part.model_dump() | (fields if part.id == part_id else {}) for part in plan.parts]
    return changed(plan, parts=parts)


def with_step(part_id: str, index: int, **fields: Any) -> SessionPlan:
    """Return the good plan with some fields of one step changed."""
    part = next(part for part in GOOD.parts if part.id == part_id)
    steps = [step.model_dump() | (fields if place == index else {}) for place, step in enumerate(part.steps)]
    return with_part(part_id, steps=steps)


def with_outcome(text: str, **fields: Any) -> SessionPlan:
    """Return the good plan with another outcome sentence, nothing else known of it."""
    return changed(outcomes=[{"id": "o1", "text": text} | fields])


def with_prompts(*prompts: str) -> SessionPlan:
    """Return the good plan with other prompts, as plain questions."""
    return with_part("r1", prompts=prompts)


def to_mend(found: CheckResult | tuple[Finding, ...]) -> list[Finding]:
    """Return what stops it or is worth mending."""
    findings = found.findings if isinstance(found, CheckResult) else found
    return [finding for finding in findings if finding.severity is not Severity.QUESTION]


def codes(found: CheckResult | tuple[Finding, ...]) -> set[str]:
    """Return the codes of what stops it or is worth mending."""
    return {finding.check for finding in to_mend(found)}
