"""Which level an outcome asks for, by the whole sentence and not by its verb alone."""

from .features import kind_of_verb
from .hinting import LevelHint, hint_level, hint_levels
from .weights import Weights, load_weights

__all__ = ["LevelHint", "Weights", "hint_level", "hint_levels", "kind_of_verb", "load_weights"]
