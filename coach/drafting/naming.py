"""Whether a sentence names somebody: then it is a word about a person, and is quoted with more care. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

_CAPITAL = re.compile(r"(?<=[a-zà-ÿ,;(] )[A-ZÀ-Þ][a-zà-ÿ]{2,}\b|(?<=\()[A-ZÀ-Þ][a-zà-ÿ]{2,}\b")
_SMALL = re.compile(r"\b[a-zà-ÿ]{3,}\b")
_ANY_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]{2,}\b")
_HANDLE = re.compile(r"\B@\w+")
_TELLS_OF = re.compile(
    r"^([A-ZÀ-Þ][a-zà-ÿ]{2,}) (?:is|was|has|had|said|says|thinks|thought|wants|wanted|told|asked|asks|showed|brought"
    r"|wrote|disagree[sd]|did|does|got|went|came|left|laughed|keeps|kept)\b"
)
_NO_NAMES = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays easter christmas
    english welsh scottish irish british french german spanish polish arabic bengali urdu latin bank nobody everybody
    somebody anybody everyone someone anyone this that there what who which people none half most each one two three
    the she they""".split()
)
"""What is written with a capital, or begins a sentence, and names nobody."""


def find_names(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that these texts write with a capital in mid-sentence and never without."""
    capital: set[str] = set()
    small: set[str] = set()
    for text in texts:
        capital.update(_CAPITAL.findall(text))
        small.update(_SMALL.findall(text))
    return frozenset(word for word in capital if word.lower() not in small and word.lower() not in _NO_NAMES)


def names_somebody(sentence: str, names: frozenset[str]) -> bool:
    """Say whether a sentence has one of these names or a handle, or begins by telling of somebody."""
    if _HANDLE.search(sentence) or any(word in names for word in _ANY_CAPITAL.findall(sentence)):
        return True
    told = _TELLS_OF.match(sentence)
    return told is not None and told[1].lower() not in _NO_NAMES and not told[1].endswith("s")
