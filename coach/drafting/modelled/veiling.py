"""The veil of one job: who is replaced in what is sent."""

from __future__ import annotations

from collections.abc import Sequence

from coach.notes.pseudonyms import Veil

from .room import Room


def to_veil(room: Room, texts: Sequence[str]) -> Veil | None:
    """Return who replaces names in this job's texts; None where nothing has to be replaced."""
    return Veil(room.members, texts, noticed=room.noticed) if room.hides else None
