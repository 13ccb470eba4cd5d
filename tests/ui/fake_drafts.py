"""Drafts in the background, and a model that may draft them, for the pages to talk to: nothing runs by itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from coach.errors import BadRequest, CoachError
from coach.models import (
    AnswerRequest,
    ArrivingPart,
    BriefRequest,
    CoachingRequest,
    Decision,
    Drafting,
    JobKind,
    JobProblem,
    JobView,
    ModelSetup,
    ModelStatus,
    OutcomesRequest,
    PartRequest,
    PlanRequest,
    PlanResult,
    Replaced,
    Rewrite,
    RewriteRequest,
    RewritesResult,
    RunState,
    SentPreview,
    SeriesRequest,
    Spent,
)

MODEL = "openai/qwen3-8b"
AT = dt.datetime(2026, 11, 26, 14, 3, tzinfo=dt.UTC)
BY_PLAYBOOK = Drafting(run_id="run-p", by="playbook", seconds=0.4, at=AT)
BY_MODEL = Drafting(
    run_id="run-m",
    by=MODEL,
    seconds=12.3,
    at=AT,
    spent=Spent(calls=2, tokens_in=4000, tokens_out=1120, cost_usd=0.0234),
)
FELL_BACK = BY_PLAYBOOK.model_copy(
    update={"told": (f"{MODEL} did not answer in time; the playbook drafted this.",), "fell_back": True}
)
_KINDS: dict[type, JobKind] = {
    PlanRequest: "plan",
    SeriesRequest: "series",
    OutcomesRequest: "outcomes",
    RewriteRequest: "rewrite",
    PartRequest: "part",
    CoachingRequest: "coaching",
    BriefRequest: "brief",
    AnswerRequest: "answer",
}
_PREVIEW = SentPreview(
    model=MODEL,
    host="this machine",
    prompt="plan v1",
    prompt_sha256="0123456789abcdef",
    system="You help a community plan.",
    user="<passage>PERSON_1 & I drew <b>maps</b>.</passage>",
    replaced=(Replaced(what="name", original="Fergus", stand_in="PERSON_1"),),
    left_out=("One private note is kept back.",),
    notes=("Retro",),
    tokens=3400,
    cost_usd=0.012,
)


@dataclass
class FakeWork:
    """Jobs that have ended when they begin, or, while `holds` is set, go on until a test says what comes of them."""

    coach: Any
    holds: bool = False
    drafting: Drafting | None = None
    """How whatever is drafted came about."""
    jobs: dict[str, JobView] = field(default_factory=dict)
    asked: list[tuple[Any, str]] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    decisions: list[tuple[str, str, Decision]] = field(default_factory=list)
    waited: list[tuple[str, float]] = field(default_factory=list)
    refusal: CoachError | None = None
    """Why nothing can be begun."""
    problem: Exception | None = None
    """What telling a decision comes to."""

    def start(self, name: str, request: Any, by: str = "auto") -> str:
        if self.refusal:
            raise self.refusal
        kind = _KINDS[type(request)]
        if by != "playbook" and any(one.kind == kind and not one.has_ended for one in self.jobs.values()):
            raise BadRequest("One is being drafted already.", "Wait for it, or stop it.")
        self.asked.append((request, by))
        model = MODEL if by != "playbook" and self.coach.model.status().is_on else ""
        job = JobView(id=f"job-{len(self.asked)}", community=name, kind=kind, model=model, stage="Looking")
        self.jobs[job.id] = job if self.holds else self._ended(job, request)
        return job.id

    def _ended(self, job: JobView, request: Any) -> JobView:
        try:
            result = self._draft(job.community, request)
        except CoachError as error:
            problem = JobProblem(message=error.message, next_step=error.next_step)
            return job.model_copy(update={"state": RunState.FAILED, "problem": problem})
        if self.drafting:
            result = result.model_copy(update={"drafting": self.drafting})
        return job.model_copy(update={"state": RunState.DONE, "result": result})

    def _draft(self, name: str, request: Any) -> Any:
        if isinstance(request, PlanRequest):
            return self.coach.plan(name, request)
        if isinstance(request, SeriesRequest):
            return self.coach.plan_series(name, request)
        if isinstance(request, OutcomesRequest):
            return self.coach.outcomes(name, request)
        if isinstance(request, CoachingRequest):
            return self.coach.coaching.ask(name, request)
        if isinstance(request, BriefRequest):
            return self.coach.briefs.make(name, request)
        if isinstance(request, AnswerRequest):
            return self.coach.briefs.answer(name, request)
        return redrafted(request) if isinstance(request, PartRequest) else reworded(request)

    def finish(self, **update: Any) -> None:
        """Have the newest job end with what was asked for, or as it is said here."""
        job, (request, _) = list(self.jobs.values())[-1], self.asked[-1]
        self.jobs[job.id] = job.model_copy(update=update) if update else self._ended(job, request)

    def arrive(self, *parts: ArrivingPart, stage: str = "Reading what came") -> None:
        """Have parts come in for the newest job."""
        job = list(self.jobs.values())[-1]
        self.jobs[job.id] = job.model_copy(update={"parts": parts, "stage": stage, "seconds": 3.4})

    def look(self, job_id: str) -> JobView:
        if job_id not in self.jobs:
            raise BadRequest("That draft is not here.")
        return self.jobs[job_id]

    def current(self, name: str, kind: JobKind) -> JobView | None:
        here = [one for one in self.jobs.values() if one.community == name and one.kind == kind]
        return next((one for one in reversed(here) if one.id not in self.taken), None)

    def wait(self, job_id: str, timeout_s: float) -> bool:
        self.waited.append((job_id, timeout_s))
        return self.jobs[job_id].has_ended

    def stop(self, job_id: str) -> None:
        if not self.look(job_id).has_ended:
            self.jobs[job_id] = self.jobs[job_id].model_copy(update={"is_stopping": True})

    def take(self, job_id: str) -> None:
        if job_id not in self.jobs:
            raise BadRequest("That draft is not here.")
        if self.jobs[job_id].has_ended:
            self.taken.add(job_id)

    def decide(self, name: str, run_id: str, decision: Decision) -> None:
        if self.problem:
            raise self.problem
        self.decisions.append((name, run_id, decision))


@dataclass
class FakeModel:
    """Who drafts: nobody but the playbook until a model is named."""

    coach: Any
    name: str = ""
    host: str = "this machine"
    is_ours: bool = False
    shown: SentPreview | CoachError = _PREVIEW
    previewed: list[Any] = field(default_factory=list)
    warmed: int = 0

    def status(self) -> ModelStatus:
        return ModelStatus(setup=ModelSetup(model=self.name, is_ours=self.is_ours), host=self.host if self.name else "")

    def warm(self) -> None:
        self.warmed += 1

    def preview(self, name: str, request: Any) -> SentPreview:
        self.previewed.append(request)
        if isinstance(self.shown, CoachError):
            raise self.shown
        return self.shown


def redrafted(request: PartRequest) -> PlanResult:
    """Return the plan with another title on the part."""
    parts = tuple(
        part.model_copy(update={"title": f"Anew: {request.wish or part.title}"}) if part.id == request.part else part
        for part in request.plan.parts
    )
    return PlanResult(plan=request.plan.model_copy(update={"parts": parts}))


def reworded(request: RewriteRequest) -> RewritesResult:
    """Return two other wordings at the first seed, and none at any other."""
    rewrites = (
        Rewrite(text="We want to be able to draw a <wait>.", differs="Smaller."),
        Rewrite(text="We want to be able to show who waits.", differs="For people on the phones."),
    )
    message = "" if request.seed == 0 else "There are no others that really differ."
    given = rewrites if request.seed == 0 else ()
    return RewritesResult(text=request.text, rewrites=given, message=message, drafted_by="playbook")
