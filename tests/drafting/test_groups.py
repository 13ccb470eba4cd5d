"""People split up sensibly."""

from __future__ import annotations

import pytest

from coach.drafting.groups import describe_groups, group_sizes


@pytest.mark.parametrize("people", range(2, 60))
@pytest.mark.parametrize("size", [2, 3, 4, 5])
def test_everyone_is_in_a_group_and_nobody_is_left_alone(people: int, size: int) -> None:
    sizes = group_sizes(people, size)

    assert sum(sizes) == people
    assert min(sizes) >= 2
    assert max(sizes) <= size + 1 or len(sizes) == 1


@pytest.mark.parametrize(
    ("people", "size", "words"),
    [
        (14, 2, "7 pairs"),
        (13, 2, "1 three and 5 pairs"),
        (14, 3, "2 fours and 2 threes"),
        (9, 3, "3 threes"),
        (12, 0, "everyone together"),
        (3, 4, "everyone together"),
        (16, 8, "2 groups of 8"),
    ],
)
def test_groups_read_the_way_a_host_says_them(people: int, size: int, words: str) -> None:
    assert describe_groups(people, size) == words
