"""Shares with their n and interval: what every command that measures on held data prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from .intervals import bootstrap_mean


@dataclass(frozen=True)
class Share:
    """How many of some things are so."""

    value: float | None
    """The share; nothing where there is nothing to count."""
    n: int
    """Over how many."""
    low: float | None = None
    """Lower end of the 95 % interval over cases."""
    high: float | None = None
    """Upper end."""

    def __str__(self) -> str:
        """Return it as tables show it."""
        if self.value is None:
            return "–"
        if self.low is None or self.high is None:
            return f"{self.value:.2f}"
        return f"{self.value:.2f} [{self.low:.2f}, {self.high:.2f}]"


def to_share(hits: Mapping[str, Sequence[bool]]) -> Share:
    """Return the share of hits; several tries at one case are no independent evidence.

    Args:
        hits: By case, whether each try was a hit.
    """
    tried = {case: [float(hit) for hit in each] for case, each in hits.items() if each}
    if not tried:
        return Share(None, 0)
    values = [value for each in tried.values() for value in each]
    low, high = bootstrap_mean(tried)
    return Share(fmean(values), len(values), low, high)


def count(hits: Mapping[str, bool]) -> Share:
    """Return the share of hits where each case is tried once."""
    return to_share({case: [hit] for case, hit in hits.items()})
