"""The messages that the recogniser learns from: ours, invented, none of those that it is measured with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
TRAINING = ROOT / "evals" / "coaching" / "training"
SITUATIONS = ROOT / "coach" / "playbook" / "situations"
MATTERS = (
    *("", "distress", "self_harm", "bullying", "harassment", "discrimination", "safeguarding", "safety", "legal", "hr"),
    *("medical", "money_trouble_or_crime", "crisis_in_session"),
)
"""What the second head tells apart; the first is no matter for people."""


@dataclass(frozen=True)
class Message:
    """One message with what it is about."""

    text: str
    """What somebody types."""
    situation: str = ""
    """The situation, `none`, or something else as `~hello`; empty where nobody says."""
    matter: str = ""
    """The matter that is for people."""
    on_limits: bool = False
    """Whether it was written for telling such matters."""


def read_messages() -> list[Message]:
    """Return all of them, in a fixed order."""
    asides = list(_asides())
    # Greetings were written by hosts as well, as none of the situations: what they are is told by the asides.
    told = {item.text for item in asides}
    return [*(item for item in _hosts() if item.text not in told), *_heard(), *asides, *_limits()]


def _hosts() -> Iterator[Message]:
    for row in _rows("hosts-*.jsonl"):
        yield Message(row["text"], row["situation"])


def _heard() -> Iterator[Message]:
    for path in sorted(SITUATIONS.glob("*.yaml")):
        entry = yaml.safe_load(path.read_text(encoding="utf-8"))
        for text in entry["heard"]:
            yield Message(text, entry["id"])


def _asides() -> Iterator[Message]:
    for row in _rows("asides-*.jsonl"):
        yield Message(row["text"], "none" if row["kind"] == "general" else f"~{row['kind']}")


def _limits() -> Iterator[Message]:
    for row in _rows("limits-*.jsonl"):
        yield Message(row["text"], matter=row["kind"] if row["for_people"] else "", on_limits=True)


def _rows(pattern: str) -> Iterator[dict[str, str]]:
    for path in sorted(TRAINING.glob(pattern)):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)
