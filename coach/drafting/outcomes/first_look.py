"""A quick first look over many chunks: in which of them people may struggle with a doing, ask about it or wish for it.

Reading every sentence of a large community with care takes seconds; this looks at words only and leaves the care to
those who read the chunks it chooses. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest

from coach.models import Chunk

from ..convincing import convincing_cues, count_strong_words, is_convincing
from ..cues import find_cues
from .library import CommonDoing
from .listening_for import WordIndex

_SENTENCE_END = re.compile(r"(?<=[.?!])\s+|\n(?=\s*[-*+#>•\d\n])")
_LEAST_WORDS, _MOST_WORDS, _MARGIN = 6, 36, 8
_LEADS = '-*+#>•0123456789.)( \t"“'
_SPEAKER = re.compile(r"^\[[^\]]{2,30}\]:?\s+|^\*\*[^*]{2,40}\*\*:?\s+|^[\w.'’-]{2,20}:\s+")
_TRIED, _LEAST = 24, 2
"""How many sentences of a doing are looked at more closely, and how many bring their chunk in at least."""


def choose_chunks(chunks: Sequence[Chunk], doings: Sequence[CommonDoing], most: int) -> list[int]:
    """Return the places of the chunks to read, in order: all doings have a first one before any has a second.

    Args:
        chunks: All that may be read and quoted.
        doings: What to listen for.
        most: How many to return at most.
    """
    rough = [(place, said) for place, chunk in enumerate(chunks) for said in _rough_sentences(chunk.text)]
    index = WordIndex([said for _, said in rough])
    spoken = [index.find(doing.words) for doing in doings]
    found = []
    for hits in spoken:
        best = sorted(hits, key=lambda at: (-_strength(rough[at][1]), at))[:_TRIED]
        telling = [at for at in best if _is_telling(rough[at][1])]
        # Where hardly anybody struggles with it, what sounds nearest is read with care all the same.
        more = [at for at in best if at not in telling][: max(_LEAST - len(telling), 0)]
        found.append([rough[at][0] for at in (*telling, *more)])
    turns = (place for turn in zip_longest(*found) for place in turn if place is not None)
    return sorted(list(dict.fromkeys(turns))[:most])


def _rough_sentences(text: str) -> Iterator[str]:
    for piece in _SENTENCE_END.split(text):
        # A long stretch without a full stop is made of lines that stand each for itself.
        is_long = piece.count(" ") + piece.count("\n") > _MOST_WORDS
        for said in piece.split("\n") if is_long else (piece.replace("\n", " "),):
            if _LEAST_WORDS <= said.count(" ") + 1 <= _MOST_WORDS + _MARGIN and count_strong_words(said):
                yield _SPEAKER.sub("", said.strip(_LEADS))


@lru_cache(maxsize=4096)
def _strength(said: str) -> int:
    return count_strong_words(said) + said.endswith("?")


@lru_cache(maxsize=4096)
def _is_telling(said: str) -> bool:
    return bool(convincing_cues(said, find_cues(said))) and is_convincing(said)
