"""The ear's weights: learnt by `python -m evals.ear.train`, read once."""

from __future__ import annotations

import base64
import zlib
from functools import cache, cached_property
from importlib import resources

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, Field

from coach.models import Cue

FILE = "weights.json"
NOTHING = len(Cue)
"""The last row: useful as nothing."""


class EarWeights(BaseModel):
    """What the ear has learnt."""

    data_sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """Which sentences it was learnt from: the checksum of their file."""
    embedder: str
    """Whose vectors it was learnt on; with another embedder it keeps still."""
    columns: int = Field(ge=1)
    """How many features a sentence has."""
    scales: tuple[float, ...] = Field(min_length=NOTHING + 1, max_length=NOTHING + 1)
    """What one step of a packed weight stands for, for each row."""
    packed: str
    """The weights as signed bytes, a row for each cue and one for nothing, deflated and written in base 64."""

    @cached_property
    def rows(self) -> npt.NDArray[np.float32]:
        """Return a row of weights for each cue, and the last one for nothing."""
        steps = np.frombuffer(zlib.decompress(base64.b64decode(self.packed)), np.int8)
        rows = steps.reshape(NOTHING + 1, self.columns).astype(np.float32)
        return np.asarray(rows * np.array(self.scales, np.float32)[:, None], np.float32)

    @classmethod
    def pack(cls, rows: npt.NDArray[np.float64], embedder: str, data_sha256: str) -> EarWeights:
        """Round the weights to a byte each.

        Args:
            rows: A row for each cue, and the last one for nothing.
            embedder: Whose vectors they were learnt on.
            data_sha256: The checksum of what they were learnt from.
        """
        scales = np.abs(rows).max(axis=1) / 127
        steps = np.rint(rows / scales[:, None]).astype(np.int8)
        return cls(
            data_sha256=data_sha256,
            embedder=embedder,
            columns=rows.shape[1],
            scales=tuple(float(f"{scale:.6g}") for scale in scales),
            packed=base64.b64encode(zlib.compress(steps.tobytes(), 9)).decode(),
        )


@cache
def load_ear() -> EarWeights:
    """Return the weights that come with the product."""
    return EarWeights.model_validate_json((resources.files("coach.drafting.ear") / FILE).read_text("utf-8"))
