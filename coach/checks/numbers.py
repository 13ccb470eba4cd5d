"""Number words, for the checks that look at figures laid on people."""

from __future__ import annotations

NUMBER = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|a\s+dozen|a\s+hundred)"
)
"""A number, in figures or in words."""
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
).split()
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}
_VALUES = {word: value for value, word in enumerate(_WORDS)} | _TENS | {"dozen": 12}


def read_number(word: str) -> int | None:
    """Return what a number says, in figures or in one word; nothing for any other word."""
    return int(word) if word.isdecimal() else _VALUES.get(word.lower())
