"""The clock, progress and the embedder, as protocols."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
"""One unit-length vector a row: shape (n, dim)."""


class Clock(Protocol):
    """Tells the time, so that tests can set it."""

    def now(self) -> dt.datetime:
        """Return the current time with its time zone (UTC)."""
        ...


class Progress(Protocol):
    """Hears how far a long job is."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Take note that `done` of `total` steps of `stage` are done."""
        ...


class Embedder(Protocol):
    """Turns text into vectors."""

    @property
    def name(self) -> str:
        """Return the model's name and version; vectors of different names never mix."""
        ...

    @property
    def dim(self) -> int:
        """Return the length of a vector."""
        ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one unit-length float32 row for each text."""
        ...
