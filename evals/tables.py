"""Tables that every report carries: how much damage the checks see, as it was last measured."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from coach.models import Table

MUTATIONS = Path(__file__).parent / "baselines" / "mutations.json"
"""Written by `coach eval mutations --refresh`."""


def read_tables(path: Path = MUTATIONS) -> tuple[Table, ...]:
    """Return the mutation tables as last measured; nothing when they never were."""
    if not path.is_file():
        return ()
    return to_tables(json.loads(path.read_text(encoding="utf-8")))


def to_tables(found: Mapping[str, Any]) -> tuple[Table, ...]:
    """Return what `evals.mutation.run --json` prints as two tables: the halves, and every kind."""
    alarms = found["alarms"]
    halves = Table(
        title="How much damage to good plans the checks see",
        says="Each kind of damage is done once to each plan; caught is a new finding under a criterion that it harms. "
        "Only the fresh half, written by somebody who knew neither the checks nor the other kinds, says what to "
        f"expect of damage that nobody has thought of. Untouched: {alarms['plans_with_any']} of {alarms['plans']} "
        "plans have anything to mend.",
        head=("half", "kinds", "n", "caught", "95 %"),
        rows=tuple(_half(row, found["kinds"]) for row in found["halves"]),
    )
    kinds = Table(
        title="The same, kind by kind, weakest first",
        head=("kind", "half", "harms", "n", "caught"),
        rows=tuple(_kind(row) for row in sorted(found["kinds"], key=_recall) if row["n"]),
    )
    return halves, kinds


def _half(row: Mapping[str, Any], kinds: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    count = sum(kind["half"] == row["half"] and kind["n"] > 0 for kind in kinds)
    return (
        row["half"],
        str(count),
        str(row["n"]),
        _percent(row["recall"]),
        f"{_percent(row['low'])} to {_percent(row['high'])}",
    )


def _kind(row: Mapping[str, Any]) -> tuple[str, ...]:
    return row["kind"], row["half"], " ".join(row["harms"]), str(row["n"]), _percent(row["recall"])


def _recall(row: Mapping[str, Any]) -> float:
    return 1.0 if row["recall"] is None else float(row["recall"])


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f} %"
