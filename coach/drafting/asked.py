"""A pattern that people asked for by its id: taken when it can be run here, refused with the reason when it cannot."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from coach.errors import BadRequest
from coach.models import Pattern, PlanRequest
from coach.playbook.select import Situation, why_not
from coach.ports import SeriesPlace

from .outline import LONGEST, Outline, make_outline

_STEP = 5


def asked_pattern(
    request: PlanRequest, place: int, patterns: Sequence[Pattern], *, among: Outline, series: SeriesPlace | None
) -> str:
    """Return the id of the pattern that was asked for at this place, or nothing.

    In a series the wish is for the first session; the later ones build on what it left.

    Raises:
        BadRequest: There is no such pattern, or more of them than activities.
    """
    asked = request.patterns
    if not asked or (series is not None and series.number > 1):
        return ""
    if len(asked) > len(among.blocks):
        room = "one activity" if len(among.blocks) == 1 else f"{len(among.blocks)} activities"
        raise BadRequest(
            f"You asked for {len(asked)} patterns, and {request.minutes} minutes hold {room}.",
            "Ask for fewer, or make the session longer.",
        )
    check_known(asked, [pattern.id for pattern in patterns])
    return asked[place] if place < len(asked) else ""


def check_known(asked: Sequence[str], known: Sequence[str]) -> None:
    """Refuse an id that nobody has.

    Raises:
        BadRequest: Says which, and what is near it.
    """
    for name in asked:
        if name not in known:
            near = get_close_matches(name, known, 3, 0.5)
            hint = f"Near it: {', '.join(near)}. " if near else ""
            raise BadRequest(
                f"There is no pattern with the id {name[:60]!r} here.",
                f"{hint}`coach playbook list --kind pattern --community NAME` lists them.",
            )


def check_fits(pattern: Pattern, wanted: Situation, place: int, request: PlanRequest) -> None:
    """Refuse a pattern that cannot be run in this situation.

    Raises:
        BadRequest: Says why not, and what would have to be different.
    """
    reason = why_not(pattern, wanted)
    if reason:
        raise BadRequest(f"“{pattern.title}” cannot be used here: {reason}", "Change that, or choose another pattern.")
    if wanted.minutes < pattern.minutes.min:
        long_enough = _long_enough(pattern, place, request)
        way = f"Plan about {long_enough} minutes, or choose" if long_enough else "Choose"
        raise BadRequest(
            f"“{pattern.title}” cannot be used here: it takes at least {pattern.minutes.min} minutes, and a session of "
            f"{request.minutes} leaves {wanted.minutes} for it.",
            f"{way} another pattern.",
        )


def _long_enough(pattern: Pattern, place: int, request: PlanRequest) -> int | None:
    for minutes in range(request.minutes + _STEP, LONGEST + 1, _STEP):
        blocks = make_outline(minutes, len(request.outcomes)).blocks
        # A longer session may have more, shorter activities.
        if place < len(blocks) and blocks[place].activity_minutes >= pattern.minutes.min:
            return minutes
    return None
