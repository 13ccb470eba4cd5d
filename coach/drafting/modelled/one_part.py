"""Drafting one part of a plan again; everything else stays as a person has it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coach.drafting.linking import with_read_strengths
from coach.drafting.making import to_situation
from coach.drafting.playbook import PlaybookDrafter
from coach.drafting.prompting import read_prompt
from coach.errors import ModelAnswerUnusable, ModelProblem
from coach.models import Activity, Finding, Part, SessionPlan, Severity
from coach.playbook import Playbook
from coach.playbook.select import rank_patterns, rank_protocols
from coach.ports import DraftInput, Embedder, PartInput

from .asking import Asker, Question
from .assembling import Assembled
from .briefing import Briefing, choose_entries, tell_frame, tell_plan
from .converting import Known, to_part, with_reason
from .freshness import Freshness, say_twin, tell_activity
from .labels import number_labels
from .looking import is_worth_a_call, look_at, tell_findings, weigh
from .plans import LONGEST_PLAN, MOST_REPAIRS, Ground, PlanDrafting
from .reading import read_parts
from .room import Room
from .settling import Settler
from .shapes import MendDraft, PartDraft

_PROMPTS = {"opening": "opening", "activity": "activity", "review": "review"}


@dataclass(frozen=True)
class _Version:
    """One version of the part, with the plan it makes and what was found in it."""

    draft: PartDraft | None
    assembled: Assembled
    findings: list[Finding]

    @property
    def weight(self) -> int:
        return weigh(self.findings)


class PartDrafting:
    """Drafts one part for one job."""

    def __init__(self, room: Room, base: PlaybookDrafter, playbook: Playbook, embedder: Embedder) -> None:
        """Keep what it works with."""
        self._room, self._base, self._playbook = room, base, playbook
        self._plans, self._asker = PlanDrafting(room, base, playbook, embedder), Asker(room)
        self._fresh = Freshness(embedder)

    def is_ours(self, given: PartInput) -> bool:
        """Say whether a model drafts this kind of part; breaks, open minutes and keeping are the playbook's."""
        return _find(given).kind in _PROMPTS

    def lay(self, given: PartInput) -> Ground:
        """Return what the part is drafted on; nobody is asked."""
        old = _find(given)
        before = f"{old.title}: {' '.join(step.does for step in old.steps)}"[:700]
        return self._plans.lay(replace(given.given, avoid=(*given.given.avoid, before)))

    def to_question(self, given: PartInput, ground: Ground) -> Question:
        """Return the question that would be sent."""
        old, briefing = _find(given), Briefing(ground.veil)
        values = {
            **ground.values,
            "frame": tell_frame([old]),
            "plan": briefing.hide_data(tell_plan(given.request.plan, old.id)),
            "wish": briefing.hide(given.request.wish.strip()),
            "playbook": briefing.hide_data(self._entries(ground, old)),
        }
        prompt, seed = read_prompt(_PROMPTS[old.kind]), given.request.seed
        return self._asker.to_question(prompt, values, MendDraft, seed=seed, most=LONGEST_PLAN // 2)

    def draft(self, given: PartInput) -> SessionPlan:
        """Return the plan with the part drafted again.

        Raises:
            ModelProblem: No model can answer, or the part it drafted cannot stand.
            Stopped: Whoever waits asked to stop.
        """
        self._room.watch.stage(f"{self._asker.model} is drafting")
        ground, old = self.lay(given), _find(given)
        raw = self._asker.ask(self.to_question(given, ground))
        self._room.watch.stage("Checking")
        best = self._look(*read_parts(raw, [old]), given, ground)
        for _ in range(MOST_REPAIRS):
            if not is_worth_a_call(best.findings):
                break
            mended = self._mended(best, given, ground)
            if mended is None or mended.weight >= best.weight:
                break
            best = mended
        if best.draft is None or any(item.severity is Severity.STOP for item in best.findings):
            raise ModelAnswerUnusable(f"What {self._asker.model} drafted in this place cannot stand.")
        self._room.trace.by_part[old.id] = self._asker.model
        return best.assembled.plan

    # -- inside ------------------------------------------------------------------------------------
    def _entries(self, ground: Ground, old: Part) -> str:
        making = ground.making
        wanted = to_situation(making, making.goals[0], old.minutes)
        given: DraftInput = ground.given
        patterns = [fit.entry for fit in rank_patterns((*self._playbook.patterns, *given.own_patterns), wanted)]
        protocols = [fit.entry for fit in rank_protocols(self._playbook.protocols, wanted)]
        return choose_entries(making, patterns, protocols)

    def _look(
        self, parts: dict[str, PartDraft], problems: dict[str, str], given: PartInput, ground: Ground
    ) -> _Version:
        old, settler = _find(given), Settler(ground.sources, ground.veil)
        draft = parts.get(old.id)
        if draft is None:
            same = Assembled(given.request.plan, settler.settled)
            return _Version(None, same, look_at(same, problems, ground.sources, ground.told, self._playbook.lexicon))
        plan = self._with_part(draft, old, settler, given)
        assembled = Assembled(plan, settler.settled)
        found = look_at(assembled, problems, ground.sources, ground.told, self._playbook.lexicon)
        # What was there before, elsewhere in the plan, is not this part's to mend.
        found = [item for item in found if item.where == old.id]
        return _Version(draft, assembled, [*found, *self._find_same(old, plan)])

    def _find_same(self, old: Part, plan: SessionPlan) -> list[Finding]:
        new = next(part for part in plan.parts if part.id == old.id)
        if not isinstance(old, Activity) or not isinstance(new, Activity):
            return []
        same = self._fresh.find_twins([tell_activity(new)], [tell_activity(old)])
        return [say_twin(old.id, other) for other in same.values()]

    def _with_part(self, draft: PartDraft, old: Part, settler: Settler, given: PartInput) -> SessionPlan:
        patterns = (*self._playbook.patterns, *given.given.own_patterns)
        changed = to_part(draft, old, settler, Known(given.given.request, patterns, self._playbook.protocols))
        plan = given.request.plan
        parts = tuple(changed.part if part.id == old.id else part for part in plan.parts)
        links = tuple(with_reason(link, draft, settler) if link.target == old.id else link for link in plan.links)
        influences = (*(item for item in plan.influences if item.part != old.id), *changed.influences)
        plan = plan.model_copy(update={"parts": parts, "links": links, "influences": influences})
        plan = number_labels(plan, [*plan.citations, *settler.settled.citations.values()])
        return with_read_strengths(plan, self._playbook.lexicon)

    def _mended(self, version: _Version, given: PartInput, ground: Ground) -> _Version | None:
        old, briefing = _find(given), Briefing(ground.veil)
        self._room.watch.stage("Mending what was found")
        self._room.trace.repairs += 1
        values = {
            **ground.values,
            "frame": tell_frame([old]),
            "move": "",
            "drafted": version.draft.model_dump_json() if version.draft else "",
            "findings": briefing.hide_data(tell_findings(version.findings)),
        }
        try:
            question = self._asker.to_question(read_prompt("repair"), values, MendDraft, most=LONGEST_PLAN // 2)
            return self._look(*read_parts(self._asker.ask(question), [old]), given, ground)
        except ModelProblem as problem:
            self._room.trace.tell(f"What was found could not be mended: {problem.message}")
            return None


def _find(given: PartInput) -> Part:
    return next(part for part in given.request.plan.parts if part.id == given.request.part)
