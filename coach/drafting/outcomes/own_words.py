"""A doing of the library in people's own verb and object, where one of the sentences behind it names it. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from coach.models import Chunk
from coach.playbook import Lexicon

from .evidence import Spoken
from .named import find_named
from .phrases import to_doing
from .pool import Pool
from .vocabulary import read_vocabulary

_NEAR = 0.5
"""The sentence that names a doing must be as near as this to what the library calls it."""
_LEAST_WORDS = 4
_MOST_WORDS = 20
_MINE = re.compile(r"\b(?:i|me|my|mine|this|these|it's)\b|[^\w\s',.-]", re.IGNORECASE)
_SAID_SHORT = {"w/": "with", "someone": "somebody", "&": "and", "+": "and"}
_BARE = frozenset("get make do have deal pick import reach deliver".split())
"""Verbs that say too little for others to picture the doing."""


def own_wordings(pool: Pool, read: Sequence[Chunk], community: str, lexicon: Lexicon) -> dict[str, str]:
    """Return by sentence the doing that it names, in its own words.

    Args:
        pool: The sentences.
        read: Chunks from which to learn which words are at home here.
        community: Its name.
        lexicon: The verbs.
    """
    telling = [line for line in pool.lines if line.is_telling]
    named = find_named(telling, lexicon, read_vocabulary(read, community)) if telling else []
    wished = ((line.text, _as_wished(line.text, lexicon)) for line in telling if line.is_wished)
    found = [*((item.line.text, item.doing.text) for item in named), *wished]
    return {said: text for said, text in found if _says_enough(text)}


def _as_wished(said: str, lexicon: Lexicon) -> str:
    """Return a doing from a list of wishes as it was written, said by us; empty where it cannot be read."""
    text = " ".join(_SAID_SHORT.get(word, word) for word in said.rstrip(" .;").split())
    if len(text.split()) > _MOST_WORDS or _MINE.search(text):
        return ""
    text = text[:1].lower() + text[1:]
    return text if to_doing(text, lexicon) else ""


def _says_enough(text: str) -> bool:
    words = text.split()
    return len(words) >= _LEAST_WORDS and words[0] not in _BARE


def say_as_they_do(spoken: Sequence[Spoken], wordings: Mapping[str, str]) -> tuple[str, Spoken | None]:
    """Return the doing as one of the sentences behind it names it, with that sentence; empty when none does."""
    for item in spoken:
        if item.line.text in wordings and item.nearness >= _NEAR:
            return wordings[item.line.text], item
    return "", None
