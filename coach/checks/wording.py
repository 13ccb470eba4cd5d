"""X1: words that put people or their learning to a test. The object of their work is fine."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from coach.models import Finding

from . import patterns
from .criterion import Criterion, listed
from .quotes import without_quotes
from .reading import find_words
from .texts import Text

_HITS = patterns.compile_patterns(
    (*patterns.PEOPLE_UNDER_TEST, *patterns.SCHOOLROOM, *patterns.SCORES, *patterns.TARGETS, *patterns.CONTESTS)
)
_FINE = patterns.compile_patterns(patterns.FINE)
_NEGATION = re.compile(patterns.NEGATION, re.IGNORECASE)
_BROKEN = re.compile(patterns.NEGATION_BROKEN, re.IGNORECASE)
_CLAUSE = re.compile(r"[.;:?!\n]|,\s+(?:but|and\s+then|then)\b")
_REACH = 6
"""A negation further away than this many words speaks of something else."""


@dataclass(frozen=True)
class Hit:
    """Words that put people or their learning to a test: `text[start:end] == words`."""

    words: str
    """The words as they stand."""
    start: int
    """Where they start, in characters."""
    end: int
    """Where they end, in characters."""


def find_test_language(text: str) -> list[Hit]:
    """Return where a text puts people or their learning to a test, in order, overlaps joined."""
    return list(_find_hits(text))


@lru_cache(maxsize=20_000)
def _find_hits(text: str) -> tuple[Hit, ...]:
    # Plans are checked again after every small change, and most of their sentences stay the same.
    fine = [match.span() for pattern in _FINE for match in pattern.finditer(text)]
    spans = sorted(
        match.span()
        for pattern in _HITS
        for match in pattern.finditer(text)
        if not _overlaps(match.span(), fine) and not _is_negated(text, match.start())
    )
    return tuple(Hit(text[start:end], start, end) for start, end in _joined(spans))


def _overlaps(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _is_negated(text: str, start: int) -> bool:
    clause = _CLAUSE.split(text[max(0, start - 120) : start])[-1]
    near = " ".join(clause.split()[-_REACH:])
    found = list(_NEGATION.finditer(near))
    # "Nobody leaves without a quiz": two negations make a demand.
    return len(found) == 1 and not _BROKEN.search(near[found[0].end() :])


def _joined(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    current: tuple[int, int] | None = None
    for span in spans:
        if current is not None and span[0] < current[1]:
            current = (current[0], max(current[1], span[1]))
            continue
        if current is not None:
            yield current
        current = span
    if current is not None:
        yield current


_X1 = Criterion(
    "X1",
    "Where something can be passed or failed, people show what they know and hide what they would like to learn.",
    "Ask about the work instead, for instance: “What did this show you, and what would you like to try next?”",
)


def check_wording(texts: Sequence[Text], their_work: frozenset[str] = frozenset()) -> list[Finding]:
    """Stop at words that put people to a test; quotes from the community are left alone.

    Args:
        texts: Texts of ours.
        their_work: Words that are the object of the members' own work, such as `students` for teachers.
    """
    found: dict[str, list[str]] = {}
    for text in texts:
        hits = (" ".join(hit.words.split()) for hit in find_test_language(without_quotes(text.words)))
        ours = [words for words in hits if not find_words(words) & their_work]
        if ours:
            found.setdefault(text.where, []).extend(ours)
    return [_X1.stop(where, _message(words)) for where, words in found.items()]


def _message(words: Sequence[str]) -> str:
    said = listed(f"“{each}”" for each in dict.fromkeys(words))
    return f"{said} {'sounds' if len(set(words)) == 1 else 'sound'} like putting people, or their learning, to a test."
