"""What stands in a draft that cannot be its drafter's own: orders passed on, odd words, prompts, copied notes. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from coach.checks.quotes import without_quotes

from .looking import plain_words
from .names import find_lone_names
from .quarantine import signs_in
from .reasons import Reason
from .vocabulary import common_words
from .weaker import find_codes, find_payloads

REPEATED_WORDS = 5
"""So many words in a row from a sentence that was left out give it away."""
COPIED_WORDS = 6
"""So many words in a row from a passage are a quote, and have to be shown as one."""
LEAKED_WORDS = 8
"""So many words in a row from our own instructions are a leak."""

_SPEAKS = frozenset(
    {Reason.OVERRIDES, Reason.SPEAKS, Reason.POSES, Reason.DICTATES, Reason.REVEALS, Reason.GRADES, Reason.ENCODED}
)
_OF_PROMPTS = re.compile(
    r"\b(?:system prompt|as an? ai|language model|(?:my|your|these|previous|prior|hidden|original|system) instructions"
    r"|i was (?:told|instructed|asked) to|i (?:cannot|can't|can not) comply|prompt injection)\b"
)
_SAYS = {
    "repeats": "It repeats words of a sentence that was kept back because it speaks to a model: “{words}”.",
    "odd word": "“{words}” stands neither in the request nor in what the community says of itself.",
    "speaks": "“{words}” speaks to a model or a system, and not to people.",
    "leaks": "“{words}” is from our own instructions.",
    "name": "“{words}” is named in one passage alone: quote it with its label, or leave it out.",
    "voice": "“{words}” is put into somebody's mouth and stands in no passage.",
    "copied": "“{words}” is copied from a passage without quotation marks and label.",
}
_SAID = (
    r"(?:said|wrote|told|remarked|complained|admitted|noted|insisted|confessed|exclaimed|once put it|put it|used to say"
    r"|stated|declared|warned|according to|in the words of|quoted?|is known to say)"
)
_VOICE = re.compile(
    rf"\b{_SAID}\b[^“”.!?]{{0,50}}“(?P<before>[^“”]{{3,}})”|“(?P<after>[^“”]{{3,}})”[,.;]?\s*(?:as\s+)?(?:[\w’']+\s+){{0,4}}?{_SAID}\b"
)
_LEAST_RARE = 3
_SHOWN = 120


class ForeignKind(StrEnum):
    """In which way a string is not the drafter's own."""

    REPEATS = "repeats"
    ODD_WORD = "odd word"
    SPEAKS = "speaks"
    LEAKS = "leaks"
    COPIED = "copied"
    NAME = "name"
    VOICE = "voice"


@dataclass(frozen=True)
class Foreign:
    """Something in a draft that has to go."""

    kind: ForeignKind
    """In which way."""
    place: int
    """Which of the strings it is in, from 0."""
    words: str
    """The words; of what is copied, all that stand in a row."""

    @property
    def says(self) -> str:
        """Say in one sentence what is wrong, for people and for the model that mends it."""
        return _SAYS[self.kind.value].format(words=self.words[:_SHOWN])


def find_foreign(
    strings: Sequence[str], passages: Sequence[str], asked: str, left_out: Sequence[str] = (), system: str = ""
) -> list[Foreign]:
    """Return what has to go from a draft's strings, in order.

    Args:
        strings: What the draft says, field by field, labelled quotes included.
        passages: What was sent of the notes.
        asked: The request and the community's own words on itself, which a draft may repeat.
        left_out: The sentences that were kept back.
        system: The instructions that were sent.
    """
    screen = Screen.of(tuple(passages), asked, tuple(left_out), system)
    return [found for place, text in enumerate(strings) for found in screen.look(text, place)]


