"""Meaning and words together: what a message is about, as the taught encoder and its plain words say it."""

from __future__ import annotations

from coach.ports import Likely

from .words import word_shares

WORDS = 0.5
"""How much the words count beside the meaning; chosen on the development half."""
_LEAST = 1e-5


def blend(likely: Likely, text: str) -> Likely:
    """Return what a message may be about with its words heeded; what is for people stays as it is."""
    words = word_shares(text)
    weighed = {
        name: max(share, _LEAST) * max(words.get(name, _LEAST), _LEAST) ** WORDS
        for name, share in likely.situations.items()
    }
    whole = sum(weighed.values())
    return Likely({name: weight / whole for name, weight in weighed.items()}, likely.matters)
