"""Whether newcomers are needed, from what two readers said: no machine can tell a real job from a decoration."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coach.models import Aim

from .labelled import Source
from .trusting import Labels

NEEDED = "A4"
_WANTED = 0.95


def measure_newcomers(drafter: str, sources: Mapping[str, Source], readers: Sequence[Labels]) -> Aim:
    """Return in how many of a drafter's undamaged activities both readers find a newcomer's job that is needed.

    Needed is a mean of at least 1.5 of 2 over the readers, so that one of them may hesitate.
    """
    mine = [item for item, source in sources.items() if source.drafter == drafter and not source.damage]
    labels = [[reader[item, NEEDED] for reader in readers if (item, NEEDED) in reader] for item in mine]
    told = [values for values in labels if len(values) == len(readers)]
    needed = sum(sum(values) / len(values) >= 1.5 for values in told)
    return Aim(
        code="newcomer needed",
        says="Activities in which the newcomer's job is needed (labelled ones)",
        value=needed / len(told) if told else None,
        wanted=_WANTED,
        n=len(told),
    )
