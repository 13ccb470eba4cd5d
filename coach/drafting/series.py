"""What a series is made of: what each session is for, and what runs from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from coach.models import Activity, SeriesSession, SessionPlan
from coach.playbook import Playbook, Wording, fill, parse_outcome, to_wording
from coach.playbook.schema import SeriesEntry

_COURSES = {
    2: ("begin", "look-back"),
    3: ("begin", "harder", "look-back"),
    4: ("begin", "again", "harder", "look-back"),
    5: ("begin", "again", "harder", "hand-on", "look-back"),
    6: ("begin", "again", "harder", "alone", "hand-on", "look-back"),
}
"""Which sessions a series of each length has."""


def lay_out_series(sessions: int, playbook: Playbook) -> list[SeriesEntry]:
    """Return what each session of a series is for, in order.

    Args:
        sessions: How many, 2 to 6.
        playbook: Holds the entries.
    """
    entries = {entry.id: entry for entry in playbook.series}
    return [entries[name] for name in _COURSES[sessions]]


def to_series_session(
    entry: SeriesEntry, plan: SessionPlan, before: Sequence[SessionPlan], playbook: Playbook
) -> SeriesSession:
    """Return a session of a series, with what is carried into it from the ones before.

    Args:
        entry: What it is for.
        plan: Its plan.
        before: The plans of the earlier sessions, in order.
        playbook: Reads the outcome.
    """
    wording = to_wording(parse_outcome(plan.outcomes[0].text, playbook.lexicon))
    return SeriesSession(
        number=len(before) + 1,
        title=entry.title,
        purpose=fill(entry.purpose, wording),
        carries_in=_carry(before, wording),
        hosting=fill(entry.hosting, wording),
        between=fill(entry.between, wording),
        plan=plan,
    )


def _carry(before: Sequence[SessionPlan], wording: Wording) -> str:
    if not before:
        return ""
    left = next((part.artefact for part in before[-1].parts if isinstance(part, Activity)), wording.a_draft)
    first = (
        "the sentence each person wrote first" if len(before) == 1 else "the very first sentence and the first piece"
    )
    return f"On the table: {first}, what last time left ({left}), and what came of it since."
