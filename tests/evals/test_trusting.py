from __future__ import annotations

import pytest

from coach.models import Grade, GradeStatus, SuggestionKind, TrustBand
from evals.labelled import Labelled, Source
from evals.labelled_bar import measure_links, measure_newcomers
from evals.suggestion import Suggestion
from evals.trusting import collect, measure_all, measure_trust, to_table

LABELS = [place % 3 for place in range(60)]


def read(values, code="A1"):
    return {(f"i{place}", code): value for place, value in enumerate(values)}


def graded(values):
    items = [
        Labelled(id=f"i{place}", case="c", asked="", suggestion=Suggestion(kind=SuggestionKind.ACTIVITY, text="."))
        for place in range(len(values))
    ]
    grades = [
        (f"i{place}", Grade(code="A1", grader="checks", value=value))
        if value is not None
        else (f"i{place}", Grade(code="A1", grader="checks", status=GradeStatus.UNGRADED))
        for place, value in enumerate(values)
    ]
    return collect(items, grades)


def spoil(values, every):
    return [(value + 1) % 3 if place % every == 0 else value for place, value in enumerate(values)]


@pytest.mark.parametrize(
    ("grades", "band"),
    [
        (LABELS, TrustBand.GATES),
        (spoil(LABELS, 2), TrustBand.DROPPED),
        ([0] * 60, TrustBand.DROPPED),
        (spoil(LABELS, 3), TrustBand.ADVISES),
    ],
)
def test_a_grader_may_do_what_its_agreement_allows(grades, band):
    [one] = graded(grades)
    trust = measure_trust(one, [read(LABELS), read(LABELS)])
    assert trust.band is band
    assert trust.labellers == 1
    assert trust.n == 60


def test_the_reader_it_agrees_less_with_decides():
    [one] = graded(LABELS)
    trust = measure_trust(one, [read(LABELS), read(spoil(LABELS, 2))])
    assert trust.band is TrustBand.DROPPED
    assert trust.kappa is not None
    assert trust.low is not None
    assert trust.high is not None
    assert trust.kappa > 0.41
    assert trust.low < trust.kappa < trust.high


def test_too_few_labels_say_nothing_and_ungraded_ones_do_not_count():
    [one] = graded([*LABELS[:19], *[None] * 41])
    trust = measure_trust(one, [read(LABELS), read(LABELS)])
    assert (trust.band, trust.kappa, trust.n) == (TrustBand.UNMEASURED, None, 19)


def test_only_what_was_labelled_is_measured_and_the_table_says_so():
    trusts = measure_all(graded(LABELS), [read(LABELS), read(LABELS)])
    assert list(trusts) == [("checks", "activity", "A1")]
    table = to_table(trusts, {"first": "a reader", "second": "another"})
    assert table.rows == (("activity", "A1", "checks", "60", "1.00 [1.00, 1.00]", "1.00", "gates"),)
    assert "first: a reader" in table.says
    assert measure_all(graded(LABELS), [read(LABELS, "A2"), read(LABELS, "A2")]) == {}


def test_newcomers_are_needed_only_where_both_readers_find_so():
    sources = {
        "a": Source("playbook", ""),
        "b": Source("playbook", ""),
        "c": Source("playbook", "no roles"),
        "d": Source("other", ""),
    }
    first = {("a", "A4"): 2, ("b", "A4"): 1, ("c", "A4"): 0, ("d", "A4"): 0}
    second = {("a", "A4"): 1, ("b", "A4"): 1, ("c", "A4"): 0, ("d", "A4"): 0}
    aim = measure_newcomers("playbook", sources, [first, second])
    assert (aim.n, aim.value, aim.is_met) == (2, 0.5, False)
    none = measure_newcomers("nobody", sources, [first, second])
    assert (none.n, none.value, none.is_met) == (0, None, False)


def test_a_plan_is_whole_only_where_no_reader_misses_a_link():
    sources = {"a": Source("playbook", ""), "b": Source("playbook", ""), "c": Source("playbook", "cut")}
    first = {("a", "S1"): 1, ("b", "S1"): 2, ("c", "S1"): 0}
    second = {("a", "S1"): 2, ("b", "S1"): 0, ("c", "S1"): 0}
    aim = measure_links("playbook", sources, [first, second])
    assert (aim.n, aim.value, aim.is_met) == (2, 0.5, False)
