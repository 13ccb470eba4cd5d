"""Bootstrap intervals over cases (Efron 1979), percentile method, seeded: the same data give the same interval.

Repeats of one case are no independent evidence, so cases are resampled and not samples.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import fmean

import numpy as np

ROUNDS = 2000
Interval = tuple[float, float]


def bootstrap_mean(by_case: Mapping[str, Sequence[float]], seed: int = 0) -> Interval:
    """Return the 95 % interval of a mean whose values come in cases.

    Args:
        by_case: The values of each case, at least one each.
        seed: For the resampling.
    """
    return _percentiles(np.array([fmean(values) for values in by_case.values()]), seed)


def bootstrap_change(before: Mapping[str, float], after: Mapping[str, float], seed: int = 0) -> Interval:
    """Return the 95 % interval of the mean change over the cases that both hold."""
    shared = [name for name in before if name in after]
    return _percentiles(np.array([after[name] - before[name] for name in shared]), seed)


def _percentiles(values: np.ndarray, seed: int) -> Interval:
    draw = np.random.default_rng(seed)
    means = values[draw.integers(0, len(values), (ROUNDS, len(values)))].mean(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return float(low), float(high)
