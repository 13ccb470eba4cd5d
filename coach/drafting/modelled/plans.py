"""Drafting a plan: asked once, proved, checked, and mended at most twice while that helps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from coach.drafting.making import Making, to_situation
from coach.drafting.playbook import PlaybookDrafter
from coach.drafting.prompting import read_prompt, render_system
from coach.errors import ModelAnswerUnusable, ModelProblem
from coach.models import Activity, Finding, Opening, Part, Review, SessionPlan, Severity
from coach.notes.pseudonyms import Veil
from coach.playbook import Playbook
from coach.playbook.select import rank_patterns, rank_protocols
from coach.ports import DraftInput, Embedder

from .asking import Asker, Question
from .assembling import Assembled, Assembler, Draft
from .briefing import Briefing, Values, choose_entries, find_doing, tell_community, tell_doing, tell_frame, tell_request
from .choosing import choose_for_plan
from .freshness import Freshness, say_done, say_twin, tell_activity
from .looking import AROUND, Told, is_worth_a_call, look_at, tell_findings, to_screen, weigh
from .reading import read_parts, read_plan
from .room import Room
from .settling import Settler
from .shapes import MendDraft, PlanDraft
from .showing import Arriving, Say
from .sources import Sources
from .veiling import to_veil

MOST_REPAIRS = 2
LONGEST_PLAN = 6_000
"""Tokens of an answer; a plan with two activities takes about half."""


@dataclass(frozen=True)
class Ground:
    """What a plan is drafted on."""

    given: DraftInput
    making: Making
    sources: Sources
    veil: Veil | None
    values: Values
    told: Told
    doing: tuple[str, ...] = ()

    @property
    def frame(self) -> list[Part]:
        """Return the parts that a model drafts; the others are the playbook's."""
        return [part for part in self.making.parts if isinstance(part, Opening | Activity | Review)]


@dataclass(frozen=True)
class _Version:
    """One version of a draft, with what was found in it."""

    draft: Draft
    problems: dict[str, str]
    assembled: Assembled
    findings: list[Finding]

    @property
    def weight(self) -> int:
        return weigh(self.findings)

    def failing(self, frame: Sequence[Part]) -> list[Part]:
        """Return the parts of the frame in which something was found."""
        wheres = {item.where for item in self.findings}
        linked = {link.target for link in self.assembled.plan.links if f"{link.source}-{link.target}" in wheres}
        return [part for part in frame if part.id in wheres | linked]


