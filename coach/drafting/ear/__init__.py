"""An ear for plain-spoken notes: what a sentence is good for where no telling word stands in it."""

from .hearing import Heard, hear_cues
from .weights import EarWeights, load_ear

__all__ = ["EarWeights", "Heard", "hear_cues", "load_ear"]
