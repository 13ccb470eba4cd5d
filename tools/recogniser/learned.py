"""What was learned: low-rank differences to the encoder's weights (LoRA, Hu et al. 2021), its norms, and two heads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

FILE = Path(__file__).parent / "learned.npz"
STRENGTH = 2.0
"""What the product of the two thin matrices is multiplied with."""
SHARPNESS = 16.0
"""What the heads' scores are multiplied with: they read a vector of length 1."""


@dataclass(frozen=True)
class Learned:
    """What training left."""

    situations: tuple[str, ...]
    """What the first head tells apart, in order."""
    matters: tuple[str, ...]
    """What the second head tells apart, in order; the first is empty, for none."""
    arrays: Mapping[str, Floats]
    """`A.<weight>.a` and `.b` for each changed weight, `ln.<norm>` for each norm, and `head.*`."""

    def heads(self) -> dict[str, tuple[Floats, Floats]]:
        """Return each head's weight (width, labels) and bias, as a graph wants them."""
        return {
            "situations": (SHARPNESS * self.arrays["head.W"], self.arrays["head.b"]),
            "matters": (SHARPNESS * self.arrays["head.M"], self.arrays["head.c"]),
        }

    def merge(self, weights: Mapping[str, Floats]) -> dict[str, Floats]:
        """Return the encoder's weights with what was learned put into them."""
        merged = dict(weights)
        for key, thin in self.arrays.items():
            if key.startswith("ln."):
                merged[key.removeprefix("ln.")] = thin
            elif key.startswith("A.") and key.endswith(".a"):
                name = key.removeprefix("A.").removesuffix(".a")
                wide = self.arrays[f"A.{name}.b"]
                merged[f"{name}.weight"] = (weights[f"{name}.weight"] + STRENGTH * wide @ thin).astype(np.float32)
        return merged


def read_learned(path: Path = FILE) -> Learned:
    """Return what was learned, from its file; numbers are kept there in 16 bits."""
    with np.load(path) as held:
        arrays = {key: held[key].astype(np.float32) for key in held.files if key not in ("situations", "matters")}
        return Learned(tuple(held["situations"].tolist()), tuple(held["matters"].tolist()), arrays)


def write_learned(learned: Learned, path: Path = FILE) -> None:
    """Write what was learned in 16 bits, packed."""
    arrays = {key: values.astype(np.float16) for key, values in learned.arrays.items()}
    np.savez_compressed(
        path, situations=np.array(learned.situations), matters=np.array(learned.matters), allow_pickle=False, **arrays
    )
