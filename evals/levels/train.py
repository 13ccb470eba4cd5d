"""Learns the hinter's weights from our own outcomes: the same outcomes give the same weights.

    python -m evals.levels.train

One logistic regression for each level (an outcome may ask for two), held small by their squares. There are a thousand
outcomes and thirty thousand features, so it is solved by outcome: the weights are a sum of the outcomes' features, and
only how much each counts has to be found (Schölkopf et al. 2001). How small the weights are held, and how sure the
hinter has to be to name a level, was chosen on the dev part; then the weights were learnt from both parts.
The test part is never looked at here.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

import numpy as np
import numpy.typing as npt

from coach.models import Level
from coach.playbook import load_playbook, parse_outcome
from coach.playbook.levels.features import BITS, read_features
from coach.playbook.levels.weights import FILE, Weights

from .data import LabelledOutcome, checksum, choose, read_outcomes

SMALLNESS = 3e-5
"""How strongly large weights are held back."""
THRESHOLD = 0.5
"""How sure the hinter has to be of a level to name it beside the likeliest one."""
STEPS = 400
Array = npt.NDArray[np.float64]


def main() -> int:
    """Learn the weights and write them into the playbook."""
    place = Path(str(resources.files("coach.playbook.levels"))) / FILE
    place.write_text(train().model_dump_json(indent=1) + "\n", "utf-8")
    sys.stdout.write(f"Written: {place.name}, {place.stat().st_size / 1000:.0f} kB.\n")
    return 0


def train() -> Weights:
    """Return the weights that our outcomes give."""
    return learn(choose(read_outcomes(), "train", "dev"))


def learn(outcomes: Sequence[LabelledOutcome], smallness: float = SMALLNESS) -> Weights:
    """Return the weights that these outcomes give.

    Args:
        outcomes: What to learn from; where its readers differ, each level counts half.
        smallness: How strongly large weights are held back.
    """
    features = to_matrix([outcome.text for outcome in outcomes])
    used = np.flatnonzero(features.any(axis=0))
    seen = features[:, used]
    wanted = np.array([[((level in item.writer) + (level in item.reader)) / 2 for level in Level] for item in outcomes])
    rows = np.zeros((len(Level), features.shape[1]))
    rows[:, used] = (seen.T @ _solve(np.asarray(seen @ seen.T, np.float64), wanted, smallness)).T
    return Weights.pack(rows, THRESHOLD, checksum())


def to_matrix(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """Return the features of outcomes, a row for each."""
    lexicon = load_playbook().lexicon
    matrix = np.zeros((len(texts), 1 << BITS), np.float32)
    for row, text in enumerate(texts):
        features = read_features(parse_outcome(text, lexicon), lexicon)
        matrix[row, list(features)] = list(features.values())
    return matrix


def _solve(alike: Array, wanted: Array, smallness: float) -> Array:
    """Return how much each outcome counts for each level, by accelerated descent (Nesterov 1983)."""
    count = len(alike)
    pace = 1 / (0.25 * np.linalg.eigvalsh(alike)[-1] / count + smallness)
    now = ahead = np.zeros_like(wanted)
    for step in range(STEPS):
        shares = 1 / (1 + np.exp(-(alike @ ahead)))
        following = ahead - pace * ((shares - wanted) / count + smallness * ahead)
        now, ahead = following, following + step / (step + 3) * (following - now)
    return now


if __name__ == "__main__":
    raise SystemExit(main())
