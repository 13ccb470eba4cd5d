"""Says in plain sentences what was left out: with numbers, never with names. Pure."""

from __future__ import annotations

from collections.abc import Mapping

_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()
_SAYS: Mapping[str, tuple[str, str]] = {
    "note": ("note may not be quoted.", "notes may not be quoted."),
    "confided note": (
        "note asks not to be passed on, and was left out.",
        "notes ask not to be passed on, and were left out.",
    ),
    "confided": ("sentence was told in confidence and left out.", "sentences were told in confidence and left out."),
    "complaint": ("complaint about a person was left out.", "complaints about a person were left out."),
    "exposed": (
        "sentence on something hard names a person and was left out.",
        "sentences on something hard name a person and were left out.",
    ),
    "praise": ("word of praise for a person was left out.", "words of praise for a person were left out."),
    "private": (
        "sentence about somebody's health or own life was left out.",
        "sentences about somebody's health or own life were left out.",
    ),
    "machine": (
        "sentence that gives a machine orders was left out.",
        "sentences that give a machine orders were left out.",
    ),
}


def say_left_out(counted: Mapping[str, int]) -> tuple[str, ...]:
    """Return a sentence for everything that was left out."""
    return tuple(_say(counted[why], *says) for why, says in _SAYS.items() if counted.get(why))


def _say(number: int, one: str, many: str) -> str:
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{word[0].upper()}{word[1:]} {one if number == 1 else many}"
