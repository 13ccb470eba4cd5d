"""The labelled suggestions: what they are, where they come from, and what two readers said of each, blind.

`labels/` holds, for each kind, `KIND.jsonl` (the suggestions as answers to cases), `sources.csv` (who drafted each and
what was done to it), a file of labels for each reader, and `readers.yaml`, which says who or what the readers are.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from coach.models import Label, SuggestionKind
from coach.models.base import Word

from .suggestion import Suggestion

LABELS = Path(__file__).parent / "labels"
READERS = ("first", "second")
"""The files of the two readers."""


class Labelled(Word):
    """A suggestion that was labelled."""

    id: str
    """Its name, which says nothing of its source."""
    case: str
    """The case that it answers."""
    asked: str
    """What was asked, as the readers saw it."""
    suggestion: Suggestion
    """The suggestion, its text as the readers saw it."""


@dataclass(frozen=True)
class Source:
    """Where a labelled suggestion comes from."""

    drafter: str
    """Who drafted it: `playbook`, `strong chatbot`, `hurried person` …"""
    damage: str
    """What was done to it afterwards; empty when nothing was."""


def read_labelled(kind: SuggestionKind | None = None, folder: Path = LABELS) -> list[Labelled]:
    """Return the labelled suggestions, or those of one kind."""
    kinds = [kind] if kind else list(SuggestionKind)
    paths = [folder / f"{each.value}.jsonl" for each in kinds]
    return [item for path in paths if path.is_file() for item in _read_lines(path)]


def _read_lines(path: Path) -> Iterator[Labelled]:
    with path.open(encoding="utf-8") as file:
        yield from (Labelled.model_validate_json(line) for line in file if line.strip())


def read_sources(folder: Path = LABELS) -> Mapping[str, Source]:
    """Return where each labelled suggestion comes from."""
    with (folder / "sources.csv").open(encoding="utf-8", newline="") as file:
        return {row["item"]: Source(row["drafter"], row["damage"]) for row in csv.DictReader(file)}


def read_reader(name: str, folder: Path = LABELS) -> list[Label]:
    """Return one reader's labels."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [
            Label(item=row["item"], code=row["code"], value=int(row["value"]) if row["value"] else None, by=name)
            for row in csv.DictReader(file)
        ]


@cache
def describe_readers(folder: Path = LABELS) -> Mapping[str, str]:
    """Return who or what each reader is."""
    found = yaml.safe_load((folder / "readers.yaml").read_text(encoding="utf-8"))
    return {str(name): str(who) for name, who in found.items()}


def by_item(labels: Iterable[Label]) -> Mapping[tuple[str, str], int]:
    """Return labels by suggestion and criterion; "can't tell" is left out."""
    return {(label.item, label.code): label.value for label in labels if label.value is not None}
