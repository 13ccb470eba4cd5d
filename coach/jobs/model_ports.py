"""What asking models needs from outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from coach.drafting.modelled.room import Room
from coach.models import ModelSetup, ModelTrial
from coach.ports import LLM, Keys, PreviewingDrafter


@dataclass(frozen=True)
class ModelPorts:
    """What asking models needs from outside, handed over as one."""

    make_llm: Callable[[str, str, ModelSetup], LLM]
    """Makes what asks a model: its name, its address, and how."""
    make_drafter: Callable[[Room], PreviewingDrafter]
    """Makes a drafter of a room in which models may be asked."""
    try_model: Callable[[LLM], ModelTrial]
    """Asks one small question."""
    keys: Keys
    """Where providers' keys are."""
    environment: Mapping[str, object] = field(default_factory=dict)
    """The fields that the environment sets, by name: `model`, `limits.calls_per_day`."""
    address_of: Callable[[str], str] = lambda model: ""
    """Returns the address that a provider's own environment variable names for a model; empty for none."""
    warm: Callable[[], object] = lambda: None
    """Makes the first question quicker, in the background."""
