"""How many hours an ask comes to, where it says how many a month, for how many people and for how long. Pure."""

from __future__ import annotations

import re

_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
).split()
_VALUES = {word: value for value, word in enumerate(_SMALL, 1)} | {"a": 1, "an": 1, "half an": 0.5, "half": 0.5}
_NUMBER = rf"\d+(?:\.\d+)?|{'|'.join(_SMALL)}"
_UNIT = "week|fortnight|month|quarter|year"
_EACH = re.compile(
    rf"\b(?P<hours>{_NUMBER}|half an|an) hours? (?:a|per|each|every) (?P<unit>{_UNIT})\b",
    re.IGNORECASE,
)
_LONG = re.compile(
    rf"\b(?:for|over)(?: the| another)?(?: next| coming)? (?:(?P<many>{_NUMBER}|a|an) )?(?P<unit>{_UNIT})s?\b",
    re.IGNORECASE,
)
_NO_PEOPLE = (
    "session|meeting|workshop|call|event|evening|morning|afternoon|room|team|group|communit|club|project|place|topic"
    "|slot|site|school"
)
_PEOPLE = re.compile(
    rf"\b(?:for|of|to) (?:the |our |these )?(?P<many>{_NUMBER}) (?!(?:{_UNIT}|hour|day|minute)s?\b)"
    rf"(?:\w+ )?(?!(?:{_NO_PEOPLE})(?:s|ies)?\b)(?P<who>[a-z]+s|people)\b",
    re.IGNORECASE,
)
_NOT_EXACT = re.compile(
    rf"(?:[\d.,–-]|\b(?:or|and|about|around|roughly|nearly|over|up to|at least|at most|(?:{_NUMBER}) to) )\Z"
    rf"|\b(?:{_NUMBER}) \Z",
    re.IGNORECASE,
)
"""What stands before a number that is one end of a range, a part of another number, or only about right."""
_IN_A_YEAR = {"week": 52.0, "fortnight": 26.0, "month": 12.0, "quarter": 4.0, "year": 1.0}
_WEEKS, _MONTHS = frozenset({"week", "fortnight"}), frozenset({"month", "quarter"})
"""A month is no whole number of weeks: what mixes them is not added up."""
_MOST = 100_000


def hours_in_all(text: str) -> int | None:
    """Return how many hours an ask comes to; None where it does not say all three, or says one of them twice.

    Args:
        text: `Two hours a month of work time for 12 instructors, for one year`.
    """
    each, long, people = (list(sign.finditer(text)) for sign in (_EACH, _LONG, _PEOPLE))
    if not (len(each) == len(long) == len(people) == 1):
        return None
    if _NOT_EXACT.search(text[: each[0].start()]) or _NOT_EXACT.search(text[: people[0].start()]):
        return None
    units = {each[0]["unit"].lower(), long[0]["unit"].lower()}
    if units & _WEEKS and units & _MONTHS:
        return None
    years = _value(long[0]["many"] or "a") / _IN_A_YEAR[long[0]["unit"].lower()]
    hours = _value(each[0]["hours"]) * _IN_A_YEAR[each[0]["unit"].lower()] * years * _value(people[0]["many"])
    return round(hours) if 0 < hours < _MOST and abs(hours - round(hours)) < 1e-6 else None


def with_hours(text: str) -> str:
    """Return an ask with the hours that it comes to, where they can be told."""
    hours = hours_in_all(text)
    return text if hours is None else f"{text} That is {hours:,} hours in all."


def _value(word: str) -> float:
    return _VALUES[word.lower()] if word.lower() in _VALUES else float(word)
