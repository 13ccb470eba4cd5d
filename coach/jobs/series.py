"""Plan a series: one search, then a plan for each session that knows what the ones before used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from coach.checks import check_series
from coach.drafting.series import lay_out_series, to_series_session
from coach.errors import BadRequest
from coach.models import Activity, Community, Opening, Review, Series, SeriesRequest, SeriesSession, SessionPlan
from coach.ports import DraftInput, SeriesPlace

from .plan import PlanTools, check_against_notes, find_input

FEWEST, MOST = 2, 6
LONGEST_GAP_WEEKS = 12


def _begin_quietly(number: int) -> None:
    """Hear that a session begins, and do nothing about it."""


def plan_series(
    request: SeriesRequest, community: Community, tools: PlanTools, begins: Callable[[int], None] = _begin_quietly
) -> Series:
    """Plan a series from what the community wrote.

    Args:
        request: What is asked for.
        community: Whose series it is.
        tools: What planning stands on.
        begins: Hears the number of each session before it is drafted.

    Raises:
        BadRequest: No sensible series or session fits the request, or an outcome asks for a test or a score.
    """
    _check_request(request)
    given = find_input(request.session, community, tools)
    sessions: list[SeriesSession] = []
    for number, entry in enumerate(lay_out_series(request.sessions, tools.playbook), 1):
        begins(number)
        before = [item.plan for item in sessions]
        plan = tools.drafter.draft_plan(_next_input(given, before, number, request.sessions))
        plan = plan.model_copy(update={"title": f"{number} of {request.sessions}: {entry.title}"})
        session = to_series_session(entry, plan, before, tools.playbook)
        sessions.append(session.model_copy(update={"findings": check_against_notes(plan, tools).findings}))
    series = Series(
        title=request.session.title or f"{request.sessions} sessions: {_short(sessions[0].plan)}",
        community=community.name,
        weeks_between=request.weeks_between,
        sessions=tuple(sessions),
        thread=(
            "Each person keeps one sentence and one piece of work through all sessions; the last one lays the first "
            "beside the latest."
        ),
    )
    return series.model_copy(update={"findings": check_series(series)})


def find_first_input(request: SeriesRequest, community: Community, tools: PlanTools) -> DraftInput:
    """Return what the first session would be drafted from.

    Raises:
        BadRequest: No sensible series or session fits the request, or an outcome asks for a test or a score.
    """
    _check_request(request)
    return _next_input(find_input(request.session, community, tools), [], 1, request.sessions)


def _check_request(request: SeriesRequest) -> None:
    if not FEWEST <= request.sessions <= MOST:
        raise BadRequest(
            f"A series of {request.sessions} is not one we can plan.",
            f"Plan {FEWEST} to {MOST} sessions; after six, look at what the group wants next.",
        )
    if not 1 <= request.weeks_between <= LONGEST_GAP_WEEKS:
        raise BadRequest(
            f"{request.weeks_between} weeks between sessions do not hold a series together.",
            f"Leave 1 to {LONGEST_GAP_WEEKS} weeks, long enough to try it in one's own work.",
        )


def _next_input(given: DraftInput, before: list[SessionPlan], number: int, sessions: int) -> DraftInput:
    used = {(item.note_id, item.quote) for plan in before for item in plan.citations}
    fresh = tuple(item for item in given.quotes if (item.citation.note_id, item.citation.quote) not in used)
    parts = [part for plan in before for part in plan.parts]
    place = SeriesPlace(
        number=number,
        sessions=sessions,
        patterns=frozenset(part.pattern for part in parts if isinstance(part, Activity)),
        protocols=frozenset(part.protocol for part in parts if isinstance(part, Review)),
        openings=frozenset(part.title for part in parts if isinstance(part, Opening)),
    )
    return replace(given, quotes=fresh, place=place)


def _short(plan: SessionPlan) -> str:
    return plan.outcomes[0].text.removeprefix("We want to be able to ").rstrip(".")
