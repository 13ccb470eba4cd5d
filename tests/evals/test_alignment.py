"""The sixty plans by other hands: they load, every label is there, and the halves stay apart."""

from __future__ import annotations

from evals.alignment.run import Read, list_wrong, main, read_all, read_labels, read_ours, read_plans, render, take_half
from tests.checks.test_strength import MINUTES, plan_of


def test_every_plan_has_both_readers_labels() -> None:
    assert len(read_plans()) == 60
    for name in ("first", "second"):
        labels = read_labels(name)
        assert set(labels) == set(read_plans())
        assert {label for three in labels.values() for label in three} <= {0, 1, 2}


def test_the_halves_are_apart_and_the_even_one_is_never_listed(capsys) -> None:
    reads = read_all()
    odd, even = take_half(reads, "odd"), take_half(reads, "even")
    assert (len(odd), len(even)) == (30, 30)
    assert not {read.plan for read in odd} & {read.plan for read in even}
    wrong = [Read(read.plan, (2, 2, 2), (2, 2, 2), (0, 0, 0)) for read in reads]
    assert [line[:3] for line in list_wrong(wrong)] == [read.plan for read in odd]
    assert main(["--half", "even"]) == 0
    assert "Even plans" in capsys.readouterr().out


def test_it_can_fail() -> None:
    whole = [Read(str(number), (2, 2, 2), (2, 2, 2), (0, 2, 2)) for number in range(4)]
    assert "aligned: 4; stopped 4" in render(whole)
    broken = [Read(str(number), (0, 2, 2), (0, 2, 2), (2, 2, 2)) for number in range(4)]
    assert "miss a link: 4; stopped 0" in render(broken)


def test_a_planted_misfit_is_stopped_and_a_plain_plan_is_left_alone() -> None:
    work = {"real_work": "this morning's meeting", "artefact": "minutes", "looks_at": "the minutes"}
    asks = ("Which line would you act upon?", "What can you act upon now that you couldn't in March?")
    assert 0 not in read_ours(plan_of(MINUTES, "Write up this morning's meeting, each from your notes", asks, **work))
    assert 0 in read_ours(plan_of(MINUTES, "Discuss minutes and why nobody reads them", asks, **work))
    assert 0 in read_ours(plan_of(MINUTES, "Write up this morning's meeting", ("How was the session?",), **work))


def test_most_misfits_are_stopped_and_few_whole_plans_are() -> None:
    for half in ("odd", "even"):
        reads = take_half(read_all(), half)
        broken, whole = [read for read in reads if read.is_broken], [read for read in reads if read.is_whole]
        assert sum(read.is_stopped for read in broken) >= 0.9 * len(broken)
        assert sum(read.is_doubted for read in whole) <= 1
