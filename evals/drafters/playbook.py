"""The product without a model, asked through its front door."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import coach
import evals
from coach.errors import BadRequest
from coach.models import OutcomesRequest, OutcomesResult, PlanRequest, SessionPlan, SuggestionKind
from evals.benches import ASKER, Bench
from evals.casebook import ActivityCase, BriefCase, Case, CoachingCase, OutcomeCase, PartAsk, PlanCase, ReviewCase
from evals.showing import show_outcomes, show_part, show_plan
from evals.suggestion import Quoted, Suggestion

from .base import NoAnswer
from .briefs import to_brief_request, to_briefed
from .coaching import to_coached, to_coaching_request


@cache
def fingerprint_product() -> str:
    """Return a short hash of everything of ours that can change a suggestion, its text or a check's word on it."""
    ours, suite = Path(coach.__file__).parent, Path(evals.__file__).parent
    files = [path for path in sorted(ours.rglob("*")) if path.suffix in {".py", ".yaml", ".json"}]
    files += sorted(suite.rglob("*.py"))
    whole = hashlib.sha256()
    for path in files:
        whole.update(path.name.encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()[:16]


class PlaybookCases:
    """Answers with `Coach.outcomes`, `plan`, `coaching` and `briefs`; another repeat is another seed."""

    name = "playbook"
    prompts: Mapping[str, str] = {}

    def __init__(self, bench: Bench) -> None:
        """Keep where the cases' communities are."""
        self._bench = bench

    @property
    def fingerprint(self) -> str:
        """Return a hash of the product's own files: any change there can change an answer."""
        return fingerprint_product()

    def draft(self, case: Case, repeat: int) -> Suggestion:
        """Answer a case, or say why not."""
        try:
            return self._draft(case, repeat)
        except BadRequest as error:
            # What it says instead is its answer: whoever wishes for a test is told why not, and what else there is.
            return Suggestion(kind=case.kind, text=f"{error.message}\n\n{error.next_step}\n", says_little=False)

    def _draft(self, case: Case, repeat: int) -> Suggestion:
        asked, name = case.asked, self._bench.open(case.file)
        if isinstance(asked, OutcomeCase):
            return self._propose(name, OutcomesRequest(**asked.request.model_dump(), seed=repeat))
        if isinstance(asked, PlanCase):
            plan = self._plan(case, asked.request.model_copy(update={"seed": asked.request.seed + repeat}))
            return to_suggestion(plan, SuggestionKind.PLAN)
        if isinstance(asked, ActivityCase | ReviewCase):
            plan = self._plan(case, to_plan_request(asked.request, repeat))
            return to_suggestion(plan, asked.kind)
        if isinstance(asked, CoachingCase):
            wish = to_coaching_request(asked.request, repeat)
            return to_coached(self._bench.coach.coaching.ask(name, wish, by="playbook", actor=ASKER))
        return self._brief(name, case, asked, repeat)

    def _brief(self, name: str, case: Case, asked: BriefCase, repeat: int) -> Suggestion:
        request = to_brief_request(asked.request, repeat)
        return to_briefed(self._bench.coach.briefs.make(name, request, by="playbook", actor=ASKER), case)

    def _plan(self, case: Case, request: PlanRequest) -> SessionPlan:
        plan = self._bench.coach.plan(self._bench.open(case.file), request, by="playbook", actor=ASKER).plan
        return unmark(plan, case)

    def _propose(self, name: str, request: OutcomesRequest) -> Suggestion:
        return to_proposed(self._bench.coach.outcomes(name, request, by="playbook", actor=ASKER))


def unmark(plan: SessionPlan, case: Case) -> SessionPlan:
    """Return a plan under its community's own name: on the bench it bears a mark, which would tell who drafted."""
    return plan.model_copy(update={"community": case.file.community.name})


def to_proposed(result: OutcomesResult) -> Suggestion:
    """Return proposed outcomes as an answer."""
    cited = [*(quote for each in result.outcomes for quote in each.citations), *result.heard]
    return Suggestion(
        kind=SuggestionKind.OUTCOME,
        text=show_outcomes(result),
        outcomes=result.outcomes,
        quotes=tuple(Quoted(text=item.quote, note=item.note) for item in cited),
        says_little=not result.enough and not result.tells_plenty,
    )


def to_suggestion(plan: SessionPlan, kind: SuggestionKind) -> Suggestion:
    """Return a plan, or the first activity or review of it, as an answer.

    Raises:
        NoAnswer: The plan has no such part.
    """
    part = next((item for item in plan.parts if item.kind == kind.value), None)
    if part is None and kind is not SuggestionKind.PLAN:
        raise NoAnswer(f"There is no {kind.value} in the plan.")
    return Suggestion(
        kind=kind,
        text=show_part(plan, part.id) if part else show_plan(plan),
        plan=plan,
        part=part.id if part else "",
        quotes=tuple(Quoted(text=item.quote, note=item.note) for item in plan.citations),
        says_little=bool(plan.ask_first),
    )


def to_plan_request(asked: PartAsk, seed: int) -> PlanRequest:
    """Return the session in which an activity or a review is wanted."""
    given = asked.model_dump(exclude={"outcome", "work"})
    return PlanRequest(outcomes=(asked.outcome,), about=asked.work, seed=seed, **given)
