"""The playbook drafter: composes a plan from the craft library and the passages, with no model.

The same request, notes and seed give the same plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from coach.checks import derive_alignment
from coach.models import (
    Access,
    Activity,
    Cue,
    Level,
    Link,
    Mode,
    Outcome,
    Part,
    PlanB,
    PlanRequest,
    Review,
    SessionPlan,
    VerbFamily,
)
from coach.playbook import Playbook, Wording, fill, parse_outcome, to_brief, to_wording
from coach.playbook.schema import Pattern, Protocol
from coach.playbook.select import Situation, choose_fit, rank_openings, rank_patterns, rank_protocols
from coach.ports import DraftInput

from .linking import link_activity, link_review
from .outline import Block, Outline, check_request, make_outline
from .parts import Slot, to_activity, to_break, to_capture, to_open_slot, to_opening, to_review
from .quoting import QuotePool, quoted
from .telling import Aim


@dataclass(frozen=True)
class _Goal:
    """An outcome with what choosing from the playbook needs to know."""

    aim: Aim
    family: VerbFamily
    level: Level


@dataclass
class _Session:
    """A plan in the making."""

    given: DraftInput
    goals: Sequence[_Goal]
    outline: Outline
    pool: QuotePool
    parts: list[Part] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    patterns: list[Pattern] = field(default_factory=list)
    protocols: list[Protocol] = field(default_factory=list)


class PlaybookDrafter:
    """Drafts from the playbook."""

    name = "playbook"

    def __init__(self, playbook: Playbook) -> None:
        """Keep the playbook."""
        self._playbook = playbook

    def draft_plan(self, given: DraftInput) -> SessionPlan:
        """Return a whole plan whose minutes add up.

        Raises:
            BadRequest: No sensible session fits the request.
        """
        request = given.request
        check_request(request)
        goals = [self._goal(text, place) for place, text in enumerate(request.outcomes, 1)]
        session = _Session(
            given,
            goals,
            make_outline(request.minutes, len(goals)),
            QuotePool(given.quotes if given.found.enough else ()),
        )
        self._add_opening(session)
        self._add_blocks(session)
        self._add_ending(session)
        return self._with_read_strengths(self._to_plan(session))

    # -- outcomes ----------------------------------------------------------------------------------
    def _goal(self, text: str, place: int) -> _Goal:
        parsed = parse_outcome(text, self._playbook.lexicon)
        wording = to_wording(parsed)
        outcome = Outcome(
            id=f"o{place}",
            text=parsed.text,
            verb=parsed.verb,
            object=parsed.object,
            context=parsed.context,
            standard=parsed.standard,
            level=parsed.level,
            solo=parsed.solo,
            sign=f"We'd notice it because {wording.a_draft} made here is picked up again in the work itself.",
        )
        return _Goal(Aim(outcome, wording, to_brief(parsed)), parsed.family, parsed.level or Level.APPLY)

    def _situation(self, session: _Session, goal: _Goal, minutes: int) -> Situation:
        request = session.given.request
        return Situation(
            family=goal.family,
            level=goal.level,
            minutes=minutes,
            people=request.people,
            mode=request.mode,
            newcomers=request.newcomers,
            experts=request.experts,
            cues=session.pool.cues,
        )

    # -- parts -------------------------------------------------------------------------------------
    def _add_opening(self, session: _Session) -> None:
        slot = Slot("opening", session.outline.opening)
        wanted = self._situation(session, session.goals[0], slot.minutes)
        fits = rank_openings(self._playbook.session.openings, wanted)
        entry = choose_fit(fits, session.given.request.seed, "opening")
        session.parts.append(to_opening(entry, slot, [goal.aim for goal in session.goals], session.pool))

    def _add_blocks(self, session: _Session) -> None:
        outline = session.outline
        activities: list[Activity] = []
        for place, block in enumerate(outline.blocks, 1):
            activity = self._add_activity(session, block, place)
            activities.append(activity)
            if len(outline.blocks) == 1:
                self._add_break(session, 1)
            if block.review_minutes:
                goal = session.goals[block.outcome]
                self._add_review(session, [goal], [activity], Slot(f"r{place}", block.review_minutes))
            if place < len(outline.blocks):
                self._add_break(session, place)
        if outline.joint_review:
            self._add_review(session, session.goals, activities, Slot("r1", outline.joint_review))

    def _add_break(self, session: _Session, place: int) -> None:
        breaks = session.outline.breaks
        if place <= len(breaks):
            text = self._playbook.session.break_text
            session.parts.append(to_break(text, Slot(f"b{place}", breaks[place - 1])))

    def _add_activity(self, session: _Session, block: Block, place: int) -> Activity:
        goal, request = session.goals[block.outcome], session.given.request
        wanted = self._situation(session, goal, block.activity_minutes)
        used = [pattern.id for pattern in session.patterns]
        fits = rank_patterns(self._playbook.patterns, wanted, used) or rank_patterns(self._playbook.patterns, wanted)
        pattern = choose_fit(fits, request.seed, f"activity {place}")
        activity = to_activity(pattern, Slot(f"a{place}", block.activity_minutes), goal.aim, request, session.pool)
        session.patterns.append(pattern)
        session.parts.append(activity)
        session.links.append(link_activity(goal.aim, activity, pattern, same_family=goal.family in pattern.families))
        return activity

    def _add_review(
        self, session: _Session, goals: Sequence[_Goal], activities: Sequence[Activity], slot: Slot
    ) -> None:
        wanted = self._situation(session, goals[0], slot.minutes)
        used = [protocol.id for protocol in session.protocols]
        protocol = choose_fit(
            rank_protocols(self._playbook.protocols, wanted, used), session.given.request.seed, slot.id
        )
        aims = [goal.aim for goal in goals]
        review = self._with_question_of_theirs(session, to_review(protocol, slot, aims, activities))
        session.protocols.append(protocol)
        session.parts.append(review)
        session.links.extend(link_review(aims, activities, review, protocol))

    def _with_question_of_theirs(self, session: _Session, review: Review) -> Review:
        question = session.pool.take(Cue.QUESTION)
        citation = question or session.pool.take(Cue.WISH)
        if citation is None or not review.steps:
            return review
        last = review.steps[-1]
        said = (
            f"Before you close, read out what one of you wrote: {quoted(citation)} ({citation.label}). "
            "What would you say to that now, with this work in front of you?"
        )
        step = last.model_copy(update={"does": f"{last.does} {said}", "citations": (*last.citations, citation.label)})
        what = "question" if question else "wish"
        session.pool.record(citation, review.id, f"The review ends on a {what} from your own notes.")
        return review.model_copy(
            update={"steps": (*review.steps[:-1], step), "citations": (*review.citations, citation.label)}
        )

    def _add_ending(self, session: _Session) -> None:
        aim, request, texts = session.goals[0].aim, session.given.request, self._playbook.session
        slots = texts.open_slots
        session.parts.append(
            to_open_slot(slots[request.seed % len(slots)], Slot("open", session.outline.open_slot), aim)
        )
        captures = [item for item in texts.captures if request.mode in item.modes] or list(texts.captures)
        entry = captures[request.seed % len(captures)]
        session.parts.append(to_capture(entry, Slot("capture", session.outline.capture), aim))

    # -- the whole ---------------------------------------------------------------------------------
    def _with_read_strengths(self, plan: SessionPlan) -> SessionPlan:
        """Let each link claim no more than the checks can read off the plan."""
        read = {item.outcome_id: item.links for item in derive_alignment(plan, self._playbook.lexicon)}
        owner = {item.id: item.outcome_ids[0] for item in plan.parts if isinstance(item, Activity) and item.outcome_ids}
        links = []
        for link in plan.links:
            strengths = read.get(owner.get(link.source, link.source), {})
            found = strengths.get(link.kind)
            links.append(
                link if found is None else link.model_copy(update={"strength": min(link.strength, found.value)})
            )
        return plan.model_copy(update={"links": tuple(links)})

    def _to_plan(self, session: _Session) -> SessionPlan:
        request, texts = session.given.request, self._playbook.session
        wording = session.goals[0].aim.wording
        facilitation = (*texts.facilitation, *_lessons(session.pool))
        hybrid = (*texts.hybrid, *_each(session.patterns, "hybrid", wording)) if request.mode is Mode.HYBRID else ()
        return SessionPlan(
            title=request.title or f"Practising together: {wording.doing}",
            community=session.given.community.name,
            minutes=request.minutes,
            people=request.people,
            mode=request.mode,
            newcomers=request.newcomers,
            experts=request.experts,
            outcomes=tuple(_with_ways_in(goal.aim.outcome, session.parts) for goal in session.goals),
            parts=tuple(session.parts),
            links=tuple(session.links),
            access=self._access(session),
            hybrid=hybrid,
            plan_b=_plan_b(session.patterns[0], wording, texts.running_late),
            facilitation=facilitation,
            prepare=_prepare(session.parts),
            citations=tuple(session.pool.citations),
            influences=tuple(session.pool.influences),
            ask_first=() if session.pool.citations else texts.three_questions,
            from_notes=_from_notes(session),
            drafted_by=self.name,
            seed=request.seed,
        )

    def _access(self, session: _Session) -> Access:
        texts, wording = self._playbook.session, session.goals[0].aim.wording
        own = [fill(line, wording) for pattern in session.patterns for line in pattern.access]
        reviews = [fill(line, wording) for protocol in session.protocols for line in protocol.access]
        during = tuple(dict.fromkeys((*texts.access_during, *own, *reviews)))
        return Access(before=texts.access_before, during=during, after=texts.access_after)


def _each(patterns: Sequence[Pattern], name: str, wording: Wording) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fill(getattr(pattern, name), wording) for pattern in patterns))


_LESSONS = (
    (True, Cue.WORKED, "Keep what has worked when you met", "The host is reminded of what worked here."),
    (
        True,
        Cue.STRUGGLE,
        "Watch for what got in the way when you met",
        "The host is warned of what got in the way here.",
    ),
    (True, Cue.WISH, "Make room for what people asked for", "The host is told what people asked for."),
    (False, Cue.WORKED, "Have in mind what has helped with this before", "The host has in mind what helped before."),
    (False, Cue.STRUGGLE, "Listen for what has been hard about this", "The host listens for what has been hard."),
    (False, None, "Have in mind what somebody here wrote", "The host has the community's own words in mind."),
    (False, None, "And this", "The host has the community's own words in mind."),
)


def _lessons(pool: QuotePool) -> tuple[str, ...]:
    lines: list[str] = []
    for about_meetings, cue, opening, change in _LESSONS:
        citation = pool.take(cue, about_meetings=about_meetings)
        if citation is not None:
            pool.record(citation, "facilitation", change)
            lines.append(f"{opening}: {quoted(citation)} ({citation.label}).")
    return tuple(lines)


def _with_ways_in(outcome: Outcome, parts: Sequence[Part]) -> Outcome:
    for part in parts:
        if isinstance(part, Activity) and outcome.id in part.outcome_ids:
            return outcome.model_copy(update={"ways_in": part.roles.model_dump()})
    return outcome


def _plan_b(pattern: Pattern, wording: Wording, running_late: str) -> PlanB:
    return PlanB(
        silence=fill(pattern.plan_b.silence, wording),
        low_turnout=fill(pattern.plan_b.low_turnout, wording),
        loud_voice=fill(pattern.plan_b.loud_voice, wording),
        running_late=fill(running_late, wording),
    )


def _prepare(parts: Sequence[Part]) -> tuple[str, ...]:
    activities = [part for part in parts if isinstance(part, Activity)]
    bring = [f"Ask people to bring: {part.real_work}." for part in activities]
    materials = [item for part in activities for item in part.materials]
    return tuple(dict.fromkeys((*bring, *materials)))


def _from_notes(session: _Session) -> str:
    citations = session.pool.citations
    if not citations:
        return (
            "This plan has nothing of yours in it yet: the notes hold nothing near this outcome. "
            "It is sound as a first session; ask the three questions below, and the next plan can start from the "
            "answers."
        )
    notes = len({citation.note_id for citation in citations})
    words = "sentence" if len(citations) == 1 else "sentences"
    return (
        f"{len(citations)} {words} from {notes} of your notes shaped this plan, each quoted word for word. "
        "The way of working comes from the playbook."
    )


def describe_request(request: PlanRequest) -> str:
    """Say a request in one line: `90 minutes, 14 people, hybrid`."""
    return f"{request.minutes} minutes, {request.people} people, {request.mode.value.replace('_', ' ')}"
