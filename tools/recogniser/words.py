"""Learn what the words of a message say of its situation; writes the product's `words.npz`.

    python tools/recogniser/words.py

A softmax regression, held small by its squares, solved by L-BFGS: the same messages give the same weights.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from coach.drafting.recognising.words import FILE, pack, read_words

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from recogniser.messages import ROOT, read_messages

SMALLNESS = 0.5
"""How strongly large weights are held back."""
STEPS = 60
Floats = npt.NDArray[np.float32]


def main() -> int:
    """Learn the weights and write them into the product."""
    messages = [item for item in read_messages() if item.situation]
    labels = tuple(sorted({item.situation for item in messages}))
    seen = np.stack([read_words(item.text) for item in messages])
    wanted = np.eye(len(labels), dtype=np.float32)[[labels.index(item.situation) for item in messages]]
    path = ROOT / "coach" / "drafting" / "recognising" / FILE
    pack(labels, _solve(seen, wanted), str(path))
    sys.stdout.write(f"{len(messages)} messages, {path.stat().st_size / 1000:.0f} kB.\n")
    return 0


def _solve(seen: Floats, wanted: Floats) -> Floats:
    shape = (seen.shape[1], wanted.shape[1])

    def weigh(flat: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        rows = flat.reshape(shape).astype(np.float32)
        scores = seen @ rows
        scores -= scores.max(axis=1, keepdims=True)
        shares = np.exp(scores)
        shares /= shares.sum(axis=1, keepdims=True)
        told = -np.log((shares * wanted).sum(axis=1) + 1e-9).sum()
        slope = seen.T @ (shares - wanted) + 2 * SMALLNESS * rows
        return float(told + SMALLNESS * (rows**2).sum()), slope.ravel().astype(np.float64)

    found = minimize(weigh, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return np.asarray(found.x.reshape(shape), np.float32)


if __name__ == "__main__":
    sys.exit(main())
