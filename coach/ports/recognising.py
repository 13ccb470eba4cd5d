"""What a message is about, as something learned tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Likely:
    """How likely each thing is that a message can be about."""

    situations: Mapping[str, float]
    """By situation; `none` for hosting in general, `~hello` and so on for other things. They add up to 1."""
    matters: Mapping[str, float]
    """By matter that is for people, and empty for none. They add up to 1."""

    @property
    def for_people(self) -> float:
        """Return how likely it is a matter for people and not for a tool."""
        return 1.0 - self.matters.get("", 1.0)


class Recogniser(Protocol):
    """Tells what messages are about."""

    @property
    def name(self) -> str:
        """Return what was learned, and from what."""
        ...

    def recognise(self, texts: Sequence[str]) -> list[Likely]:
        """Return for each text what it may be about; what lies past 256 tokens is not seen."""
        ...
