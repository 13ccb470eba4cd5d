"""How easy a text is to read: the Flesch-Kincaid grade (Kincaid and others 1975), with syllables counted by rule."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.?!…:;])[”’\")]*\s+|\n+")
_VOWELS = re.compile(r"[aeiouyàâäáéèêëíîïóôöúûü]+", re.IGNORECASE)
_SILENT = re.compile(r"(?:[^laeiouy]e|[^aeiouydt]ed|[^aeiouyscxz]es)$", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def measure_grade(text: str) -> float:
    """Return the school year (United States) in which most people can read a text; 0 for no words.

    Five more than that is about the reading age.
    """
    sentences = [found for found in (_WORD.findall(each) for each in _SENTENCE_END.split(text)) if found]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0.0
    syllables = sum(count_syllables(word) for word in words)
    return max(0.0, 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59)


@lru_cache(maxsize=20_000)
def count_words(text: str) -> int:
    """Return how many words a text has."""
    return len(_WORD.findall(text))


@lru_cache(maxsize=20_000)
def count_syllables(word: str) -> int:
    """Return about how many syllables a word has: its groups of vowels, without a silent ending."""
    groups = len(_VOWELS.findall(word))
    return max(1, groups - 1 if groups > 1 and _SILENT.search(word) else groups)
