"""How far two people, or a person and a check, agree: weighted kappa with a bootstrap interval.

Cohen's kappa with linear weights for the ordered labels 0, 1 and 2 (Cohen 1968); the interval is the 2.5th to 97.5th
percentile of resampled items.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

LABELS = (0, 1, 2)
ROUNDS = 1000


@dataclass(frozen=True)
class Agreement:
    """How far two lists of labels agree."""

    n: int
    """How many items both labelled."""
    same: float
    """The share of items with the same label."""
    kappa: float
    """Linearly weighted kappa; nan when one of them used a single label throughout."""
    low: float
    """The lower end of its 95 % interval."""
    high: float
    """The upper end."""

    def __str__(self) -> str:
        """Return the figures in one line."""
        return f"n {self.n}, same {self.same:.2f}, weighted kappa {self.kappa:.2f} [{self.low:.2f}, {self.high:.2f}]"


def measure_agreement(one: Sequence[int], other: Sequence[int], seed: int = 0) -> Agreement:
    """Return how far two lists of labels agree, item by item.

    Args:
        one: Labels from 0 to 2.
        other: As many.
        seed: For the resampling.
    """
    pairs = list(zip(one, other, strict=True))
    chance = random.Random(seed)  # noqa: S311  # resampling, not secrecy
    drawn = sorted(
        value
        for value in (weigh_kappa(chance.choices(pairs, k=len(pairs))) for _ in range(ROUNDS))
        if not math.isnan(value)
    )
    low, high = (drawn[int(0.025 * len(drawn))], drawn[int(0.975 * len(drawn))]) if drawn else (math.nan, math.nan)
    same = sum(left == right for left, right in pairs) / len(pairs)
    return Agreement(len(pairs), same, weigh_kappa(pairs), low, high)


def weigh_kappa(pairs: Sequence[tuple[int, int]]) -> float:
    """Return linearly weighted kappa of label pairs; nan when chance alone would agree fully."""
    seen = sum(abs(left - right) for left, right in pairs) / len(pairs)
    lefts = [sum(left == label for left, _ in pairs) / len(pairs) for label in LABELS]
    rights = [sum(right == label for _, right in pairs) / len(pairs) for label in LABELS]
    expected = sum(
        lefts[one] * rights[other] * abs(one - other) for one in range(len(LABELS)) for other in range(len(LABELS))
    )
    return 1 - seen / expected if expected else math.nan
