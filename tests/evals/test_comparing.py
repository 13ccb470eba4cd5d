"""Two runs compared: a planted loss stands first, noise is called noise, and what has no twin is counted."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from coach.models import EvalReport, Grade, GradeStatus, Sample
from evals.comparing import FEWEST, compare
from tests.evals.reports import figures_of, report_of

Change = Callable[[Sample, Grade], Grade]


def regraded(report: EvalReport, change: Change) -> EvalReport:
    samples = [
        one.model_copy(update={"grades": tuple(change(one, grade) for grade in one.grades)}) for one in report.samples
    ]
    return report.model_copy(update={"id": "after", "samples": tuple(samples), "figures": figures_of(samples)})


def test_a_planted_loss_stands_first_and_is_beyond_noise() -> None:
    found = compare(report_of(cases=24), report_of("after", cases=24, lower=["A1"]))
    worst = found.differences[0]
    assert (worst.code, worst.grader, worst.after) == ("A1", "checks", 0.0)
    assert worst.is_beyond_noise
    assert worst.high < 0
    assert (worst.n, worst.better, worst.worse) == (12, 0, 12)
    assert not any(one.is_beyond_noise for one in found.differences[1:])
    assert found.pairs[0].change < 0
    assert found.pairs[0].changed[0].startswith("A1: 2 → 0, Nobody does it themselves.")
    assert [pair.change for pair in found.pairs] == sorted(pair.change for pair in found.pairs)


def test_the_same_run_twice_shows_no_change() -> None:
    found = compare(report_of(cases=24), report_of("again", cases=24))
    assert {(one.change, one.low, one.high) for one in found.differences} == {(0, 0, 0)}
    assert not any(one.is_beyond_noise for one in found.differences)
    assert all(pair.changed == () for pair in found.pairs)


def test_noise_is_seldom_called_more_than_noise() -> None:
    draw = np.random.default_rng(3)
    base = report_of(cases=48)

    def shake(_: Sample, grade: Grade) -> Grade:
        return grade.model_copy(update={"value": int(draw.integers(0, 3))}) if grade.value is not None else grade

    rounds = [compare(regraded(base, shake), regraded(base, shake)).differences for _ in range(20)]
    called = [one.is_beyond_noise for differences in rounds for one in differences]
    assert len(called) > 150
    assert sum(called) / len(called) < 0.1


@pytest.mark.parametrize(("cases", "says"), [(FEWEST - 1, False), (FEWEST, True)])
def test_a_handful_of_cases_says_nothing_however_clear_it_looks(cases: int, says: bool) -> None:
    found = compare(report_of(cases=2 * cases), report_of("after", cases=2 * cases, lower=["A1"]))
    worst = found.differences[0]
    assert (worst.code, worst.n) == ("A1", cases)
    assert worst.is_beyond_noise is says


def test_what_only_one_run_answered_is_counted_and_not_compared() -> None:
    found = compare(report_of(cases=10, skip=[0, 1, 2]), report_of("after", cases=12, skip=[3]))
    assert (found.shared, found.only_before, found.only_after) == (6, 1, 5)
    assert len(found.pairs) == 6


def test_a_grade_that_is_missing_in_one_run_counts_in_neither() -> None:
    def lose(sample: Sample, grade: Grade) -> Grade:
        if grade.code == "A1" and sample.case.endswith(("-1", "-3")):
            return Grade(code="A1", grader=grade.grader, status=GradeStatus.UNGRADED)
        return grade

    before = report_of(cases=24)
    found = compare(before, regraded(before, lose))
    only = next(one for one in found.differences if (one.code, one.grader) == ("A1", "checks"))
    assert (only.n, only.change) == (10, 0)


def test_a_dropped_criterion_moves_no_case() -> None:
    def drop(_: Sample, grade: Grade) -> Grade:
        return grade.model_copy(update={"value": 0}) if (grade.code, grade.grader[:5]) == ("A3", "judge") else grade

    before = report_of(cases=24)
    found = compare(before, regraded(before, drop))
    assert "A3" not in {item.code for item in found.differences if item.grader.startswith("judge")}
    assert found.left_out == 1
    assert all(pair.change == 0 for pair in found.pairs)


def test_repeats_of_a_case_are_one_piece_of_evidence() -> None:
    def twice(report: EvalReport) -> EvalReport:
        again = [one.model_copy(update={"id": f"{one.case}#1"}) for one in report.samples]
        return report.model_copy(update={"samples": (*report.samples, *again), "repeat": 2})

    once = compare(report_of(cases=24), report_of("after", cases=24, lower=["A1"]))
    both = compare(twice(report_of(cases=24)), twice(report_of("after", cases=24, lower=["A1"])))
    assert both.differences == once.differences
    assert len(both.pairs) == 2 * len(once.pairs)
    assert {pair.case[-2:] for pair in both.pairs} == {"#0", "#1"}


def test_two_graders_of_one_criterion_are_told_apart() -> None:
    def lower(_: Sample, grade: Grade) -> Grade:
        return grade.model_copy(update={"value": 0}) if grade.code == "A2" else grade

    before = report_of(cases=8)
    changed = compare(before, regraded(before, lower)).pairs[0].changed
    assert {line.split(":")[0] for line in changed} == {"A2 (checks)", "A2 (judge"}
