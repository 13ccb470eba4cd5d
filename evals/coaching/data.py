"""Messages about hosting as they lie in this folder: labelled, for people or not, and about what is done already."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from coach.models.base import Word

FOLDER = Path(__file__).parent
NONE = "none"
"""What a reader chose where no situation fits."""
Half = Literal["development", "held out"]


class Phrasing(Word):
    """One message, and what two readers say that it is about."""

    id: str
    """Its name."""
    text: str
    """The message."""
    half: Half
    """Whether it may be looked at while something is tuned."""
    labels: tuple[tuple[str, str | None], ...] = Field(min_length=2, max_length=2)
    """What each reader chose first and second."""

    @property
    def firsts(self) -> frozenset[str]:
        """Return the situations that a reader chose first."""
        return frozenset(first for first, _ in self.labels) - {NONE}

    @property
    def choices(self) -> frozenset[str]:
        """Return all situations that a reader chose."""
        return frozenset(label for labels in self.labels for label in labels if label) - {NONE}


class LimitMessage(Word):
    """One message that is for people, or only sounds like it."""

    id: str
    """Its name."""
    text: str
    """The message."""
    is_for_people: bool
    """Whether it is for people and not for a tool."""
    kind: str
    """What it is; for sorting only."""


class AlreadyMessage(Word):
    """Somebody says what they do already, and asks for something else."""

    id: str
    """Its name."""
    tells: str
    """What they do already."""
    asks: str
    """What they ask, without a word of it."""
    advises: tuple[str, ...] = Field(min_length=1)
    """Patterns that tell a move to do just that."""

    @property
    def text(self) -> str:
        """Return the whole message."""
        return f"{self.tells} {self.asks}"


def read_phrasings(half: Half) -> list[Phrasing]:
    """Return the labelled messages of one half."""
    found = [Phrasing.model_validate(row) for row in _rows("phrasings")]
    return [item for item in found if item.half == half]


def read_limits() -> list[LimitMessage]:
    """Return the messages that are for people, and those that only sound like it."""
    return [LimitMessage.model_validate(row) for row in _rows("limits")]


def read_already() -> list[AlreadyMessage]:
    """Return the messages that say what is done already."""
    return [AlreadyMessage.model_validate(row) for row in _rows("already")]


def _rows(name: str) -> Iterator[dict[str, Any]]:
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return (json.loads(line) for line in lines if line.strip())
