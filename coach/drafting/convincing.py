"""Whether a sentence would convince a sceptical member: a whole sentence in which people struggle, ask, wish or differ.

Stricter than the cues, which only hear a word: plans quote such sentences, and outcomes rest on them. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.models import Cue

from .convincing_signs import (
    ANNOUNCES,
    ASKS,
    ASKS_UNMARKED,
    BABBLE,
    BUT,
    CALLS_FOR,
    CLAUSE,
    CUE_WORDS,
    DIFFERS,
    EASES,
    ERRANDS,
    FINITE,
    FORM_ASKS,
    LEANS,
    MARKS,
    NO_WISH,
    NOBODYS_IT,
    ONE_OFF,
    OPENS,
    POINTS,
    PRAISE,
    REPORTS_A_QUESTION,
    SOMEBODY,
    SPOKEN_START,
    STATUS,
    STRONG_WORDS,
    STRUGGLES_TOO,
    WHO,
    WISH_LIST,
    WISHES,
)
from .cues import stands_alone


def has_cue_word(sentence: str) -> bool:
    """Say whether a sentence has a word with which people struggle, ask or wish; a quick first look."""
    return not CUE_WORDS.isdisjoint(sentence.lower().translate(MARKS).split())


def heads_wishes(heading: str) -> bool:
    """Say whether what stands under a heading is what people wish to be able to do."""
    return bool(WISH_LIST.search(heading.replace("’", "'")))


def count_strong_words(sentence: str) -> int:
    """Return how many words a sentence has with which people mostly struggle, ask or wish."""
    return len(STRONG_WORDS.intersection(sentence.lower().translate(MARKS).split()))


def is_whole(sentence: str) -> bool:
    """Say whether a sentence stands as one: it says something of somebody, and not only in a side clause."""
    flat = sentence.replace("’", "'").strip("\"“”'‘ ")
    if SPOKEN_START.match(flat) or flat.endswith("?") or ASKS_UNMARKED.match(flat):
        return True
    if OPENS.match(flat):
        _, comma, rest = flat.partition(",")
        return bool(FINITE.search(rest)) if comma else len(FINITE.findall(flat)) > 1
    finite = FINITE.search(flat)
    if finite is None or (finite.start() == 0 and not re.match(rf"(?:{WHO})\b|\w+'", flat, re.IGNORECASE)):
        return finite is not None and _has_plain_subject(flat)
    return not CLAUSE.search(flat[: finite.start()])


def _has_plain_subject(flat: str) -> bool:
    """Say whether the first word is somebody of whom the next one says something: "Learners struggle"."""
    return bool(re.match(r"\w{3,}(?:ers|ors|ants|ents|ees|people|ople|body) \w+", flat, re.IGNORECASE))


def without_nobodys_it(sentence: str) -> str:
    """Return a sentence with another word for an "it" that points to nothing before it."""
    return NOBODYS_IT.sub("All", sentence)


def is_noise(sentence: str) -> bool:
    """Say whether a sentence backs nothing, even where little is written down: news, errands, talk of one day."""
    flat = sentence.replace("’", "'").lstrip("\"“'‘")
    told = ERRANDS.search(flat) or ANNOUNCES.search(flat) or ONE_OFF.search(flat)
    return bool(told or BABBLE.search(flat) or FORM_ASKS.search(flat) or LEANS.match(without_nobodys_it(flat)))


def is_convincing(sentence: str) -> bool:
    """Say whether a sentence is more than a status line, an announcement, praise or talk taken down by a machine."""
    flat = sentence.replace("’", "'").lstrip("\"“'‘")
    if (
        ERRANDS.search(flat)
        or STATUS.match(flat)
        or ANNOUNCES.search(flat)
        or ONE_OFF.search(flat)
        or BABBLE.search(flat)
        or SOMEBODY.search(flat)
    ):
        return False
    if (PRAISE.search(flat) and not BUT.search(flat)) or (flat.endswith("?") and FORM_ASKS.search(flat)):
        return False
    return _asks(flat) or (is_whole(flat) and stands_alone(without_nobodys_it(flat)))


def convincing_cues(sentence: str, cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """Return those of its cues that hold up: as what a sceptical member would agree that it speaks.

    Args:
        sentence: On one line.
        cues: As they were heard at first.
    """
    flat = sentence.replace("’", "'")
    held = {
        Cue.STRUGGLE: (Cue.STRUGGLE in cues or bool(STRUGGLES_TOO.search(flat)))
        and (not flat.endswith("?") or _asks(flat))
        and not EASES.search(flat),
        Cue.QUESTION: _asks(flat),
        Cue.WISH: bool(WISHES.search(flat)) and not NO_WISH.search(flat) and not flat.endswith("?"),
        Cue.DISAGREEMENT: bool(DIFFERS.search(flat)),
    }
    return tuple(cue for cue, holds in held.items() if holds)


def calls_for_something(sentence: str) -> bool:
    """Say whether a sentence calls for something to be done or settled, though nobody may struggle with it."""
    flat = sentence.replace("’", "'")
    return bool(CALLS_FOR.search(flat)) and not FORM_ASKS.search(flat) and not NO_WISH.search(flat)


def _asks(flat: str) -> bool:
    if REPORTS_A_QUESTION.search(flat):
        return not POINTS.search(flat)
    if FORM_ASKS.search(flat) or POINTS.search(flat):
        return False
    is_marked = flat.rstrip(" \"”')").endswith("?")
    return bool(ASKS.search(flat)) if is_marked else bool(ASKS_UNMARKED.match(flat))
