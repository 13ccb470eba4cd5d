"""Which meeting words are from: a note of a whole year holds many, so the words' own day counts first. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from coach.models import Evidence
from coach.ports import Session


def session_of(evidence: Evidence, sessions: Sequence[Session]) -> Session | None:
    """Return the meeting that words are from; None where they are from none, or nobody can tell from which."""
    held = [session for session in sessions if evidence.note_id in session.note_ids]
    same_day = [session for session in held if session.day.isoformat() == evidence.date]
    if same_day:
        return same_day[0]
    return held[0] if len(held) == 1 and not _has_day(evidence) else None


def place_of(evidence: Evidence) -> tuple[str, str]:
    """Return what words share that are from the same notes of the same day."""
    return evidence.note_id, evidence.date or ""


def _has_day(evidence: Evidence) -> bool:
    return len(evidence.date or "") == len("2026-03-12")
