"""A coach over a real SQLite store, with a hashing embedder that counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from coach.adapters.exact_index import ExactIndex
from coach.adapters.sql import SqlStore
from coach.drafting.playbook import PlaybookDrafter
from coach.locate import demo_folder
from coach.notes.folder import ReadingLimits
from coach.playbook import load_playbook
from coach.service import Coach, Ports
from coach.testing import FixedClock, HashEmbedder


@dataclass(frozen=True)
class Bench:
    """A coach and the parts that tests look at."""

    coach: Coach
    embedder: HashEmbedder
    store: SqlStore


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """A coach with one empty community, `Circle`."""
    clock, embedder, playbook = FixedClock(), HashEmbedder(), load_playbook()
    store = SqlStore(f"sqlite:///{tmp_path / 'coach.db'}", clock=clock)
    ports = Ports(store, ExactIndex(embedder.name), embedder, PlaybookDrafter(playbook), playbook, clock)
    coach = Coach(ports, limits=ReadingLimits(), demo_dir=demo_folder(), health=list)
    coach.create_community("Circle")
    yield Bench(coach, embedder, store)
    coach.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six notes, two of them long."""
    notes = tmp_path / "notes"
    notes.mkdir()
    for place in range(4):
        (notes / f"note-{place}.md").write_text(f"# Note {place}\n\nWords about waiting, number {place}.\n", "utf-8")
    for name in ("long.md", "longer.md"):
        (notes / name).write_text(f"# {name}\n\n" + "A sentence about handovers between teams. " * 2_500, "utf-8")
    return notes
