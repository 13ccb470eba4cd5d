"""Drafting with a language model: found, rendered, asked, parsed, proved, checked, repaired; never trusted.

The drafter itself is in `drafter`: it is imported when a model drafts, since most people never ask one.
"""

from .room import Room, Trace

__all__ = ["Room", "Trace"]
