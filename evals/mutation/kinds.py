"""What a kind of damage is: the shape that both halves, the known one and the blind one, share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from coach.models import SessionPlan

Apply = Callable[[SessionPlan, Random], SessionPlan | None]
"""Returns the damaged plan, or None where this kind of damage has nothing to bite on. Pure: all chance is `Random`."""


@dataclass(frozen=True)
class Damage:
    """One way in which a good plan can be made worse."""

    name: str
    """A short name in the table: `one long talk`."""
    says: str
    """What is done to the plan, in one sentence."""
    harms: tuple[str, ...]
    """Codes of the criteria that are harmed, such as `A5`; a new finding with any of them counts as caught."""
    apply: Apply
    """Damages a copy of the plan."""
