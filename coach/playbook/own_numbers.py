"""Reads minutes, shares and sizes of groups the way people write them. Pure."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

_NUMBER = r"(\d{1,6}(?:[.,]\d{1,6})?)"
_ONE = re.compile(rf"^[^\d-]{{0,12}}?{_NUMBER}\s*(%|per ?cent)?\s*(?:min(?:ute)?s?\.?|'|people)?\s*$", re.IGNORECASE)
_TWO = re.compile(rf"^[^\d-]{{0,12}}?{_NUMBER}\s*(?:-|–|—|to|\.\.|/|and)\s*{_NUMBER}\D*$", re.IGNORECASE)
_UP = re.compile(rf"^(?:from |at least )?{_NUMBER}\s*(?:\+|or more|and more|and up)?\s*(?:people)?$", re.IGNORECASE)
_GROUPS = (
    (r"\b(?:alone|each person|individually|on their own|on your own)\b", 1),
    (r"\b(?:pairs?|twos?|partners?)\b", 2),
    (r"\b(?:threes?|trios?|triads?)\b", 3),
    (r"\b(?:fours?|foursomes?|quartets?)\b", 4),
    (r"\bfives?\b", 5),
)


@dataclass(frozen=True)
class Times:
    """How long each step takes."""

    shares: tuple[float, ...]
    """Shares that add up to 1."""
    minutes: float | None
    """All of them together, when they were given in minutes."""


def read_number(text: object) -> float | None:
    """Return the one number in a text such as `10`, `10 min`, `20 %` or `0,5`."""
    match = _ONE.match(str(text).strip())
    return _to_float(match[1]) if match else None


def read_range(text: object) -> tuple[int, int] | None:
    """Return the two numbers in a text such as `4-20` or `30 to 60 minutes`, or None."""
    match = _TWO.match(str(text).strip())
    if match is None:
        return None
    low, high = (round(_to_float(part)) for part in match.groups())
    return (low, high) if 0 < low <= high else None


def read_at_least(text: object) -> int | None:
    """Return the number in a text such as `4`, `4+` or `at least 4`."""
    match = _UP.match(str(text).strip())
    return round(_to_float(match[1])) if match else None


def read_group(who: str) -> int | None:
    """Return how many work together when somebody says `pairs`, or None when they do not say."""
    return next((size for words, size in _GROUPS if re.search(words, who, re.IGNORECASE)), None)


def to_times(minutes: Sequence[object], shares: Sequence[object], total: float | None) -> Times | str:
    """Return shares that add up to 1, from minutes or shares as people write them; or what is wrong, in words.

    Args:
        minutes: What each step says of its minutes; None when it says nothing.
        shares: What each step says of its share.
        total: The minutes of the whole activity, when they are known.
    """
    given = [_first(*pair) for pair in zip(minutes, shares, strict=True)]
    if any(text is not None and not _is_positive(read_number(text)) for text in given):
        place = next(i for i, text in enumerate(given) if text is not None and not _is_positive(read_number(text)))
        return f"steps[{place}] says {str(given[place])[:40]!r}, which is no length of time."
    numbers = [None if text is None else read_number(text) for text in given]
    known = [number for number in numbers if number is not None]
    if not known:
        return "No step says how long it takes."
    if all(item is None or share is None for item, share in zip(minutes, shares, strict=True)) and any(
        item is not None for item in minutes
    ):
        return _from_minutes(numbers, minutes, shares, total)
    return _from_shares(numbers, total)


def _from_minutes(
    numbers: list[float | None], minutes: Sequence[object], shares: Sequence[object], total: float | None
) -> Times | str:
    if any(share is not None for share in shares):
        return "Some steps give minutes and others a share."
    missing = numbers.count(None)
    known = sum(number for number in numbers if number is not None)
    if missing and (total is None or total <= known):
        return f"{missing} of {len(numbers)} steps say nothing about time."
    rest = (total - known) / missing if missing and total else 0.0
    whole = [rest if number is None else number for number in numbers]
    return Times(tuple(number / sum(whole) for number in whole), sum(whole))


def _from_shares(numbers: list[float | None], total: float | None) -> Times | str:
    known = sum(number for number in numbers if number is not None)
    missing = numbers.count(None)
    for whole in (1.0, 100.0, total or 0.0):
        rest = whole - known
        if missing == 0 and whole and abs(rest) <= 0.02 * whole:
            return Times(tuple((number or 0.0) / known for number in numbers), None)
        if missing == 1 and 0.02 * whole < rest < 0.98 * whole and known > 0.02 * whole:
            return Times(tuple((rest if number is None else number) / whole for number in numbers), None)
    if missing:
        return f"{missing} of {len(numbers)} steps say nothing about time."
    return f"The shares of the steps add up to {known:g}."


def _first(minutes: object, share: object) -> object:
    return share if minutes is None else minutes


def _is_positive(number: float | None) -> bool:
    return number is not None and math.isfinite(number) and number > 0


def _to_float(text: str) -> float:
    return float(text.replace(",", "."))
