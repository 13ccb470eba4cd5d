"""A sheet for whoever reads claims with what stands behind them, blind; and what their labels say.

coach eval brief --sheet FILE, and later coach eval brief --labels FILE
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from coach.errors import BadInput
from coach.models import BriefSentence, Table
from coach.models.base import Word
from evals.measuring.wilson import to_wilson

from .corpora import MadeBrief
from .noting import read_around

QUESTIONS = {
    "supports": "Do the quotes, read in their place, support what the claim says? yes, partly or no",
    "opinion_as_fact": "Is what somebody thinks, hopes or fears told as something that is so? yes or no",
}
_WANTED = {"supports": "≥ .95", "opinion_as_fact": "≤ .05"}


class SheetQuote(Word):
    """One quote behind a claim, in its place."""

    before: str
    """Two sentences before it."""
    quote: str
    """The words."""
    after: str
    """Two sentences after it."""
    date: str
    """The note's date."""


class SheetRow(Word):
    """One claim to read; nothing tells who worded it or what kind it is."""

    id: str
    """Its id; says nothing."""
    claim: str
    """The sentence as it stands on the page."""
    quotes: tuple[SheetQuote, ...]
    """What stands behind it."""
    counted: tuple[str, ...]
    """What was counted for it, thing by thing."""
    supports: str = ""
    """The reader's word: yes, partly or no."""
    opinion_as_fact: str = ""
    """The reader's word: yes or no."""


class ReadRow(Word):
    """A reader's word on one claim."""

    id: str
    """Which claim."""
    supports: Literal["yes", "partly", "no"]
    """Whether the evidence supports it."""
    opinion_as_fact: Literal["yes", "no"]
    """Whether an opinion is told as a fact."""


def to_sheet(made: Sequence[MadeBrief]) -> list[SheetRow]:
    """Return every claim of some briefs, in an order that tells nothing of where it is from."""
    rows = [
        _to_row(sentence, item) for item in made for sentence in item.result.brief.sentences() if sentence.kind.is_claim
    ]
    return sorted(rows, key=lambda row: row.id)


def _to_row(sentence: BriefSentence, item: MadeBrief) -> SheetRow:
    quotes = []
    for one in sentence.evidence:
        before, after = read_around(one, item.files)
        quotes.append(SheetQuote(before=before, quote=" ".join(one.quote.split()), after=after, date=one.date or ""))
    told = tuple(f"{counted.says}: {'; '.join(each.label for each in counted.items)}" for counted in sentence.counted)
    mark = hashlib.sha256(f"{item.name} {sentence.id} {sentence.text}".encode()).hexdigest()[:10]
    return SheetRow(id=mark, claim=sentence.text, quotes=tuple(quotes), counted=told)


def write_sheet(rows: Sequence[SheetRow], path: Path) -> None:
    """Write the sheet, its questions in the first line."""
    lines = [json.dumps({"questions": QUESTIONS}, ensure_ascii=False)]
    lines += [row.model_dump_json() for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_labels(path: Path) -> dict[str, ReadRow]:
    """Return a reader's words by claim; rows that nobody filled in are left out.

    Raises:
        BadInput: The file cannot be read, or a word in it is none of those asked for.
    """
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        filled = [row for row in rows if row.get("supports") or row.get("opinion_as_fact")]
        told = [ReadRow.model_validate({name: row.get(name) for name in ReadRow.model_fields}) for row in filled]
    except (OSError, ValueError, ValidationError) as error:
        raise BadInput(f"{path.name} holds no labels: {error}", "Fill in `supports` and `opinion_as_fact`.") from error
    return {row.id: row for row in told}


def to_reading_table(readers: Mapping[str, Mapping[str, ReadRow]]) -> Table:
    """Return each reader's shares, and those over which no reader has a doubt."""
    rows = [row for name, labels in readers.items() for row in _rows(name, list(labels.values()))]
    if len(readers) > 1:
        rows += _both(list(readers.values()))
    head = ("reader", "what", "claims", "share [95 %]", "aim")
    return Table(title="Claims with their evidence, read blind", head=head, rows=tuple(rows))


def _rows(name: str, labels: Sequence[ReadRow]) -> Iterator[tuple[str, ...]]:
    n = len(labels)
    for what, hits, aim in (
        ("supported", sum(row.supports == "yes" for row in labels), _WANTED["supports"]),
        ("supported, at least partly", sum(row.supports != "no" for row in labels), ""),
        ("an opinion told as a fact", sum(row.opinion_as_fact == "yes" for row in labels), _WANTED["opinion_as_fact"]),
    ):
        yield name, what, f"{hits} of {n}", str(to_wilson(hits, n)), aim


def _both(readers: Sequence[Mapping[str, ReadRow]]) -> Iterator[tuple[str, ...]]:
    """Yield the same over the claims that all readers read, the stricter word counting, and how often they agree."""
    shared = sorted(set.intersection(*(set(labels) for labels in readers)))
    words = [[labels[name] for labels in readers] for name in shared]
    order = ("no", "partly", "yes")
    strict = [
        ReadRow(
            id=told[0].id,
            supports=min((row.supports for row in told), key=order.index),
            opinion_as_fact="yes" if any(row.opinion_as_fact == "yes" for row in told) else "no",
        )
        for told in words
    ]
    yield from _rows("the stricter word", strict)
    for what in QUESTIONS:
        same = sum(len({getattr(row, what) for row in told}) == 1 for told in words)
        yield "agree with each other", what, f"{same} of {len(words)}", str(to_wilson(same, len(words))), ""
