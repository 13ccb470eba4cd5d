"""Outcomes with their levels: our own (`evals/data/README.md`), and other people's in a file that is handed in."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from coach.errors import BadRequest
from coach.models import Level

OUTCOMES = Path(__file__).parents[1] / "data" / "outcomes.csv"
Part = Literal["train", "dev", "test"]
Levels = frozenset[Level]
_TEXT = "learning_outcome"
_COLUMNS: Mapping[str, Level] = {
    "remember": Level.REMEMBER,
    "understand": Level.UNDERSTAND,
    "apply": Level.APPLY,
    "analyze": Level.ANALYSE,
    "analyse": Level.ANALYSE,
    "evaluate": Level.EVALUATE,
    "create": Level.CREATE,
}
_MARKS = {"": False, "0": False, "0.0": False, "1": True, "1.0": True}
_SHAPE = "The columns are Learning_outcome, Remember, Understand, Apply, Analyze, Evaluate and Create, marked 0 or 1."


@dataclass(frozen=True)
class LabelledOutcome:
    """An outcome with the levels that two readers gave it."""

    id: str
    """Its name; it decides which part it belongs to."""
    text: str
    """The sentence."""
    writer: Levels
    """The levels that it was written for."""
    reader: Levels
    """The levels that a second reader gave it, who saw the sentence alone."""

    @property
    def part(self) -> Part:
        """Return what it is for: seven in ten to learn from, one to choose by, two to measure on."""
        place = int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % 10
        return "train" if place < 7 else "dev" if place == 7 else "test"

    @property
    def is_agreed(self) -> bool:
        """Say whether both gave it the same levels."""
        return self.writer == self.reader


def read_outcomes(path: Path = OUTCOMES) -> list[LabelledOutcome]:
    """Read outcomes of our own making."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            LabelledOutcome(row["id"], row["text"], _split(row["writer"]), _split(row["reader"]))
            for row in csv.DictReader(file)
        ]


def checksum(path: Path = OUTCOMES) -> str:
    """Return the checksum of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def choose(outcomes: Iterable[LabelledOutcome], *parts: Part) -> list[LabelledOutcome]:
    """Return the outcomes of these parts."""
    return [outcome for outcome in outcomes if outcome.part in parts]


def read_foreign(path: Path) -> list[LabelledOutcome]:
    """Read a file with a column for each level, as the set EDM2022CLO has it; its labels count for both readers.

    Raises:
        BadRequest: It has another shape; names the row and never quotes it.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise BadRequest(f"{path.name} could not be read as a CSV file in UTF-8.", _SHAPE) from problem
    text, columns = _read_header(rows[0] if rows else [], path.name)
    found = [_read_row(row, number, text, columns) for number, row in enumerate(rows[1:], 2) if any(row)]
    if not found:
        raise BadRequest(f"{path.name} holds no outcomes.", _SHAPE)
    return found


def _read_header(header: Sequence[str], name: str) -> tuple[int, dict[int, Level]]:
    names = [cell.strip().lower() for cell in header]
    columns = {place: _COLUMNS[cell] for place, cell in enumerate(names) if cell in _COLUMNS}
    missing = [level.value for level in Level if level not in columns.values()]
    if _TEXT not in names or missing or len(columns) != len(Level):
        said = "Learning_outcome" if _TEXT not in names else ", ".join(missing) or "one column only for each level"
        raise BadRequest(f"{name} has not the columns of labelled outcomes: it lacks {said}.", _SHAPE)
    return names.index(_TEXT), columns


def _read_row(row: Sequence[str], number: int, text: int, columns: Mapping[int, Level]) -> LabelledOutcome:
    if len(row) <= max(text, *columns) or any(row[place].strip() not in _MARKS for place in columns):
        raise BadRequest(f"Row {number} has not the shape of a labelled outcome.", _SHAPE)
    levels = frozenset(level for place, level in columns.items() if _MARKS[row[place].strip()])
    return LabelledOutcome(f"row {number}", row[text], levels, levels)


def _split(cell: str) -> Levels:
    return frozenset(Level(name) for name in cell.split("+"))
