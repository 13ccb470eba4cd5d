"""Saying what people practise in full once, and in few words from then on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.models import Outcome
from coach.playbook import Wording, fill

_NAMES_IT = re.compile(r"\{do(?:ing)?\}")


@dataclass(frozen=True)
class Aim:
    """An outcome and how sentences speak of it."""

    outcome: Outcome
    """The outcome."""
    wording: Wording
    """In full: `mapping a service that crosses team boundaries`."""
    brief: Wording
    """In few words: `mapping a service`."""


@dataclass
class Telling:
    """Fills in the texts of one part, in the order in which they are read."""

    aim: Aim
    """What the texts speak of."""
    said: bool = False
    """Whether it has been said in full."""

    def __call__(self, text: str, **extra: str) -> str:
        """Return the text with its slots filled in."""
        wording = self.aim.brief if self.said else self.aim.wording
        self.said = self.said or bool(_NAMES_IT.search(text))
        return fill(text, wording, **extra)
