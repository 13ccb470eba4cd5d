"""Lines of the bar that only readers can tell: whether newcomers are needed, and whether a plan's links hold.

They speak of frozen suggestions: of what a drafter wrote when its suggestions were last labelled.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import fmean

from coach.models import Aim

from .labelled import Source
from .trusting import Labels

NEEDED, LINKS = "A4", "S1"
_WANTED = 0.95


def measure_newcomers(drafter: str, sources: Mapping[str, Source], readers: Sequence[Labels]) -> Aim:
    """Return in how many of a drafter's undamaged activities both readers find a newcomer's job that is needed.

    Needed is a mean of at least 1.5 of 2 over the readers, so that one of them may hesitate.
    """
    told = _collect(NEEDED, drafter, sources, readers)
    return Aim(
        code="newcomer needed",
        says="Activities in which the newcomer's job is needed (labelled ones)",
        value=_share([fmean(values) >= 1.5 for values in told]),
        wanted=_WANTED,
        n=len(told),
    )


def measure_links(drafter: str, sources: Mapping[str, Source], readers: Sequence[Labels]) -> Aim:
    """Return in how many of a drafter's undamaged plans no reader misses a link altogether."""
    told = _collect(LINKS, drafter, sources, readers)
    return Aim(
        code="links, readers",
        says="Plans in which no reader misses a link between outcome, activity and review (labelled ones)",
        value=_share([min(values) > 0 for values in told]),
        wanted=_WANTED,
        n=len(told),
    )


def _collect(code: str, drafter: str, sources: Mapping[str, Source], readers: Sequence[Labels]) -> list[list[int]]:
    mine = [item for item, source in sources.items() if source.drafter == drafter and not source.damage]
    labels = [[reader[item, code] for reader in readers if (item, code) in reader] for item in mine]
    return [values for values in labels if len(values) == len(readers)]


def _share(hits: Sequence[bool]) -> float | None:
    return sum(hits) / len(hits) if hits else None
