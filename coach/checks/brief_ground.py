"""What a brief is held against: the notes as they stand, what was kept, who is known by name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from coach.models import KeptOutcome, Note, ValueStory
from coach.playbook import Lexicon
from coach.ports import Embedder, Session


@dataclass(frozen=True)
class BriefGround:
    """What a brief, or an answer from the notes, is held against."""

    notes: Mapping[str, Note] = field(default_factory=dict)
    """Every note that may be read, by id; one that is not here is gone or may not be read."""
    outcomes: tuple[KeptOutcome, ...] = ()
    """What the community set out to be able to do."""
    stories: tuple[ValueStory, ...] = ()
    """The stories that are kept, whatever their state."""
    sessions: tuple[Session, ...] = ()
    """The days on which people met."""
    names: frozenset[str] = frozenset()
    """Names of people, known or noticed in the notes."""
    embedder: Embedder | None = None
    """Tells how near two texts are in meaning; words alone are compared without."""
    lexicon: Lexicon | None = None
    """Which forms belong to one verb; the commonest are known without."""
    circle: Literal["inside", "outside"] = "inside"
    """Who will see an answer; a brief says so itself."""
    start: dt.date | None = None
    """From when on an answer may draw; a brief says so itself."""
    end: dt.date | None = None
    """Until when an answer may draw, that day included; a brief says so itself."""
