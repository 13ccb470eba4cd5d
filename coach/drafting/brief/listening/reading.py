"""Reads notes for a brief: which sentences may be quoted, what each tells of, and how near it is to the outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from coach.models import KeptOutcome, Note, Passage
from coach.ports import Statement

from .gathering import Gathering, Line
from .given import Heard, Listening
from .leaving_out import say_left_out
from .unnaming import Unnaming

_SPEAKS = 0.42
"""As near as this to an outcome, or to one of its signs, a sentence speaks to it."""
_FORM_NOTES = 3
"""A sentence that stands in so many notes belongs to a form."""
Rows = npt.NDArray[np.float32]


def read_statements(notes: Sequence[Note], given: Listening) -> Heard:
    """Return the sentences that a brief may quote, in the order of time, and what was left out.

    Args:
        notes: The notes; those that may not be quoted to this reader are left out, and counted.
        given: What listening works with, and for whom.
    """
    gathering = Gathering(given, _unnaming(notes, given))
    lines = _without_forms([line for note in notes for line in gathering.read(note)])
    rows, kept = _measure(lines, given)
    told = [lines[place] for place in kept]
    statements = _to_statements(told, rows, given)
    order = sorted(range(len(told)), key=lambda at: (told[at].day, told[at].evidence.note, told[at].evidence.start))
    left_out = (*say_left_out(gathering.left_out), *_say_unmeasured(len(lines) - len(kept)))
    return Heard(tuple(statements[place] for place in order), left_out)


def to_statements(passages: Sequence[Passage], notes: Mapping[str, Note], given: Listening) -> tuple[Statement, ...]:
    """Return the sentences of these passages that may be quoted, in their order; those that tell nothing too.

    Args:
        passages: What was found.
        notes: Note id to note, for the passages' notes.
        given: What listening works with, and for whom.
    """
    gathering = Gathering(given, _unnaming(list(notes.values()), given), keeps_all=True)
    lines = [
        line
        for passage in passages
        if passage.quotable and passage.note_id in notes
        for line in gathering.read(notes[passage.note_id], ((passage.start, passage.end),))
    ]
    once = list({(line.evidence.note_id, line.evidence.start): line for line in lines}.values())
    rows, kept = _measure(once, given)
    return tuple(_to_statements([once[place] for place in kept], rows, given))


def _unnaming(notes: Sequence[Note], given: Listening) -> Unnaming:
    return Unnaming(given.members, given.names, [note.text for note in notes])


def _without_forms(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without those that many notes share; of one that a note repeats, the first."""
    notes: dict[str, set[str]] = {}
    for line in lines:
        notes.setdefault(line.reading.lower(), set()).add(line.evidence.note_id)
    first = {line.reading.lower(): line for line in reversed(lines)}
    return [
        line for line in lines if len(notes[line.reading.lower()]) < _FORM_NOTES and first[line.reading.lower()] is line
    ]


def _measure(lines: Sequence[Line], given: Listening) -> tuple[Rows, list[int]]:
    """Return a vector for each line and the places of the lines that have one, the clearest embedded first."""
    ranked = sorted(range(len(lines)), key=lambda place: (-_clearest(lines[place]), place))
    embedded = sorted(ranked[: given.limit])
    lent = [place for place in sorted(ranked[given.limit :]) if lines[place].chunk_id in given.contexts]
    vectors: dict[int, Rows] = {place: np.asarray(given.contexts[lines[place].chunk_id]) for place in lent}
    if embedded:
        rows = np.asarray(given.embedder.embed([lines[place].reading for place in embedded]), dtype=np.float32)
        vectors |= dict(zip(embedded, rows, strict=True))
    kept = sorted(vectors)
    if not kept:
        return np.zeros((0, given.embedder.dim), dtype=np.float32), []
    return np.vstack([vectors[place] for place in kept]), kept


def _clearest(line: Line) -> float:
    return max(line.told.tells.values(), default=0.0)


def _to_statements(lines: Sequence[Line], rows: Rows, given: Listening) -> list[Statement]:
    near = _nearness(rows, given.outcomes, given)
    return [_to_statement(line, row, spoken) for line, row, spoken in zip(lines, rows, near, strict=True)]


def _to_statement(line: Line, row: Rows, spoken: Mapping[str, float]) -> Statement:
    best = max(spoken, key=lambda outcome: spoken[outcome], default="")
    return Statement(
        evidence=line.evidence.model_copy(update={"outcome_id": best}),
        tells=line.told.tells,
        reading=line.reading,
        vector=tuple(float(number) for number in row),
        outcomes=spoken,
        is_opinion=line.told.is_opinion,
        chunk_id=line.chunk_id,
    )


def _nearness(rows: Rows, outcomes: Iterable[KeptOutcome], given: Listening) -> list[dict[str, float]]:
    """Return for each row the outcomes that it speaks to, each with how near it is."""
    said = [(item.id, text) for item in outcomes for text in (item.text, *(sign.text for sign in item.signs))]
    if not said or not len(rows):
        return [{} for _ in rows]
    near = rows @ np.asarray(given.embedder.embed([text for _, text in said]), dtype=np.float32).T
    found: list[dict[str, float]] = []
    for line in near:
        best: dict[str, float] = {}
        for (outcome, _), value in zip(said, line.tolist(), strict=True):
            if value >= _SPEAKS:
                best[outcome] = max(best.get(outcome, 0.0), round(value, 4))
        found.append(best)
    return found


def _say_unmeasured(number: int) -> tuple[str, ...]:
    if number <= 0:
        return ()
    return (f"{number} more sentences tell something too; only the clearest were read closely.",)
