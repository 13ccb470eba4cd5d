"""Plans listen: with another community's passages in their place, at least a third of the activity changes, by name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.service import Coach
from coach.settings import Settings
from coach.wiring import build_coach
from evals.listening import Swap, compare, measure
from evals.retrieval import take_in
from tests.drafting.drafting import draft
from tests.drafting.test_hearing import WORK

CORPORA = Path(__file__).resolve().parents[2] / "../shared/corpora"
NAMES = ("aimug-austin", "geojupyter-2025", "nodejs-community", "carpentries-posts")


@pytest.fixture(scope="module")
def swaps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Swap]]:
    if not CORPORA.is_dir():
        pytest.skip(f"the shared corpora are not at {CORPORA}")
    coach: Coach = build_coach(Settings(home=tmp_path_factory.mktemp("listening")))
    for name in NAMES:
        take_in(coach, CORPORA, name)
    yield measure(coach, NAMES)
    coach.close()


def test_at_least_a_third_of_the_activity_minutes_change(swaps: list[Swap]) -> None:
    heard = [swap for swap in swaps if swap.heard]

    assert len(heard) * 10 >= len(swaps) * 8
    assert [swap for swap in heard if swap.share < 1 / 3] == []


def test_nearly_every_change_names_its_passage(swaps: list[Swap]) -> None:
    assert sum(swap.named for swap in swaps) >= 0.95 * sum(swap.changed for swap in swaps)


def test_it_is_not_only_the_quoted_words_that_change(swaps: list[Swap]) -> None:
    assert sum(swap.apart for swap in swaps) * 4 >= sum(swap.minutes for swap in swaps)


def test_a_plan_that_does_not_listen_would_be_seen() -> None:
    plan = draft(WORK)

    deaf = compare("a", "b", plan, plan)

    assert deaf.changed == 0
    assert compare("a", "b", plan, draft()).share >= 1 / 3
