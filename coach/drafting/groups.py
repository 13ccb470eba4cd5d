"""How people split up."""

from __future__ import annotations

_NAMES = {1: "people alone", 2: "pairs", 3: "threes", 4: "fours", 5: "fives", 6: "sixes"}
_ONE = {1: "person alone", 2: "pair", 3: "three", 4: "four", 5: "five", 6: "six"}


def group_sizes(people: int, size: int) -> list[int]:
    """Return sizes of small groups near `size`, largest first; nobody is left alone unless asked for.

    Args:
        people: How many are there.
        size: The wished size; 0 keeps everyone together.
    """
    if size <= 0 or people <= size:
        return [people]
    groups = max(1, people // size)
    base, extra = divmod(people, groups)
    if base + (1 if extra else 0) > size + 1:
        groups += 1
        base, extra = divmod(people, groups)
    return [base + 1] * extra + [base] * (groups - extra)


def describe_groups(people: int, size: int) -> str:
    """Say how people split up: `4 threes and 1 pair`."""
    sizes = group_sizes(people, size)
    if len(sizes) == 1:
        return "everyone together" if size != 1 else "each person alone"
    counts = {each: sizes.count(each) for each in dict.fromkeys(sizes)}
    return " and ".join(f"{count} {_name(each, count)}" for each, count in counts.items())


def _name(size: int, count: int) -> str:
    if count == 1:
        return _ONE.get(size, f"group of {size}")
    return _NAMES.get(size, f"groups of {size}")
