"""Counts again what a brief says it counted, and what stands behind its claims, by other means than the product's own.

Nothing of the product's checks is used here: notes are opened as files, and numbers in words are read anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.models import Brief, BriefSentence, Counted

from .noting import Files, is_verbatim

WORDS = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_NUMBER = re.compile(rf"\b(?:\d[\d,]*|{'|'.join([*WORDS[2:], *_TENS])})\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”")
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = "|".join(f"{month}|{month[:3]}" for month in _MONTHS)
_DATE = re.compile(rf"\b\d{{1,2}} (?:{_MONTH})\b(?: \d{{4}})?|\b(?:19|20)\d\d(?:-\d\d){{0,2}}\b")


@dataclass(frozen=True)
class PageLook:
    """What was found on one page when everything was looked at again."""

    claims: int
    """Sentences that claim something."""
    bare: tuple[str, ...]
    """Ids of claims with neither words nor a count behind them."""
    quotes: int
    """Pieces of evidence."""
    wrong_quotes: tuple[str, ...]
    """Those that do not stand in their note so, with the sentence's id."""
    loose: tuple[str, ...]
    """Words in quotation marks that are shown by none of the sentence's evidence."""
    numbers: int
    """Numbers that were counted or stand in our words."""
    wrong_numbers: tuple[str, ...]
    """Those that do not recount, and why."""
    words: int
    """Words on the page, headings included."""
    gaps: int
    """Sections that say what is missing."""


def look_again(brief: Brief, files: Files) -> PageLook:
    """Return what a brief holds when its notes are opened again."""
    told = brief.sentences()
    quotes = [(item.id, one) for item in told for one in item.evidence]
    numbers = [*_recount_all(brief, files)]
    return PageLook(
        claims=sum(item.kind.is_claim for item in told),
        bare=tuple(item.id for item in told if item.kind.is_claim and not item.evidence and not item.counted),
        quotes=len(quotes),
        wrong_quotes=tuple(f"{name}: {one.quote[:80]}" for name, one in quotes if not is_verbatim(one, files)),
        loose=tuple(f"{item.id}: {words}" for item in told for words in find_loose(item)),
        numbers=len(numbers),
        wrong_numbers=tuple(why for why in numbers if why),
        words=count_words(brief),
        gaps=sum(bool(section.gap) for section in brief.sections),
    )


def count_words(brief: Brief) -> int:
    """Return how many words stand on the page."""
    lines = [brief.title]
    for section in brief.sections:
        lines += [section.title, section.gap, *(item.text for item in section.sentences)]
    return sum(len(line.split()) for line in lines)


def find_loose(sentence: BriefSentence) -> Iterator[str]:
    """Yield what stands in quotation marks and is not what is shown of its evidence."""
    shown = {" ".join(item.shown.split()) for item in sentence.evidence}
    for found in _QUOTED.findall(sentence.text):
        if " ".join(found[1:-1].split()) not in shown:
            yield found


def _recount_all(brief: Brief, files: Files) -> Iterator[str]:
    """Yield for each number what is wrong with it; empty when it recounts."""
    totals = {item.what: item.number for item in brief.used}
    for used in brief.used:
        yield recount(used, used.says, {}, brief, files)
    for sentence in brief.sentences():
        for counted in sentence.counted:
            why = recount(counted, sentence.text, totals, brief, files)
            yield f"{sentence.id}: {why}" if why else ""
        for number in find_uncounted(sentence):
            yield f"{sentence.id}: “{number}” was not counted"


def recount(counted: Counted, text: str, totals: dict[str, int], brief: Brief, files: Files) -> str:
    """Return what is wrong with a number; empty when it recounts.

    Args:
        counted: The number.
        text: The sentence in which it stands.
        totals: How many there are of each sort in all.
        brief: The page.
        files: The notes.
    """
    told = [(item.note_id, item.date or "", item.label) for item in counted.items]
    said = read_numbers(counted.says)
    of = counted.of
    faults = {
        f"“{counted.says}” does not stand in the sentence": counted.says.lower() not in text.lower(),
        f"{counted.number} is said, and {len(told)} are listed": len(told) != counted.number,
        "one thing is counted twice": len(set(told)) != len(told),
        f"“{counted.says}” does not say {counted.number}": counted.number not in said and counted.number > 1,
        f"of {of} is not said": of is not None and of > 1 and of not in said,
        f"of {of}, yet there are {totals.get(counted.what)}": of is not None and totals.get(counted.what, of) != of,
        "more than there are": of is not None and counted.number > of,
        "a note that is not there": any(name and files.read(name) is None for name, _, _ in told),
        "from outside the period": any(not _is_within(date, brief) for _, date, _ in told),
    }
    return next((why for why, is_so in faults.items() if is_so), "")


def _is_within(date: str, brief: Brief) -> bool:
    start, end = brief.request.start, brief.request.end
    first, last = (start.isoformat() if start else "", end.isoformat() if end else "9999")
    return not date or first[: len(date)] <= date <= last[: len(date)]


def find_uncounted(sentence: BriefSentence) -> Sequence[str]:
    """Return the numbers in our own words that no count stands behind; dates are none, nor is what is quoted."""
    ours = _DATE.sub(" ", _QUOTED.sub(" ", sentence.text))
    if not sentence.kind.is_claim:
        return []
    for counted in sentence.counted:
        ours = re.sub(re.escape(counted.says), " ", ours, flags=re.IGNORECASE)
    return _NUMBER.findall(ours)


def read_numbers(text: str) -> list[int]:
    """Return the numbers that a text says, in figures or in words."""
    return [_to_number(found) for found in _NUMBER.findall(text)] + ([1] if re.search(r"\bone\b", text, re.I) else [])


def _to_number(said: str) -> int:
    plain = said.lower().replace(",", "")
    if plain.isdigit():
        return int(plain)
    return WORDS.index(plain) if plain in WORDS else _TENS[plain]
