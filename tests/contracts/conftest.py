from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.adapters.sql import SqlStore
from coach.ports import CommunityNotes
from coach.testing import FixedClock
from tests.contracts.making import open_notes


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "postgres":
        return str(request.getfixturevalue("postgres_url"))
    return f"sqlite:///{tmp_path / 'home' / 'coach.db'}"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def store(store_url: str, clock: FixedClock) -> Iterator[SqlStore]:
    opened = SqlStore(store_url, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def notes(store: SqlStore) -> CommunityNotes:
    return open_notes(store)
