"""Stand-ins for people: names, handles, e-mails, phones and links are replaced in a text and put back. Pure.

    hide      "Ask Amina, amina@example.org"          -> "Ask [person 1b], [e-mail 1]"
    reveal    "[person 1b] could show her map."       -> "Amina could show her map."

A person is numbered by their place in the roster, so they have the same stand-in in every text. Each spelling has a
letter of its own, so that a text comes back sign for sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coach.models import Member, Replaced

from .veil.addresses import ADDRESS, SCAN
from .veil.folding import WORDS, fold
from .veil.given import Given, Kind
from .veil.noticing import notice_names, plain_names
from .veil.placing import stands_as_name
from .veil.roster import Called, build_roster, to_handle, words_in
from .veil.words import CALLS_NOBODY

__all__ = ["Veil", "notice_names"]

_BETWEEN = re.compile(
    r"[-‐‑–'’ʼ]|\.?(?:[^\S\r\n]{1,8}|[^\S\r\n]{0,8}(?:\r\n|\r|\n)[^\S\r\n]{0,8}(?:>[^\S\r\n]{0,3}){0,3})|\."
)
_DIGITS = re.compile(r"[^0-9]")


class Veil:
    """Puts stand-ins into texts, and remembers what they stand for; made anew for each job."""

    def __init__(
        self, members: Sequence[Member], texts: Iterable[str] = (), noticed: Iterable[str] | None = None
    ) -> None:
        """Learn who is to be recognised.

        Args:
            members: The people of the community, with their other names.
            texts: The community's notes: they show which names are also words there, and name people who are not
                on the list.
            noticed: Names of people who are not on the list; those that the texts make plain when left out.
        """
        texts = list(texts)
        others = plain_names(texts, members) if noticed is None else list(noticed)
        singles = [word for member in members for name in (member.name, *member.aliases) for word in name.split()]
        self._roster = build_roster(members, others, words_in(texts, singles))
        joined = sorted(self._roster.joined, key=len, reverse=True)
        self._joined = re.compile("|".join(map(re.escape, joined))) if joined else None
        self._given = Given(self._roster.spellings)

    def hide(self, text: str) -> str:
        """Return the text with a stand-in for everything that tells who somebody is or where to reach them."""
        pieces: list[str] = []
        place = copied = 0
        while match := SCAN.search(text, place):
            found = self._at(text, match)
            place = match.end() if found is None else found[1]
            if found is not None:
                pieces += text[copied : found[0]], found[2]
                copied = place
        return "".join([*pieces, text[copied:]])

    def reveal(self, text: str, *, links: bool = True) -> str:
        """Return an answer with what the stand-ins in it stand for; to be called once for a text.

        Only what this veil gave out comes back. Any other stand-in becomes `someone`, `a link` and the like.

        Args:
            text: The answer, in which stand-ins may be written with other brackets, cases or spaces.
            links: Whether addresses come back; `a link in your notes` otherwise.
        """
        return self._given.put_back(text, links=links)

    def replaced(self) -> tuple[Replaced, ...]:
        """Return what stand-ins were given out for so far."""
        return self._given.replaced()

    def _at(self, text: str, match: re.Match[str]) -> tuple[int, int, str] | None:
        """Return where something to be replaced begins and ends, and its stand-in."""
        if match.lastgroup == "word":
            return self._name_at(text, match)
        stand_in = self._stand_in(str(match.lastgroup), match[0])
        return None if stand_in is None else (match.start(), match.end(), stand_in)

    def _stand_in(self, what: str, found: str) -> str | None:
        if what == "mail":
            return self._person_or("e-mail", self._roster.addresses.get(fold(found)), fold(found), found)
        if what == "handle":
            key = to_handle(found)
            if key in CALLS_NOBODY:
                return None
            return self._person_or("handle", self._roster.handles.get(key), fold(found), found)
        if what == "phone":
            return self._given.other("phone", _DIGITS.sub("", found), found)
        return self._given.other("link" if what == "link" else "as written", found, found)

    def _person_or(self, kind: Kind, number: int | None, key: str, found: str) -> str:
        return self._given.other(kind, key, found) if number is None else self._given.person(number, found)

    def _name_at(self, text: str, match: re.Match[str]) -> tuple[int, int, str] | None:
        for called in self._roster.starts.get(fold(match[0]), ()):
            end = _end_of(called, text, match.end())
            if end and stands_as_name(called, text, (match.start(), end), self._roster):
                return match.start(), end, self._given.person(called.number, text[match.start() : end])
        if self._joined and (inside := self._joined.search(text, match.start(), match.end())):
            number = self._roster.joined[inside[0]]
            return inside.start(), inside.end(), self._given.person(number, inside[0])
        return None


def _end_of(called: Called, text: str, end: int) -> int:
    """Return where a name ends whose first word ends here; 0 when its other words do not follow."""
    for number, part in enumerate(called.parts[1:]):
        between = _BETWEEN.match(text, end)
        if between is None or (between[0][0] == "." and len(called.parts[number]) > 1):
            return 0
        word = WORDS.match(text, between.end())
        if word is None or fold(word[0]) != part or ADDRESS.match(text, word.start()):
            return 0
        end = word.end()
    return end
