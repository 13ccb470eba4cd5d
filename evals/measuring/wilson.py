"""Shares of few things with the interval of Wilson (1927), which stays within 0 and 1 and holds at the edges."""

from __future__ import annotations

import math
from dataclasses import dataclass

_Z = 1.959964
"""95 %."""


@dataclass(frozen=True)
class Wilson:
    """How many of some things are so, with its interval."""

    hits: int
    """How many."""
    n: int
    """Of how many."""
    low: float | None
    """Lower end of the 95 % interval; nothing where there is nothing to count."""
    high: float | None
    """Upper end."""

    @property
    def value(self) -> float | None:
        """Return the share; nothing where there is nothing to count."""
        return self.hits / self.n if self.n else None

    def __str__(self) -> str:
        """Return it as tables show it."""
        if self.value is None or self.low is None or self.high is None:
            return "–"
        return f"{self.value:.2f} [{self.low:.2f}, {self.high:.2f}]"


def to_wilson(hits: int, n: int) -> Wilson:
    """Return so many of so many with the interval."""
    if not n:
        return Wilson(hits, n, None, None)
    share, z2 = hits / n, _Z * _Z
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = _Z / (1 + z2 / n) * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    return Wilson(hits, n, max(0.0, middle - half), min(1.0, middle + half))
