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
    if size >= 4 and people // -(-people // size) >= 3:
        # Turns are timed for so many: a seat too few gives each a little more, a seat too many leaves somebody out.
        groups = -(-people // size)
    elif -(-people // groups) > size + 1:
        groups += 1
    base, extra = divmod(people, groups)
    return [base + 1] * extra + [base] * (groups - extra)


def describe_groups(people: int, size: int) -> str:
    """Say how people split up: `4 threes and 1 pair`."""
    sizes = group_sizes(people, size)
    if len(sizes) == 1:
        return "everyone together" if size != 1 else "each person alone"
    return _describe_sizes(sizes)


def _describe_sizes(sizes: list[int]) -> str:
    counts = {each: sizes.count(each) for each in dict.fromkeys(sizes)}
    return " and ".join(f"{count} {_name(each, count)}" for each, count in counts.items())


def _name(size: int, count: int) -> str:
    if count == 1:
        return _ONE.get(size, f"group of {size}")
    return _NAMES.get(size, f"groups of {size}")


def seats_without_host(people: int, newcomers: int, experts: int, *, host_knows: bool = False) -> tuple[int, int, int]:
    """Return the people, newcomers and experts who sit in groups: the host keeps time and is none of them.

    The host is one of the experts where that was said or where there are no regulars, and otherwise a regular.
    """
    if people < 4 or people == newcomers:
        return people, newcomers, experts
    regulars = people - newcomers - experts
    takes_expert = experts > 0 and (host_knows or regulars == 0)
    return people - 1, newcomers, experts - 1 if takes_expert else experts


def describe_mix(people: int, size: int, newcomers: int, experts: int) -> str:
    """Say who sits with whom, so that newcomers and those who know this well are spread out.

    Where there are more groups than people who have been before, groups grow until nobody new is left to themselves.

    Returns:
        `7 pairs: two with 1 new and 1 who knows this well; two with 1 new and 1 regular; three with 2 regulars`;
        only the groups when there is nobody to spread, or when everyone stays together.
    """
    sizes = group_sizes(people, size)
    if len(sizes) == 1 or size == 1:
        return describe_groups(people, size)
    if 0 < people - newcomers < len(sizes):
        base, extra = divmod(people, people - newcomers)
        sizes = [base + 1] * extra + [base] * (people - newcomers - extra)
    groups = _describe_sizes(sizes)
    if not (newcomers or experts):
        return groups
    mixes = _deal(sizes, newcomers, experts)
    kinds = sorted(set(mixes), key=lambda mix: (-mix[0], -mix[1], mix))
    if len(kinds) == 1:
        return f"{groups}, each with {_describe_seats(kinds[0])}"
    return f"{groups}: " + "; ".join(f"{_count(mixes.count(kind))} with {_describe_seats(kind)}" for kind in kinds)


def _deal(sizes: list[int], newcomers: int, experts: int) -> list[tuple[int, int, int]]:
    """Deal newcomers evenly, then experts to where most newcomers are; regulars fill what is left."""
    new, expert = [0] * len(sizes), [0] * len(sizes)
    for _ in range(newcomers):
        new[_emptiest(sizes, new, expert, new)] += 1
    for _ in range(experts):
        expert[
            _emptiest(sizes, new, expert, [seats * 100 - fresh for seats, fresh in zip(expert, new, strict=True)])
        ] += 1
    return [(fresh, known, size - fresh - known) for size, fresh, known in zip(sizes, new, expert, strict=True)]


def _emptiest(sizes: list[int], new: list[int], expert: list[int], load: list[int]) -> int:
    free = [place for place, size in enumerate(sizes) if new[place] + expert[place] < size]
    return min(free, key=lambda place: (load[place], place))


def _describe_seats(mix: tuple[int, int, int]) -> str:
    new, expert, regular = mix
    knows = "1 who knows this well" if expert == 1 else f"{expert} who know this well"
    seats = [f"{new} new"] * (new > 0) + [knows] * (expert > 0)
    seats += [f"{regular} regular{'s' if regular > 1 else ''}"] * (regular > 0)
    return " and ".join([", ".join(seats[:-1]), seats[-1]]) if len(seats) > 1 else seats[0]


def _count(number: int) -> str:
    words = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return words[number - 1] if number <= len(words) else str(number)
