"""How far each grader agrees with the labels, criterion by criterion: its word before any of its figures.

A grader is measured on the same suggestions that two readers labelled blind. Its kappa is the mean of those with each
reader; beside it stands the readers' own, which is about the best that it could reach. Suggestions that a grader was
built on are left out: there it would agree with what it was made to agree with. What may gate, what only
advises and what is dropped follows from the lower of the two readers' figures (Landis and Koch 1977).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from coach.models import Grade, GradeStatus, SuggestionKind, Table, Trust, TrustBand

from .casebook import Case
from .graders.base import Grader, was_built_on
from .labelled import READERS, Labelled, by_item, read_reader
from .measuring.agreement import Agreement, measure_agreement

GATES, ADVISES = 0.61, 0.41
FEWEST = 20
"""With fewer labelled suggestions nothing is said of a grader."""
Labels = Mapping[tuple[str, str], int]
"""By suggestion and criterion."""
ItemGrade = tuple[str, Grade]
"""A grade with its suggestion's id."""


@dataclass(frozen=True)
class Graded:
    """One grader's grades of the labelled suggestions, on one criterion."""

    kind: SuggestionKind
    """Of which kind."""
    code: str
    """The criterion."""
    grader: str
    """Who graded."""
    values: Mapping[str, int]
    """The grades, by suggestion; what was not graded is left out."""


def grade_unseen(items: Sequence[Labelled], graders: Sequence[Grader], cases: Mapping[str, Case]) -> list[ItemGrade]:
    """Return the graders' grades of labelled suggestions, except of those that a grader was built on.

    Args:
        items: The suggestions.
        graders: Who grades.
        cases: The cases that the suggestions answer, by id.
    """
    return [
        (item.id, grade)
        for item in items
        for grader in graders
        if grader.criteria(item.suggestion.kind) and not was_built_on(grader, item.id)
        for grade in grader.grade(item.suggestion, cases[item.case])
    ]


def collect(items: Sequence[Labelled], grades: Iterable[ItemGrade]) -> list[Graded]:
    """Return grades of labelled suggestions as one list a criterion.

    Args:
        items: The suggestions.
        grades: Grades, each with its suggestion's id.
    """
    kinds = {item.id: item.suggestion.kind for item in items}
    found: dict[tuple[SuggestionKind, str, str], dict[str, int]] = {}
    for item, grade in grades:
        if grade.status is GradeStatus.GRADED and grade.value is not None:
            found.setdefault((kinds[item], grade.code, grade.grader), {})[item] = grade.value
    return [Graded(*key, values) for key, values in found.items()]


def measure_trust(graded: Graded, readers: Sequence[Labels]) -> Trust:
    """Return how far one grader agrees with the readers on one criterion."""
    with_each = [agree(_on(reader, graded.code), graded.values) for reader in readers]
    between = agree(*(_on(reader, graded.code, graded.values) for reader in readers))
    told = [item for item in with_each if item is not None and not math.isnan(item.kappa)]
    if len(told) < len(readers) or min(item.n for item in told) < FEWEST:
        return Trust(n=min((item.n for item in told), default=0))
    kappa = fmean(item.kappa for item in told)
    return Trust(
        band=to_band(min(item.kappa for item in told)),
        kappa=kappa,
        low=min(item.low for item in told),
        high=max(item.high for item in told),
        n=min(item.n for item in told),
        labellers=between.kappa if between and not math.isnan(between.kappa) else None,
        labellers_n=between.n if between else 0,
    )


def to_band(kappa: float) -> TrustBand:
    """Return what a grader of such agreement may be used for."""
    if kappa >= GATES:
        return TrustBand.GATES
    return TrustBand.ADVISES if kappa >= ADVISES else TrustBand.DROPPED


def agree(one: Mapping[str, int], other: Mapping[str, int]) -> Agreement | None:
    """Return the agreement of two over what both graded; nothing when that is nothing."""
    shared = sorted(one.keys() & other.keys())
    return measure_agreement([one[key] for key in shared], [other[key] for key in shared]) if shared else None


def _on(reader: Labels, code: str, only: Mapping[str, int] | None = None) -> Mapping[str, int]:
    return {item: value for (item, asked), value in reader.items() if asked == code and (only is None or item in only)}


def read_both() -> list[Labels]:
    """Return both readers' labels."""
    return [by_item(read_reader(name)) for name in READERS]


def measure_all(graded: Iterable[Graded], readers: Sequence[Labels]) -> dict[tuple[str, str, str], Trust]:
    """Return how far each grader can be trusted, by grader, kind and criterion."""
    labelled = {code for reader in readers for _, code in reader}
    return {
        (item.grader, item.kind.value, item.code): measure_trust(item, readers)
        for item in graded
        if item.code in labelled
    }


def to_table(trusts: Mapping[tuple[str, str, str], Trust], who: Mapping[str, str]) -> Table:
    """Return the agreement of graders and readers as a report carries it."""
    rows = [
        (kind, code, grader, str(trust.n), _kappa(trust), _number(trust.labellers), trust.band.value)
        for (grader, kind, code), trust in sorted(trusts.items(), key=lambda item: (item[0][1], item[0][2]))
        if trust.n
    ]
    told = "; ".join(f"{name}: {text}" for name, text in who.items())
    return Table(
        title="How far the graders agree with the labels",
        says="Linearly weighted kappa with two readers who did not know where a suggestion came from: the mean, "
        "the interval that covers both, and the readers' own kappa on the same suggestions. The lower of the two "
        f"decides: from {GATES} a grader may gate, from {ADVISES} it advises, below that it is dropped. What a grader "
        f"was built on is left out of its n. {told}.",
        head=("kind", "criterion", "grader", "n", "kappa", "readers", "may be used"),
        rows=tuple(rows),
    )


def _kappa(trust: Trust) -> str:
    if trust.kappa is None or trust.low is None or trust.high is None:
        return "too few, or one grade throughout"
    return f"{trust.kappa:.2f} [{trust.low:.2f}, {trust.high:.2f}]"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
