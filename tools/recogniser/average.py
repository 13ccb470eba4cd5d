"""Put the mean of two runs of teaching in the place of one: runs that saw other messages err in other places.

    python tools/recogniser/average.py ONE.npz OTHER.npz [--out FILE]

The weights' differences add up side by side, so the file grows by a half; the graph that is built from it does not.
(Averaging fine-tuned weights: Wortsman et al. 2022, model soups.)
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np

from recogniser.learned import FILE, Floats, Learned, read_learned, write_learned


def main() -> int:
    """Write the mean of two files."""
    parser = argparse.ArgumentParser(description="Average two runs of teaching.")
    parser.add_argument("one", type=Path)
    parser.add_argument("other", type=Path)
    parser.add_argument("--out", type=Path, default=FILE)
    options = parser.parse_args()
    write_learned(average(read_learned(options.one), read_learned(options.other)), options.out)
    return 0


def average(one: Learned, other: Learned) -> Learned:
    """Return what both have learned, each by a half; they have to tell the same things apart."""
    if (one.situations, one.matters) != (other.situations, other.matters):
        raise SystemExit("The two runs tell different things apart.")
    return Learned(one.situations, one.matters, {name: _mean(name, one, other) for name in one.arrays})


def _mean(name: str, one: Learned, other: Learned) -> Floats:
    mine, theirs = one.arrays[name], other.arrays[name]
    if name.startswith("A.") and name.endswith(".a"):
        return np.concatenate([mine, theirs], axis=0)
    if name.startswith("A."):
        return np.concatenate([0.5 * mine, 0.5 * theirs], axis=1)
    return np.asarray(0.5 * mine + 0.5 * theirs, np.float32)


if __name__ == "__main__":
    sys.exit(main())
