"""What `coach doctor` says."""

from __future__ import annotations

from typing import Literal

from .base import Word


class HealthLine(Word):
    """One thing that the product stands on, and how it is."""

    name: str
    """What it is: `database`, `embedder`, `index`."""
    state: Literal["ok", "attention", "problem"]
    """`ok`, `attention` (works, but look at it) or `problem` (something will not work)."""
    says: str
    """What was found, in one sentence."""
    do: str = ""
    """What to do about it; empty when nothing needs doing."""
