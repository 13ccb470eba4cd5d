"""Names taken out of a lesson in words that read well: `somebody` and `our community`, not stand-ins. Pure.

A name that stays hurts more than a word that goes: what the veil leaves alone because it is part of a path or opens a
sentence goes here as well. Whoever shares reads it before anybody else does, and may mend it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from coach.drafting.modelled.people_named import find_people
from coach.models import Member
from coach.notes.pseudonyms import Veil
from coach.notes.veil.folding import WORD, fold, fold_parts
from coach.notes.veil.words import MONTHS_AND_SEASONS, NAMES_NOBODY, NAMES_THAT_ARE_WORDS

_US = "\ue000"
"""Stands for the community until the names are out; no keyboard writes it."""
_ONE = r"\[(?:person|handle) [0-9]+[a-z]*\]"
_CAPITAL = rf"[^\W\d_a-zà-ÿ]{WORD}"
_LEADS_IN = re.compile(
    rf"(?:\b(?:Dr|Mrs?|Ms|Mx|Miss|Prof|Professor|Sir|Dame|Rev)\b\.?\s+|\b(?!I)[^\W\d_a-z]\.[\s-]?|\b[B-HJ-Z]\s+|\b[Tt]he\s+|[#@]"
    rf"|\b{_CAPITAL}-){{1,4}}(?={_ONE})"
)
_GOES_ON = re.compile(
    rf"({_ONE})(?:-{_CAPITAL}|,?\s[^\W\d_a-z]\.(?=\s*[a-z,;:)])|\.(?=\s[a-z])|\s[B-HJ-Z](?=[\s,;:)]|$))+"
)
_SURNAME = re.compile(rf"({_ONE})[^\S\n]({_CAPITAL})(?!\w)")
_SPLIT = re.compile(r"(\[(?:person|handle) ([0-9]+)[a-z]*\])(?:[\s_.-]?\[person (?:0|\2)[a-z]*\])+")
_AGAIN = re.compile(
    r"(?P<first>\[person (?P<number>[0-9]+)[a-z]*\])[\s,:(<–-]{1,3}(?P<second>\[person (?P=number)[a-z]*\])[)>]?"
)
_GIVEN = re.compile(r"\[(?P<kind>person|handle|e-mail|phone|link) (?P<number>[0-9]+)[a-z]*\]")
_OURS = re.compile(rf"(?:\b(?:the|our|my|this|an?)\s+)?#?{_US}", re.I)
_BEGINS = re.compile(r"(?:[.!?…][\"”’)]?\s|(?:\A|\n)[^\S\n]*(?:[-*+•]\s|[0-9]+[.)]\s)?)[\s\"“‘(*_]*\Z")
_NEXT = re.compile(rf"\s+({WORD})")
_PEOPLE = ("somebody", "somebody else", "a third person", "a fourth person")
_MORE_PEOPLE = "another person"
_THINGS = {"e-mail": "an e-mail address", "phone": "a phone number", "link": "a link"}
_NOT_AFTER_A_NAME = frozenset(
    "you it this that these those we they he she i the there a an anyone anybody everyone people my our your".split()
)
"""What follows `Will` or `May` where it opens a question."""
_NO_PART = frozenset("van von der den del della dos bin ibn ben abu the and prof mrs miss".split())
_LOOK_BACK = 40
_SHORTEST = 3
_SHORTEST_JOINED = 6
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_TOOLS = frozenset(
    "zoom miro slack teams google excel word powerpoint whatsapp wifi internet ok pdf faq ai hr it".split()
)


class Unnaming:
    """Takes names out of the texts of one lesson; made anew for each."""

    def __init__(self, community: str, members: Sequence[Member], noticed: Sequence[str], texts: Sequence[str]) -> None:
        """Learn who and what must not be told.

        Args:
            community: What the community calls itself.
            members: The people of the community, with their other names.
            noticed: Names of others that go as well.
            texts: Everything that will be rewritten.
        """
        self._veil = Veil(members, texts, noticed=noticed)
        self._us = _to_pattern(community)
        self._names = frozenset(_single_names(members))
        self._joined = tuple(_joined_names(members))
        self._likely = self._find_likely(texts)
        self._people: dict[tuple[str, str], str] = {}
        self._found: dict[str, None] = {}

    def rewrite(self, text: str) -> str:
        """Return the text without names; the same person is called the same in all texts."""
        marked = self._mark(text)
        marked = _SPLIT.sub(r"\1", _LEADS_IN.sub("", marked))
        marked = _SURNAME.sub(_drop_surname, _GOES_ON.sub(r"\1", marked))
        marked = _AGAIN.sub(self._once, marked)
        spoken = _replace(_GIVEN, marked, self._say)
        ours = _replace(_OURS, spoken, lambda _: "our community")
        # What only looks like a stand-in of ours was written so; it comes back as it was.
        return self._veil.reveal(ours)

    def find(self, text: str) -> tuple[str, ...]:
        """Return the names, the community's own among them, and addresses that stand in a text, as they are written."""
        self._mark(text)
        hidden = [item.original for item in self._veil.replaced() if item.what != "link"]
        return tuple(name for name in dict.fromkeys([*hidden, *self._found]) if name in text)

    def _find_likely(self, texts: Sequence[str]) -> frozenset[str]:
        """Return which words are likely names here; asked only where somebody's name is a word as well."""
        if self._names.isdisjoint(NAMES_THAT_ARE_WORDS):
            return frozenset()
        return frozenset(fold(name) for name in find_people(texts) if " " not in name)

    def _mark(self, text: str) -> str:
        """Return the text with a stand-in for each name."""
        bare = text.replace(_US, "")
        self._found.update(dict.fromkeys(match[0] for match in self._us.finditer(bare)))
        return "".join(self._mark_rest(self._veil.hide(self._us.sub(_US, bare))))

    def _mark_rest(self, hidden: str) -> Iterator[str]:
        """Yield the text in pieces, with a stand-in for the names that the veil leaves alone."""
        copied = 0
        for given in re.finditer(rf"{_GIVEN.pattern}|\[as written [0-9]+[a-z]*\]|{WORD}", hidden):
            if given[0][0] == "[" or not self._is_name(hidden, given):
                continue
            self._found[given[0]] = None
            yield hidden[copied : given.start()] + self._stand_in(given[0])
            copied = given.end()
        yield hidden[copied:]

    def _stand_in(self, name: str) -> str:
        """Return the veil's stand-in for a name that it left alone where it stands."""
        given = _GIVEN.match(self._veil.hide(f"{name.capitalize()} said"))
        return given[0] if given else "[person 0]"

    def _is_name(self, text: str, match: re.Match[str]) -> bool:
        word = fold(match[0])
        if word not in self._names:
            plural = match[0][0].isupper() and word.endswith("s") and word[:-1] in self._names - NAMES_THAT_ARE_WORDS
            return plural or any(name in word for name in self._joined)
        if word not in NAMES_THAT_ARE_WORDS:
            return True
        if not match[0][0].isupper() or word not in self._likely:
            return False
        following = _NEXT.match(text, match.end())
        return following is None or fold(following[1]) not in _NOT_AFTER_A_NAME

    def _once(self, match: re.Match[str]) -> str:
        """Return a name alone that its own address follows: `Amina (amina@example.org)`."""
        second = next((item.original for item in self._veil.replaced() if item.stand_in == match["second"]), "")
        return match["first"] if "@" in second else match[0]

    def _say(self, match: re.Match[str]) -> str:
        if match["kind"] in _THINGS:
            return _THINGS[match["kind"]]
        key = (match["kind"], match["number"])
        if key not in self._people:
            place = len(self._people)
            self._people[key] = _PEOPLE[place] if place < len(_PEOPLE) else _MORE_PEOPLE
        return self._people[key]


