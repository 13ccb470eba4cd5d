"""Every drafting job from one place: who drafts, what is recorded, and the playbook where a model fails."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar

from coach.drafting.modelled.room import Room, Trace
from coach.errors import SetupProblem, Stopped
from coach.models import (
    Actor,
    AnswerRequest,
    ArrivingPart,
    BriefRequest,
    BriefResult,
    CoachingRequest,
    CoachReply,
    Community,
    Drafting,
    JobKind,
    NotesAnswer,
    OutcomesRequest,
    OutcomesResult,
    PartRequest,
    PlanRequest,
    PlanResult,
    RewriteRequest,
    RewritesResult,
    RunRecord,
    RunState,
    Series,
    SeriesRequest,
    Spent,
    Suggested,
)
from coach.ports import Clock, NobodyWatches, Recogniser, Store, Watch

from .briefing import BriefDesk, answer_question, make_brief
from .communities import get_community, get_own_community
from .conversing import Desk, converse
from .in_charge import DrafterInCharge
from .modelling import Modelling
from .outcomes import propose_outcomes
from .parts import redraft_part
from .plan import PlanTools, plan_session
from .previewing import Asked
from .recording import Recording
from .remembering import Remembered
from .rewrites import rewrite_outcome
from .series import plan_series

By = Literal["auto", "playbook", "model"]
"""Who is to draft: the model where one is set up and may be used, the playbook, or a model and nobody else first."""
KINDS: dict[type, JobKind] = {
    PlanRequest: "plan",
    OutcomesRequest: "outcomes",
    RewriteRequest: "rewrite",
    SeriesRequest: "series",
    PartRequest: "part",
    CoachingRequest: "coaching",
    BriefRequest: "brief",
    AnswerRequest: "answer",
}
"""What is asked for, by the request."""
_ONLY_A_DIRECTION = "The playbook took the wish as a direction only; it has no words of its own for it."
_SOMEBODY = "somebody"
"""Who asked for coaching: nobody who looks after a community learns it from a record."""
_R = TypeVar("_R", PlanResult, OutcomesResult, RewritesResult, Series, CoachReply, BriefResult, NotesAnswer)


@dataclass(frozen=True)
class How:
    """In which way a job is done."""

    by: By = "auto"
    """Who is to draft."""
    actor: Actor = field(default_factory=Actor)
    """Who asks."""
    watch: Watch = field(default_factory=NobodyWatches)
    """Whoever waits."""


@dataclass(frozen=True)
class _Desk:
    """What one job works with."""

    community: Community
    tools: PlanTools
    trace: Trace
    watch: _PlaceWatch


class DraftJobs:
    """Does drafting jobs, one after the other in the thread that asks; each leaves a run record."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        model: Modelling,
        plan_tools: Callable[[str, Actor], PlanTools],
        recogniser: Recogniser | None = None,
    ) -> None:
        """Keep what it stands on.

        Args:
            store: Where communities and records are.
            clock: Tells when a job began and ended.
            model: Which model drafts, and for whom.
            plan_tools: Gives what planning stands on, the playbook as its drafter.
            recogniser: Tells what a message to the coach is about; without one nobody can be coached.
        """
        self._recogniser = recogniser
        self._store, self._clock, self._model, self._plan_tools = store, clock, model, plan_tools
        self._remembered = Remembered()

    def plan_tools(self, name: str, actor: Actor) -> PlanTools:
        """Return what drafting stands on, with the playbook as its drafter."""
        return self._plan_tools(name, actor)

    def forget(self, community_id: str) -> None:
        """Let go of what is remembered of a community."""
        self._remembered.forget(community_id)

    def model_for(self, name: str, by: By) -> str:
        """Return the model that would draft; empty where the playbook would. Raises ModelRefused as drafting would."""
        return self._model.model_for(get_community(name, store=self._store), by)

    def do(self, name: str, request: Asked, how: How) -> Suggested:
        """Do whatever is asked for."""
        if isinstance(request, PlanRequest):
            return self.plan(name, request, how)
        if isinstance(request, SeriesRequest):
            return self.series(name, request, how)
        if isinstance(request, OutcomesRequest):
            return self.outcomes(name, request, how)
        if isinstance(request, RewriteRequest):
            return self.rewrites(name, request, how)
        if isinstance(request, CoachingRequest):
            return self.coaching(name, request, how)
        if isinstance(request, BriefRequest):
            return self.brief(name, request, how)
        if isinstance(request, AnswerRequest):
            return self.answer(name, request, how)
        return self.part(name, request, how)

    def plan(self, name: str, request: PlanRequest, how: How) -> PlanResult:
        """Plan a session; another plan for the same request is told what the ones before were."""

        def work(desk: _Desk) -> PlanResult:
            avoid = self._remembered.before(desk.community.id, how.actor.id, request)
            result = plan_session(request, desk.community, replace(desk.tools, avoid=avoid))
            self._remembered.keep(desk.community.id, how.actor.id, request, result.plan)
            return result

        return self._do(name, request, how, work)

    def series(self, name: str, request: SeriesRequest, how: How) -> Series:
        """Plan a series."""

        def work(desk: _Desk) -> Series:
            def begins(number: int) -> None:
                _move_by_part(desk.trace, number - 1)
                desk.watch.begin(number, request.sessions)

            series = plan_series(request, desk.community, desk.tools, begins)
            _move_by_part(desk.trace, request.sessions)
            return series

        return self._do(name, request, how, work, suggestions=max(1, min(request.sessions, 6)))

    def outcomes(self, name: str, request: OutcomesRequest, how: How) -> OutcomesResult:
        """Propose outcomes."""
        return self._do(name, request, how, lambda desk: propose_outcomes(request, desk.community, desk.tools))

    def rewrites(self, name: str, request: RewriteRequest, how: How) -> RewritesResult:
        """Word an outcome otherwise."""
        return self._do(name, request, how, lambda desk: rewrite_outcome(request, desk.community, desk.tools))

    def coaching(self, name: str, request: CoachingRequest, how: How) -> CoachReply:
        """Answer somebody who asks for coaching; the record of it says neither who asked nor about what."""

        def work(desk: _Desk) -> CoachReply:
            reply = converse(request, self.desk(desk.community, desk.tools, how.actor))
            desk.trace.chunks.clear()
            return reply

        return self._do(name, request, how, work)

    def brief(self, name: str, request: BriefRequest, how: How) -> BriefResult:
        """Make a page for somebody senior; only whoever looks after the community asks for it."""
        get_own_community(name, store=self._store, actor=how.actor)
        return self._do(
            name, request, how, lambda desk: make_brief(request, self.brief_desk(desk.community, desk.tools, how.actor))
        )

    def answer(self, name: str, request: AnswerRequest, how: How) -> NotesAnswer:
        """Answer a question from the notes."""
        return self._do(
            name,
            request,
            how,
            lambda desk: answer_question(request, self.brief_desk(desk.community, desk.tools, how.actor)),
        )

    def brief_desk(self, community: Community, tools: PlanTools, actor: Actor) -> BriefDesk:
        """Return what one brief or answer is made from."""
        names = self._model.names_in(community, actor)
        return BriefDesk(
            community=community,
            tools=tools,
            learning=self._store.learning(community.id, actor),
            members=tuple(self._store.list_members(community.id)),
            names=names,
            clock=self._clock,
        )

    def desk(self, community: Community, tools: PlanTools, actor: Actor) -> Desk:
        """Return what one reply is made from."""
        if self._recogniser is None:
            raise SetupProblem("Nobody can be coached here: what recognises situations is not set up.")
        return Desk(
            community=community,
            tools=tools,
            mine=self._store.conversations(community.id, actor),
            sharing=self._store.sharing(community.id, actor),
            recogniser=self._recogniser,
            clock=self._clock,
        )

    def part(self, name: str, request: PartRequest, how: How) -> PlanResult:
        """Draft one part of a plan again."""

        def work(desk: _Desk) -> PlanResult:
            result = redraft_part(request, desk.community, desk.tools)
            # A model says which part it drafted; what nobody says so of is the playbook's.
            by = desk.trace.by_part.setdefault(request.part, "playbook")
            if request.wish.strip() and by == "playbook":
                desk.trace.tell(_ONLY_A_DIRECTION)
            return result

        return self._do(name, request, how, work)

    def _do(self, name: str, request: Asked, how: How, work: Callable[[_Desk], _R], *, suggestions: int = 1) -> _R:
        community = get_community(name, store=self._store)
        model = self._model.model_for(community, how.by)
        recording = self._begin(community, request, how, model)
        watch = _PlaceWatch(how.watch)
        trace, purse = Trace(), None
        state, error = RunState.FAILED, ""
        try:
            room = self._model.room(community, recording.record.id, watch, how.actor, suggestions) if model else None
            if room is not None:
                room = _keep_nothing(room) if isinstance(request, CoachingRequest) else room
                trace, purse = room.trace, room.purse
            charge, desk = self._lay_out(community, how, room, watch, trace)
            watch.stage("Reading your notes")
            result = work(desk)
            state = RunState.FELL_BACK if charge.fell_back else RunState.DONE
            if not isinstance(request, CoachingRequest):
                trace.chunks = trace.chunks or charge.read
            recording.hand_over(result, trace.by_part.get(request.part, "") if isinstance(request, PartRequest) else "")
        except (Stopped, KeyboardInterrupt):
            state = RunState.STOPPED
            raise
        except BaseException as problem:
            error = type(problem).__name__
            raise
        finally:
            drafting = recording.end(state, trace, purse.spent if purse else Spent(), error)
        return _with_drafting(result, drafting)

    def _lay_out(
        self, community: Community, how: How, room: Room | None, watch: _PlaceWatch, trace: Trace
    ) -> tuple[DrafterInCharge, _Desk]:
        tools = self._plan_tools(community.name, how.actor)
        drafter = self._model.drafter(room) if room else None
        charge = DrafterInCharge(tools.drafter, drafter, trace, watch)
        tools = replace(tools, drafter=charge, for_model=room is not None)
        return charge, _Desk(community, tools, trace, watch)

    def _begin(self, community: Community, request: Asked, how: How, model: str) -> Recording:
        is_private = isinstance(request, CoachingRequest)
        record = RunRecord(
            id=secrets.token_hex(12),
            community_id=community.id,
            actor_id=_SOMEBODY if is_private else how.actor.id,
            kind=KINDS[type(request)],
            started=self._clock.now(),
            model=model,
        )
        log = self._store.records().runs()
        recording = Recording(log, self._clock, record, keeps_words=community.keeps_suggestions and not is_private)
        recording.begin(request.model_dump_json())
        return recording


