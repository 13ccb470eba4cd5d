"""Whole minutes that always add up."""

from __future__ import annotations

from collections.abc import Sequence


def split_minutes(total: int, shares: Sequence[float], caps: Sequence[int | None] | None = None) -> list[int]:
    """Split whole minutes by shares so that they add up exactly and every part has at least one.

    Args:
        total: Minutes to split; at least one for each share.
        shares: Positive weights.
        caps: The most that each part may have; None for no limit. What a cap cuts off goes to the others.

    Returns:
        One whole number for each share, in order.

    Raises:
        ValueError: There are fewer minutes than parts, or the caps leave no room.
    """
    if total < len(shares):
        raise ValueError(f"{total} minutes cannot be split into {len(shares)} parts")
    limits = [limit if limit is not None else total for limit in (caps or [None] * len(shares))]
    if sum(limits) < total:
        raise ValueError("the caps leave no room for all minutes")
    weight = sum(shares)
    exact = [total * share / weight for share in shares]
    minutes = [min(max(1, int(part)), limit) for part, limit in zip(exact, limits, strict=True)]
    while (rest := total - sum(minutes)) != 0:
        step = 1 if rest > 0 else -1
        place = _place_to_change(minutes, exact, limits, step)
        minutes[place] += step
    return minutes


def _place_to_change(minutes: Sequence[int], exact: Sequence[float], limits: Sequence[int], step: int) -> int:
    open_places = [place for place, now in enumerate(minutes) if (now < limits[place] if step > 0 else now > 1)]
    # The part furthest from its exact share gives or takes next; the first one on a tie.
    return max(open_places, key=lambda place: (step * (exact[place] - minutes[place]), -place))
