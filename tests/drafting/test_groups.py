"""People split up sensibly."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.drafting.groups import _deal, describe_groups, describe_mix, group_sizes, seats_without_host


@pytest.mark.parametrize("people", range(2, 60))
@pytest.mark.parametrize("size", [2, 3, 4, 5])
def test_everyone_is_in_a_group_and_nobody_is_left_alone(people: int, size: int) -> None:
    sizes = group_sizes(people, size)

    assert sum(sizes) == people
    assert min(sizes) >= 2
    assert max(sizes) <= (size + 1 if size < 4 else size) or len(sizes) == 1


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
        (10, 4, "1 four and 2 threes"),
        (5, 4, "everyone together"),
        (5, 3, "1 three and 1 pair"),
        (9, 5, "1 five and 1 four"),
    ],
)
def test_groups_read_the_way_a_host_says_them(people: int, size: int, words: str) -> None:
    assert describe_groups(people, size) == words


@pytest.mark.parametrize(
    ("people", "size", "newcomers", "experts", "words"),
    [
        (
            14,
            2,
            4,
            2,
            "7 pairs: two with 1 new and 1 who knows this well; two with 1 new and 1 regular; three with 2 regulars",
        ),
        (12, 3, 4, 4, "4 threes, each with 1 new, 1 who knows this well and 1 regular"),
        (14, 2, 0, 0, "7 pairs"),
        (5, 0, 2, 1, "everyone together"),
        (4, 2, 4, 0, "2 pairs, each with 2 new"),
    ],
)
def test_who_sits_with_whom_spreads_newcomers_and_experts(
    people: int, size: int, newcomers: int, experts: int, words: str
) -> None:
    assert describe_mix(people, size, newcomers, experts) == words


@settings(derandomize=True, deadline=None)
@given(people=st.integers(2, 120), size=st.integers(1, 8), data=st.data())
def test_every_newcomer_and_expert_has_a_seat(people: int, size: int, data: st.DataObject) -> None:
    newcomers = data.draw(st.integers(0, people))
    experts = data.draw(st.integers(0, people - newcomers))

    mixes = _deal(group_sizes(people, size), newcomers, experts)

    assert [sum(column) for column in zip(*mixes, strict=True)] == [newcomers, experts, people - newcomers - experts]
    assert all(min(mix) >= 0 for mix in mixes)


def test_a_host_who_knows_this_well_sits_in_no_group() -> None:
    assert seats_without_host(11, 6, 2) == (10, 6, 2)
    assert seats_without_host(11, 6, 2, host_knows=True) == (10, 6, 1)
