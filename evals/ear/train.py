"""Learns the ear's weights from our own sentences: the same sentences give the same weights.

    python -m evals.ear.train

A softmax regression, held small by its squares, solved by L-BFGS. Sentences from notes count twice as much as those
written for this. How small the weights are held was chosen by four-fold cross-validation on the train part.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from coach.adapters.onnx_embedder import OnnxEmbedder
from coach.drafting.ear.features import read_features
from coach.drafting.ear.weights import FILE, NOTHING, EarWeights
from coach.locate import embedder_folder
from coach.ports import Embedder

from .data import LabelledSentence, checksum, read_sentences, to_places

SMALLNESS = 3.0
"""How strongly large weights are held back."""
FROM_NOTES = 2.0
"""How much a sentence from notes counts beside one written for this."""
STEPS = 150
Array = npt.NDArray[np.float64]


def main() -> int:
    """Learn the weights and write them into the product."""
    place = Path(str(resources.files("coach.drafting.ear"))) / FILE
    place.write_text(train(OnnxEmbedder(embedder_folder())).model_dump_json(indent=1) + "\n", "utf-8")
    sys.stdout.write(f"Written: {place.name}, {place.stat().st_size / 1000:.0f} kB.\n")
    return 0


def train(embedder: Embedder) -> EarWeights:
    """Return the weights that our sentences give."""
    return learn(read_sentences("train"), embedder)


def learn(sentences: Sequence[LabelledSentence], embedder: Embedder) -> EarWeights:
    """Return the weights that these sentences give."""
    texts = [item.text for item in sentences]
    seen = read_features(texts, np.asarray(embedder.embed(texts), np.float32)).astype(np.float64)
    wanted = np.eye(NOTHING + 1)[to_places(sentences)]
    counts = np.array([FROM_NOTES if item.origin == "notes" else 1.0 for item in sentences])
    return EarWeights.pack(_solve(seen, wanted, counts).T, embedder.name, checksum())


def _solve(seen: Array, wanted: Array, counts: Array) -> Array:
    shape = (seen.shape[1], wanted.shape[1])

    def weigh(flat: Array) -> tuple[float, Array]:
        rows = flat.reshape(shape)
        scores = seen @ rows
        scores -= scores.max(axis=1, keepdims=True)
        shares = np.exp(scores)
        shares /= shares.sum(axis=1, keepdims=True)
        told = -(counts * np.log((shares * wanted).sum(axis=1) + 1e-12)).sum()
        slope = seen.T @ ((shares - wanted) * counts[:, None]) + 2 * SMALLNESS * rows
        return float(told + SMALLNESS * (rows**2).sum()), slope.ravel()

    found = minimize(weigh, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return np.asarray(found.x, np.float64).reshape(shape)


if __name__ == "__main__":
    raise SystemExit(main())
