"""What can be counted for a page, each with everything that was counted: a model only says where it goes. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from coach.drafting.brief.composing.counting import count_meetings
from coach.models import Counted
from coach.ports import BriefInput, Statement, Tells

MOST_FACTS = 10
_GROUPS: tuple[tuple[str, frozenset[Tells]], ...] = (
    ("told of something used, or of what came of it", frozenset({Tells.USED, Tells.CAME_OF_IT})),
    ("told of something hard", frozenset({Tells.HARD})),
    ("voiced a wish", frozenset({Tells.WISH})),
    ("saw it differently", frozenset({Tells.DISAGREEMENT})),
)


@dataclass(frozen=True)
class Fact:
    """A count that a sentence may carry."""

    counted: Counted
    """The number, and what was counted."""
    tells: str
    """What was counted, for whoever words it."""


def count_facts(given: BriefInput, outcomes: dict[str, str]) -> list[Fact]:
    """Return what can be counted: in how many sessions, or notes, people spoke of what.

    Args:
        given: What the page is made from.
        outcomes: Outcome id to its label.
    """
    facts = [Fact(item, "read for this page") for item in given.used if item.number > 1]
    return [*facts, *_count_groups(given), *_count_outcomes(given, outcomes)][:MOST_FACTS]


def _count_groups(given: BriefInput) -> Iterator[Fact]:
    for says, tells in _GROUPS:
        yield from _count(given, f"in which somebody {says}", _tells_any(tells))


def _count_outcomes(given: BriefInput, outcomes: dict[str, str]) -> Iterator[Fact]:
    for outcome_id, label in outcomes.items():
        yield from _count(given, f"in which somebody spoke to {label}", _speaks_to(outcome_id))


def _tells_any(tells: frozenset[Tells]) -> Callable[[Statement], bool]:
    return lambda item: not tells.isdisjoint(item.tells)


def _speaks_to(outcome_id: str) -> Callable[[Statement], bool]:
    return lambda item: outcome_id in item.outcomes


def _count(given: BriefInput, says: str, fits: Callable[[Statement], bool]) -> Iterator[Fact]:
    counted = count_meetings((item.evidence for item in given.statements if fits(item)), given.sessions)
    if counted is not None:
        yield Fact(counted, f"{counted.what} {says}")
