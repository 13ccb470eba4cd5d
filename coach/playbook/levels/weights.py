"""The hinter's weights: learnt by `python -m evals.levels.train`, read once."""

from __future__ import annotations

import base64
import zlib
from functools import cache, cached_property
from importlib import resources

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, Field

from coach.models import Level

from .features import BITS

FILE = "weights.json"


class Weights(BaseModel):
    """What the hinter has learnt."""

    data_sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """Which outcomes it was learnt from: the checksum of their file."""
    bits: int = Field(ge=BITS, le=BITS)
    """How many features there are room for, as a power of two."""
    threshold: float = Field(gt=0, lt=1)
    """How sure it has to be of a level to name it beside the likeliest one."""
    scales: tuple[float, ...] = Field(min_length=len(Level), max_length=len(Level))
    """What one step of a packed weight stands for, for each level."""
    packed: str
    """The weights as signed bytes, a row for each level, deflated and written in base 64."""

    @cached_property
    def rows(self) -> npt.NDArray[np.float32]:
        """Return a row of weights for each level, lowest first."""
        steps = np.frombuffer(zlib.decompress(base64.b64decode(self.packed)), np.int8)
        rows = steps.reshape(len(Level), 1 << self.bits).astype(np.float32)
        return np.asarray(rows * np.array(self.scales, np.float32)[:, None], np.float32)

    @classmethod
    def pack(cls, rows: npt.NDArray[np.float64], threshold: float, data_sha256: str) -> Weights:
        """Round the weights to a byte each.

        Args:
            rows: A row for each level, lowest first.
            threshold: How sure it has to be of a level to name it beside the likeliest one.
            data_sha256: The checksum of what they were learnt from.
        """
        scales = np.abs(rows).max(axis=1) / 127
        steps = np.rint(rows / scales[:, None]).astype(np.int8)
        packed = base64.b64encode(zlib.compress(steps.tobytes(), 9)).decode()
        rounded = tuple(float(f"{scale:.6g}") for scale in scales)
        return cls(data_sha256=data_sha256, bits=BITS, threshold=threshold, scales=rounded, packed=packed)


@cache
def load_weights() -> Weights:
    """Return the weights that come with the product."""
    text = (resources.files("coach.playbook.levels") / FILE).read_text("utf-8")
    return Weights.model_validate_json(text)
