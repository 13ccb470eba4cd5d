"""A plan built by hand, for the pages to show."""

from __future__ import annotations

from coach.models import (
    Access,
    Activity,
    Break,
    Capture,
    Citation,
    Doing,
    Finding,
    Influence,
    Level,
    Link,
    LinkKind,
    Mode,
    Note,
    Opening,
    OpenSlot,
    Outcome,
    PlanB,
    PlanRequest,
    PlanResult,
    Promise,
    Review,
    ReviewPrompt,
    Roles,
    SessionPlan,
    Severity,
    Step,
    Tone,
)

QUOTES = (
    "a session where everyone does the drawing, on the same case, then compare. Not watching one person draw",
    "when I'm new I don't know if I'm allowed to say a map is hard to read",
)

NO_NEXT_TRY = "The last prompt, “What would you draw first next time?”, leads to no next try."
NEXT_PROMPT = "Whose map will you try to read next week?"


def good_plan(request: PlanRequest, note: Note, community: str) -> PlanResult:
    """Return a ninety-minute plan that takes up two sentences of this note, and three thoughts on it."""
    plan = SessionPlan(
        title=request.title or "Practising together: map a service",
        community=community,
        minutes=request.minutes,
        people=request.people,
        mode=request.mode,
        newcomers=request.newcomers,
        experts=request.experts,
        outcomes=_outcomes(request),
        parts=(_opening(), _drawing(), _break(), _comparing(), _review(), _open(), _capture()),
        links=_links(request),
        access=Access(
            before=("Ask what people need to take part.",),
            during=("Read out what is drawn.",),
            after=("Send photographs with a sentence on each.",),
        ),
        hybrid=("Give every call participant a buddy in the room.",) if request.mode is Mode.HYBRID else (),
        plan_b=PlanB(
            silence="Let people write first.",
            low_turnout="Draw in one group.",
            loud_voice="Go round by table.",
            running_late="Drop the second round, keep the review.",
        ),
        facilitation=("Host, and leave the explaining to the makers.",),
        prepare=("A week before (10 min): ask for one real case with names taken out.", "Large paper and pens."),
        promises=_promises(request),
        citations=tuple(_cite(note, number) for number in (1, 2)),
        influences=(
            Influence(label="S1", part="a1", change="Everyone draws the same case, and nobody watches."),
            Influence(label="S2", part="r1", change="New people speak first, so that it is fine to say so."),
        ),
        from_notes="2 sentences from 1 of your notes shaped this plan, each quoted word for word.",
        drafted_by="playbook",
        seed=request.seed,
    )
    return PlanResult(plan=plan, findings=_findings())


def bare(result: PlanResult) -> PlanResult:
    """Return the same plan as somebody else's program would hand it over: only what every plan has."""
    data = result.plan.model_dump(exclude={"promises", "from_notes", "prepare", "links", "drafted_by"})
    for part in data["parts"]:
        for name in ("bring", "lend", "card", "example", "norm"):
            part.pop(name, None)
        part["steps"] = [{key: step[key] for key in ("minutes", "who", "does")} for step in part["steps"]]
    return PlanResult(plan=SessionPlan.model_validate(data), findings=result.findings)


def _promises(request: PlanRequest) -> tuple[Promise, ...]:
    drawn = Promise(text="Everyone has drawn a map", part="a1", how="It leaves a rough map from each three.")
    more = (Promise(text=text, part="open" if "owner" in text else "", how="") for text in request.by_the_end)
    return (drawn, *more)


def _outcomes(request: PlanRequest) -> tuple[Outcome, ...]:
    sign = "We would notice it because the next map is read without asking its maker."
    return tuple(Outcome(id=f"o{n}", text=text, verb="map", sign=sign) for n, text in enumerate(request.outcomes, 1))


def _cite(note: Note, number: int) -> Citation:
    quote = QUOTES[number - 1]
    start = note.text.index(quote)
    return Citation(
        label=f"S{number}", quote=quote, note=note.path, note_id=note.id, title=note.title, date=note.date.iso,
        start=start, end=start + len(quote),
    )  # fmt: skip


def _opening() -> Opening:
    steps = (
        Step(
            minutes=2,
            who="the host",
            does="Say what tonight is for.",
            doing=Doing.LISTENING,
            one_voice=True,
            say="Tonight everyone draws.",
        ),
        Step(minutes=6, who="pairs", does="Tell each other about a map you could not read.", doing=Doing.TALKING),
    )
    return Opening(
        id="opening", title="A map you could not read", minutes=8, steps=steps,
        why="Everyone has spoken before the work begins.", prompt="When did a map last leave you lost?",
    )  # fmt: skip


