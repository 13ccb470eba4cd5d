"""Where sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(
    r"[.!?\u2026]{1,20}[\"'\u201d\u2019)\]*_\x01]{0,400}(?=\s)"
    r"|[\u3002\uff01\uff1f][\u300d\u300f\u201d\u2019)]{0,4}"
)
_LAST_WORD = re.compile(r"[^\s(\[\"'\u201c\u2018*_\x01]{1,20}\Z")
_ABBREVIATIONS = frozenset(
    "e.g i.e eg ie cf vs viz al approx ca dr mr mrs ms prof st jr sr rev no nos nr fig ch vol ed eds pp inc ltd co corp"
    " dept est esp incl min max jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri"
    " sat sun a.m p.m u.s u.k ph.d resp wg bzw z.b d.h usw vgl ggf p.ex".split()
)
# These may end a sentence as well; only what follows can tell.
_OPEN_ENDED = frozenset("etc inc ltd co corp a.m p.m am pm u.s u.k no al".split())
_NEXT = re.compile(r"[\s\x01]*(?P<sign>[^\s\x01]?)")
_LOOK_BACK = 24


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a stretch start and end; white space between them is left out.

    Full stops in `e.g.`, `Dr.`, `v1.2`, initials and before a small letter end nothing.
    """
    begin = start
    for match in _END.finditer(text, start, end):
        if _is_end(text, match, end):
            yield from _trimmed(text, begin, match.end())
            begin = match.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    stretch = text[start:end]
    kept = stretch.strip()
    if kept:
        begin = start + len(stretch) - len(stretch.lstrip())
        yield begin, begin + len(kept)


def _is_end(text: str, match: re.Match[str], end: int) -> bool:
    sign = match.group()[0]
    if sign in "!?\u3002\uff01\uff1f":
        # Notes are often written without capitals: a question that ends its line is over, whatever begins the next.
        return _ends_line(text, match.end(), end) or not _goes_on(text, match.end(), end)
    if _goes_on(text, match.end(), end):
        return False
    if match.group().startswith((".", "\u2026")) and match.group()[1:2] == ".":
        return True
    word = _LAST_WORD.search(text, max(0, match.start() - _LOOK_BACK), match.start())
    return word is None or not _is_short(word.group())


def _is_short(word: str) -> bool:
    """Say whether the full stop after this word belongs to the word."""
    lower = word.lower()
    if lower in _OPEN_ENDED:
        return False
    return lower in _ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word != "I")


def _ends_line(text: str, place: int, end: int) -> bool:
    rest = text[place : min(end, place + 200)]
    return rest[: len(rest) - len(rest.lstrip())].count("\n") > 0


def _goes_on(text: str, place: int, end: int) -> bool:
    """Say whether a small letter follows, so that the sentence is not over."""
    following = _NEXT.match(text, place, min(end, place + 200))
    return following is not None and following["sign"].islower()
