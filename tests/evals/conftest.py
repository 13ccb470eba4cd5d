"""A small community with cases, a drafter that says what it is told, and a bench in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml

from evals.benches import Bench, open_bench
from evals.cache import Cache
from evals.casebook import Case, read_cases
from evals.drafters import NoAnswer
from evals.suggestion import Suggestion

NOTES = [
    {
        "name": "2026-03-04-bees.md",
        "text": "Swarm season is nearly here and nobody knows who to ring when a swarm lands in a school yard. "
        "Ola said she gave up after four calls last year. We would love to try it once before it is real.",
    },
    {
        "name": "2026-04-01-private.md",
        "visibility": "only_me",
        "text": "Between us: Ola told me that the council never rang back, and she would rather nobody heard of it.",
    },
    {
        "name": "2026-04-09-closed.md",
        "consent": "never",
        "text": "Ken wrote that the hive by the canal was opened without asking him, and he asks us not to repeat it.",
    },
]
PLAN = {
    "id": "plan-swarm",
    "kind": "plan",
    "request": {"outcomes": ["We want to be able to answer a call about a swarm"], "minutes": 60, "people": 8},
    "must": [{"says": "It works on a call.", "contains": ["call"]}],
    "must_not": [{"says": "It gives marks.", "contains": [r"\bmarks? out of\b"]}],
}


def to_file(*cases: Mapping[str, object], notes: list[dict[str, str]] | None = None) -> dict[str, object]:
    """Return a case file as YAML holds it."""
    return {
        "community": {"name": "Bee neighbours", "domain": "volunteering", "about": "Bees in a town."},
        "notes": NOTES if notes is None else notes,
        "cases": list(cases),
    }


@pytest.fixture
def write_cases(tmp_path: Path) -> Callable[..., Path]:
    """Write a case file and return its folder."""

    def write(*cases: Mapping[str, object], notes: list[dict[str, str]] | None = None, name: str = "bees") -> Path:
        folder = tmp_path / "cases"
        folder.mkdir(exist_ok=True)
        text = yaml.safe_dump(to_file(*cases, notes=notes), allow_unicode=True)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def case(write_cases: Callable[..., Path]) -> Case:
    """Return one case: a plan is wanted."""
    [found] = read_cases(write_cases(PLAN))
    return found


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """Return a bench."""
    opened = open_bench(tmp_path_factory.mktemp("bench"))
    yield opened
    opened.close()


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """Return an empty cache."""
    return Cache(tmp_path / "cache")


@dataclass
class SaysWhatItIsTold:
    """A drafter of ours: an answer by case, and how often it was asked."""

    answers: Mapping[str, Suggestion]
    name: str = "told"
    fingerprint: str = "1"
    prompts: Mapping[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def draft(self, case: Case, repeat: int) -> Suggestion:
        """Return what it was told to say."""
        self.asked.append(f"{case.id}#{repeat}")
        if case.id not in self.answers:
            raise NoAnswer("It was told nothing.")
        return self.answers[case.id]
