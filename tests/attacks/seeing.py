"""How a generous reader sees a text: written for these tests alone, so that the guard is not measured by itself."""

from __future__ import annotations

import re
import unicodedata

_LOOK_ALIKES = str.maketrans("аеорсухіѕјԁԛԝһкмнтвгαεικνορτυχ", "aeopcyxisjdqwhkmhtbraeiknoptux")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_TAGS = re.compile(r"<[^<>]{0,200}>")


def squeeze(text: str) -> str:
    """Return the letters and digits of a text, accents and look-alikes undone, with nothing between them."""
    plain = unicodedata.normalize("NFKD", _INVISIBLE.sub("", text)).casefold()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign)).translate(_LOOK_ALIKES)
    return re.sub(r"[\W_]+", "", plain)


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).casefold())