class _PlaceWatch:
    """A watch that says in which session of a series something happens."""

    def __init__(self, inner: Watch) -> None:
        self._inner = inner
        self._number, self._sessions = 0, 0

    def begin(self, number: int, sessions: int) -> None:
        """Take note that a session begins."""
        self._number, self._sessions = number, sessions
        self._inner.stage(f"Session {number} of {sessions}")

    def stage(self, says: str) -> None:
        self._inner.stage(f"Session {self._number} of {self._sessions}: {says}" if self._number else says)

    def part(self, part: ArrivingPart) -> None:
        if self._number:
            key, heading = f"{self._number}/{part.key}", f"{self._number} · {part.heading}"
            part = part.model_copy(update={"key": key, "heading": heading})
        self._inner.part(part)

    def check(self) -> None:
        self._inner.check()


def _move_by_part(trace: Trace, session: int) -> None:
    """Say of a session that is done which of its parts who drafted: parts of all sessions are called alike."""
    for key in [key for key in trace.by_part if "/" not in key]:
        trace.by_part[f"{session}/{key}"] = trace.by_part.pop(key)


def _keep_nothing(room: Room) -> Room:
    """Return the room without kept answers: what somebody is told in private lies nowhere else."""
    return replace(room, answers=None)


def _with_drafting(result: _R, drafting: Drafting) -> _R:
    return result.model_copy(update={"drafting": drafting})
