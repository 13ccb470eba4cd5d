"""Reads a doing off the words behind a frame: verb and object as people wrote them, or nothing. Pure.

Precision comes first: what is not surely a clean phrase is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.models import Level, VerbFamily
from coach.playbook import Lexicon, content_stems, parse_outcome
from coach.playbook.verbs import find_verb

from .frames import Hit
from .spans import clean_object, first_stretch
from .vocabulary import Vocabulary
from .words import (
    ADMIN,
    DETERMINERS,
    FINITE,
    GENERIC,
    MEETING_ADMIN,
    PEOPLE,
    POINTING,
    PREPOSITIONS,
    QUESTION_WORDS,
    TAKES_PREPOSITION,
    UNFINISHED,
    VAGUE_OBJECTS,
)

STEM = "We want to be able to"
LEAST_CONTENT = 2
"""Words of an object that must say something in particular."""
_ODD = re.compile(r"[#@$%^~\\/&+<>]|\d|[a-z][A-Z]\w*\(|\w_\w|-$|^-|https?")
_EMPTY_VERBS = frozenset("do have get make take go put use keep give bring start begin say try set end move".split())
_NEVER = frozenset(
    """
    begin end close open complete submit order plant play sew knit bake cook clean sing lift grow paint pause name
    vote on count accept reject state rank approve thank visit attend search schedule store count put commission hire
    """.split()
)
_PAST = re.compile(r"^(?:was|were|had|did)$|^\w+ed$|^(?:ran|made|got|went|took|said)$")
_ASKING = {"who": "say", "what": "say", "which": "say", "where": "say", "when": "say", "why": "explain"}
_UNFINISHED = re.compile(UNFINISHED, re.IGNORECASE)


@dataclass(frozen=True)
class Doing:
    """A doing as people named it."""

    text: str
    """Bare verb and object: `give feedback on a first pull request`."""
    verb: str
    """The bare verb."""
    object: str
    """What it is done to."""
    topic: str
    """The head of the object, short."""
    family: VerbFamily
    """What kind of doing it is."""
    level: Level
    """The Bloom level that verb and object hint at."""


def read_doing(hit: Hit, lexicon: Lexicon, vocabulary: Vocabulary) -> Doing | None:
    """Return the doing behind a frame, or None when it is not surely a clean one."""
    if hit.frame.form == "clause":
        return _read_clause(hit, lexicon, vocabulary)
    found = find_verb(first_stretch(hit.rest), lexicon)
    if found is None or found.form != hit.frame.form or found.adverbs or found.verb in _NEVER:
        return None
    thing = clean_object(found.rest, lexicon.verbs)
    if not _fits_verb(found.verb, thing, lexicon) or not _is_good(thing, vocabulary, found.verb in _EMPTY_VERBS):
        return None
    return to_doing(f"{found.verb} {thing}", lexicon)


def _read_clause(hit: Hit, lexicon: Lexicon, vocabulary: Vocabulary) -> Doing | None:
    clause = clean_object(hit.rest)
    words = clause.lower().split()
    if len(words) < 4 or words[0] not in QUESTION_WORDS or any(_PAST.match(word) for word in words):
        return None
    if (words[1] in FINITE and words[0] != "who") or words[1] in {"many", "much", "else", "long", "are"}:
        return None
    if not _is_good(clause, vocabulary, is_empty=False):
        return None
    verb = "explain" if words[0] in {"why", "how"} else _ASKING.get(words[0], "say")
    return to_doing(f"{verb} {clause}", lexicon)


def to_doing(text: str, lexicon: Lexicon) -> Doing | None:
    """Return a doing as the parser reads it; None when it finds two doings, none, or only a vague one."""
    parsed = parse_outcome(f"{STEM} {text}", lexicon)
    if not parsed.known_verb or parsed.vague is not None or parsed.level is None:
        return None
    if parsed.other_verbs and not parsed.shares_object:
        return None
    return Doing(text, parsed.verb, parsed.object or text, parsed.topic, parsed.family, parsed.level)


def _fits_verb(verb: str, thing: str, lexicon: Lexicon) -> bool:
    words = thing.lower().split()
    if len(words) < 2 or words[0] in VAGUE_OBJECTS:
        return False
    if words[0] in PREPOSITIONS:
        return verb in TAKES_PREPOSITION
    # "Help guide policy" and "hard to apply what we teach" are no objects of a doing.
    return words[0] not in QUESTION_WORDS if verb == "apply" else not (verb == "help" and words[0] in lexicon.verbs)


def _is_good(thing: str, vocabulary: Vocabulary, is_empty: bool) -> bool:
    if not _reads_clean(thing) or not vocabulary.knows(thing):
        return False
    words = [word.lower() for word in thing.split()]
    content = [word for word in words if content_stems(word) and word not in GENERIC | PEOPLE | PREPOSITIONS]
    needed = LEAST_CONTENT + is_empty - any(word in PEOPLE for word in words)
    return len(content) >= needed


def _reads_clean(thing: str) -> bool:
    words = [word.strip(".'’,").lower() for word in thing.split()]
    if any(_ODD.search(word) for word in words) or _UNFINISHED.search(thing):
        return False
    if any(word in ADMIN for word in words) or words[-1] in MEETING_ADMIN:
        return False
    return not _starts_badly(words) and not _ends_badly(words)


def _starts_badly(words: list[str]) -> bool:
    first, second = words[0], words[1] if len(words) > 1 else ""
    if first in {"of", "and", "or", "if", "not"} or first in POINTING:
        return True
    return first in DETERMINERS and (second in FINITE or second in PREPOSITIONS - {"on"} or not second)


def _ends_badly(words: list[str]) -> bool:
    last = words[-1]
    if words[0] in QUESTION_WORDS:
        return last in DETERMINERS or last in QUESTION_WORDS
    if last in FINITE or last in PREPOSITIONS or last in DETERMINERS or last in QUESTION_WORDS:
        return True
    return last.endswith("ly") and last not in {"family", "reply", "assembly", "supply", "early"}
