"""What the whole product stands on."""

from __future__ import annotations

from dataclasses import dataclass

from coach.playbook import Playbook
from coach.ports import Clock, Drafter, Embedder, PassageIndex, Recogniser, Store

from .model_ports import ModelPorts


@dataclass(frozen=True)
class Ports:
    """Everything from outside that the product stands on."""

    store: Store
    """The truth."""
    index: PassageIndex
    """Finds near chunks."""
    embedder: Embedder
    """Turns text into vectors."""
    drafter: Drafter
    """Proposes."""
    playbook: Playbook
    """The craft library."""
    clock: Clock
    """Tells the time."""
    models: ModelPorts | None = None
    """What asking language models needs; None where no model can be asked."""
    recogniser: Recogniser | None = None
    """Tells what a message to the coach is about; None where nobody can be coached."""
