"""Words compared without case, accents and signs that nobody sees. Pure."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
# Marks that belong to the letter before them: accents, and the vowel signs of Hebrew, Arabic and South Asia.
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u0670\u0900-\u0dff\u0e00-\u0fff\u1ab0-\u1aff\u1dc0-\u1dff"
WORD = rf"[^\W_](?:[^\W_]|[{_MARKS}{_UNSEEN}])*+"
"""Letters and digits with the marks on them; no hyphen, no apostrophe, no underscore."""
WORDS = re.compile(WORD)
"""The same, compiled."""
JOINED_SCRIPT = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters of scripts that write words without a space, or grow endings onto names."""
_ALIKE = str.maketrans({"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ı": "i", "æ": "ae", "Æ": "ae"})
_IS_UNSEEN = re.compile(f"[{_UNSEEN}]")


def fold(word: str) -> str:
    """Return a word the way it is compared: `Zoë`, `ZOE` and `zoe` are one."""
    if word.isascii():
        return word.lower()
    taken_apart = unicodedata.normalize("NFKD", _IS_UNSEEN.sub("", word).translate(_ALIKE))
    return "".join(sign for sign in taken_apart if not unicodedata.combining(sign)).casefold()


def fold_parts(name: str) -> tuple[str, ...]:
    """Return the words of a name, each folded: `Jean-Luc O’Hara` is `jean luc o hara`."""
    return tuple(fold(match[0]) for match in WORDS.finditer(name))
