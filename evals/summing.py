"""From samples to figures: every criterion with n, what could not be graded, and an interval."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean, median

from coach.models import (
    CriterionFigure,
    Grade,
    GradeStatus,
    LengthFigure,
    Sample,
    SuggestionKind,
    Trust,
    TrustBand,
)

from .graders import numbers
from .graders.base import Grader
from .measuring.intervals import bootstrap_mean

Trusts = Mapping[tuple[str, str, str], Trust]
"""How far a grader can be trusted, by grader, kind and criterion."""
_BY_DEFINITION = Trust(band=TrustBand.BY_DEFINITION)
_Graded = list[tuple[str, Grade]]


def sum_up(samples: Sequence[Sample], graders: Sequence[Grader], trusts: Trusts) -> tuple[CriterionFigure, ...]:
    """Return a figure for each criterion of each kind and grader, in that order."""
    graded: dict[tuple[SuggestionKind, str, str], _Graded] = defaultdict(list)
    for sample in samples:
        for grade in sample.grades:
            graded[sample.kind, grade.grader, grade.code].append((sample.case, grade))
    return tuple(
        to_figure(kind, title, graded[kind, grader.name, code], find_trust(grader.name, kind, code, trusts))
        for kind in SuggestionKind
        for grader in graders
        for code, title in grader.criteria(kind).items()
        if graded[kind, grader.name, code]
    )


def to_figure(kind: SuggestionKind, title: str, graded: _Graded, trust: Trust) -> CriterionFigure:
    """Return one criterion's figure over its grades, each with its case."""
    status = Counter(grade.status for _, grade in graded)
    by_case: dict[str, list[float]] = defaultdict(list)
    for case, grade in graded:
        if grade.status is GradeStatus.GRADED and grade.value is not None:
            by_case[case].append(grade.value)
    values = [value for each in by_case.values() for value in each]
    low, high = bootstrap_mean(by_case) if values else (None, None)
    first = graded[0][1]
    return CriterionFigure(
        code=first.code,
        title=title,
        kind=kind,
        grader=first.grader,
        n=len(values),
        ungraded=status[GradeStatus.UNGRADED],
        void=status[GradeStatus.VOID],
        errors=status[GradeStatus.ERROR],
        mean=fmean(values) if values else None,
        low=low,
        high=high,
        met=sum(value == 2 for value in values) / len(values) if values else None,
        trust=trust,
    )


def find_trust(grader: str, kind: SuggestionKind, code: str, trusts: Trusts) -> Trust:
    """Return how far a grader can be trusted on one criterion; what only counts or compares needs no labels.

    A case's own rules do not belong there: a pattern stands for a judgement, and may be met by an echo of the request.
    """
    if grader == numbers.NAME:
        return _BY_DEFINITION
    return trusts.get((grader, kind.value, code), Trust())


def measure_lengths(samples: Iterable[Sample]) -> tuple[LengthFigure, ...]:
    """Return how long each kind's suggestions are."""
    words: dict[SuggestionKind, list[int]] = defaultdict(list)
    for sample in samples:
        if sample.text:
            words[sample.kind].append(sample.words)
    return tuple(
        LengthFigure(kind=kind, n=len(words[kind]), median=round(median(words[kind])), most=max(words[kind]))
        for kind in SuggestionKind
        if words[kind]
    )


def count_unanswered(samples: Iterable[Sample]) -> dict[str, int]:
    """Return how many cases got no answer, by the reason."""
    return dict(Counter(sample.error for sample in samples if sample.error).most_common())
