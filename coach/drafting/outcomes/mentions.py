"""Whether a text names what was asked for, in whatever form of its words. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from coach.playbook import content_stems

_NAMED = 0.48
"""As near as this a text counts that names the whole subject; half of it counts by half of the way."""
_SHORTEST, _LEAST_OF_WORD = 3, 0.65


def _beginning(word: str, stem: str) -> str:
    """Return how other forms of a word begin: "accessibility" is more than access."""
    bare = re.sub(r"\W", "", word)
    return bare[: max(len(stem), int(_LEAST_OF_WORD * len(bare)))] if bare.startswith(stem) else stem


class Subject:
    """What was asked for, as words to look out for."""

    def __init__(self, about: str) -> None:
        """Take its words; none when nothing was asked for."""
        beginnings = {_beginning(word, stem) for word in about.lower().split() for stem in content_stems(word)}
        self._patterns = [
            re.compile(rf"\b{re.escape(beginning)}", re.IGNORECASE)
            for beginning in sorted(beginnings)
            if len(beginning) >= _SHORTEST
        ]

    def raise_nearness(self, nearness: npt.NDArray[np.float32], texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Return how near texts are, where naming the subject counts as being near it."""
        if not self._patterns:
            return nearness
        named = np.asarray([self.share(text) for text in texts], dtype=np.float32)
        return np.maximum(nearness, np.where(named > 0.5, _NAMED * named, 0.0)).astype(np.float32)

    def share(self, text: str) -> float:
        """Return how much of the subject a text names, 0 to 1."""
        if not self._patterns:
            return 0.0
        return sum(bool(pattern.search(text)) for pattern in self._patterns) / len(self._patterns)
