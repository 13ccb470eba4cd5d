"""Minutes always add up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.drafting.clock import split_minutes

SHARES = st.lists(st.floats(min_value=0.01, max_value=1), min_size=1, max_size=8)


@settings(derandomize=True, deadline=None)
@given(shares=SHARES, extra=st.integers(min_value=0, max_value=200))
def test_minutes_add_up_and_nobody_gets_none(shares: list[float], extra: int) -> None:
    total = len(shares) + extra

    minutes = split_minutes(total, shares)

    assert sum(minutes) == total
    assert min(minutes) >= 1


def test_shares_are_kept_where_they_can_be() -> None:
    assert split_minutes(40, [0.1, 0.5, 0.4]) == [4, 20, 16]


def test_a_cap_sends_the_rest_to_the_others() -> None:
    minutes = split_minutes(60, [0.5, 0.25, 0.25], [10, None, None])

    assert minutes[0] == 10
    assert sum(minutes) == 60


@pytest.mark.parametrize(("total", "caps"), [(2, None), (50, [10, 10, 10])])
def test_impossible_splits_are_refused(total: int, caps: list[int | None] | None) -> None:
    with pytest.raises(ValueError, match="cannot be split|leave no room"):
        split_minutes(total, [1, 1, 1], caps)
