"""The bar that the playbook has to clear: what is wanted, what was reached, and over how many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from coach.models import Activity, Aim, GradeStatus, Level, Sample, SuggestionKind

from .casebook import Case, Evidence
from .graders import numbers
from .graders.checks import NAME as CHECKS
from .graders.levels import read_height
from .suggestion import Suggestion

READ_BY = {"alignment": ("checks", "plan", "S1")}
"""Lines that rest on a grader whose word needs trust, by grader, kind and criterion."""
_THIN, _RICH = 0.9, 0.05
_ALIGNED, _NEEDED, _HIGH, _COACHED = 0.95, 0.95, 0.6, 0.85
_ALL = tuple(SuggestionKind)
_WITH_PLAN = (SuggestionKind.PLAN, SuggestionKind.ACTIVITY, SuggestionKind.REVIEW)


def measure_bar(samples: Sequence[Sample], cases: Sequence[Case], drafted: Iterable[Suggestion]) -> list[Aim]:
    """Return every line of the bar, the newcomers' excepted: that one comes from the labels."""
    evidence = {case.id: case.asked.evidence for case in cases}
    suggestions = list(drafted)
    return [
        _count_test_language(samples),
        _share(
            "alignment",
            "Plans aligned 5 of 6 or better, with no link missing",
            _values(samples, (SuggestionKind.PLAN,), "S1"),
            _ALIGNED,
        ),
        _share("clock", "Plans whose clock is right", _values(samples, tuple(SuggestionKind), numbers.CLOCK), 1.0),
        _share(
            "quotes", "Suggestions whose quotes all stand", _values(samples, tuple(SuggestionKind), numbers.QUOTES), 1.0
        ),
        _measure_heights(suggestions),
        _measure_coached(samples),
        _measure_little(samples, lambda case: evidence[case] is Evidence.THIN, thin=True),
        _measure_little(samples, lambda case: evidence[case] is Evidence.ENOUGH, thin=False),
    ]


def _values(samples: Iterable[Sample], kinds: Sequence[SuggestionKind], code: str) -> list[int]:
    return [
        grade.value
        for sample in samples
        if sample.kind in kinds
        for grade in sample.grades
        if grade.code == code and grade.status is GradeStatus.GRADED and grade.value is not None
    ]


def _share(code: str, says: str, values: Sequence[int], wanted: float) -> Aim:
    value = sum(item == 2 for item in values) / len(values) if values else None
    return Aim(code=code, says=says, value=value, wanted=wanted, n=len(values))


def _count_test_language(samples: Sequence[Sample]) -> Aim:
    values = _values(samples, _ALL, "X1")
    return Aim(
        code="test language",
        says="Suggestions that sound like a test",
        value=sum(item < 2 for item in values) if values else None,
        wanted=0,
        at_most=True,
        n=len(values),
    )


def _measure_heights(suggestions: Iterable[Suggestion]) -> Aim:
    """Of the activities for outcomes above "apply": in how many do people work above it, read from the steps?"""
    heights = [
        read_height(part)
        for suggestion in suggestions
        if suggestion.kind in _WITH_PLAN and suggestion.plan is not None
        for part in suggestion.plan.parts
        if isinstance(part, Activity) and is_high(suggestion.plan.outcomes[0].level)
    ]
    high = sum(is_high(height) for height in heights)
    return Aim(
        code="above apply",
        says="Activities in which people work above “apply”, where the outcome is above it (read from the steps)",
        value=high / len(heights) if heights else None,
        wanted=_HIGH,
        n=len(heights),
    )


def _measure_coached(samples: Iterable[Sample]) -> Aim:
    """In how many replies of the coach do the checks find nothing to mend?"""
    told = [
        [grade.value for grade in sample.grades if grade.grader == CHECKS and grade.value is not None]
        for sample in samples
        if sample.kind is SuggestionKind.COACHING
    ]
    graded = [values for values in told if values]
    return Aim(
        code="coaching checks",
        says="Coaching replies in which every check that applies is met",
        value=sum(min(values) == 2 for values in graded) / len(graded) if graded else None,
        wanted=_COACHED,
        n=len(graded),
    )


def is_high(level: Level | None) -> bool:
    """Say whether a level is above "apply"."""
    return level is not None and level.rank > Level.APPLY.rank


def _measure_little(samples: Iterable[Sample], is_mine: Callable[[str], bool], *, thin: bool) -> Aim:
    values = [
        grade.value
        for sample in samples
        if is_mine(sample.case)
        for grade in sample.grades
        if grade.code == numbers.LITTLE and grade.value is not None
    ]
    said = sum(value == 2 for value in values) if thin else sum(value == 0 for value in values)
    return Aim(
        code="too little, thin" if thin else "too little, rich",
        says="Thin cases in which it says that the notes hold too little"
        if thin
        else "Rich cases in which it says so all the same",
        value=said / len(values) if values else None,
        wanted=_THIN if thin else _RICH,
        at_most=not thin,
        n=len(values),
    )
