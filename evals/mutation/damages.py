"""The known half: kinds of damage to what people do, by those who wrote the checks."""

from __future__ import annotations

from random import Random

from coach.models import Activity, Doing, Opening, Outcome, Phase, Roles, SessionPlan, Step

from .edits import fit_minutes, parts_of, pick, with_outcome, with_part, with_steps
from .kinds import Damage
from .lookings import LOOKINGS
from .surroundings import SURROUNDINGS


def _bare_outcome(old: Outcome, text: str) -> dict[str, object]:
    return {"text": text, "verb": "", "object": "", "context": "", "standard": "", "level": None, "solo": None}


def _thing(outcome: Outcome) -> str:
    return outcome.object or "our work"


def _vague_verb(plan: SessionPlan, rng: Random) -> SessionPlan:
    place = rng.randrange(len(plan.outcomes))
    verb = rng.choice(["understand", "know about", "be aware of", "appreciate", "learn about"])
    text = f"We want to {verb} {_thing(plan.outcomes[place])}"
    return with_outcome(plan, place, **_bare_outcome(plan.outcomes[place], text))


def _theirs_not_ours(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    place = rng.randrange(len(plan.outcomes))
    old = plan.outcomes[place]
    if not old.verb:
        return None
    who = rng.choice(["Participants will be able to", "By the end, attendees should", "Learners will"])
    return with_outcome(plan, place, **_bare_outcome(old, f"{who} {old.verb} {old.object}"))


def _two_in_one(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    place = rng.randrange(len(plan.outcomes))
    old = plan.outcomes[place]
    if not old.verb or not old.object:
        return None
    more = rng.choice(["write a shared guide for new colleagues", "interview five residents", "design a new form"])
    return with_outcome(plan, place, text=f"We want to be able to {old.verb} {old.object} and {more}")


def _on_nothing(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    place = rng.randrange(len(plan.outcomes))
    old = plan.outcomes[place]
    if not old.verb:
        return None
    text = f"We want to be able to {old.verb} {rng.choice(['things', 'stuff', 'topics', 'issues'])}"
    return with_outcome(plan, place, **_bare_outcome(old, text))


def _endless(plan: SessionPlan, rng: Random) -> SessionPlan:
    place = rng.randrange(len(plan.outcomes))
    old = plan.outcomes[place]
    tail = (
        "in our own teams, in the teams that we work with, in the places where it matters most to the people we serve, "
        "at the moment when it counts, with the tools that we have, under the rules that apply to us this year"
    )
    return with_outcome(plan, place, text=f"{old.text.rstrip('.')} {tail}")


def _no_sign(plan: SessionPlan, rng: Random) -> SessionPlan:
    return with_outcome(plan, rng.randrange(len(plan.outcomes)), sign="")


def _no_ways_in(plan: SessionPlan, rng: Random) -> SessionPlan:
    return with_outcome(plan, rng.randrange(len(plan.outcomes)), ways_in={})


def _long_talk(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Activity, rng)
    if part is None or part.minutes < 25 or len(part.steps) < 2:
        return None
    talk = Step(
        minutes=max(12, part.minutes - 10),
        who="the expert",
        does=f"Presents slides on {_thing(plan.outcomes[0])} and shows how it is done.",
        doing=Doing.LISTENING,
        one_voice=True,
    )
    last = part.steps[-1].model_copy(update={"minutes": part.minutes - talk.minutes})
    return with_part(plan, part.id, steps=(talk, last))


def _only_discussed(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Activity, rng)
    if part is None:
        return None
    thing = _thing(plan.outcomes[0])
    step = Step(minutes=part.minutes, who="everyone", does=f"Discuss {thing} and why it matters.", doing=Doing.TALKING)
    said = f"Discuss {thing} in the whole group"
    return with_part(plan, part.id, title="Open discussion", what_members_do=said, steps=(step,))


def _lower(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Activity, rng)
    outcome = next((item for item in plan.outcomes if part and item.id in part.outcome_ids), None)
    if part is None or outcome is None or outcome.level is None or outcome.level.rank < 3:
        return None
    said = f"List and name the parts of {_thing(outcome)}"
    step = Step(minutes=part.minutes, who="pairs", does=f"{said} on cards.", doing=Doing.MAKING)
    return with_part(plan, part.id, title="Naming the parts", what_members_do=said, steps=(step,))


def _made_up(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Activity, rng)
    if part is None:
        return None
    work = rng.choice(["A fictional case from the handbook", "An exercise sheet", "A made-up example", ""])
    return with_part(plan, part.id, real_work=work)


def _no_trace(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Activity, rng)
    return None if part is None else with_part(plan, part.id, artefact="")


def _watching(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Activity, rng)
    if part is None:
        return None
    idle = rng.choice(["Watches and learns", "Sits in and listens", "Observes, and takes notes", "Shadows an expert"])
    return with_part(plan, part.id, roles=part.roles.model_copy(update={"newcomer": idle}))


def _no_roles(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Activity, rng)
    if part is None:
        return None
    return with_part(plan, part.id, roles=rng.choice([Roles(), part.roles.model_copy(update={"newcomer": ""})]))


def _no_norm(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Activity, rng)
    norm = rng.choice(["", "Please get it right first time; mistakes will be noted."])
    return None if part is None else with_part(plan, part.id, norm=norm)


def _closing_first(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Activity, rng)
    if part is None or len(part.steps) < 3:
        return None
    return with_part(plan, part.id, steps=(part.steps[-1], *part.steps[:-1]))


def _backwards(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    able = [part for part in parts_of(plan, Activity) if len({step.phase for step in part.steps if step.phase}) > 1]
    if not able:
        return None
    part = rng.choice(able)
    return with_part(plan, part.id, steps=tuple(reversed(part.steps)))


def _never_opens(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    if not any(step.phase is Phase.DIVERGE for part in plan.parts for step in part.steps):
        return None
    part = pick(plan, Activity, rng)
    decided = Phase.CONVERGE

    def close(step: Step) -> Step:
        return step.model_copy(update={"phase": decided if step.phase else None})

    for part in parts_of(plan, Activity):
        plan = with_steps(plan, part.id, close)
    return plan


def _decision_first(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    able = [part for part in parts_of(plan, Activity) if part.steps and part.steps[-1].does.count("?") >= 2]
    if not able:
        return None
    part = rng.choice(able)
    said = "What will you do differently next week, and when? Then: what did you notice while you worked? How was that?"
    step = part.steps[-1].model_copy(update={"does": said})
    return with_part(plan, part.id, steps=(*part.steps[:-1], step))


def _silent_start(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Opening, rng)
    if part is None or plan.parts[0].id != part.id or part.minutes + 6 <= 10 or not plan.parts[1].steps:
        return None
    who = rng.choice(["the host", "the director", "the facilitator"])
    step = Step(minutes=part.minutes, who=who, does="Welcomes people and goes through the agenda.", one_voice=True)
    fields = {"steps": (step,), "prompt": "", "everyone_by_minute": None}
    plan = with_part(plan, part.id, **fields)
    first = plan.parts[1]
    more = step.model_copy(update={"minutes": 6, "does": "Explains the tools and the rules."})
    return with_part(plan, first.id, steps=(more, *fit_minutes(first.steps, first.minutes - more.minutes)))


def _small_talk(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Opening, rng)
    if part is None or not part.steps:
        return None
    prompt = rng.choice(["If you were a fruit, which one?", "What did you have for breakfast?"])
    step = Step(minutes=part.minutes, who="everyone", does=f"Write on a card: {prompt}", doing=Doing.MAKING)
    return with_part(plan, part.id, title="Ice-breaker", prompt=prompt, steps=(step,), why="It is fun.", citations=())


def _blurred(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Activity, rng)
    if part is None or not part.steps:
        return None
    said = rng.choice(["Discuss.", "Group work.", "Work on it.", "Exercise"])
    return with_steps(plan, part.id, lambda step: step.model_copy(update={"does": said, "say": "", "citations": ()}))


def _nobody(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Activity, rng)
    if part is None or not part.steps:
        return None
    return with_steps(plan, part.id, lambda step: step.model_copy(update={"who": ""}))


def _forced(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Activity, rng)
    if part is None or not part.steps:
        return None
    more = rng.choice(
        [
            "Everyone must present to the whole room; nobody may pass.",
            "Each person has to speak for three minutes. Taking part is mandatory.",
            "All members are required to show their work to the room, no exceptions.",
        ]
    )
    last = part.steps[-1]
    changed = last.model_copy(update={"does": f"{last.does} {more}"})
    return with_part(plan, part.id, steps=(*part.steps[:-1], changed))


def _officialese(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Activity, rng)
    if part is None or not part.steps:
        return None
    said = (
        "Participants will collaboratively operationalise the aforementioned considerations, synthesising "
        "multidimensional stakeholder perspectives into an appropriately contextualised representation, "
        "notwithstanding organisational interdependencies, in order to facilitate subsequent prioritisation of "
        "transformational opportunities across the institutional landscape."
    )
    at = rng.randrange(len(part.steps))
    steps = [
        step.model_copy(update={"does": said, "citations": ()}) if place == at else step
        for place, step in enumerate(part.steps)
    ]
    return with_part(plan, part.id, steps=tuple(steps))


def _tested(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Activity, rng)
    if part is None or not part.steps:
        return None
    more = rng.choice(["Finish with a quiz.", "Score each member's work from 1 to 10.", "Rank the teams at the end."])
    last = part.steps[-1]
    changed = last.model_copy(update={"does": f"{last.does} {more}"})
    return with_part(plan, part.id, steps=(*part.steps[:-1], changed))


def _kpi_sign(plan: SessionPlan, rng: Random) -> SessionPlan:
    place = rng.randrange(len(plan.outcomes))
    sign = rng.choice(
        ["80 % of members must reach the target by Q3.", "Our KPIs go up.", "Attendance targets are met."]
    )
    return with_outcome(plan, place, sign=sign)


DAMAGES: tuple[Damage, ...] = (
    Damage("vague verb", "An outcome asks for what nobody can see anybody do.", ("O2",), _vague_verb),
    Damage("not their voice", "An outcome is said of participants, not by members.", ("O1",), _theirs_not_ours),
    Damage("two in one", "An outcome asks for a second, different doing.", ("O2", "O7"), _two_in_one),
    Damage("on nothing", "An outcome's object is things, stuff, topics.", ("O3",), _on_nothing),
    Damage("endless outcome", "An outcome goes on for far more than thirty words.", ("O7",), _endless),
    Damage("no sign", "An outcome no longer says what people would notice.", ("O4",), _no_sign),
    Damage("no ways in", "An outcome has no ways in for new and old hands.", ("O6",), _no_ways_in),
    Damage("one long talk", "An expert presents for most of an activity.", ("A5", "A1", "S1"), _long_talk),
    Damage("only discussed", "Members discuss what the outcome asks them to do.", ("A1", "S1"), _only_discussed),
    Damage("lower level", "Members only list and name, below the outcome's level.", ("A1", "S1"), _lower),
    Damage("made-up work", "The work is invented or not named.", ("A2",), _made_up),
    Damage("no trace", "An activity leaves nothing on the table.", ("A3", "S1"), _no_trace),
    Damage("newcomers watch", "Someone new only watches.", ("A4",), _watching),
    Damage("no roles", "There is no job for newcomers, or for anybody.", ("A4",), _no_roles),
    Damage("not safe", "Nothing makes it safe to be wrong, or a threat does the opposite.", ("A7",), _no_norm),
    Damage("closing first", "The looking back of an activity stands before the doing.", ("S4", "A6"), _closing_first),
    Damage("backwards", "An activity's steps run from closing to opening up.", ("S4", "A6"), _backwards),
    Damage("never opens", "Every step with a phase closes.", ("S4",), _never_opens),
    Damage("decision first", "A debrief asks for the decision before the facts.", ("A6",), _decision_first),
    Damage("silent start", "One voice opens, and nobody else speaks for long.", ("S3",), _silent_start),
    Damage("small talk", "The opening has nothing to do with the outcome.", ("X2", "S1"), _small_talk),
    Damage("blurred steps", "An activity's steps say nothing that a host could run.", ("X5", "A1"), _blurred),
    Damage("nobody does it", "An activity's steps no longer say who does them.", ("X5",), _nobody),
    Damage("forced", "People have to perform, with no way round.", ("X6",), _forced),
    Damage("officialese", "A step becomes one long sentence of long words.", ("X6",), _officialese),
    Damage("tested", "An activity ends on a quiz, a score or a rank.", ("X1",), _tested),
    Damage("KPI sign", "The sign becomes a target.", ("X1", "O4"), _kpi_sign),
    *LOOKINGS,
    *SURROUNDINGS,
)
"""All kinds of the known half."""
