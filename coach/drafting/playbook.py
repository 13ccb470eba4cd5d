"""The playbook drafter: composes a plan from the craft library and the passages, with no model.

The same request, notes and seed give the same plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from coach.checks import derive_alignment
from coach.models import (
    Activity,
    Break,
    Cue,
    Level,
    Link,
    Outcome,
    Part,
    Review,
    SessionPlan,
    VerbFamily,
)
from coach.playbook import Playbook, parse_outcome, to_brief, to_wording
from coach.playbook.schema import Pattern, Protocol
from coach.playbook.select import Situation, choose_fit, rank_openings, rank_patterns, rank_protocols
from coach.ports import DraftInput

from .around import (
    Used,
    describe_share,
    to_access,
    to_hybrid,
    to_lessons,
    to_lines,
    to_plan_b,
    to_preparation,
    to_sign,
    with_ways_in,
)
from .linking import link_activity, link_review
from .outline import Block, Outline, check_request, make_outline, place_breaks
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
            sign=to_sign(wording),
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
        breaks = place_breaks(len(outline.blocks), outline.breaks)
        activities: list[Activity] = []
        for place, block in enumerate(outline.blocks, 1):
            activity = self._add_activity(session, block, place)
            activities.append(activity)
            self._add_break(session, breaks.get((place - 1, False)))
            if block.review_minutes:
                goal = session.goals[block.outcome]
                self._add_review(session, [goal], [activity], Slot(f"r{place}", block.review_minutes))
            self._add_break(session, breaks.get((place - 1, True)))
        if outline.joint_review:
            self._add_review(session, session.goals, activities, Slot("r1", outline.joint_review))

    def _add_break(self, session: _Session, minutes: int | None) -> None:
        if minutes:
            place = 1 + sum(isinstance(part, Break) for part in session.parts)
            session.parts.append(to_break(self._playbook.session.break_text, Slot(f"b{place}", minutes)))

    def _add_activity(self, session: _Session, block: Block, place: int) -> Activity:
        goal, request = session.goals[block.outcome], session.given.request
        wanted = self._situation(session, goal, block.activity_minutes)
        used = [pattern.id for pattern in session.patterns]
        fits = rank_patterns(self._playbook.patterns, wanted, used)
        if not any(_reaches(fit.entry, goal) for fit in fits):
            # Doing a fitting thing twice beats doing a new thing that falls short of the outcome.
            fits = rank_patterns(self._playbook.patterns, wanted)
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
        used = Used(tuple(session.patterns), tuple(session.protocols), wording, request)
        return SessionPlan(
            title=request.title or _title(session.goals),
            community=session.given.community.name,
            minutes=request.minutes,
            people=request.people,
            mode=request.mode,
            newcomers=request.newcomers,
            experts=request.experts,
            outcomes=tuple(with_ways_in(goal.aim.outcome, session.parts) for goal in session.goals),
            parts=tuple(session.parts),
            links=tuple(session.links),
            access=to_access(texts, used),
            hybrid=to_hybrid(texts, used),
            plan_b=to_plan_b(texts, used),
            facilitation=(*to_lines(texts.facilitation, request.mode), *to_lessons(session.pool)),
            prepare=to_preparation(session.parts, request),
            citations=tuple(session.pool.citations),
            influences=tuple(session.pool.influences),
            ask_first=() if session.pool.citations else texts.three_questions,
            from_notes=describe_share(session.pool),
            drafted_by=self.name,
            seed=request.seed,
        )


def _reaches(pattern: Pattern, goal: _Goal) -> bool:
    return max(level.rank for level in pattern.levels) >= goal.level.rank


def _title(goals: Sequence[_Goal]) -> str:
    first, *others = goals
    doings = [
        first.aim.wording.doing if not others else first.aim.brief.doing,
        *(goal.aim.brief.doing for goal in others),
    ]
    return f"Practising together: {', then '.join(doings)}"
