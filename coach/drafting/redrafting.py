"""One part of a plan drafted again from the playbook: of the same minutes, and everything that leans on it follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coach.models import Activity, Capture, Citation, Link, LinkKind, Opening, Part, Review, SessionPlan
from coach.playbook import Playbook, fill
from coach.playbook.schema import OpeningEntry, Pattern
from coach.playbook.select import WITHIN_OPENINGS, WITHIN_PATTERNS, choose_fit, rank_openings, rank_patterns
from coach.ports import PartInput

from .asking_back import ask_back
from .following import follow_activity, follow_citations
from .freeing import PartPool, keep_citations, make_pool, without_part
from .linking import link_activity, link_review
from .making import Goal, Making, choose_protocol, start_making, tell_choice, to_goal, to_situation
from .parts import Slot, to_activity, to_capture, to_open_slot, to_opening, to_review
from .promises import carry_over
from .telling import Aim

_CHOICE = 3


@dataclass(frozen=True)
class _Redraft:
    """One part that is being drafted again."""

    given: PartInput
    playbook: Playbook
    making: Making
    kept: tuple[Citation, ...]

    @property
    def plan(self) -> SessionPlan:
        return self.given.request.plan

    @property
    def patterns(self) -> Sequence[Pattern]:
        return (*self.playbook.patterns, *self.given.given.own_patterns)

    @property
    def turn(self) -> int:
        """Return where to begin: with a wish at what is nearest to it, else further on with each seed."""
        seed = self.given.request.seed
        return max(seed - 1, 0) if self.given.request.wish else self.making.turn + seed

    def goals_of(self, ids: Sequence[str]) -> list[Goal]:
        """Return what a part is for; the first outcome where it does not say."""
        return [goal for goal in self.making.goals if goal.aim.outcome.id in ids] or list(self.making.goals[:1])


def redraft(given: PartInput, playbook: Playbook) -> SessionPlan:
    """Return the plan with one part drafted again.

    Args:
        given: The plan, the part, the wish and what the notes hold.
        playbook: The craft library.
    """
    plan = given.request.plan
    old = next(part for part in plan.parts if part.id == given.request.part)
    kept = keep_citations(plan, old.id)
    making = start_making(given.given, playbook)
    making.goals = [_goal_of(plan, place, playbook) for place in range(len(plan.outcomes))]
    making.pool = make_pool(given.given, kept)
    work = _Redraft(given, playbook, making, kept)
    known = {item.id: item for item in work.patterns}
    used = [part.pattern for part in plan.parts if isinstance(part, Activity)]
    making.patterns.extend(known[name] for name in used if name in known)
    protocols = {item.id: item for item in playbook.protocols}
    held = [part.protocol for part in plan.parts if isinstance(part, Review)]
    making.protocols.extend(protocols[name] for name in held if name in protocols)
    return _redraft(work, old)


def _redraft(work: _Redraft, old: Part) -> SessionPlan:
    if isinstance(old, Activity):
        return _redraft_activity(work, old)
    if isinstance(old, Review):
        return _redraft_review(work, old)
    return _put(work, _redraft_rest(work, old))


def _goal_of(plan: SessionPlan, place: int, playbook: Playbook) -> Goal:
    outcome = plan.outcomes[place]
    goal = to_goal(outcome.text, place + 1, playbook, outcome.level)
    return replace(goal, aim=Aim(outcome, goal.aim.wording, goal.aim.brief))


def _redraft_activity(work: _Redraft, old: Activity) -> SessionPlan:
    goal = work.goals_of(old.outcome_ids)[0]
    pattern = _choose_pattern(work, goal, old)
    slot = Slot(old.id, old.minutes)
    new = to_activity(pattern, slot, goal.aim, work.given.given.request, work.making.pool)
    why = f"{new.why} {tell_choice(pattern, new, work.making.told)}".strip()
    new = new.model_copy(update={"why": why, "outcome_ids": old.outcome_ids or new.outcome_ids})
    link = link_activity(goal.aim, new, pattern, same_family=goal.family in pattern.families)
    links = [
        link if (item.kind, item.source, item.target) == (link.kind, link.source, link.target) else item
        for item in work.plan.links
    ]
    plan = _put(work, new).model_copy(update={"links": tuple(links)})
    return follow_activity(
        plan, old, new, work.patterns, (work.playbook.session, goal.aim.wording, work.given.given.request)
    )


def _choose_pattern(work: _Redraft, goal: Goal, old: Activity) -> Pattern:
    wanted = to_situation(work.making, goal, old.minutes)
    fits = rank_patterns(work.patterns, wanted)
    reaching = [fit for fit in fits if max(level.rank for level in fit.entry.levels) >= goal.level.rank] or fits
    taken = [item.id for item in work.making.patterns]
    return choose_fit(reaching, work.turn, taken, within=WITHIN_PATTERNS, fewest=_CHOICE)


def _redraft_review(work: _Redraft, old: Review) -> SessionPlan:
    goals = work.goals_of(old.outcome_ids)
    activities = [part for part in work.plan.parts if isinstance(part, Activity)]
    looked_at = [part for part in activities if part.id in old.activity_ids] or activities[:1]
    protocol = choose_protocol(work.making, work.playbook.protocols, goals[0], old.minutes, looked_at)
    aims = [goal.aim for goal in goals]
    new = ask_back(work.making, to_review(protocol, Slot(old.id, old.minutes), aims, looked_at))
    fields = {"outcome_ids": old.outcome_ids, "activity_ids": old.activity_ids, "looks_at": old.looks_at}
    new = carry_over(old, new.model_copy(update={name: value for name, value in fields.items() if value}))
    fresh = {(link.kind, link.source): link for link in link_review(aims, looked_at, new, protocol)}
    links = tuple(_with_reason(link, fresh, old.id) for link in work.plan.links)
    return _put(work, new).model_copy(update={"links": links})


def _with_reason(link: Link, fresh: dict[tuple[LinkKind, str], Link], review: str) -> Link:
    return fresh.get((link.kind, link.source), link) if link.target == review else link


def _redraft_rest(work: _Redraft, old: Part) -> Part:
    slot, goals, texts = Slot(old.id, old.minutes), work.making.goals, work.playbook.session
    aim = goals[0].aim
    if isinstance(old, Opening):
        return to_opening(_choose_opening(work, old), slot, [goal.aim for goal in goals], work.making.pool)
    if isinstance(old, Capture):
        captures = [item for item in texts.captures if work.plan.mode in item.modes] or list(texts.captures)
        fresh_captures = [item for item in captures if fill(item.title, aim.wording) != old.title] or captures
        return to_capture(fresh_captures[work.turn % len(fresh_captures)], slot, aim)
    slots = [item for item in texts.open_slots if fill(item.title, aim.wording) != old.title] or texts.open_slots
    return to_open_slot(slots[work.turn % len(slots)], slot, aim)


def _choose_opening(work: _Redraft, old: Opening) -> OpeningEntry:
    openings, wording = work.playbook.session.openings, work.making.goals[0].aim.wording
    now = next((item for item in openings if fill(item.title, wording) == old.title), None)
    # One that begins from last time is for the later sessions of a series, and stays one.
    alike = [item for item in openings if item.returns is (now is not None and now.returns)] or openings
    fits = rank_openings(alike, to_situation(work.making, work.making.goals[0], old.minutes))
    return choose_fit(fits, work.turn, [now.id] if now else [], within=WITHIN_OPENINGS)


def _put(work: _Redraft, new: Part) -> SessionPlan:
    """Return the plan with the new part in the place of the old one, and with what it quotes."""
    plan, pool = work.plan, work.making.pool
    assert isinstance(pool, PartPool)
    influences = (*without_part(plan, new.id).influences, *pool.influences)
    changed = plan.model_copy(
        update={
            "parts": tuple(new if part.id == new.id else part for part in plan.parts),
            "influences": influences,
        }
    )
    return follow_citations(changed, plan, (*work.kept, *pool.citations))
