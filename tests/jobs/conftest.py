"""A coach over a real SQLite store, with a hashing embedder that counts, and a scripted model on request."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from coach.adapters.exact_index import ExactIndex
from coach.adapters.sql import SqlStore
from coach.drafting.playbook import PlaybookDrafter
from coach.jobs.model_ports import ModelPorts
from coach.locate import demo_folder
from coach.models import ModelSetup
from coach.notes.folder import ReadingLimits
from coach.playbook import load_playbook
from coach.ports import LLM, LLMRequest
from coach.service import Coach, Ports
from coach.testing import FixedClock, HashEmbedder, ScriptedLLM

from .asking import MODEL, Outside


@dataclass(frozen=True)
class Bench:
    """A coach and the parts that tests look at."""

    coach: Coach
    embedder: HashEmbedder
    store: SqlStore


@dataclass(frozen=True)
class ModelBench:
    """A coach with a scripted model, and what it was built with."""

    coach: Coach
    store: SqlStore
    clock: FixedClock
    outside: Outside
    llms: list[ScriptedLLM]

    @property
    def asked(self) -> list[str]:
        """What the models were asked, oldest first."""
        return [request.user for llm in self.llms for request in llm.requests]


Script = Sequence[str | Exception] | Callable[[LLMRequest], str]
MakeBench = Callable[..., ModelBench]
_HELLOS = ("Hello.",) * 30


def build(path: Path, models: ModelPorts | None = None, clock: FixedClock | None = None) -> tuple[Coach, SqlStore]:
    """Build a coach over a store at a path."""
    clock, embedder, playbook = clock or FixedClock(), HashEmbedder(), load_playbook()
    store = SqlStore(f"sqlite:///{path}", clock=clock)
    ports = Ports(store, ExactIndex(embedder.name), embedder, PlaybookDrafter(playbook), playbook, clock, models)
    return Coach(ports, limits=ReadingLimits(), demo_dir=demo_folder(), health=list), store


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """A coach with one empty community, `Circle`."""
    coach, store = build(tmp_path / "coach.db")
    coach.create_community("Circle")
    embedder = coach.plan_tools("Circle").search.embedder
    assert isinstance(embedder, HashEmbedder)
    yield Bench(coach, embedder, store)
    coach.close()


@pytest.fixture
def model_bench(tmp_path: Path) -> Iterator[MakeBench]:
    """Make a coach whose models follow a script, with one empty community, `Circle`."""
    benches: list[ModelBench] = []

    def make(
        script: Script = ("Hello.",) * 30, *, model: str = MODEL, environment: Any = None, **setup: Any
    ) -> ModelBench:
        llms: list[ScriptedLLM] = []

        def make_llm(name: str, api_base: str, wanted: ModelSetup) -> LLM:
            llms.append(ScriptedLLM(script, name=name, usd_per_token=0.001))
            return llms[-1]

        outside, clock = Outside(make_llm, {} if environment is None else environment), FixedClock()
        ports = ModelPorts(outside.make_llm, outside.make_drafter, outside.try_model, outside.keys, outside.environment)
        coach, store = build(tmp_path / f"coach{len(benches)}.db", ports, clock)
        coach.create_community("Circle")
        if model:
            coach.model.save(ModelSetup(model=model, **setup))
        benches.append(ModelBench(coach, store, clock, outside, llms))
        return benches[-1]

    yield make
    for each in benches:
        each.coach.close()


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
