"""Names in what one person says of others: a message is too short to show by repetition that a word is a name. Pure.

Whoever asks for help mostly speaks of somebody. A place or a tool that gets a stand-in costs nothing, since it is put
back; a colleague's name that leaves does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from coach.models import Member
from coach.notes.pseudonyms import Veil
from coach.notes.veil.noticing import plain_names
from coach.notes.veil.words import NAMES_NOBODY, NAMES_THAT_ARE_WORDS
from coach.playbook.coaching import load_coaching

from .room import Room

_NAME = r"[^\W\d_a-z][^\W\d_A-Z]+(?:[-’'][^\W\d_a-z][^\W\d_A-Z]+)*(?!\w)"
_INSIDE = re.compile(rf"(?<=[\w,;)’'“\"] )(?:{_NAME})(?: (?:{_NAME}))?|(?<=[(“\"])(?:{_NAME})(?= )")
"""A capital in the middle of a sentence."""
_SOMEBODY_DOES = (
    "is|was|has|had|says?|said|asked|told|keeps?|kept|never|always|just|then|does|did|went|came|got|took|wants?|wanted|"
    "thinks?|thought|made|sat|left|won[’']t|wouldn[’']t|doesn[’']t|didn[’']t|can[’']t|couldn[’']t|hasn[’']t|isn[’']t|"
    "wasn[’']t|starts|talks|interrupts|answers|[a-z]{2,}ed"
)
_FIRST = re.compile(
    rf"(?:^|(?<=[.!?:…\n] )|(?<=\n))(?P<name>{_NAME})(?=[’']s? |,? (?:and|or) [^\W\d_a-z]| (?:{_SOMEBODY_DOES}) )",
    re.MULTILINE,
)
"""A capital where every word has one, before what only somebody does."""
_WITH_OTHERS = re.compile(rf"\b(?:{_NAME}),? (?:and|or) (?P<name>{_NAME})\b")
_TITLED = re.compile(rf"\b(?:Frau|Herrn?|Mrs?|Ms|Mx|Dr|Prof|Mme|Madame|Monsieur|Se[nñ]ora?|Pani?)\.? (?P<name>{_NAME})")
_SMALL = re.compile(r"\b[^\W\dA-Z_][^\W\d_]+\b")
_WHOEVER_KNOWS = frozenset(
    "zoom miro slack teams google github gitlab excel word powerpoint whatsapp outlook sharepoint trello jira notion "
    "mentimeter wifi internet covid ramadan diwali hanukkah".split()
)
"""Tools and days: a reply may speak of them."""


def to_talk_veil(room: Room, said: Sequence[str], notes: Sequence[str], language: str = "") -> Veil | None:
    """Return who replaces names in a conversation; None where nothing has to be replaced.

    Args:
        room: What this job may use.
        said: What the person wrote.
        notes: The passages and whatever else is sent.
        language: The language that they write in; empty for English.
    """
    if not room.hides:
        return None
    texts = [*said, *notes]
    noticed = plain_names(texts, room.members) if room.noticed is None else room.noticed
    people = find_people(said, room.members, writes_nouns_large=language == "German")
    return Veil(room.members, texts, noticed=dict.fromkeys([*noticed, *people]))


def find_people(said: Iterable[str], known: Sequence[Member] = (), *, writes_nouns_large: bool = False) -> list[str]:
    """Return what is likely the name of somebody in a person's own words, the longest first.

    Args:
        said: What they wrote.
        known: Whom the roster has; they are not named again.
        writes_nouns_large: Whether a capital tells nothing in their language.
    """
    texts = list(said)
    small = {word for text in texts for word in _SMALL.findall(text)}
    ours = {name.casefold() for member in known for name in (member.name, *member.aliases)}
    found = {match["name"] for text in texts for match in _TITLED.finditer(text)}
    if not writes_nouns_large:
        found |= {name for text in texts for name in _names_in(text, small)}
    found |= set(plain_names(texts, known))
    return sorted((name for name in found if name.casefold() not in ours), key=lambda name: (-len(name), name))


def _names_in(text: str, small: set[str]) -> Iterator[str]:
    for match in _INSIDE.finditer(text):
        if _is_likely(match[0], small) or (match[0].casefold() in NAMES_THAT_ARE_WORDS - NAMES_NOBODY):
            yield match[0]
    for pattern in (_FIRST, _WITH_OTHERS):
        yield from (match["name"] for match in pattern.finditer(text) if _is_likely(match["name"], small))


def _is_likely(name: str, small: set[str]) -> bool:
    # A word that the playbook writes small, or that they write small elsewhere, is a word.
    words = [word.casefold() for word in name.split()]
    known = NAMES_NOBODY | _WHOEVER_KNOWS
    return not any(word in small or {word, word.removesuffix("s")} & known or word in _our_words() for word in words)


@cache
def _our_words() -> frozenset[str]:
    """Return the words that situations and moves write small: how people speak of hosting."""
    shelf = load_coaching()
    texts = [text for item in shelf.situations for text in (item.title, item.gist, *item.heard, *item.asks)]
    texts += [text for item in shelf.moves for text in (item.does, item.say, item.why, item.costs, item.way_back)]
    return frozenset(word for text in texts for word in _SMALL.findall(text))
