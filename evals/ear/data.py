"""Sentences as they stand in notes, each with what it is good for: `evals/data/sentences.csv`."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coach.models import Cue

FILE = Path(__file__).parent.parent / "data" / "sentences.csv"


@dataclass(frozen=True)
class LabelledSentence:
    """One sentence."""

    id: str
    """Its name."""
    text: str
    """The sentence, on one line."""
    origin: str
    """`written` for this, or `notes`: taken from the notes of our cases."""
    part: str
    """`train`, or `test`: from communities of which nothing is learnt."""
    cue: Cue | None
    """What it is good for; nothing when it is good for nothing."""


def read_sentences(part: str) -> list[LabelledSentence]:
    """Return the sentences of one part."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return [
            LabelledSentence(
                row["id"], row["text"], row["origin"], row["part"], Cue(row["cue"]) if row["cue"] else None
            )
            for row in csv.DictReader(file)
            if row["part"] == part
        ]


def checksum() -> str:
    """Return the checksum of the file."""
    return hashlib.sha256(FILE.read_bytes()).hexdigest()


def to_places(sentences: Sequence[LabelledSentence]) -> list[int]:
    """Return the place of each sentence's cue, the last one for nothing."""
    order = list(Cue)
    return [order.index(item.cue) if item.cue else len(order) for item in sentences]
