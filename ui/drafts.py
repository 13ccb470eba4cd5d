"""Drafts made in the background: begun here, found again after a page change, and told what became of them."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Literal

from coach.errors import CoachError
from coach.models import (
    AnswerRequest,
    BriefRequest,
    CoachingRequest,
    Decision,
    Drafting,
    JobKind,
    JobView,
    OutcomesRequest,
    PartRequest,
    PlanRequest,
    RewriteRequest,
    RunState,
    SeriesRequest,
)

from . import resources, state

if TYPE_CHECKING:
    from coach.service import Coach

QUICK_S = 1.5
"""What the playbook drafts is there within this time, so that nothing flickers past before it."""
By = Literal["auto", "playbook"]
"""Who is asked: the model that is set up, or the playbook whatever is set up."""
Request = (
    PlanRequest
    | SeriesRequest
    | OutcomesRequest
    | RewriteRequest
    | PartRequest
    | CoachingRequest
    | BriefRequest
    | AnswerRequest
)


def begin(kind: JobKind, request: Request, by: By) -> None:
    """Begin a draft and look after it; a model is not waited for, the playbook for a moment.

    Raises:
        CoachError: It cannot be begun as asked.
    """
    jobs = resources.coach().drafts
    before = state.watched(kind)
    job_id = jobs.start(state.record().community, request, by=by)
    if before and before != job_id:
        _turn_away(before)
    state.watch(kind, job_id)
    if by == "playbook":
        jobs.wait(job_id, QUICK_S)


def _turn_away(job_id: str) -> None:
    jobs = resources.coach().drafts
    with contextlib.suppress(CoachError):  # the program may have been started anew since
        jobs.stop(job_id)
        jobs.take(job_id)


def going_on(kind: JobKind) -> JobView | None:
    """Return the draft of this kind that is being made here, or whose end nobody has seen yet."""
    jobs, watched = resources.coach().drafts, state.watched(kind)
    if watched:
        try:
            return jobs.look(watched)
        except CoachError:
            state.unwatch(kind)  # the program was started anew since, or the community is gone
    found = jobs.current(state.record().community, kind)
    if found is None or found.is_stopping:
        return None
    if found.state is RunState.STOPPED:
        jobs.take(found.id)  # somebody turned to something else, and has no more to hear of it
        return None
    state.watch(kind, found.id)
    return found


def see(view: JobView) -> None:
    """Say that the end of a draft was seen."""
    state.unwatch(view.kind)
    with contextlib.suppress(CoachError):
        resources.coach().drafts.take(view.id)


def stop(job_id: str) -> None:
    """Ask a draft to stop."""
    with contextlib.suppress(CoachError):
        resources.coach().drafts.stop(job_id)


def run_of(drafting: Drafting | None) -> str:
    """Return the run record that a suggestion belongs to; empty when nothing was recorded."""
    return drafting.run_id if drafting else ""


def decide(run_id: str, decision: Decision) -> None:
    """Tell what a person did with a suggestion of the open community."""
    tell(resources.coach(), state.record().community, run_id, decision)


def tell(coach: Coach, community: str, run_id: str, decision: Decision) -> None:
    """Tell what a person did with a suggestion, for those who look at how well it suggests."""
    if not run_id:
        return
    try:
        coach.drafts.decide(community, run_id, decision)
    except Exception:  # noqa: BLE001  # a remark on the side: whatever goes wrong with it must not cost anybody a page
        return
