"""Whether an answer says that words are the community's own: told from what stands right beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from evals.casebook import CaseNote

_SPEECH = re.compile(
    r"\b(?:say|ask|asks|asking|tell|invite\w*|read (?:out|aloud)"
    r"|open with|start with|begin with|prompts?|questions?"
    r"|script|message|write|for example|e\.g\.|such as|like|titled?|called|headed|try|explain|remind|add|reply|respond"
    r"|answer\w*|sentence|phrases?|labelled?|heading|announce|close with"
    r"|interview|put it to|word with|word to)\b[^“”\".]{0,60}$",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:(?:has |have |had |already )?(?:said|wrote|written|(?<!to )put it|told us|noted|admitted|recalled"
    r"|complained|reported)"
    r"|in (?:his|her|their) (?:own )?words|in the words of|according to)\b[^“”\".?!]{0,40}$",
    re.IGNORECASE,
)
_IN_NOTES = re.compile(
    r"(?<!sticky )\b(?:notes?|memo|log|diary|thread|transcript|write-?up|whiteboard)\b(?:\s+\w+){0,3}?"
    r"\s*(?:say|call|show|tell|mention|record|describe|put|speak|read|:)s?\b[^“”\".?!]{0,40}$"
    r"|\b(?:in|from|as) (?:the|your|their|our|an?) (?:[\w-]+ ){0,3}?(?:notes?|minutes|memo|log|diary|thread|transcript"
    r"|write-?up|whiteboard)\b[^“”\".?!]{0,40}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^\W{0,3}(?:\w+ ){0,2}?(?:says?|said|wrote|writes|adds|added|told us|put it)\b"
    r"|^\W{0,4}(?:in|from) (?:the|your|their|our) (?:\w+ ){0,3}?(?<!sticky )(?:notes?|minutes|memo|log|diary|thread)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][a-zà-ÿ-]{2,}\b")
_CAPITAL = re.compile(r"\b[A-Z][a-zà-ÿ-]{2,}\b")
_NO_NAMES = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December The This That What When Who How Why And But Not You They There Then Say Ask "
    "Question Welcome Opening Activity Review Host Everyone Pairs Note Notes".split()
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])|(?<=[.!?][”\"])\s+")
_BESIDE = r"(?:['’]s)?(?:\s*\([^()]*\))?(?:\s+(?:says?|writes?|puts it|asks?|calls it))?[\s:,*–—-]*$"


@dataclass(frozen=True)
class Surroundings:
    """What stands before and after some words in quotation marks."""

    before: str
    """Before them, on their line; or the line that leads in."""
    after: str
    """After them; or the line that says where they are from."""

    @property
    def sentence(self) -> str:
        """Return the sentence around them."""
        return f"{self.said_before} {_SENTENCE.split(self.after)[0]}"

    @property
    def said_before(self) -> str:
        """Return the sentence up to them."""
        return _SENTENCE.split(self.before)[-1]


def find_people(notes: Sequence[CaseNote]) -> frozenset[str]:
    """Return the names that notes seem to speak of: capitals inside a sentence, or before a colon."""
    inside = {match.group() for note in notes for match in _NAME.finditer(note.text)}
    speakers = {name for note in notes for name in re.findall(r"^\W*([A-Z][a-zà-ÿ-]{2,}):", note.text, re.MULTILINE)}
    return frozenset(inside | speakers) - _NO_NAMES


def is_attributed(around: Surroundings, people: frozenset[str]) -> bool:
    """Say whether the words beside a quote give it to the notes or to somebody in them.

    Args:
        around: What stands beside it.
        people: The names in the notes.
    """
    before = around.said_before.rstrip(" –—-*")
    if _SAID.search(before) or _IN_NOTES.search(before):
        return True
    if _AFTER.match(around.after) or _names_source(around.after, people):
        return True
    return not _SPEECH.search(before) and _names_speaker(before, people)


def _names_speaker(before: str, people: frozenset[str]) -> bool:
    """Say whether a name of the notes stands right before the quote, and is not spoken to."""
    beside = re.search(rf"(?P<to>\b(?:with|to|for|and|of|about)\s+)?\b(?P<name>[A-Z][\w-]+){_BESIDE}", before)
    return bool(beside) and not beside["to"] and beside["name"] in people if beside else False


def _names_source(after: str, people: frozenset[str]) -> bool:
    """Say whether the quote is followed by a source: `(Ola, March)` or `— Ola`."""
    source = re.match(r"\W{0,3}[(—–]\s*([^():]{2,60})(?:[).,;]|$)", after)
    return bool(source) and bool(people & set(_CAPITAL.findall(source[1]))) if source else False
