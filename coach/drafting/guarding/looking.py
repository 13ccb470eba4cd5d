"""Seeing through a text: the same words without invisible signs, look-alike letters, accents and markup.

Every character of a look remembers where it stands in the text, so that what is found can be taken out of the original.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
"""Characters that take no room on the page."""

_LOOK_ALIKES = {
    **dict(zip("авсԁеѕһіјκӏмпортухцѵԛԝзѐёїґ", "abcdeshijklmnoptyxuvqw3eeir", strict=True)),
    **dict(zip("αβγδεζηικλμνορστυφχωϲϳ", "abydezniklmvopotufxwcj", strict=True)),
    **dict(zip("ɑɡıȷʟɴʀꜱᴀʙᴄᴅᴇɢʜɪᴊᴋᴍᴏᴘᴛᴜᴠᴡʏᴢøłđħŧſ", "agijlnrsabcdeghijkmoptuvwyzoldhts", strict=True)),
    **dict(zip("գԁհոսօքցյ", "qdhnuopgj", strict=True)),
}
_DIGITS = str.maketrans("013457@$!|", "oieastasil")
_MIXED = re.compile(r"(?<![\w@$])(?=[\w@$!|]*[a-z])(?=[\w@$!|]*[013457@$!|])[a-z013457@$!|]*[a-z013457@$|](?!\w)")
_TAGS = re.compile(r"<!--.*?(?:-->|\Z)|</?[a-zA-Z][^<>]{0,400}>", re.DOTALL)
_INLINE = re.compile(
    r"<(?:!--|/?(?:a|abbr|b|bdo|code|em|font|i|mark|s|small|span|strong|sub|sup|u|wbr)\b)", re.IGNORECASE
)
_LIST_START = re.compile(r"[ \t]*(?:\n\s*\n|\n[ \t]*(?:[-*+•|#]|\d{1,3}[.)]))[\s\-*+•|#>]*")
_QUOTED_LINE = re.compile(r"\n[ \t]*>[ \t>]*")
_MARKS = str.maketrans({**dict.fromkeys("’‘`´ʼ′", "'"), **dict.fromkeys("“”„«»″", '"'), **dict.fromkeys("‐‑‒–—−", "-")})


@dataclass(frozen=True)
class Look:
    """One way to see a text, in small letters and on lines that end where paragraphs and list items do."""

    text: str
    """What is seen."""
    places: tuple[int, ...]
    """For each character of it, where it stands in the original."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the look stands in the original."""
        return self.places[start], self.places[end - 1] + 1


def looks_of(text: str) -> tuple[Look, ...]:
    """Return the different ways to see a text: as it is written, and with look-alikes told apart from nothing."""
    plain = _to_look(text)
    deep = Look(_undisguise(plain.text), plain.places)
    return (plain,) if deep.text == plain.text else (plain, deep)


def squeeze(look: Look) -> Look:
    """Return a look with nothing but its letters and digits: words that are torn apart grow together."""
    kept = [(sign, place) for sign, place in zip(look.text, look.places, strict=True) if sign.isalnum()]
    return Look("".join(sign for sign, _ in kept), tuple(place for _, place in kept))


def plain_words(text: str) -> str:
    """Return a text's words alone, seen through: small letters, single spaces, no marks."""
    return " ".join(re.findall(r"[^\W_]+", _undisguise(_to_look(text).text)))


def _to_look(text: str) -> Look:
    signs: list[str] = []
    places: list[int] = []
    for sign, place in _seen(text):
        if sign == " " and (not signs or signs[-1] in " \n"):
            continue
        signs.append(sign)
        places.append(place)
    return Look("".join(signs), tuple(places))


def _seen(text: str) -> Iterator[tuple[str, int]]:
    place = 0
    for start, end, instead in _skips(text):
        if start < place:
            continue
        yield from _folded(text, place, start)
        if instead:
            yield instead, start
        place = end
    yield from _folded(text, place, len(text))


def _folded(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    for place in range(start, end):
        for sign in _fold(text[place]):
            yield sign, place


def _skips(text: str) -> list[tuple[int, int, str]]:
    found = [(*match.span(), "" if _INLINE.match(match[0]) else " ") for match in _TAGS.finditer(text)]
    found += [(*match.span(), "\n") for match in _LIST_START.finditer(text)]
    found += [(*match.span(), " ") for match in _QUOTED_LINE.finditer(text)]
    return sorted(found)


@lru_cache(maxsize=4096)
def _fold(sign: str) -> str:
    if INVISIBLE.match(sign) or sign in "*`~\\":
        return ""
    if sign.isspace() or sign in "_|":
        return " "
    parts = unicodedata.normalize("NFKD", sign.translate(_MARKS)).casefold()
    kept = "".join(part for part in parts if not unicodedata.combining(part) and not INVISIBLE.match(part))
    return " ".join(kept.split()) if kept.strip() else kept


def _undisguise(text: str) -> str:
    """Return a look's text, sign for sign, with look-alikes and digits that stand for letters read as letters."""
    latin = "".join(_LOOK_ALIKES.get(sign, sign) for sign in text)
    return _MIXED.sub(lambda match: match[0].translate(_DIGITS), latin)