def find_likely_names(text: str) -> tuple[str, ...]:
    """Return the words of a text that may tell who or where it was, as they stand there, for a person to look at."""
    likely = dict.fromkeys(name for name in find_people([text]) if name in text)
    whole = {part for name in likely for part in name.split()}
    for match in re.finditer(rf"(?<!\w)(?:{_CAPITAL}|[A-Z]{{2,}})(?!\w)", text):
        word = fold(match[0])
        known = word in NAMES_NOBODY | MONTHS_AND_SEASONS | _TOOLS
        opens = _begins(text, match.start()) and not (match[0].isupper() and len(match[0]) > 2)
        if not known and match[0] not in whole and not opens:
            likely[match[0]] = None
    return tuple(sorted(likely, key=text.find))


def _replace(pattern: re.Pattern[str], text: str, say: Callable[[re.Match[str]], str]) -> str:
    """Return the text with other words in place of what was found, with a capital where a sentence begins."""

    def put(match: re.Match[str]) -> str:
        words = say(match)
        return words[0].upper() + words[1:] if _begins(text, match.start()) else words

    return pattern.sub(put, text)


def _begins(text: str, place: int) -> bool:
    return _BEGINS.search(text[max(0, place - _LOOK_BACK) : place] if place else "") is not None


def _drop_surname(match: re.Match[str]) -> str:
    """Return a person alone where a surname follows that nobody has listed."""
    return match[0] if fold(match[2]) in NAMES_NOBODY | MONTHS_AND_SEASONS | _TOOLS else match[1]


def _to_pattern(community: str) -> re.Pattern[str]:
    """Return how a community's name may be written; one word alone counts only with its capital."""
    words = [re.escape(word) for word in community.split()]
    bare = words[1:] if len(words) > 1 and words[0].lower() == "the" else words
    if len(bare) > 1:
        together = r"[\s_-]{0,3}".join(bare)
        return re.compile(rf"(?<!\w){together}(?!\w)", re.I)
    spelled = "|".join(dict.fromkeys((bare[0], bare[0].capitalize(), bare[0].upper())))
    return re.compile(rf"(?<!\w)(?:{spelled})(?!\w)")


def _joined_names(members: Sequence[Member]) -> Iterator[str]:
    """Yield whole names as user names write them: `aminayusuf`."""
    for member in members:
        for spelled in {member.name, member.name.translate(_UMLAUTS)}:
            parts = fold_parts(spelled)
            if len(parts) > 1 and len("".join(parts)) >= _SHORTEST_JOINED:
                yield "".join(parts)


def _single_names(members: Sequence[Member]) -> Iterator[str]:
    """Yield the words that names consist of; those of addresses are words of the language as well."""
    for member in members:
        for name in (member.name, *(alias for alias in member.aliases if "@" not in alias[1:])):
            for spelled in {name, name.translate(_UMLAUTS)}:
                parts = fold_parts(spelled)
                yield from (part for part in parts if len(part) >= _SHORTEST and part not in _NO_PART)
