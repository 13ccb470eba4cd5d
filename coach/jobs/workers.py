"""Drafting in the background: pages start a job, look at it as often as they like, and lose nothing by leaving."""

from __future__ import annotations

import secrets
import threading

from coach.errors import BadRequest
from coach.models import Actor, Community, Decision, JobKind, JobView, RunRecord
from coach.ports import Clock, Store

from .communities import get_community
from .drafts import KINDS, By, DraftJobs, How
from .pool import Pool
from .previewing import Asked
from .running import JobName, JobWatch

THREADS = 8
"""How many jobs are worked at a time; what a model is asked at a time is bounded by its own setup."""
MOST_WAITING = 200
"""So many more may wait."""
MOST_ENDED = 100
"""How many ended jobs are kept for a page that comes back."""
_CLOSE_S = 3.0
_WHAT = {
    "plan": "A plan",
    "outcomes": "A set of outcomes",
    "rewrite": "Another wording",
    "part": "Another draft of a part",
    "series": "A series",
    "coaching": "A reply",
    "brief": "A brief",
    "answer": "An answer",
}


class Drafts:
    """The drafting jobs of this process: going on, ended, and the records of all there ever were."""

    def __init__(self, store: Store, clock: Clock, jobs: DraftJobs) -> None:
        """Keep what it stands on; threads come with the first job.

        Args:
            store: Where communities and records are.
            clock: Tells when somebody decided.
            jobs: Does the jobs.
        """
        self._store, self._clock, self.jobs = store, clock, jobs
        self._works: dict[str, JobWatch] = {}
        self._lock = threading.Lock()
        self._pool = Pool(THREADS, MOST_WAITING)
        self._has_swept = False

    # -- jobs --------------------------------------------------------------------------------------
    def start(self, name: str, request: Asked, by: By = "auto", *, actor: Actor | None = None) -> str:
        """Begin a job in the background and return its id.

        Raises:
            BadRequest: One of this kind goes on in this community, or too many wait.
            ModelRefused: A model was asked for, and none may be used.
        """
        asker = actor or Actor()
        community = self._community(name)
        model = self.jobs.model_for(name, by)
        work = JobWatch(
            JobName(secrets.token_hex(12), community.id, community.name, KINDS[type(request)], asker.id, model)
        )
        self._sweep_once()
        with self._lock:
            self._refuse_second(work.name, by)
            self._works[work.name.id] = work
            self._let_go_of_old()
        how = How(by, asker, work)
        try:
            self._pool.put(lambda: work.run(lambda: self.jobs.do(name, request, how)))
        except BadRequest:
            with self._lock:
                del self._works[work.name.id]
            raise
        return work.name.id

    def look(self, job_id: str, *, actor: Actor | None = None) -> JobView:
        """Return a job as far as it is.

        Raises:
            BadRequest: There is no such job here, or it is somebody else's.
        """
        return self._get(job_id, actor).look()

    def current(self, name: str, kind: JobKind, *, actor: Actor | None = None) -> JobView | None:
        """Return the newest job of this kind in this community that goes on, or whose end nobody has taken."""
        community, asker = self._community(name), (actor or Actor()).id
        with self._lock:
            works = [
                work
                for work in self._works.values()
                if (work.name.community_id, work.name.kind, work.name.actor_id) == (community.id, kind, asker)
                and not work.was_taken
            ]
        return works[-1].look() if works else None

    def stop(self, job_id: str, *, actor: Actor | None = None) -> None:
        """Ask a job to stop; one that has ended stays as it is."""
        self._get(job_id, actor).stop()

    def take(self, job_id: str, *, actor: Actor | None = None) -> JobView:
        """Say that the end of a job was seen, and return it; one that goes on is only looked at."""
        work = self._get(job_id, actor)
        view = work.look()
        work.was_taken = work.was_taken or view.has_ended
        return view

    def wait(self, job_id: str, timeout_s: float, *, actor: Actor | None = None) -> JobView:
        """Return a job once it has ended, or as far as it is after so many seconds."""
        work = self._get(job_id, actor)
        work.wait(timeout_s)
        return work.look()

    # -- records -----------------------------------------------------------------------------------
    def records(self, name: str = "", limit: int = 50) -> list[RunRecord]:
        """Return the newest run records, of one community or of all."""
        self._sweep_once()
        community_id = self._community(name).id if name else ""
        return self._store.records().runs().list_runs(community_id, limit)

    def record(self, run_id: str) -> RunRecord:
        """Return one run record, or raise BadRequest."""
        found = self._store.records().runs().get(run_id)
        if found is None:
            raise BadRequest(f"There is no run {run_id[:40]!r}.", "`coach runs` lists them.")
        return found

    def decide(self, name: str, run_id: str, decision: Decision, *, actor: Actor | None = None) -> None:
        """Write down what a person did with a suggestion; its words only where the community keeps them.

        Raises:
            BadRequest: This community has no such run.
        """
        community = self._community(name)
        if self.record(run_id).community_id != community.id:
            raise BadRequest(f"There is no run {run_id[:40]!r} in {community.name}.", "`coach runs` lists them.")
        said = {} if community.keeps_suggestions else {"before": "", "after": ""}
        who = {"actor_id": (actor or Actor()).id, "at": self._clock.now()}
        self._store.records().runs().decide(run_id, decision.model_copy(update={**who, **said}))

    # -- the end -----------------------------------------------------------------------------------
    def forget(self, community_id: str) -> None:
        """Stop and let go of all jobs of a community, as when it is removed."""
        with self._lock:
            gone = [work for work in self._works.values() if work.name.community_id == community_id]
            for work in gone:
                del self._works[work.name.id]
        for work in gone:
            work.stop()
        self.jobs.forget(community_id)

    def close(self) -> None:
        """Stop what goes on and wait a moment for it; what has not begun never does."""
        with self._lock:
            works = list(self._works.values())
        for work in works:
            work.stop()
        self._pool.close(_CLOSE_S)

    # -- inside ------------------------------------------------------------------------------------
    def _community(self, name: str) -> Community:
        return get_community(name, store=self._store)

    def _get(self, job_id: str, actor: Actor | None) -> JobWatch:
        with self._lock:
            work = self._works.get(job_id)
        # Somebody else's job and no job look alike: not even its being there is told.
        if work is None or work.name.actor_id != (actor or Actor()).id:
            raise BadRequest("This job is not here any more.", "Ask again; nothing was changed.")
        return work

    def _refuse_second(self, wanted: JobName, by: By) -> None:
        if by == "playbook":
            return
        same = (wanted.community_id, wanted.kind, wanted.actor_id)
        for work in self._works.values():
            is_same = (work.name.community_id, work.name.kind, work.name.actor_id) == same
            if is_same and not work.has_ended:
                who = work.name.model or "the playbook"
                raise BadRequest(
                    f"{_WHAT[wanted.kind]} for {wanted.community} is being drafted already, by {who}, for "
                    f"{work.look().seconds:.0f} seconds.",
                    "Wait for it, or stop it first.",
                )

    def _let_go_of_old(self) -> None:
        ended = [job_id for job_id, work in self._works.items() if work.has_ended]
        for job_id in ended[:-MOST_ENDED]:
            del self._works[job_id]

    def _sweep_once(self) -> None:
        """Mark what another process left behind, once."""
        if not self._has_swept:
            self._has_swept = True
            self._store.records().runs().sweep()
