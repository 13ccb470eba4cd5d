"""L2: does a sentence say the opposite of the words behind it?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from coach.models import ClaimKind, Finding

from .brief_frames import FRAME_STEMS
from .brief_opposites import (
    CHANGED,
    NOT,
    OPPOSITES,
    STILL,
    STOPPING,
    TRAILING,
    TROUBLE,
    UNABLE,
    WENT_WELL,
)
from .brief_reading import BriefReading, ReadSentence
from .brief_stance import says_no
from .brief_words import clauses_of, fold, phrases
from .criterion import Criterion, quoted

_OPPOSITE = Criterion(
    "L2",
    "A page that says the opposite of its source misleads whoever decides by it.",
    "Say what the words behind it say, or leave it out.",
)
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_JOINT = re.compile(r"\b(?:and|or|so|then|who|which)\b")
_NOW = phrases("now, can, since, today")
_ONCE = re.compile(r"(?:when(?:ever)?|if|where|before|until|last year|at first|back then|once|a year ago)\b")
_NOT_ONLY = phrases("not (?:only|just|merely), no (?:more|longer) than, no doubt, nothing but")
_OPEN = phrases(r"whether, know\w*, tell, how far, unclear, say")
_WAS = phrases("was (?:always|only|just), were (?:always|only|just), used to, had to, until (?:then|now)")
_FAR, _NEAR = 5, 1
_FEW_WORDS = 4
_LOOSE = frozenset({ClaimKind.HARD, ClaimKind.DISAGREEMENT})


@dataclass(frozen=True)
class _Said:
    """A word, whether it is denied, and whether something is denied of it."""

    word: str
    denied: bool
    is_subject: bool = False


def check_polarity(read: BriefReading) -> list[Finding]:
    """Check that no sentence says the opposite of the words behind it."""
    found = []
    for each in read.sentences:
        words = (_stands_wrong(each) or _turned(each) or _antonym(each)) if each.behind else ""
        if words:
            found.append(_OPPOSITE.stop(each.where, f"{quoted(each.sentence.text)}: the words behind it say {words}."))
    return found


def _stands_wrong(each: ReadSentence) -> str:
    """Return what a quote says that can't stand for a claim of this kind, whatever we say around it."""
    kind, text = each.sentence.kind, fold(each.behind)
    unable = UNABLE.search(text)
    if kind is ClaimKind.CAN and unable and _is_all_unable(text) and not NOT.search(fold(each.own)):
        return f"“{unable[0]}”, and it stands among what people can do"
    well = WENT_WELL.search(text)
    if kind is ClaimKind.HARD and well and not TROUBLE.search(text):
        return f"“{well[0]}”, and it stands among what did not work"
    return ""


def _is_all_unable(text: str) -> bool:
    if _ONCE.match(text) or (CHANGED.search(text) and not STILL.search(text)):
        return False
    return not any(_NOW.search(clause) and not _denies(clause) for clause in clauses_of(text))


def _denies(clause: str) -> bool:
    return bool(NOT.search(clause) or UNABLE.search(clause))


def _turned(each: ReadSentence) -> str:
    """Return what the words behind it say with a “not” where it has none, or the other way round."""
    own = fold(each.own)
    if says_no(own, fold(each.behind)) or (CHANGED.search(own) and _WAS.search(fold(each.behind))):
        # Both deny something, in whatever words; “it is no longer …” and “it was always …” tell of one change.
        return ""
    if each.sentence.kind is ClaimKind.UNKNOWN or _OPEN.search(own) or _NOT_ONLY.search(f"{own} {fold(each.behind)}"):
        return ""
    mine, theirs = _stances(each.own, each), _stances(each.behind, each)
    both = mine.keys() & theirs.keys()
    if any(True in mine[stem] and True in theirs[stem] for stem in both):
        # Both deny the same thing, in whatever order of words.
        return ""
    own_subjects, their_subjects = _subjects(each.own, each), _subjects(each.behind, each)
    against = [
        stem
        for stem in mine
        if stem in both and mine[stem].isdisjoint(theirs[stem]) and stem not in own_subjects | their_subjects
    ]
    along = both - set(against) - own_subjects - their_subjects
    loosely = each.quotes_evidence and each.sentence.kind in _LOOSE and all(True in mine[stem] for stem in against)
    if not against or len(against) < len(along) or loosely:
        return ""
    word = next((said.word for said in _words(each.behind) if each.stems(said.word) & set(against)), against[0])
    return f"“{word}” with a “not”" if False in mine[against[0]] else f"“{word}” without a “not”"


def _stances(text: str, each: ReadSentence) -> dict[str, set[bool]]:
    found: dict[str, set[bool]] = {}
    for said in _words(text):
        for stem in each.stems(said.word) - FRAME_STEMS:
            found.setdefault(stem, set()).add(said.denied)
    return found


def _subjects(text: str, each: ReadSentence) -> frozenset[str]:
    # Of whom or what something is denied is the same in both, and shows nothing.
    return frozenset[str]().union(*(each.stems(said.word) for said in _words(text) if said.is_subject))


def _antonym(each: ReadSentence) -> str:
    mine, theirs = _words(each.own), _words(each.behind)
    spoken = {said.word for said in theirs}
    for own in mine:
        others = OPPOSITES.get(own.word, frozenset()) if own.word not in spoken else ()
        for other in theirs:
            if other.word in others and own.denied == other.denied and _is_same_matter(each, own.word, other.word):
                return f"“{other.word}” where it says “{own.word}”"
    return ""


def _is_same_matter(each: ReadSentence, word: str, other: str) -> bool:
    # Whoever says both words of a pair tells of a change from one to the other.
    if other in {said.word for said in _words(each.own)}:
        return False
    shared = (each.stems(each.own) & each.stems(each.behind)) - each.stems(f"{word} {other}")
    few = len(each.stems(each.own)) <= _FEW_WORDS
    return len(shared) >= (1 if few else 2) and bool(shared - FRAME_STEMS)


@lru_cache(maxsize=4_000)
def _words(text: str) -> tuple[_Said, ...]:
    return tuple(said for clause in clauses_of(text) for part in _JOINT.split(clause) for said in _words_of(part))


def _words_of(clause: str) -> Iterator[_Said]:
    far, near = list(NOT.finditer(clause)), list(STOPPING.finditer(clause))
    trailing = TRAILING.search(clause)
    last = max((match.start() for match in (*far, *near)), default=-1)
    for match in _WORD.finditer(clause):
        count = sum(_reaches(clause, denial.end(), match.start(), _FAR) for denial in far)
        count += sum(_reaches(clause, denial.end(), match.start(), _NEAR) for denial in near)
        denied = count % 2 == 1 or (trailing is not None and not count)
        yield _Said(match[0], denied, is_subject=not denied and match.start() < last)


def _reaches(clause: str, end: int, start: int, words: int) -> bool:
    return end <= start and clause.count(" ", end, start) <= words
