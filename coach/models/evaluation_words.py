"""How an evaluation is said to people, and in which order its samples are read: the same in a file and on a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .evaluation import Aim, CriterionFigure, Grade, GradeStatus, Sample, SuggestionKind, Trust, TrustBand

KIND = {
    SuggestionKind.OUTCOME: "Outcomes",
    SuggestionKind.ACTIVITY: "Activities",
    SuggestionKind.REVIEW: "Reviews",
    SuggestionKind.PLAN: "Session plans",
    SuggestionKind.COACHING: "Coaching",
    SuggestionKind.BRIEF: "Briefs",
}
VALUE = ("not met", "partly", "met")
"""What a grade of 0, 1 and 2 means."""
STATUS = {
    GradeStatus.UNGRADED: "not graded",
    GradeStatus.VOID: "void",
    GradeStatus.ERROR: "grader failed",
}
TRUST = {
    TrustBand.GATES: "gates",
    TrustBand.ADVISES: "advises",
    TrustBand.DROPPED: "dropped",
    TrustBand.UNMEASURED: "unmeasured",
    TrustBand.BY_DEFINITION: "by definition",
}
TRUST_MEANS = {
    TrustBand.GATES: "agrees with the labels well enough to hold a change back",
    TrustBand.ADVISES: "agrees with the labels in part: worth a look, never a gate",
    TrustBand.DROPPED: "agrees with the labels too little: do not go by it",
    TrustBand.UNMEASURED: "no labels yet, or too few, to say how far to believe it",
    TrustBand.BY_DEFINITION: "a count or a comparison that needs no judgement",
}
_NOTHING_LOW = 2.0


def say_grade(grade: Grade) -> str:
    """Return what a grade says, in a word or two."""
    if grade.status is GradeStatus.GRADED and grade.value is not None:
        return VALUE[grade.value]
    return STATUS.get(grade.status, "not graded")


def say_trust(trust: Trust) -> str:
    """Return what a grader may be used for, with the figures that it rests on."""
    if trust.kappa is None:
        return TRUST[trust.band]
    ends = f" [{trust.low:.2f}, {trust.high:.2f}]" if trust.low is not None and trust.high is not None else ""
    return f"{TRUST[trust.band]}: κ {trust.kappa:.2f}{ends}, n {trust.n}"


def say_labellers(trust: Trust) -> str:
    """Return how far the labellers agree with each other, about the best that a grader can reach; or nothing."""
    if trust.labellers is None:
        return ""
    return f"labellers among themselves: κ {trust.labellers:.2f}, n {trust.labellers_n}"


def say_figure(figure: CriterionFigure) -> str:
    """Return a mean with its interval, or that there is none."""
    if figure.mean is None:
        return "none graded"
    ends = f" [{figure.low:.2f}, {figure.high:.2f}]" if figure.low is not None and figure.high is not None else ""
    return f"{figure.mean:.2f}{ends}"


def say_wanted(aim: Aim) -> str:
    """Return what an aim asks for."""
    return f"{'at most' if aim.at_most else 'at least'} {_amount(aim, aim.wanted)}"


def say_reached(aim: Aim) -> str:
    """Return what was reached."""
    return "nothing to count" if aim.value is None else _amount(aim, aim.value)


def _amount(aim: Aim, value: float) -> str:
    # A share is wanted as a part of one; what must hardly happen is counted from nought.
    is_share = 0 < aim.wanted < 1 or (aim.wanted == 1 and not aim.at_most)
    return f"{100 * value:.0f} %" if is_share else f"{value:.4g}"


def judges_last(figures: Iterable[CriterionFigure]) -> list[CriterionFigure]:
    """Return figures with those of judging models after all others, else in their order."""
    return sorted(figures, key=lambda figure: is_judge(figure.grader))


def is_judge(grader: str) -> bool:
    """Say whether a grader is a judging model."""
    return grader.startswith("judge")


def worst_first(samples: Iterable[Sample], figures: Iterable[CriterionFigure]) -> list[Sample]:
    """Return samples in the order to read them: the lowest grades first, dropped criteria left out of account."""
    dropped = dropped_of(figures)
    return sorted(samples, key=lambda sample: (_level(sample, dropped), sample.id))


def dropped_of(figures: Iterable[CriterionFigure]) -> set[tuple[SuggestionKind, str, str]]:
    """Return what nobody should go by: kind, grader and criterion."""
    return {(figure.kind, figure.grader, figure.code) for figure in figures if figure.trust.band is TrustBand.DROPPED}


def _level(sample: Sample, dropped: set[tuple[SuggestionKind, str, str]]) -> float:
    if not sample.text:
        return -1.0
    values = [
        grade.value
        for grade in sample.grades
        if grade.value is not None and (sample.kind, grade.grader, grade.code) not in dropped
    ]
    return sum(values) / len(values) if values else _NOTHING_LOW


def say_weak(grades: Sequence[Grade]) -> str:
    """Return how many criteria a suggestion does not meet, or meets in part."""
    missed, partly = (sum(grade.value == value for grade in grades) for value in (0, 1))
    graded = sum(grade.value is not None for grade in grades)
    if not graded:
        return "nothing graded"
    said = [f"{number} {word}" for number, word in ((missed, VALUE[0]), (partly, VALUE[1])) if number]
    return f"{', '.join(said) or 'all met'} of {graded} graded"
