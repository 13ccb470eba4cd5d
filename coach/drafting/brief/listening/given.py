"""What listening is given, and what it gives back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from coach.models import KeptOutcome, Member
from coach.ports import Embedder, Statement


@dataclass(frozen=True)
class Listening:
    """What listening works with, and for whom."""

    embedder: Embedder
    """Measures nearness."""
    outcomes: tuple[KeptOutcome, ...] = ()
    """What the community set out to be able to do."""
    circle: str = "inside"
    """Who may read what is quoted: `outside` hears only what may be quoted anywhere."""
    members: tuple[Member, ...] = ()
    """The people of the community, so that their names stay out."""
    names: frozenset[str] = frozenset()
    """Further names of people that are known."""
    start: dt.date | None = None
    """From when on; a meeting in an archive may be older than its note. No limit when left out."""
    end: dt.date | None = None
    """Until when, that day included; no limit when left out."""
    limit: int = 400
    """How many sentences are measured at most; the others are lent their chunk's vector, or left out."""
    contexts: Mapping[str, npt.NDArray[np.float32]] = field(default_factory=dict)
    """Chunk id to vector, to be lent where there are too many sentences."""


@dataclass(frozen=True)
class Heard:
    """What was heard in the notes."""

    statements: tuple[Statement, ...]
    """Sentences that may be quoted and tell something, in the order of time."""
    left_out: tuple[str, ...] = ()
    """What was left out and why, in plain sentences with numbers and without names."""