def _drawing() -> Activity:
    steps = (
        Step(
            minutes=5,
            who="everyone",
            does="Read the case on your own.",
            doing=Doing.LISTENING,
            say="Read it once, and don't ask yet.",
        ),
        Step(minutes=20, who="threes", does="Draw who is waiting on whom.", doing=Doing.MAKING, citations=("S1",)),
        Step(minutes=5, who="threes", does="Mark what you were not sure of.", doing=Doing.MAKING),
    )
    return Activity(
        id="a1", title="Everyone draws the same case", minutes=30, steps=steps, citations=("S1",),
        why="Nobody watches one person draw.", outcome_ids=("o1",), what_members_do="map a live service together",
        level=Level.CREATE, real_work="one unfinished case from the clinic", artefact="a rough map from each three",
        groups="4 threes", norm="A rough map is the right kind of map.",
        roles=Roles(newcomer="Hold the pen.", regular="Ask what happens next.", expert="Answer only when asked."),
        pitfalls=("The loudest person holds the pen.",), bring="A case that is open.",
        lend="Two cases lie ready.", card=("Who waits: …", "On whom: …"), example="Three boxes and a question mark.",
    )  # fmt: skip


def _comparing() -> Activity:
    steps = (
        Step(minutes=8, who="everyone", does="Walk round and read each map without its makers.", doing=Doing.LISTENING),
        Step(minutes=9, who="threes", does="Change one thing on your own map.", doing=Doing.MAKING),
    )
    return Activity(
        id="a2", title="Read the others' maps and change yours", minutes=17, steps=steps, outcome_ids=("o1",),
        why="Seeing four answers shows what a choice is.", what_members_do="redraw one crossing",
        real_work="the maps on the wall", artefact="a changed map",
    )  # fmt: skip


def _break() -> Break:
    return Break(
        id="b1", title="Tea", minutes=5, steps=(Step(minutes=5, who="everyone", does="Rest.", doing=Doing.OPEN),)
    )


def _review() -> Review:
    steps = (
        Step(minutes=5, who="newcomers first", does="Say what you can read.", doing=Doing.REVIEWING, citations=("S2",)),
        Step(minutes=12, who="everyone", does="Ask the questions of one map at a time.", doing=Doing.REVIEWING),
    )
    prompts = (
        ReviewPrompt(text="What can you say from this map without asking anyone?", tone=Tone.WARM),
        ReviewPrompt(text="Where did you have to guess?", tone=Tone.CURIOUS),
        ReviewPrompt(text="What would you draw first next time?", tone=Tone.NEXT),
    )
    return Review(
        id="r1", title="Tell it back", minutes=17, steps=steps, why="The maps are looked at, and nobody's drawing is.",
        outcome_ids=("o1",), activity_ids=("a1", "a2"), looks_at="the changed maps", prompts=prompts,
        author_speaks="last", compares="the first map and the changed one",
    )  # fmt: skip


def _open() -> OpenSlot:
    return OpenSlot(id="open", title="What came up", minutes=8)


def _capture() -> Capture:
    steps = (Step(minutes=5, who="everyone", does="Write one line on a card.", doing=Doing.MAKING),)
    return Capture(
        id="capture", title="One line each", minutes=5, steps=steps, keeps="one sentence on what you will try",
        consent="A dot on the card means that it may be quoted.",
    )  # fmt: skip


def _links(request: PlanRequest) -> tuple[Link, ...]:
    practised, looked_at = LinkKind.OUTCOME_ACTIVITY, LinkKind.ACTIVITY_REVIEW
    links = [
        Link(
            kind=practised,
            source="o1",
            target="a1",
            reason="They draw a map, which is the thing.",
            strength=2,
        ),
        Link(kind=practised, source="o1", target="a2", reason="Changing a map is part of it.", strength=1),
        Link(kind=looked_at, source="a1", target="r1", reason="The first maps are on the table.", strength=2),
        Link(kind=looked_at, source="a2", target="r1", reason="So are the changed ones.", strength=2),
    ]
    for number in range(1, len(request.outcomes) + 1):
        reason = "Peers say what they can read off it."
        links.append(Link(kind=LinkKind.OUTCOME_REVIEW, source=f"o{number}", target="r1", reason=reason, strength=2))
    return tuple(links)


def no_next_try() -> Finding:
    """Return a thought that says how the last question could go on."""
    return Finding(
        check="R6", severity=Severity.MEND, where="r1", message=NO_NEXT_TRY, why="A look back wants a next try.",
        way_forward="End on one.", rewrite=NEXT_PROMPT,
    )  # fmt: skip


def _findings() -> tuple[Finding, ...]:
    return (
        no_next_try(),
        Finding(
            check="A7", severity=Severity.QUESTION, where="a1", message="One case for all threes.",
            why="People with other services may wait for theirs.", way_forward="Let one three bring its own case.",
        ),
        Finding(
            check="I2", severity=Severity.MEND, where="plan", message="Nobody is named for the people on the call.",
            why="They heard 70% of it last time.", way_forward="Ask one person to be their voice in the room.",
        ),
    )  # fmt: skip
