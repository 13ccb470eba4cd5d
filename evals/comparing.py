"""Two runs side by side: what got worse, what got better, and what is no more than noise.

Suggestions are paired by case and repeat, and a criterion counts only where it was graded in both runs. Intervals
come from resampling cases, since the repeats of one case are no evidence of their own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean

from coach.models import Difference, EvalComparison, EvalReport, Grade, GradeStatus, Pair, Sample, SuggestionKind
from coach.models.evaluation_words import dropped_of

from .measuring.intervals import bootstrap_change

FEWEST = 6
"""Five cases that all change the same way happen by chance once in sixteen times: fewer than six say nothing."""
_WIDEST = (-2.0, 2.0)
_Key = tuple[SuggestionKind, str, str]
_Twin = tuple[Sample, Sample]


@dataclass
class _Both:
    """One criterion's grades by case, in both runs."""

    before: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    after: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


def compare(before: EvalReport, after: EvalReport) -> EvalComparison:
    """Return what changed between two runs, over the suggestions that both hold."""
    twins = _pair(before, after)
    shared = {one.case for one, _ in twins}
    titles = {(item.kind, item.grader, item.code): item.title for item in (*before.figures, *after.figures)}
    dropped = dropped_of((*before.figures, *after.figures))
    collected = _collect(twins)
    differences = [
        to_difference(key, titles.get(key, ""), both) for key, both in collected.items() if key not in dropped
    ]
    pairs = [to_pair(twin, dropped, with_repeat=max(before.repeat, after.repeat) > 1) for twin in twins]
    return EvalComparison(
        before=before.id,
        after=after.id,
        before_drafter=before.drafter,
        after_drafter=after.drafter,
        shared=len(shared),
        only_before=len(_answered(before) - shared),
        only_after=len(_answered(after) - shared),
        differences=tuple(sorted(differences, key=lambda item: (item.change, item.high, item.kind, item.code))),
        left_out=len(collected.keys() & dropped),
        pairs=tuple(sorted(pairs, key=lambda pair: (pair.change, pair.case))),
    )


def _answered(report: EvalReport) -> set[str]:
    return {sample.case for sample in report.samples if sample.text}


def _pair(before: EvalReport, after: EvalReport) -> list[_Twin]:
    firsts = {sample.id: sample for sample in before.samples if sample.text}
    return [(firsts[sample.id], sample) for sample in after.samples if sample.text and sample.id in firsts]


def _collect(twins: Iterable[_Twin]) -> Mapping[_Key, _Both]:
    found: dict[_Key, _Both] = defaultdict(_Both)
    for one, other in twins:
        for left, right in _graded_in_both(one, other):
            both = found[one.kind, left.grader, left.code]
            both.before[one.case].append(left.value or 0)
            both.after[one.case].append(right.value or 0)
    return found


def _graded_in_both(one: Sample, other: Sample) -> list[tuple[Grade, Grade]]:
    lefts = {(grade.grader, grade.code): grade for grade in one.grades if _is_graded(grade)}
    rights = {(grade.grader, grade.code): grade for grade in other.grades if _is_graded(grade)}
    return [(left, rights[key]) for key, left in lefts.items() if key in rights]


def _is_graded(grade: Grade) -> bool:
    return grade.status is GradeStatus.GRADED and grade.value is not None


def to_difference(key: _Key, title: str, both: _Both) -> Difference:
    """Return how one criterion changed, case by case."""
    kind, grader, code = key
    before = {case: fmean(values) for case, values in both.before.items()}
    after = {case: fmean(values) for case, values in both.after.items()}
    low, high = bootstrap_change(before, after) if len(before) >= FEWEST else _WIDEST
    return Difference(
        code=code,
        title=title,
        kind=kind,
        grader=grader,
        n=len(before),
        before=fmean(before.values()),
        after=fmean(after.values()),
        change=fmean(after[case] - before[case] for case in before),
        low=low,
        high=high,
        better=sum(after[case] > before[case] for case in before),
        worse=sum(after[case] < before[case] for case in before),
    )


def to_pair(twin: _Twin, dropped: set[_Key], *, with_repeat: bool = False) -> Pair:
    """Return one case in both runs, with the grades that changed; what nobody should go by is left out."""
    one, other = twin
    changed = [
        (left, right)
        for left, right in _graded_in_both(one, other)
        if left.value != right.value and (one.kind, left.grader, left.code) not in dropped
    ]
    return Pair(
        case=one.id if with_repeat else one.case,
        kind=one.kind,
        asked=one.asked,
        change=sum((right.value or 0) - (left.value or 0) for left, right in changed),
        changed=_say_changes(changed),
        before=one.text,
        after=other.text,
        before_words=one.words,
        after_words=other.words,
    )


def _say_changes(changed: Sequence[tuple[Grade, Grade]]) -> tuple[str, ...]:
    often = Counter(left.code for left, _ in changed)
    worst = sorted(changed, key=lambda pair: ((pair[1].value or 0) - (pair[0].value or 0), pair[0].code))
    return tuple(_say_change(left, right, named=often[left.code] > 1) for left, right in worst)


def _say_change(left: Grade, right: Grade, *, named: bool) -> str:
    # The reason for the lower grade is the one that tells what is missing, or was.
    reason = right.reason if (right.value or 0) < (left.value or 0) else left.reason
    who = f" ({left.grader})" if named else ""
    return f"{left.code}{who}: {left.value} → {right.value}" + (f", {reason}" if reason else "")
