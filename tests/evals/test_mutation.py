from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from coach.models import CheckResult, Finding, SessionPlan, Severity
from coach.settings import Settings
from coach.wiring import build_coach
from evals.mutation.damages import DAMAGES
from evals.mutation.drafts import Draft, draft_plans, open_communities
from evals.mutation.kinds import Damage
from evals.mutation.run import count_alarms, main, measure, read_halves, wilson

FEWEST_CAUGHT = 0.9
MOST_ALARMED = 0.2
"""Of a handful of plans; the whole measurement is another, larger run."""


@pytest.fixture(scope="module")
def coach(tmp_path_factory):
    coach = build_coach(Settings(home=tmp_path_factory.mktemp("home")))
    yield coach
    coach.close()


@pytest.fixture(scope="module")
def drafts(coach) -> list[Draft]:
    return draft_plans(coach, open_communities(coach, None), 6, Random(1))  # noqa: S311


def test_there_are_enough_kinds_and_each_is_told_apart():
    assert len(DAMAGES) >= 14
    assert len({kind.name for kind in DAMAGES}) == len(DAMAGES)
    assert all(kind.says.endswith(".") and kind.harms for kind in DAMAGES)


def test_most_damage_is_seen_and_good_plans_are_left_alone(coach, drafts):
    rows = measure(drafts, DAMAGES, coach.check_plan, "known")
    assert sum(row.caught for row in rows) >= FEWEST_CAUGHT * sum(row.n for row in rows)
    assert count_alarms(drafts, coach.check_plan).share <= MOST_ALARMED


@pytest.mark.parametrize("kind", DAMAGES, ids=lambda kind: kind.name)
def test_damage_is_pure_and_repeatable(kind, drafts):
    plan = drafts[0].plan
    before = plan.model_dump_json()
    first, again = (kind.apply(plan, Random(3)) for _ in range(2))  # noqa: S311
    assert first == again
    assert plan.model_dump_json() == before
    if first is not None:
        assert first != plan
        assert SessionPlan.model_validate(first.model_dump()) == first


def test_damage_that_does_nothing_is_never_caught(coach, drafts):
    nothing = Damage("nothing", "Nothing is done.", ("A5", "S1"), lambda plan, rng: plan)
    [row] = measure(drafts, [nothing], coach.check_plan, "none")
    assert (row.n, row.caught, row.recall) == (6, 0, 0.0)


def test_damage_under_another_code_is_not_caught(coach, drafts):
    kind = next(kind for kind in DAMAGES if kind.name == "no plan B")
    wrong = Damage("wrong code", kind.says, ("R3",), kind.apply)
    [row] = measure(drafts, [wrong], coach.check_plan, "none")
    assert row.recall == 0.0


def test_damage_that_never_applies_has_no_recall_at_all(coach, drafts):
    [row] = measure(drafts, [Damage("never", "Never.", ("A5",), lambda plan, rng: None)], coach.check_plan, "none")
    assert (row.n, row.recall, row.low) == (0, None, None)


def test_checks_that_see_nothing_or_only_ask_catch_nothing(drafts):
    def ask(plan: SessionPlan, community: str) -> CheckResult:
        texts = {"where": "plan", "message": plan.from_notes or "-", "why": "-", "way_forward": "-"}
        asked = [Finding(check=code, severity=Severity.QUESTION, **texts) for kind in DAMAGES for code in kind.harms]
        return CheckResult(ok=True, findings=tuple(asked))

    assert not any(row.caught for row in measure(drafts, DAMAGES, ask, "none"))


def test_checks_that_always_speak_are_alarms_and_no_catch(drafts):
    loud = Finding(check="A5", severity=Severity.MEND, where="plan", message="-", why="-", way_forward="-")

    def check(plan: SessionPlan, community: str) -> CheckResult:
        return CheckResult(ok=False, findings=(loud,))

    assert not any(row.caught for row in measure(drafts, DAMAGES, check, "none"))
    assert count_alarms(drafts, check).share == 1.0


def test_every_half_that_is_there_is_measured_apart(coach, drafts):
    halves = dict(read_halves())
    assert list(halves)[:1] == ["known"]
    assert set(halves) <= {"known", "blind", "fresh"}
    assert all(len(kinds) and all(isinstance(kind, Damage) for kind in kinds) for kinds in halves.values())
    rows = [row for half, kinds in halves.items() for row in measure(drafts[:1], kinds[:1], coach.check_plan, half)]
    assert [row.half for row in rows] == list(halves)


def test_wilson_is_honest_about_few_cases():
    assert wilson(0, 0) == (None, None)
    low, high = wilson(5, 5)
    assert high == pytest.approx(1.0)
    assert low == pytest.approx(0.566, abs=0.001)


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_the_command_prints_its_table(form, capsys, tmp_path):
    assert main(["--plans", "1", "--corpora", str(Path("nowhere")), "--home", str(tmp_path), *form]) == 0
    said = capsys.readouterr().out
    assert "no plan B" in said
    assert ('"alarms"' in said) is bool(form)
