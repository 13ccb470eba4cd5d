"""A quick first look over many chunks: in which of them people may struggle with a doing, ask about it or wish for it.

Reading every sentence of a large community with care takes seconds; this looks at words only and leaves the care to
those who read the chunks it chooses. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from coach.models import Chunk

from .library import CommonDoing
from .listening_for import WordIndex
from .telling import calls_for_something, has_cue_word, is_convincing, sounds_telling

_SENTENCE_END = re.compile(r"(?<=[.?!])\s+|\n")
_LEAST_WORDS, _MOST_WORDS, _MARGIN = 6, 36, 8
_LEADS = '-*+#>•0123456789.)( \t"“'
_SPEAKER = re.compile(r"^\[[^\]]{2,30}\]:?\s+|^\*\*[^*]{2,40}\*\*:?\s+|^[\w.'’-]{2,20}:\s+")
_EACH = 12
"""How many sentences of a doing bring their chunk in."""


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
    worth = {at: _worth(rough[at][1]) for at in {at for hits in spoken for at in hits}}
    found = []
    for hits in spoken:
        best = sorted((at for at in hits if worth[at]), key=lambda at: (-worth[at], at))
        found.append([rough[at][0] for at in best[:_EACH]])
    turns = (place for turn in zip_longest(*found) for place in turn if place is not None)
    return sorted(list(dict.fromkeys(turns))[:most])


def _rough_sentences(text: str) -> Iterator[str]:
    for piece in _SENTENCE_END.split(text):
        if _LEAST_WORDS <= piece.count(" ") + 1 <= _MOST_WORDS + _MARGIN and has_cue_word(piece):
            yield _SPEAKER.sub("", piece.strip(_LEADS))


def _worth(said: str) -> int:
    return 2 if sounds_telling(said) else int(calls_for_something(said) and is_convincing(said))
