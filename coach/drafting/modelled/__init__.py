"""Drafting with a language model: found, rendered, asked, parsed, proved, checked, repaired; never trusted."""

from .drafter import ModelDrafter
from .room import Room, Trace

__all__ = ["ModelDrafter", "Room", "Trace"]
