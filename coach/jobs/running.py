"""One job in the background: what it is doing, what has come of it, and a way to stop it. Safe between threads."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from coach.errors import CoachError, Stopped
from coach.models import ArrivingPart, JobKind, JobProblem, JobView, RunState, Suggested

_log = logging.getLogger(__name__)
_WAITING = "Waiting for a free place"
_STOPPED = "Stopped, as you asked. Nothing was changed."


@dataclass(frozen=True)
class JobName:
    """Which job it is, and whose."""

    id: str
    """The job's id, which nobody can guess."""
    community_id: str
    """The community that it works for."""
    community: str
    """The community's name."""
    kind: JobKind
    """What was asked for."""
    actor_id: str
    """Who asked."""
    model: str = ""
    """The model that drafts; empty when the playbook does."""


class JobWatch:
    """A job as it goes on; it is the watch that the drafter reports to."""

    def __init__(self, name: JobName) -> None:
        """Begin with nothing done."""
        self.name = name
        self.was_taken = False
        """Whether somebody has seen its end."""
        self._began = time.perf_counter()
        self._lock = threading.Lock()
        self._stop, self._ended = threading.Event(), threading.Event()
        self._parts: dict[str, ArrivingPart] = {}
        self._view = JobView(
            id=name.id, community=name.community, kind=name.kind, model=name.model, stage=_WAITING, version=1
        )

    # -- what the drafter says ---------------------------------------------------------------------
    def stage(self, says: str) -> None:
        """Hear what is being done now; raise Stopped when asked to stop."""
        self.check()
        self._change(stage=says)

    def part(self, part: ArrivingPart) -> None:
        """See a part as far as it has come."""
        with self._lock:
            self._parts[part.key] = part
            parts = tuple(self._parts.values())
            self._view = self._view.model_copy(update={"parts": parts, "version": self._view.version + 1})

    def check(self) -> None:
        """Raise Stopped when asked to stop."""
        if self._stop.is_set():
            raise Stopped(_STOPPED)

    # -- what pages do -----------------------------------------------------------------------------
    def look(self) -> JobView:
        """Return it as far as it is."""
        with self._lock:
            view = self._view
        return view if view.has_ended else view.model_copy(update={"seconds": self._seconds()})

    def stop(self) -> None:
        """Ask it to stop as soon as it can."""
        self._stop.set()
        with self._lock:
            if not self._view.has_ended and not self._view.is_stopping:
                self._view = self._view.model_copy(update={"is_stopping": True, "version": self._view.version + 1})

    @property
    def has_ended(self) -> bool:
        """Return whether it is over, well or not."""
        return self._ended.is_set()

    def wait(self, timeout_s: float) -> bool:
        """Wait until it is over; return whether it is."""
        return self._ended.wait(timeout_s)

    # -- what the worker does ----------------------------------------------------------------------
    def run(self, job: Callable[[], Suggested]) -> None:
        """Do the job here and now, keeping its result or why there is none."""
        try:
            self.check()
            result = job()
        except Stopped:
            self._end(RunState.STOPPED, problem=JobProblem(message=_STOPPED, next_step="Ask again when you like."))
        except CoachError as error:
            self._end(RunState.FAILED, problem=JobProblem(message=error.message, next_step=error.next_step))
        except Exception as error:  # noqa: BLE001  # a thread has nobody above it: the page says it instead
            _log.exception("a drafting job ended unexpectedly")
            message = f"Something went wrong that nobody expected ({type(error).__name__}). Nothing was changed."
            self._end(RunState.FAILED, problem=JobProblem(message=message, next_step="Try again, or ask the playbook."))
        else:
            fell_back = result.drafting is not None and result.drafting.fell_back
            self._end(RunState.FELL_BACK if fell_back else RunState.DONE, result=result)

    def _end(self, state: RunState, result: Suggested | None = None, problem: JobProblem | None = None) -> None:
        self._change(state=state, result=result, problem=problem, seconds=self._seconds(), is_stopping=False, stage="")
        self._ended.set()

    def _change(self, **fields: object) -> None:
        with self._lock:
            self._view = self._view.model_copy(update={**fields, "version": self._view.version + 1})

    def _seconds(self) -> float:
        return round(time.perf_counter() - self._began, 3)
