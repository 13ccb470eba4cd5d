"""A series built by hand, for the pages to show."""

from __future__ import annotations

from coach.models import Finding, Note, Series, SeriesRequest, SeriesSession, Severity
from tests.ui.good_plan import good_plan

_TITLES = ("A first go", "The same, on another piece", "First and latest")


def good_series(request: SeriesRequest, note: Note, community: str) -> Series:
    """Return a series whose sessions all have the same plan, with one thought on the whole."""
    result = good_plan(request.session, note, community)
    sessions = tuple(
        SeriesSession(
            number=number,
            title=_TITLES[(number - 1) % len(_TITLES)],
            purpose=f"Purpose of session {number}.",
            carries_in="On the table: the first map." if number > 1 else "",
            hosting=f"Host number {number}.",
            between=f"Draw one more map after session {number}.",
            plan=result.plan.model_copy(update={"title": f"{number} of {request.sessions}"}),
            findings=result.findings,
        )
        for number in range(1, request.sessions + 1)
    )
    same = Finding(
        check="S4", severity=Severity.MEND, where="series", message="Sessions 1 and 2 do the same.",
        why="A habit is not a skill.", way_forward="Choose another way for one of them.",
    )  # fmt: skip
    return Series(
        title=f"{request.sessions} sessions on maps", community=community, weeks_between=request.weeks_between,
        sessions=sessions, thread="One map goes through all of them.", findings=(same,),
    )  # fmt: skip
