"""Stand-ins that were given out, how they are written, and how a model may write them. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal, cast

from coach.models import Replaced

Kind = Literal["person", "handle", "e-mail", "phone", "link", "as written"]
"""What a stand-in says of itself; `as written` keeps what only looks like a stand-in."""

_ITEM = (
    r"(?:person|handle|e[\s-]?mail|phone|link|as\s{1,3}written)[\s_#-]{0,3}[0-9]{1,6}(?:[a-z]{1,3}|\s[b-z])?(?![a-z])"
    r"(?:['’]s?(?![a-z]))?"
)
_ITEMS = rf"{_ITEM}(?:\s{{0,2}}(?:,|;|/|&|\+|\band\b|\bor\b){{1,2}}\s{{0,2}}{_ITEM}){{0,5}}"
LOOKS_GIVEN = (
    rf"\[\s{{0,2}}{_ITEMS}\s{{0,2}}\]|\\\[\s{{0,2}}{_ITEMS}\s{{0,2}}\\\]"
    rf"|[({{<【［]\s{{0,2}}{_ITEMS}\s{{0,2}}[)}}>】］]|[`*_]{_ITEMS}[`*_]"
)
"""Everything that is read as a stand-in, in any bracket or Markdown. It looks at nothing beside itself, so that what is
read in an answer is the same, whatever stands before and after it."""
_READ = re.compile(LOOKS_GIVEN, re.I)
_ONE = re.compile(
    r"(?P<kind>person|handle|e[\s-]?mail|phone|link|as\s{1,3}written)[\s_#-]{0,3}(?P<number>[0-9]{1,6})"
    r"(?P<letter>[a-z]{1,3}(?![a-z])|\s[b-z](?![a-z])|)",
    re.I,
)
_MAIN = re.compile(r"[^a-z]+", re.I)
_KINDS: dict[str, Kind] = {
    "person": "person",
    "handle": "handle",
    "email": "e-mail",
    "phone": "phone",
    "link": "link",
    "aswritten": "as written",
}
_KEPT = frozenset("(*_")
"""What stays around a name that was put back; every other bracket goes with the stand-in."""
_SAID_INSTEAD: dict[Kind, str] = {
    "person": "someone",
    "handle": "someone",
    "e-mail": "an e-mail address",
    "phone": "a phone number",
    "link": "a link",
}
_LINK_INSTEAD = "a link in your notes"
_BEGINS = re.compile(r"(?:\A|[.!?…]\s|\n[ \t]*(?:[-*+•][ \t]|\d+[.)][ \t])?)[*_\"“‘(]{0,3}\Z")


class Given:
    """What stood in a text, by its stand-in; nothing comes back that was not given out here."""

    def __init__(self, known: Mapping[int, Sequence[str]]) -> None:
        """Begin with nothing given out.

        Args:
            known: How each person is called, the first without a letter, so that letters do not depend on what is read.
        """
        self._letters: dict[tuple[Kind, int], dict[str, str]] = {
            ("person", number): {name: _to_letter(place) for place, name in enumerate(names)}
            for number, names in known.items()
        }
        self._numbers: dict[Kind, dict[str, int]] = {}
        self._out: dict[tuple[Kind, int, str], str] = {}
        self._first: dict[tuple[Kind, int], str] = {}

    def person(self, number: int, original: str) -> str:
        """Return the stand-in for a person as they are called here."""
        return self._give("person", number, original)

    def other(self, kind: Kind, key: str, original: str) -> str:
        """Return the stand-in for something else; the same key has the same number."""
        numbers = self._numbers.setdefault(kind, {})
        return self._give(kind, numbers.setdefault(key, len(numbers) + 1), original)

    def _give(self, kind: Kind, number: int, original: str) -> str:
        letters = self._letters.setdefault((kind, number), {})
        letter = letters.setdefault(original, _to_letter(len(letters)))
        self._out[kind, number, letter] = original
        self._first.setdefault((kind, number), original)
        return f"[{kind} {number}{letter}]"

    def replaced(self) -> tuple[Replaced, ...]:
        """Return what was given out so far, in that order."""
        return tuple(
            Replaced(what=_to_what(kind, original), original=original, stand_in=f"[{kind} {number}{letter}]")
            for (kind, number, letter), original in self._out.items()
            if kind != "as written"
        )

    def put_back(self, text: str, *, links: bool) -> str:
        """Return a text with what stood in place of each stand-in, or with a word for it where nobody gave it out."""

        def read(match: re.Match[str]) -> str:
            whole = match[0]
            put = _ONE.sub(lambda one: self._original(one, match, links=links), _without_wrap(whole))
            if put == _without_wrap(whole):
                return whole
            return f"{whole[0]}{put}{whole[-1]}" if whole[0] in _KEPT else put

        return _READ.sub(read, text)

    def _original(self, one: re.Match[str], match: re.Match[str], *, links: bool) -> str:
        kind = _KINDS[_MAIN.sub("", one["kind"]).casefold()]
        found = self._find(kind, int(one["number"]), one["letter"].strip().casefold())
        if found is not None and (links or kind != "link"):
            return found
        if kind == "as written" or (found is None and match[0][0] in "`*_"):
            return one[0]
        said = _LINK_INSTEAD if found is not None else _SAID_INSTEAD[kind]
        return said[0].upper() + said[1:] if _begins(match, one) else said

    def _find(self, kind: Kind, number: int, letter: str) -> str | None:
        # A model that drops or swaps the letter still means that person, and this spelling stood in what was sent.
        return self._out.get((kind, number, letter)) or self._first.get((kind, number))


def _to_letter(place: int) -> str:
    letters = ""
    while place:
        place, rest = divmod(place, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _to_what(kind: Kind, original: str) -> Literal["name", "handle", "e-mail", "phone", "link"]:
    if kind == "person":
        return "handle" if original.startswith(("@", "<@")) else "name"
    return cast("Literal['handle', 'e-mail', 'phone', 'link']", kind)


def _without_wrap(whole: str) -> str:
    return whole[2:-2].strip() if whole.startswith("\\") else whole[1:-1].strip()


def _begins(match: re.Match[str], one: re.Match[str]) -> bool:
    first = one.start() == 0
    return first and _BEGINS.search(match.string, max(0, match.start() - 12), match.start()) is not None
