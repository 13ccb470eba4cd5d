"""Plans of every length, size and mode: they add up, nobody talks too long, and the checks have nothing to mend."""

from __future__ import annotations

import pytest

from coach.checks import check_plan
from coach.drafting.outline import SHORTEST, place_breaks
from coach.drafting.playbook import PlaybookDrafter
from coach.models import Activity, Break, Community, FindResult, Level, Mode, PlanRequest, SessionPlan, Severity
from coach.playbook import load_playbook
from coach.ports import DraftInput

PLAYBOOK = load_playbook()
NOBODY = Community(id="c", name="Circle")
NOTHING = FindResult(enough=False, passages=())
OUTCOMES = (
    "We want to be able to map a service that crosses team boundaries.",
    "We want to be able to write plain decision letters.",
    "We want to be able to run a discussion in which new people speak.",
)

GROUPS = ((2, 0, 0), (5, 5, 0), (14, 4, 2), (45, 20, 5), (200, 50, 10))
"""People, newcomers and experts."""


def draft(**asked: object) -> SessionPlan:
    request = PlanRequest.model_validate({"outcomes": OUTCOMES[:1], **asked})
    return PlaybookDrafter(PLAYBOOK).draft_plan(DraftInput(request, NOBODY, NOTHING))


def weak(plan: SessionPlan) -> list[tuple[str, str]]:
    found = check_plan(plan, lexicon=PLAYBOOK.lexicon).findings
    return [(item.check, item.message) for item in found if item.severity is not Severity.QUESTION]


@pytest.mark.parametrize("outcomes", [1, 2, 3])
def test_every_length_adds_up_to_the_minute(outcomes: int) -> None:
    for minutes in range(SHORTEST[outcomes], 481):
        plan = draft(outcomes=OUTCOMES[:outcomes], minutes=minutes, seed=minutes % 3)
        assert sum(part.minutes for part in plan.parts) == minutes
        for part in plan.parts:
            assert sum(step.minutes for step in part.steps) == part.minutes
            assert all(step.minutes >= 1 for step in part.steps)
        assert len({part.id for part in plan.parts}) == len(plan.parts)


@pytest.mark.parametrize("outcomes", [1, 2, 3])
@pytest.mark.parametrize("mode", list(Mode))
def test_the_checks_have_nothing_to_mend(mode: Mode, outcomes: int) -> None:
    # Each length meets two groups, and each group four lengths: every pair would be drafted for minutes.
    for place, minutes in enumerate((60, 61, 75, 90, 120, 150, 195, 240, 300, 427)):
        for people, newcomers, experts in (GROUPS[place % 5], GROUPS[(place + 2) % 5]):
            plan = draft(
                outcomes=OUTCOMES[:outcomes],
                minutes=minutes,
                people=people,
                newcomers=newcomers,
                experts=experts,
                mode=mode,
                seed=5 + place // 5,
            )
            assert weak(plan) == [], (minutes, people)


def test_a_day_keeps_its_lunch_and_every_break() -> None:
    plan = draft(minutes=389)

    breaks = [part.minutes for part in plan.parts if isinstance(part, Break)]
    assert sorted(breaks) == [10, 10, 10, 45]


@pytest.mark.parametrize(("blocks", "breaks"), [(1, [10]), (2, [10, 10]), (3, [10]), (4, [10, 10, 45, 10, 10])])
def test_every_break_has_a_place_of_its_own(blocks: int, breaks: list[int]) -> None:
    placed = place_breaks(blocks, breaks)

    assert list(placed.values()) == breaks
    assert sorted(placed) == list(placed)


def test_another_seed_gives_another_plan_and_the_same_seed_the_same() -> None:
    first, again, others = draft(seed=0), draft(seed=0), [draft(seed=seed) for seed in range(1, 6)]

    assert first == again
    assert any([part.title for part in other.parts] != [part.title for part in first.parts] for other in others)


def test_a_level_that_a_person_set_is_never_overruled() -> None:
    hinted = draft(outcomes=OUTCOMES[1:3])
    plan = draft(outcomes=OUTCOMES[1:3], levels=(None, Level.EVALUATE))

    assert [outcome.level for outcome in plan.outcomes] == [hinted.outcomes[0].level, Level.EVALUATE]
    assert hinted.outcomes[1].level is not Level.EVALUATE
    practised = [part.level for part in plan.parts if isinstance(part, Activity) and "o2" in part.outcome_ids]
    assert all(level is not None and level.rank >= Level.EVALUATE.rank for level in practised)


def test_levels_beyond_the_outcomes_are_left_out() -> None:
    plan = draft(levels=(Level.CREATE, Level.REMEMBER))

    assert [outcome.level for outcome in plan.outcomes] == [Level.CREATE]
