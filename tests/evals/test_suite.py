from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from coach.models import Grade, GradeStatus, SuggestionKind, Trust, TrustBand
from evals.drafters.playbook import PlaybookCases
from evals.evaluating import free_graders
from evals.graders.numbers import NumbersGrader
from evals.graders.rules import RulesGrader
from evals.suggestion import Quoted, Suggestion
from evals.suite import Suite
from evals.summing import sum_up

from .conftest import NOTES, SaysWhatItIsTold


def answer(text: str = "Take a call in pairs.", **more) -> Suggestion:
    return Suggestion(kind=SuggestionKind.PLAN, text=text, **more)


def grades_of(sample, status=GradeStatus.GRADED) -> dict[str, int | None]:
    return {grade.code: grade.value for grade in sample.grades if grade.status is status}


def run(case, cache, suggestion, *, graders=None, **more):
    drafter = SaysWhatItIsTold({case.id: suggestion} if suggestion else {})
    suite = Suite(drafter, graders or [RulesGrader(), NumbersGrader()], cache, **more)
    return suite.run([case]), drafter


def test_the_playbook_is_asked_through_its_front_door_and_graded(case, cache, bench):
    [sample] = Suite(PlaybookCases(bench), free_graders(bench), cache).run([case])
    assert sample.error == ""
    assert sample.words > 200
    found = grades_of(sample)
    assert found["N1"] == 2
    assert {"A1", "S1", "R2", "X1", "C+", "C-"} <= found.keys()
    assert "Ola told me" not in sample.text
    assert "canal was opened" not in sample.text


def test_rules_of_the_case_are_held(case, cache):
    [good] = run(case, cache, answer())[0]
    assert grades_of(good)["C+"] == 2
    assert grades_of(good)["C-"] == 2
    [bad] = run(case, cache, answer("Give marks out of ten."), fresh=True)[0]
    assert grades_of(bad)["C+"] == 0
    assert grades_of(bad)["C-"] == 0
    assert "It gives marks." in next(grade.reason for grade in bad.grades if grade.code == "C-")


def test_a_quote_counts_only_where_it_may_be_read_and_quoted(case, cache):
    for note, text, value in (
        (NOTES[0]["name"], "nobody knows who to ring", 2),
        ("", "nobody knows  who to ring", 2),
        (NOTES[0]["name"], "everybody knows who to ring", 0),
        (NOTES[1]["name"], "the council never rang back", 0),
        ("", "opened without asking him", 0),
    ):
        [sample] = run(case, cache, answer(quotes=(Quoted(text=text, note=note),)), fresh=True)[0]
        assert grades_of(sample)["N2"] == value, (note, text)


def test_what_cannot_be_graded_is_counted_and_is_not_nought(case, cache):
    samples, _ = run(case, cache, answer())
    assert grades_of(samples[0], GradeStatus.UNGRADED).keys() == {"N1", "N2"}
    figures = {item.code: item for item in sum_up(samples, [RulesGrader(), NumbersGrader()], {})}
    assert (figures["N1"].n, figures["N1"].ungraded, figures["N1"].mean) == (0, 1, None)
    assert figures["C+"].mean == 2
    assert figures["C+"].trust.band is TrustBand.UNMEASURED
    assert figures["N1"].trust.band is TrustBand.BY_DEFINITION


class Breaks:
    """A grader that falls over."""

    name = "breaks"

    def criteria(self, kind):
        return {"Z1": "falls over"}

    def grade(self, suggestion, case):
        raise RuntimeError("no such luck")


def test_a_grader_that_falls_over_is_an_error_beside_the_others(case, cache):
    samples, _ = run(case, cache, answer(), graders=[Breaks(), RulesGrader()])
    assert grades_of(samples[0], GradeStatus.ERROR) == {"Z1": None}
    assert grades_of(samples[0])["C+"] == 2
    [figure] = [item for item in sum_up(samples, [Breaks(), RulesGrader()], {}) if item.code == "Z1"]
    assert (figure.n, figure.errors, figure.mean) == (0, 1, None)


def test_no_answer_is_no_sample_to_grade_and_says_why(case, cache):
    samples, _ = run(case, cache, None)
    assert samples[0].error == "It was told nothing."
    assert samples[0].grades == ()


def test_what_was_drafted_is_kept_by_content(case, cache):
    _, first = run(case, cache, answer())
    assert first.asked == ["plan-swarm#0"]
    samples, again = run(case, cache, answer("Something else."))
    assert again.asked == []
    assert samples[0].cached
    assert samples[0].text == "Take a call in pairs."
    moved = case.asked.model_copy(update={"note": "It is another case now."})
    _, other = run(type(case)(moved, case.file), cache, answer())
    assert other.asked == ["plan-swarm#0"]
    _, fresh = run(case, cache, answer(), fresh=True)
    assert fresh.asked == ["plan-swarm#0"]


def test_a_repeat_is_another_answer_of_the_same_case(case, cache):
    drafter = SaysWhatItIsTold({case.id: answer()})
    samples = Suite(drafter, [RulesGrader()], cache, workers=4).run([case], repeat=3)
    assert [sample.id for sample in samples] == ["plan-swarm#0", "plan-swarm#1", "plan-swarm#2"]
    assert sorted(drafter.asked) == [sample.id for sample in samples]


def test_it_runs_where_an_event_loop_is_running_already(case, cache):
    async def measure():
        return run(case, cache, answer())[0]

    with ThreadPoolExecutor(1) as aside:  # another test may have left a loop running in this thread
        [sample] = aside.submit(lambda: asyncio.run(measure())).result()
    assert grades_of(sample)["C+"] == 2


def test_a_figure_carries_its_graders_trust(case, cache):
    grade = Grade(code="Z1", grader="one", value=1)

    class One:
        name = "one"

        def criteria(self, kind):
            return {"Z1": "a thing"}

        def grade(self, suggestion, case):
            return [grade]

    samples, _ = run(case, cache, answer(), graders=[One()])
    trusts = {("one", "plan", "Z1"): Trust(band=TrustBand.DROPPED, kappa=0.1)}
    [figure] = sum_up(samples, [One()], trusts)
    assert figure.trust.band is TrustBand.DROPPED
    [unknown] = sum_up(samples, [One()], {})
    assert unknown.trust.band is TrustBand.UNMEASURED