class PlanDrafting:
    """Drafts one plan for one job."""

    def __init__(self, room: Room, base: PlaybookDrafter, playbook: Playbook, embedder: Embedder) -> None:
        """Keep what it works with."""
        self._room, self._base, self._playbook = room, base, playbook
        self._asker, self._fresh = Asker(room), Freshness(embedder)

    def lay(self, given: DraftInput) -> Ground:
        """Return what a plan is drafted on; nobody is asked.

        Raises:
            BadRequest: No sensible session fits the request.
        """
        making = self._base.make(given)
        sources = choose_for_plan(given)
        asked = f"{tell_request(given.request)}\n{tell_community(given.community)}"
        told = Told(asked, render_system(read_prompt("plan")))
        veil = to_veil(self._room, [item.text for item in sources.items])
        doing = find_doing([item for item in given.quotes if item.citation.note_id not in given.private])
        told_doing = tell_doing(doing, sources.items)
        ground = Briefing(veil).ground(tell_request(given.request), given.community, sources, told_doing, given.avoid)
        self._room.trace.chunks.extend(item.chunk_id for item in sources.items if item.chunk_id)
        return Ground(given, making, sources, veil, ground, told, tuple(doing))

    def to_question(self, ground: Ground) -> Question:
        """Return the question that would be sent."""
        briefing = Briefing(ground.veil)
        values = {
            **ground.values,
            "frame": tell_frame(ground.making.parts, ground.given.request),
            "playbook": briefing.hide_data(self._entries(ground)),
        }
        seed = ground.given.request.seed
        return self._asker.to_question(read_prompt("plan"), values, PlanDraft, seed=seed, most=LONGEST_PLAN)

    def draft(self, given: DraftInput) -> SessionPlan:
        """Return a plan.

        Raises:
            BadRequest: No sensible session fits the request.
            ModelProblem: No model can answer.
            Stopped: Whoever waits asked to stop.
        """
        watch = self._room.watch
        watch.stage("Reading the notes")
        ground = self.lay(given)
        say = Say(ground.veil, to_screen(ground.sources, ground.told))
        arriving = Arriving(watch, ground.frame, say, partial(self._look_at_one, ground))
        arriving.begin()
        watch.stage(f"{self._asker.model} is drafting")
        raw = self._asker.ask(self.to_question(ground), arriving)
        draft, problems = read_plan(raw, ground.frame)
        if not draft.parts:
            raise ModelAnswerUnusable(f"{self._asker.model} answered with something that is no plan.")
        watch.stage("Checking")
        best = self._mend(self._look(draft, problems, ground), ground, arriving)
        return self._finish(best, ground)

    # -- inside ------------------------------------------------------------------------------------
    def _entries(self, ground: Ground) -> str:
        making, given = ground.making, ground.given
        block, goal = making.outline.blocks[0], making.goals[0]
        wanted = to_situation(making, goal, block.activity_minutes)
        patterns = [fit.entry for fit in rank_patterns((*self._playbook.patterns, *given.own_patterns), wanted)]
        looks = to_situation(making, goal, block.review_minutes or making.outline.joint_review)
        protocols = [fit.entry for fit in rank_protocols(self._playbook.protocols, looks)]
        return choose_entries(making, patterns, protocols)

    def _look_at_one(self, ground: Ground, raw: dict[str, Any], part_id: str) -> Part | None:
        """Return a part that has come whole as it will stand; None when something in it has to be mended."""
        draft, problems = read_plan(raw, ground.frame)
        if part_id not in draft.parts:
            return None
        version = self._look(Draft({part_id: draft.parts[part_id]}), {}, ground)
        if problems.get(part_id) or is_worth_a_call([item for item in version.findings if item.where == part_id]):
            return None
        return next(part for part in version.assembled.plan.parts if part.id == part_id)

    def _look(self, draft: Draft, problems: dict[str, str], ground: Ground) -> _Version:
        assembler = Assembler(self._base, self._playbook, ground.making)
        settler = Settler(ground.sources, ground.veil)
        assembled = assembler.assemble(draft, settler, self._asker.model)
        findings = look_at(assembled, problems, ground.sources, ground.told, self._playbook.lexicon)
        return _Version(draft, problems, assembled, [*findings, *self._find_stale(assembled.plan, ground)])

    def _find_stale(self, plan: SessionPlan, ground: Ground) -> list[Finding]:
        """Return the activities that people do already, or that were suggested for this request before."""
        found = []
        for part in plan.parts:
            if isinstance(part, Activity):
                done = self._fresh.find_done(part.what_members_do, ground.doing)
                found += [say_done(part.id, done)] if done else []
                twin = self._fresh.find_twins([tell_activity(part)], ground.given.avoid)
                found += [say_twin(part.id, other) for other in twin.values()]
        return found

    def _mend(self, version: _Version, ground: Ground, arriving: Arriving) -> _Version:
        """Return the best version: the first one, or one that was mended."""
        best = version
        for _ in range(MOST_REPAIRS):
            failing = best.failing(ground.frame)
            arriving.settle({part.id: "mending" if part in failing else "checked" for part in ground.frame})
            if not failing or not is_worth_a_call(best.findings):
                break
            self._room.watch.stage("Mending what was found")
            try:
                mended = self._mended(best, failing, ground)
            except ModelProblem as problem:
                self._room.trace.tell(f"What was found could not be mended: {problem.message}")
                break
            if mended.weight >= best.weight:
                break
            best = mended
        arriving.settle({"move": "checked", **{part.id: "checked" for part in ground.frame}})
        return best

    def _mended(self, version: _Version, failing: Sequence[Part], ground: Ground) -> _Version:
        self._room.trace.repairs += 1
        briefing = Briefing(ground.veil)
        ids = {part.id for part in failing}
        drafted = [part.model_dump_json() for part_id, part in version.draft.parts.items() if part_id in ids]
        values = {
            **ground.values,
            "frame": tell_frame(failing),
            "move": "\n".join(version.draft.move),
            "drafted": "\n".join(drafted),
            "findings": briefing.hide_data(tell_findings([item for item in version.findings if item.where in ids])),
        }
        question = self._asker.to_question(read_prompt("repair"), values, MendDraft, most=LONGEST_PLAN)
        parts, problems = read_parts(self._asker.ask(question), failing)
        draft = replace(version.draft, parts={**version.draft.parts, **parts})
        left = {part: says for part, says in {**version.problems, **problems}.items() if part not in draft.parts}
        return self._look(draft, left, ground)

    def _finish(self, version: _Version, ground: Ground) -> SessionPlan:
        """Return the plan, with the playbook's own part where a model's cannot stand."""
        stopped = {item.where for item in version.findings if item.severity is Severity.STOP}
        out = [part.id for part in ground.making.parts if part.id in stopped and version.draft.has(part)]
        if out or AROUND in stopped:
            kept = version.draft.without(out)
            kept = replace(kept, around=None, title="", results=()) if AROUND in stopped else kept
            version = self._look(kept, {}, ground)
        model = self._asker.model
        trace = self._room.trace
        missing = [part.id for part in ground.frame if not version.draft.has(part)]
        for part in version.assembled.plan.parts:
            trace.by_part[part.id] = model if version.draft.has(part) else self._base.name
        if missing:
            titles = [part.title for part in version.assembled.plan.parts if part.id in missing]
            trace.tell(f"{_listed(titles)} could not be used as {model} drafted it; the playbook's stands there.")
        if version.assembled.settled.unproved:
            trace.tell("Words that were said to be yours stand in none of the notes; they are marked “no source”.")
        return version.assembled.plan


def _listed(titles: Sequence[str]) -> str:
    named = [f"“{title}”" for title in titles]
    return " and ".join([", ".join(named[:-1]), named[-1]]) if len(named) > 1 else named[0]
