"""Whether a series holds together: it comes back to its outcome, it varies, and hosting moves on."""

from __future__ import annotations

from coach.models import Activity, Finding, Review, Series, SeriesSession

from .criterion import Criterion, listed

_O_R = Criterion(
    "O-R",
    "People see movement when the same thing is looked at before and again later.",
    "Let the last review lay the first sentence, or the first piece, beside the latest.",
)
_S4 = Criterion(
    "S4",
    "The same activity every time becomes a habit before it becomes a skill.",
    "Choose another way of working for one of the two.",
)
_S6 = Criterion(
    "S6",
    "A group that can host itself goes on when its first host is away.",
    "Ask somebody else to host the next one, with the last host beside them.",
)


def check_series(series: Series) -> tuple[Finding, ...]:
    """Check what only the whole series can show; each session's plan is checked on its own."""
    found: list[Finding] = []
    first, last = series.sessions[0], series.sessions[-1]
    texts = {outcome.text for outcome in first.plan.outcomes}
    if not texts & {outcome.text for outcome in last.plan.outcomes}:
        found.append(_O_R.stop("series", "The last session does not come back to an outcome of the first."))
    if not any(review.compares.strip() for review in _reviews(last)):
        found.append(_O_R.mend("series", "The last review sets nothing beside the beginning."))
    for earlier, later in zip(series.sessions, series.sessions[1:], strict=False):
        same = _patterns(earlier) & _patterns(later)
        if same:
            named = f"Sessions {earlier.number} and {later.number}"
            titles = {part.title for part in later.plan.parts if isinstance(part, Activity) and part.pattern in same}
            found.append(_S4.mend("series", f"{named} do the same thing: {listed(sorted(titles))}."))
    if len({session.hosting for session in series.sessions if session.hosting}) < 2:
        found.append(_S6.question("series", "Does the same person host every session?"))
    return tuple(found)


def _reviews(session: SeriesSession) -> list[Review]:
    return [part for part in session.plan.parts if isinstance(part, Review)]


def _patterns(session: SeriesSession) -> set[str]:
    return {part.pattern for part in session.plan.parts if isinstance(part, Activity) and part.pattern}
