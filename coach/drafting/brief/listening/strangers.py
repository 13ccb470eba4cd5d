"""Finds what is written like a person's name and is on no list: better one name too many left out than one too few."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from coach.notes.veil.words import NAMES_NOBODY, NAMES_THAT_ARE_WORDS

_WORD = r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?:['’-][A-ZÀ-ÖØ-Þ]?[a-zà-öø-ÿ]+)*"
_ANY = re.compile(rf"(?<![\w@./-])(?:{_WORD}|[a-z]{{2,}})(?![\w@/])")
_THING = re.compile(
    rf"\b(?:in|using|use|uses|used|the|an?|install\w*|our|via|on|at|into|this|like|own|of) ({_WORD})(?!\w)"
)
_PAIR = re.compile(
    rf"(?<![\w@./-]){_WORD}(?: [A-Z]\.)?(?: (?:van|von|der|den|de|del|da|dos|la|le|el|al|bin|ibn)){{0,2}} {_WORD}"
    rf"(?: {_WORD})?(?![\w@/-])"
)
_AFTER = re.compile(
    rf"(?<=\b)((?:(?:difficult|hard|easy|easier|harder) for|thanks to|(?:a|an|our|my|her|his|the) (?:mentor"
    rf"|colleague|friend|manager|helper|member|student|guest),|by|with|from|and|helped|asked|told|thanked|to"
    rf"|for|as)"
    rf" )({_WORD})(?=[\s.,;:)?!]|['’]s|$)"
)
_ACTS = re.compile(
    rf"^({_WORD})(?=,? (?:and (?:{_WORD}|\[somebody\]) |also |then |has |recently )?(?:said|says|asked|showed|demoed"
    r"|demonstrated|presented|shared|walked|gave|ran|taught|wrote|built|created|added|hosted|led|made|introduced"
    r"|organi[sz]ed"
    r"|explained|thinks|wants|sent|put|opened|started|agreed|volunteered|noticed|found|tried|used|met|helped|will)\b)"
)
_FEW = 0.2
"""A name stands this seldom behind a word that goes with things."""
_TITLE_WORDS, _TITLED = 3, 0.6
_NEIGHBOURS = re.compile(rf"\[somebody\] and ({_WORD})(?!\w)|(?<![\w])({_WORD}) and \[somebody\]")


class Strangers:
    """Knows from a community's notes which words with a capital are things, and takes the rest for people."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Count how words are written in the notes."""
        self._small: Counter[str] = Counter()
        self._capital: Counter[str] = Counter()
        self._things: Counter[str] = Counter()
        for text in texts:
            for word, count in Counter(_ANY.findall(text)).items():
                (self._small if word[0].islower() else self._capital)[word.lower()] += count
            self._things.update(word.lower() for word in _THING.findall(text))

    def hide(self, text: str, stand_in: str) -> str:
        """Return a sentence with what looks like somebody's name replaced.

        Args:
            text: The sentence on one line; names that are known are gone already.
            stand_in: What stands for a name.
        """
        if _is_titled(text):
            return text
        hidden = _PAIR.sub(lambda match: stand_in if self._is_pair(match[0]) else match[0], text)
        hidden = _ACTS.sub(lambda match: stand_in if self._is_person(match[1]) else match[0], hidden)
        hidden = _AFTER.sub(lambda match: match[1] + stand_in if self._is_person(match[2]) else match[0], hidden)
        return _NEIGHBOURS.sub(lambda match: self._beside(match, stand_in), hidden)

    def _beside(self, match: re.Match[str], stand_in: str) -> str:
        word = match[1] or match[2]
        return match[0].replace(word, stand_in) if self._is_person(word) else match[0]

    def _is_pair(self, words: str) -> bool:
        parts = [_bare(part) for part in words.split() if part[0].isupper() and not part.endswith(".")]
        believed = [part for part in parts if self._may_be_name(part)]
        able = [
            part for part in parts if part in believed or (part in NAMES_THAT_ARE_WORDS and part not in NAMES_NOBODY)
        ]
        return len(parts) > 1 and bool(believed) and len(able) == len(parts)

    def _is_person(self, word: str) -> bool:
        low = _bare(word)
        return self._may_be_name(low) and self._things[low] < max(1.0, _FEW * self._capital[low])

    def _may_be_name(self, low: str) -> bool:
        return low not in NAMES_NOBODY and not self._small[low]


def _is_titled(text: str) -> bool:
    """Say whether it is a title in capitals, where a capital says nothing of a name."""
    words: list[str] = re.findall(r"[^\W\d_]{4,}", text)[1:]
    return len(words) >= _TITLE_WORDS and sum(word[0].isupper() for word in words) > _TITLED * len(words)


def _bare(word: str) -> str:
    return re.sub(r"['’]s$", "", word).lower()
