"""Cuts the words behind a verb down to a clean object: no half clauses, nothing that points elsewhere. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from .words import (
    CUT_AT,
    DANGLING,
    FINITE,
    PEOPLE,
    PLURAL_OWNERS,
    POINTING,
    PREPOSITIONS,
    QUESTION_WORDS,
    RELATIVES,
    SITUATIONS,
    TRAILING,
)

MOST_WORDS = 14
"""A longer object cannot be said in one breath."""
_BORDER = re.compile(
    r"[?!;:()\[\]{}|<>“”\"=→*`_…]|\.(?=\s|$)|\.{2,}|\s[-–—/+&]+\s|--|—|\be\.g\.|\bi\.e\.|\betc\b|\s/|/\s|,"
)
_OURS = {"your": "our", "my": "our", "yourself": "ourselves", "yourselves": "ourselves", "myself": "ourselves"}
_AFTER_WHICH_US = PREPOSITIONS | {"help", "helps", "let", "lets", "give", "gives", "tell", "tells", "show", "shows"}
_CLAUSE_OPENERS = QUESTION_WORDS | RELATIVES | SITUATIONS
_GERUND = re.compile(r"^[a-z]{2,}ing$")
_SPEAKERS = frozenset({"we", "i", "you", "people"})


def first_stretch(words: str) -> str:
    """Return the words up to the first mark that ends a phrase."""
    return _BORDER.split(words, maxsplit=1)[0].strip()


def clean_object(words: str, verbs: Collection[str] = ()) -> str:
    """Return the part of an object that stands by itself, in the members' voice; empty when nothing does.

    Args:
        words: What stands behind the verb.
        verbs: Bare verbs; "and" before one of them begins another doing.
    """
    whole = first_stretch(words).split()
    tokens = _cut(whole, verbs)
    if whole and whole[0].lower() in QUESTION_WORDS:
        # Half a question says something else: "what version control is for" cannot be cut short.
        return " ".join(_in_our_voice(tokens)) if tokens == whole and len(tokens) <= MOST_WORDS else ""
    tokens = _trim_end(_shorten(_trim_end(tokens)))
    return " ".join(_in_our_voice(tokens))


def _cut(tokens: Sequence[str], verbs: Collection[str]) -> list[str]:
    kept: list[str] = []
    in_clause = False
    for place, token in enumerate(tokens):
        low = token.lower()
        following = [item.lower() for item in tokens[place + 1 : place + 3]]
        if _ends_here(low, following, verbs):
            break
        if _points_away(low, following, kept):
            return _before_last_border(kept)
        in_clause = in_clause or low in _CLAUSE_OPENERS or low in _SPEAKERS
        if low in FINITE and not in_clause:
            return _before_last_border(kept) if len(kept) > 3 else []
        kept.append(token)
    return kept


def _ends_here(low: str, following: Sequence[str], verbs: Collection[str]) -> bool:
    if low in {"and", "or"}:
        return _starts_clause(following, verbs)
    if low == "as":
        return not following or following[0] not in {"a", "an", "our", "part"}
    return low in CUT_AT


def _starts_clause(following: Sequence[str], verbs: Collection[str]) -> bool:
    """Say whether "and" joins a clause or another doing, not a noun."""
    if not following:
        return True
    first = following[0]
    others = FINITE | QUESTION_WORDS | CUT_AT | POINTING | _SPEAKERS | {"to", "not", "also", "if", "more"}
    return first in others or first in verbs or bool(_GERUND.match(first))


def _points_away(low: str, following: Sequence[str], kept: Sequence[str]) -> bool:
    if low == "that":
        return not (bool(following) and (following[0] in FINITE or following[0] in _SPEAKERS) and bool(kept))
    if low in PLURAL_OWNERS:
        return not _has_plural(kept)
    if low == "it" and kept and kept[-1].lower() == "without":
        # "Map a service without it becoming a picture of our team" points to the service itself.
        return False
    return low in POINTING


def _has_plural(kept: Sequence[str]) -> bool:
    return any(
        word.lower() in PEOPLE or (len(word) > 4 and word.lower().endswith("s") and not word.lower().endswith("ss"))
        for word in kept
    )


def _before_last_border(kept: Sequence[str]) -> list[str]:
    """Return the words before the clause that turned out unusable; nothing when that is too little."""
    for place in range(len(kept) - 1, 0, -1):
        if kept[place].lower() in PREPOSITIONS | _CLAUSE_OPENERS | {"and", "or", "as"}:
            return list(kept[:place])
    return []


def _shorten(tokens: Sequence[str]) -> list[str]:
    if len(tokens) <= MOST_WORDS:
        return list(tokens)
    ends = (PREPOSITIONS - {"of"}) | _CLAUSE_OPENERS | {"and"}
    places = [place for place in range(3, MOST_WORDS + 1) if tokens[place].lower() in ends]
    return list(tokens[: places[-1]]) if places else []


def _trim_end(tokens: Sequence[str]) -> list[str]:
    kept = list(tokens)
    while kept and (kept[-1].lower() in DANGLING or kept[-1].lower() in TRAILING):
        kept.pop()
    return kept


def _in_our_voice(tokens: Sequence[str]) -> list[str]:
    said: list[str] = []
    for place, token in enumerate(tokens):
        low = token.lower()
        before = said[-1].lower() if said else ""
        if low == "you":
            last = place == len(tokens) - 1
            said.append("us" if last or not said or before in _AFTER_WHICH_US else "we")
        elif low in {"i", "me"}:
            said.append("we" if low == "i" else "us")
        else:
            said.append(_OURS.get(low, token))
    return said
