"""The playbook drafter: composes a plan from the craft library and the passages, with no model.

The same request, notes and seed give the same plan.
"""

from __future__ import annotations

from collections.abc import Sequence

from coach.models import (
    Activity,
    Break,
    Brief,
    CoachReply,
    NotesAnswer,
    OutcomesResult,
    Review,
    RewritesResult,
    SessionPlan,
)
from coach.playbook import Playbook
from coach.playbook.schema import OpeningEntry, Pattern
from coach.playbook.select import WITHIN_OPENINGS, choose_fit, rank_openings
from coach.ports import AnswerInput, BriefInput, CoachingInput, DraftInput, OutcomesInput, PartInput, RewriteInput

from . import preparing
from .around import Used, describe_share, to_access, to_hybrid, to_lines, to_plan_b, with_ways_in
from .asking_back import ask_back
from .brief.answering import compose_answer
from .brief.composing import compose_brief
from .coaching.replying import draft_reply
from .lessons import to_lessons
from .linking import link_activity, link_review, with_read_strengths
from .making import Goal, Making, choose_pattern, choose_protocol, start_making, tell_choice, to_situation
from .outcomes import propose
from .outline import Block, check_request, place_breaks
from .parts import Slot, to_activity, to_break, to_capture, to_open_slot, to_opening, to_review
from .promises import Result, add_steps, find_results, is_settled, to_promises
from .promises import to_tasks as promise_tasks
from .redrafting import redraft
from .rewording import reword


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
        return self.finish(self.make(given))

    def make(self, given: DraftInput) -> Making:
        """Return a plan in the making, with all its parts: others may put theirs in their place.

        Raises:
            BadRequest: No sensible session fits the request.
        """
        check_request(given.request)
        making = start_making(given, self._playbook)
        self._add_opening(making)
        self._add_blocks(making)
        making.results = find_results(given.request.outcomes, given.request.by_the_end)
        keep_promises(making)
        self._add_ending(making)
        return making

    def finish(self, making: Making) -> SessionPlan:
        """Return the whole plan, with all that follows from its parts."""
        return with_read_strengths(self._to_plan(making, making.results), self._playbook.lexicon)

    def draft_outcomes(self, given: OutcomesInput) -> OutcomesResult:
        """Return outcomes to choose from, or the questions to ask where the notes say too little."""
        return propose(given, self.name, self._playbook.session.three_questions)

    def draft_rewrites(self, given: RewriteInput) -> RewritesResult:
        """Return up to three other wordings of an outcome, by rule; fewer where they would not really differ."""
        return reword(given, self.name, self._playbook.lexicon)

    def draft_part(self, given: PartInput) -> SessionPlan:
        """Return the plan with one part drafted again, of the same minutes; what leans on it follows."""
        return with_read_strengths(redraft(given, self._playbook), self._playbook.lexicon)

    def draft_reply(self, given: CoachingInput) -> CoachReply:
        """Return a reply to somebody who asks for coaching."""
        return draft_reply(given)

    def draft_brief(self, given: BriefInput) -> Brief:
        """Return a page in the community's own words, framed."""
        return compose_brief(given)

    def draft_answer(self, given: AnswerInput) -> NotesAnswer:
        """Return a few of the notes' own sentences on a question, or that the notes do not say."""
        return compose_answer(given)

    # -- parts -------------------------------------------------------------------------------------
    def _add_opening(self, making: Making) -> None:
        slot = Slot("opening", making.outline.opening)
        wanted = to_situation(making, making.goals[0], slot.minutes)
        place = making.given.place
        returns = place is not None and place.number > 1
        fits = rank_openings(_returning(self._playbook.session.openings, returns), wanted)
        used = [fit.entry.id for fit in fits if place is not None and fit.entry.title in place.openings]
        entry = choose_fit(fits, making.turn, used, within=WITHIN_OPENINGS)
        making.parts.append(to_opening(entry, slot, [goal.aim for goal in making.goals], making.pool))

    def _add_blocks(self, making: Making) -> None:
        outline = making.outline
        breaks = place_breaks(len(outline.blocks), outline.breaks)
        activities: list[Activity] = []
        for place, block in enumerate(outline.blocks):
            activity = self._add_activity(making, block, place)
            activities.append(activity)
            self._add_break(making, breaks.get((place, False)))
            if block.review_minutes:
                goal = making.goals[block.outcome]
                self._add_review(making, [goal], [activity], Slot(f"r{place + 1}", block.review_minutes))
            self._add_break(making, breaks.get((place, True)))
        if outline.joint_review:
            self._add_review(making, making.goals, activities, Slot("r1", outline.joint_review))

    def _add_break(self, making: Making, minutes: int | None) -> None:
        if minutes:
            place = 1 + sum(isinstance(part, Break) for part in making.parts)
            making.parts.append(to_break(self._playbook.session.break_text, Slot(f"b{place}", minutes)))

    def _add_activity(self, making: Making, block: Block, place: int) -> Activity:
        goal, request = making.goals[block.outcome], making.given.request
        pattern = choose_pattern(making, self._patterns(making.given), goal, block.activity_minutes, place)
        slot = Slot(f"a{place + 1}", block.activity_minutes)
        activity = to_activity(pattern, slot, goal.aim, request, making.pool)
        why = f"{activity.why} {tell_choice(pattern, activity, making.told)}".strip()
        activity = activity.model_copy(update={"why": why})
        making.patterns.append(pattern)
        making.parts.append(activity)
        making.links.append(link_activity(goal.aim, activity, pattern, same_family=goal.family in pattern.families))
        return activity

    def _patterns(self, given: DraftInput) -> Sequence[Pattern]:
        return (*self._playbook.patterns, *given.own_patterns)

    def _add_review(self, making: Making, goals: Sequence[Goal], activities: Sequence[Activity], slot: Slot) -> None:
        protocol = choose_protocol(making, self._playbook.protocols, goals[0], slot.minutes, activities)
        aims = [goal.aim for goal in goals]
        review = ask_back(making, to_review(protocol, slot, aims, activities))
        making.protocols.append(protocol)
        making.parts.append(review)
        making.links.extend(link_review(aims, activities, review, protocol))

    def _add_ending(self, making: Making) -> None:
        aim, request, texts = making.goals[0].aim, making.given.request, self._playbook.session
        slots = texts.open_slots
        making.parts.append(to_open_slot(slots[making.turn % len(slots)], Slot("open", making.outline.open_slot), aim))
        captures = [item for item in texts.captures if request.mode in item.modes] or list(texts.captures)
        entry = captures[making.turn % len(captures)]
        making.parts.append(to_capture(entry, Slot("capture", making.outline.capture), aim))

    # -- the whole ---------------------------------------------------------------------------------
    def _to_plan(self, making: Making, results: Sequence[Result]) -> SessionPlan:
        request, texts = making.given.request, self._playbook.session
        used = Used(tuple(making.patterns), tuple(making.protocols), making.goals[0].aim.wording, request)
        lessons = to_lessons(self._playbook.lessons, making.pool, request.mode)
        tasks = [
            *preparing.ask_to_bring(making.parts, request),
            *preparing.to_tasks(making.patterns, used.wording),
            *promise_tasks([item for item in results if not _is_settled(item, making)]),
            *lessons.tasks,
        ]
        return SessionPlan(
            title=request.title or _title(making.goals),
            community=making.given.community.name,
            minutes=request.minutes,
            people=request.people,
            mode=request.mode,
            newcomers=request.newcomers,
            experts=request.experts,
            outcomes=tuple(with_ways_in(goal.aim.outcome, making.parts) for goal in making.goals),
            parts=tuple(making.parts),
            links=tuple(making.links),
            promises=to_promises([goal.aim for goal in making.goals], results, making.parts),
            access=to_access(texts, used),
            hybrid=to_hybrid(texts, used),
            plan_b=to_plan_b(texts, used),
            facilitation=(*lessons.lines, *to_lines(texts.facilitation, request.mode)),
            prepare=preparing.to_preparation(tasks, making.parts),
            citations=tuple(making.pool.citations),
            influences=tuple(making.pool.influences),
            ask_first=texts.three_questions if making.pool.holds_little else (),
            from_notes=describe_share(making.pool),
            drafted_by=self.name,
            seed=request.seed,
        )


def keep_promises(making: Making) -> None:
    """Give the last review what the promised results call for."""
    place = max(place for place, part in enumerate(making.parts) if isinstance(part, Review))
    review = making.parts[place]
    assert isinstance(review, Review)
    making.parts[place] = add_steps(review, [item for item in making.results if not _is_settled(item, making)])


def _is_settled(result: Result, making: Making) -> bool:
    return any(is_settled(result, part) for part in making.parts if isinstance(part, Activity))


def _returning(openings: Sequence[OpeningEntry], wanted: bool) -> Sequence[OpeningEntry]:
    """Return the openings that begin from last time, or those that don't; all of them when there is none."""
    return [entry for entry in openings if entry.returns is wanted] or openings


def _title(goals: Sequence[Goal]) -> str:
    first, *others = goals
    doings = [
        first.aim.wording.doing if not others else first.aim.brief.doing,
        *(goal.aim.brief.doing for goal in others),
    ]
    return f"Practising together: {', then '.join(doings)}"
