"""Numbers and dates in words of a model: there are to be none, since what is counted is put in by us. Pure."""

from __future__ import annotations

import re

_SMALL = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands dozen dozens "
    "twice thrice doubled tripled halved half percent percentage quarter third"
)
_ELSEWHERE = (
    "zwei drei vier fünf sechs sieben acht neun zehn zwölf dutzend hälfte prozent zweimal dreimal "
    "deux trois quatre cinq sept huit neuf dix onze douze douzaine moitié "
    "tres cuatro cinco seis siete ocho nueve diez doce docena mitad "
    "twee drie vijf zes zeven negen tien twaalf helft quattro cinque sette otto dieci metà "
    "dois duas três quatro sete oito nove dez metade dwa trzy cztery pięć sześć połowa"
)
_MONTHS = "january february april june july august september october november december"
_WORDS = "|".join([*_SMALL.split(), *_ELSEWHERE.split(), *_MONTHS.split()])
_COUNTED = (
    "of|session|sessions|meeting|meetings|note|notes|story|stories|team|teams|group|groups|person|people|colleague|"
    "member|case|time|month|week|year|day|hour|service|half|third|quarter"
)
_FREE = re.compile(
    rf"(?P<figure>\d+(?:[.,:/]\d+)*(?:\s?%)?|%|\b(?:{_WORDS})\b)"
    rf"|(?<!no )(?<!another )(?<!any)\b(?P<one>one (?:\w+ )?(?:{_COUNTED}))\b"
    r"|(?<=[a-z,] )(?P<month>March|May)\b",
    re.IGNORECASE,
)
_SAYS_NO_NUMBER = re.compile(r"one (?:another|day|of (?:them|us|those who))\b", re.IGNORECASE)
_MUCH = re.compile(
    r"\b(?:most|majority|everyone|everybody|nearly all|almost all|all (?:the |our |of the )?(?:people|members|teams|"
    r"colleagues|sessions)|many (?:people|members|teams|of them))\b",
    re.IGNORECASE,
)


def find_number(text: str) -> str:
    """Return the first number, share or date in a text, in figures or in words; empty when there is none."""
    for match in _FREE.finditer(text):
        if match["month"] and not match[0][:1].isupper():
            continue  # may, as a verb
        if not (match["one"] and _SAYS_NO_NUMBER.match(text, match.start())):
            return match[0]
    return ""


def find_much(text: str) -> str:
    """Return the first word that claims nearly all of them, which nobody counted; empty when there is none."""
    found = _MUCH.search(text)
    return found[0] if found else ""
