"""Precision, recall and F1 of named levels, with what chance would make of them.

An outcome may have two levels and so may an answer: a level counts as right wherever it is in both. The intervals are
the 2.5th to 97.5th percentile over resampled outcomes (Efron 1979), seeded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from coach.models import Level

from .data import Levels

ROUNDS = 1000
Interval = tuple[float, float]
Counts = npt.NDArray[np.int64]


@dataclass(frozen=True)
class LevelScore:
    """How well one level is named."""

    precision: float | None
    """How many of the outcomes it was named for have it; nothing where it was never named."""
    recall: float | None
    """For how many of the outcomes that have it, it was named; nothing where none has it."""
    f1: float
    """The harmonic mean of both; 0 where none was right."""
    n: int
    """How many outcomes have it."""


def score_levels(given: Sequence[Levels], wanted: Sequence[Levels]) -> dict[Level, LevelScore]:
    """Return how well each level is named."""
    right, named, had = _count(given, wanted).sum(axis=0)
    f1 = _f1(np.stack([right, named, had]))
    return {
        level: LevelScore(
            precision=float(right[at] / named[at]) if named[at] else None,
            recall=float(right[at] / had[at]) if had[at] else None,
            f1=float(f1[at]),
            n=int(had[at]),
        )
        for at, level in enumerate(Level)
    }


def macro_f1(given: Sequence[Levels], wanted: Sequence[Levels]) -> float:
    """Return the mean F1 of all levels."""
    return float(_f1(_count(given, wanted).sum(axis=0)).mean())


def macro_interval(given: Sequence[Levels], wanted: Sequence[Levels]) -> Interval:
    """Return the 95 % interval of the mean F1."""
    return _percentiles(_resample(_count(given, wanted)))


def gain_interval(given: Sequence[Levels], other: Sequence[Levels], wanted: Sequence[Levels]) -> Interval:
    """Return the 95 % interval of how much higher the mean F1 of an answer is than that of another."""
    return _percentiles(_resample(_count(given, wanted)) - _resample(_count(other, wanted)))


def share_right(given: Sequence[Levels], wanted: Sequence[Levels]) -> list[bool]:
    """Return for each outcome whether a single named level is among its own."""
    return [bool(one & other) for one, other in zip(given, wanted, strict=True)]


def _count(given: Sequence[Levels], wanted: Sequence[Levels]) -> Counts:
    """Return for each outcome and level: named rightly, named, had."""
    named, had = _mark(given), _mark(wanted)
    return np.stack([named & had, named, had], axis=1)


def _mark(levels: Sequence[Levels]) -> Counts:
    return np.array([[level in item for level in Level] for item in levels], np.int64).reshape(-1, len(Level))


def _f1(counts: Counts) -> npt.NDArray[np.float64]:
    right, named, had = counts
    return np.asarray(2 * right / np.maximum(named + had, 1), np.float64)


def _resample(counts: Counts) -> npt.NDArray[np.float64]:
    draw = np.random.default_rng(0)
    drawn = (draw.integers(0, len(counts), len(counts)) for _ in range(ROUNDS))
    return np.array([_f1(counts[places].sum(axis=0)).mean() for places in drawn])


def _percentiles(values: npt.NDArray[np.float64]) -> Interval:
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)
