"""Hints at the level of an outcome: a small logistic regression over its words, one for each level.

What a person set is never asked of it. How well it does, and where the verb list is left to speak, was measured on
outcomes it had not seen: `coach eval levels`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from coach.models import Level

from ..lexicon import Lexicon
from ..outcome import ParsedOutcome, parse_outcome
from ..verbs import find_verb, split_doings
from .features import kind_of_verb, read_features, without_stem
from .weights import Weights, load_weights

LISTED = frozenset({"one"})
"""Where the verb list speaks: verbs that it knows in one reading. The hinter does better there on our own outcomes and
no better on other people's; a level that a person can look up in a list is worth more than a draw."""
SURE = 0.3
"""How likely the likeliest level has to be; below, the hinter was right in fewer than half of our own outcomes."""


@dataclass(frozen=True)
class LevelHint:
    """What the hinter says of one outcome."""

    shares: Mapping[Level, float]
    """How likely the whole sentence asks for each level, 0 to 1; it may ask for two."""
    threshold: float
    """How likely a level has to be, to be named beside the likeliest."""
    doings: tuple[Mapping[Level, float], ...] = ()
    """The same for each doing, where the sentence has several."""

    @property
    def best(self) -> Level:
        """Return the likeliest level."""
        return max(self.shares, key=lambda level: self.shares[level])

    @property
    def is_sure(self) -> bool:
        """Say whether the likeliest level is likely enough to be taken."""
        return self.shares[self.best] >= SURE

    @property
    def levels(self) -> frozenset[Level]:
        """Return the likeliest level with those that are likely as well, in the whole or in a doing of it."""
        read = (self.shares, *self.doings)
        return frozenset({self.best, *(level for level in Level if max(one[level] for one in read) >= self.threshold)})


def hint_level(parsed: ParsedOutcome, lexicon: Lexicon, weights: Weights | None = None) -> Level | None:
    """Return the level that an outcome asks for; nothing where neither its words nor its verb tell.

    Args:
        parsed: The outcome.
        lexicon: The verbs it was parsed by.
        weights: Others than those that come with the product.
    """
    if kind_of_verb(parsed, lexicon) in LISTED:
        return parsed.level
    hint = _weigh(parsed, lexicon, weights or load_weights())
    return hint.best if hint.is_sure else parsed.level


def hint_levels(parsed: ParsedOutcome, lexicon: Lexicon, weights: Weights | None = None) -> LevelHint:
    """Return how likely an outcome asks for each level, whatever the verb list says.

    Args:
        parsed: The outcome.
        lexicon: The verbs it was parsed by.
        weights: Others than those that come with the product.
    """
    given = weights or load_weights()
    whole = _weigh(parsed, lexicon, given)
    doings = [parse_outcome(doing, lexicon) for doing in _split(parsed, lexicon)]
    return replace(whole, doings=tuple(_weigh(doing, lexicon, given).shares for doing in doings))


def _split(parsed: ParsedOutcome, lexicon: Lexicon) -> tuple[str, ...]:
    found = find_verb(without_stem(parsed), lexicon) if parsed.other_verbs else None
    return split_doings(found, lexicon) if found else ()


def _weigh(parsed: ParsedOutcome, lexicon: Lexicon, weights: Weights) -> LevelHint:
    features = read_features(parsed, lexicon)
    scores = weights.rows[:, list(features)] @ np.array(list(features.values()), np.float32)
    shares = 1 / (1 + np.exp(-scores))
    return LevelHint({level: float(share) for level, share in zip(Level, shares, strict=True)}, weights.threshold)
