"""ROUGE of an answer against how somebody answered: 1, 2 and Lsum, F-measure in per cent, words stemmed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module

MEASURES = {"rouge1": "R-1", "rouge2": "R-2", "rougeLsum": "R-Lsum"}
"""By what tables call them; the QMSum paper's “R-L” is Lsum."""
_END = re.compile(r"(?<=[.!?])\s+")


class Rouge:
    """Scores answers."""

    def __init__(self) -> None:
        """Get ready."""
        # Imported only here: it brings nltk, which takes seconds, and every other command would wait for it.
        scorer = import_module("rouge_score.rouge_scorer").RougeScorer
        self._scorer = scorer(list(MEASURES), use_stemmer=True)

    def score(self, wanted: str, told: str) -> Mapping[str, float]:
        """Return each measure of what was told against what was wanted."""
        found = self._scorer.score(_lines(wanted), _lines(told))
        return {says: 100 * float(found[name].fmeasure) for name, says in MEASURES.items()}


def _lines(text: str) -> str:
    """Return a sentence a line, which is what Lsum goes by."""
    return "\n".join(_END.split(text.strip()))
