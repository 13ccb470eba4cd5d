"""Which words these notes use again and again, and which of those with a capital everybody may say. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coach.models import Chunk
from coach.playbook import content_stems

from .words import TOOLS

_WORD = re.compile(r"[A-Za-zÀ-ÿ][\w'’.-]*[\w]|[A-Za-z]")
_AFTER_A_SMALL_WORD = re.compile(r"(?<=[a-z,] )[A-ZÀ-Þ][\w.-]*\w")
_SPEAKS = re.compile(
    r"\b([A-ZÀ-Þ][a-zà-ÿ]{2,})\b(?= (?:said|says|asked|asks|suggest\w*|mention\w*|explain\w*|propos\w+|noted|will|to|is"
    r" going|shar\w+|discuss\w*|emphasi\w+|agreed|thinks|and I|volunteer\w*|wants|offered|presented|raised|'s|’s)\b)"
)
_ACRONYM = re.compile(r"^[A-Z]{2,6}s?$")
_INNER_CAPITAL = re.compile(r"^[A-Z]?[a-z]+[A-Z]\w*$")
_COMMON_SHARE = 0.2
_COMMON_NOTES = 8
_ACRONYM_NOTES = 3
_ENGLISH = frozenset("the of and to in is that for it we with on was are as be this have at not".split())
_FOREIGN = frozenset(
    "der die das und ist nicht ein eine zu mit den auf von le la les des et est une dans pour que qui du el los las y"
    " en un por con para het een van voor niet och att det som il di che per".split()
)
_ENGLISH_SHARE, _FOREIGN_SHARE = 0.12, 0.06
_ENOUGH_TO_TELL, _CHUNKS_TO_TELL = 40, 200


@dataclass(frozen=True)
class Vocabulary:
    """What is known of a community's words."""

    notes: int
    """How many notes were read."""
    used: Mapping[str, int]
    """Word in small letters to the number of notes that use it."""
    small: Mapping[str, int]
    """The same for words as written: in how many notes each stands with a small letter."""
    capital: Mapping[str, int]
    """Word with a capital in mid-sentence to the number of notes."""
    speakers: frozenset[str]
    """Words with a capital that say, ask or are to do something: people."""
    own_names: frozenset[str]
    """The words of the community's own name, in small letters."""

    def knows(self, phrase: str) -> bool:
        """Say whether every word of a phrase is at home here: no odd spelling, nobody's name."""
        return all(self._knows_word(word) for word in phrase.split())

    def _knows_word(self, word: str) -> bool:
        bare = word.strip(".,'’")
        low = bare.lower()
        if not content_stems(low):
            return bare == low or bare == "I"
        if bare != low:
            return self._may_name(bare, low)
        return self.used.get(low, 0) >= (2 if self.notes >= _COMMON_NOTES else 1)

    def _may_name(self, word: str, low: str) -> bool:
        if low in TOOLS or low in self.own_names:
            return True
        seen = self.capital.get(word, 0)
        if _ACRONYM.match(word) or _INNER_CAPITAL.match(word):
            return seen >= _ACRONYM_NOTES
        if word in self.speakers or 3 * self.small.get(low, 0) >= seen:
            return False
        return seen >= max(_COMMON_NOTES, _COMMON_SHARE * self.notes)


def read_vocabulary(chunks: Iterable[Chunk], name: str) -> Vocabulary:
    """Return what a community's notes say of its words.

    Args:
        chunks: All that may be read and quoted.
        name: The community's name.
    """
    words: dict[str, set[str]] = {}
    capitals: dict[str, set[str]] = {}
    speakers: Counter[str] = Counter()
    for chunk in chunks:
        words.setdefault(chunk.note_id, set()).update(_WORD.findall(chunk.reading))
        capitals.setdefault(chunk.note_id, set()).update(_AFTER_A_SMALL_WORD.findall(chunk.reading))
        speakers.update(_SPEAKS.findall(chunk.reading))
    small = Counter(word for found in words.values() for word in found if word.islower())
    return Vocabulary(
        notes=len(words),
        used=Counter(low for found in words.values() for low in {word.lower() for word in found}),
        small=small,
        capital=Counter(word for found in capitals.values() for word in found),
        speakers=frozenset(word for word, count in speakers.items() if count > 1),
        own_names=frozenset(re.findall(r"[a-z]+", name.lower())),
    )


def reads_english(chunks: Sequence[Chunk]) -> bool:
    """Say whether notes are, by and large, in English, by its smallest words; too few words to tell count as yes."""
    some = chunks[:: len(chunks) // _CHUNKS_TO_TELL + 1]
    words = [word for chunk in some for word in chunk.reading.lower().split()]
    if len(words) < _ENOUGH_TO_TELL:
        return True
    share, foreign = (sum(word in known for word in words) / len(words) for known in (_ENGLISH, _FOREIGN))
    # Lists of dates and rooms have few small words of any language.
    return share >= _ENGLISH_SHARE or foreign < _FOREIGN_SHARE
