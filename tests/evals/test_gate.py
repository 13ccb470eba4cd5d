from __future__ import annotations

import pytest

from coach.errors import BadInput
from coach.models import Aim, CriterionFigure, EvalReport, Grade, Sample, SuggestionKind, Trust, TrustBand
from evals.gate import (
    describe,
    find_losses,
    find_moves,
    read_baseline,
    refuse_other_cases,
    to_baseline,
    write_baseline,
)


def report(values, *, aim=1.0, band=TrustBand.GATES) -> EvalReport:
    samples = tuple(
        Sample(
            id=f"plan-{place}#0",
            case=f"plan-{place}",
            kind=SuggestionKind.PLAN,
            community="c",
            asked="",
            text="t",
            grades=(Grade(code="A1", grader="checks", value=value),),
        )
        for place, value in enumerate(values)
    )
    figure = CriterionFigure(
        code="A1", title="", kind=SuggestionKind.PLAN, grader="checks", n=len(values), trust=Trust(band=band)
    )
    return EvalReport(
        id="r",
        drafter="playbook",
        made_at="2026-01-01T00:00",
        version="0",
        cases=len(values),
        figures=(figure,),
        aims=(Aim(code="clock", says="", value=aim, wanted=1.0, n=3),),
        samples=samples,
    )


def baseline(values, **more):
    return to_baseline(report(values, **more), "cases")


WHOLE = [2] * 30


def test_the_same_run_loses_nothing():
    assert find_losses(baseline(WHOLE), baseline(WHOLE)) == []
    assert find_moves(baseline(WHOLE), baseline(WHOLE)) == []


def test_one_case_that_comes_out_otherwise_is_noise_and_is_named_as_moved():
    after = baseline([1, *WHOLE[1:]])
    assert find_losses(baseline(WHOLE), after) == []
    assert find_moves(baseline(WHOLE), after) == ["plan checks A1: 1 of 30 cases moved"]


def test_a_real_loss_is_found_with_the_cases_that_lost_most():
    [loss] = find_losses(baseline(WHOLE), baseline([0, 1, 1, 1, 1, 1, *WHOLE[6:]]))
    assert loss.what == "plan checks A1"
    assert loss.cases[0] == "plan-0"
    assert "-0.23" in describe([loss])


def test_a_loss_only_advises_where_its_grader_may_not_gate():
    worse = [0] * 10 + WHOLE[10:]
    for band, gates in ((TrustBand.GATES, True), (TrustBand.BY_DEFINITION, True), (TrustBand.ADVISES, False)):
        [loss] = find_losses(baseline(WHOLE, band=band), baseline(worse, band=band))
        assert loss.gates is gates
    assert "advice" in describe([loss])


def test_a_gain_is_no_loss():
    assert find_losses(baseline([0] * 30), baseline(WHOLE)) == []


def test_a_line_of_the_bar_that_is_not_reached_any_more_is_a_loss():
    [loss] = find_losses(baseline(WHOLE), baseline(WHOLE, aim=0.9))
    assert loss.what == "clock"


def test_a_criterion_that_is_not_graded_any_more_is_a_loss():
    gone = baseline(WHOLE).model_copy(update={"grades": {}})
    [loss] = find_losses(baseline(WHOLE), gone)
    assert "not graded any more" in loss.says


def test_dropped_graders_do_not_gate():
    assert baseline(WHOLE, band=TrustBand.DROPPED).grades == {}


def test_a_baseline_is_written_and_read_again_and_missing_ones_say_how(tmp_path):
    made = baseline(WHOLE)
    write_baseline(made, tmp_path)
    assert read_baseline("playbook", tmp_path) == made
    with pytest.raises(BadInput, match="no baseline for “gpt”"):
        read_baseline("gpt", tmp_path)
    (tmp_path / "playbook.json").write_text("{}", encoding="utf-8")
    with pytest.raises(BadInput, match="cannot be read"):
        read_baseline("playbook", tmp_path)


def test_hashes_guard_the_baselines_of_models_only():
    ours, other = baseline(WHOLE), to_baseline(report(WHOLE), "other cases")
    refuse_other_cases(ours, other)
    model = to_baseline(report(WHOLE), "cases", "model and prompts")
    refuse_other_cases(model, model)
    with pytest.raises(BadInput, match="other cases, prompts or another model"):
        refuse_other_cases(model, to_baseline(report(WHOLE), "other cases", "model and prompts"))