@dataclass(frozen=True)
class Screen:
    """What a draft's strings are compared with: runs of words, odd words and names."""

    repeated: frozenset[str]
    short: tuple[str, ...]
    rare: frozenset[str]
    leaked: frozenset[str]
    copied: frozenset[str]
    asked: str
    notes: tuple[str, ...]
    names: frozenset[str]

    @classmethod
    @lru_cache(maxsize=16)
    def of(cls, passages: tuple[str, ...], asked: str, left_out: tuple[str, ...] = (), system: str = "") -> Screen:
        """Return the screen for what was sent; the same one for the same, since parts are looked at one by one."""
        said = plain_words(asked)
        notes = [plain_words(text) for text in passages]
        barred = [plain_words(text) for text in left_out]
        known = common_words().union(said.split(), *(text.split() for text in notes))
        payloads = [plain_words(found) for text in left_out for found in find_payloads(text)]
        rare = {word for found in payloads for word in found.split() if len(word) >= _LEAST_RARE} - known
        return cls(
            repeated=_runs(barred, REPEATED_WORDS),
            short=tuple(text for text in barred if 2 < len(text.split()) < REPEATED_WORDS),
            rare=frozenset(rare),
            leaked=_runs([plain_words(system)], LEAKED_WORDS),
            copied=_runs(notes, COPIED_WORDS) - _runs([said], COPIED_WORDS),
            asked=said,
            notes=tuple(f" {text} " for text in notes),
            names=frozenset(find_lone_names(passages, said)),
        )

    def is_own(self, text: str) -> bool:
        """Say whether nothing in a string is foreign."""
        return next(self.look(text), None) is None

    def look(self, text: str, place: int = 0) -> Iterator[Foreign]:
        """Yield what is foreign in one string, one of a kind."""
        whole = plain_words(text)
        own = plain_words(_without_any_quotes(text))
        found = (
            (ForeignKind.REPEATS, _first_run(whole, self.repeated, REPEATED_WORDS) or self._short_in(whole)),
            (ForeignKind.ODD_WORD, self._rare_in(whole) or self._odd_in(text)),
            (ForeignKind.SPEAKS, self._speaks(text)),
            (ForeignKind.LEAKS, _first_run(whole, self.leaked, LEAKED_WORDS)),
            (ForeignKind.COPIED, _longest_run(own, self.copied, COPIED_WORDS)),
            (ForeignKind.VOICE, self._voice_in(text)),
            (ForeignKind.NAME, next((word for word in own.split() if word in self.names), "")),
        )
        yield from (Foreign(kind, place, words) for kind, words in found if words)

    def _short_in(self, whole: str) -> str:
        return next((text for text in self.short if f" {text} " in f" {whole} "), "")

    def _rare_in(self, whole: str) -> str:
        padded = f" {whole} "
        return next((word for word in sorted(self.rare) if f" {word} " in padded), "")

    def _odd_in(self, text: str) -> str:
        return next((word for word in find_codes(_without_any_quotes(text)) if not self._is_known(word)), "")

    def _is_known(self, code: str) -> bool:
        # What two passages name is the community's own; what one names alone may have been planted there.
        wanted = f" {plain_words(code)} "
        return wanted in f" {self.asked} " or sum(wanted in text for text in self.notes) > 1

    def _voice_in(self, text: str) -> str:
        for match in _VOICE.finditer(without_quotes(text)):
            said = match["before"] or match["after"]
            if not any(plain_words(said) in note for note in (*self.notes, self.asked)):
                return said
        return ""

    def _speaks(self, text: str) -> str:
        if text.strip() and plain_words(text) in self.asked:
            return ""
        said = _OF_PROMPTS.search(plain_words(text))
        if said and f" {said[0]} " not in f" {self.asked} ":
            return text
        return text if not _SPEAKS.isdisjoint(signs_in(text)) else ""


def _without_any_quotes(text: str) -> str:
    return re.sub(r"“[^“”]*”", " … ", without_quotes(text))


def _runs(texts: Iterable[str], length: int) -> frozenset[str]:
    return frozenset(run for text in texts for run in _each_run(text.split(), length))


def _each_run(words: Sequence[str], length: int) -> Iterator[str]:
    return (" ".join(words[start : start + length]) for start in range(len(words) - length + 1))


def _first_run(text: str, among: frozenset[str], length: int) -> str:
    return next((run for run in _each_run(text.split(), length) if run in among), "") if among else ""


def _longest_run(text: str, among: frozenset[str], length: int) -> str:
    words = text.split()
    longest, begun = "", None
    for start in range(len(words) - length + 1):
        if " ".join(words[start : start + length]) not in among:
            begun = None
            continue
        begun = start if begun is None else begun
        longest = max(longest, " ".join(words[begun : start + length]), key=len)
    return longest
