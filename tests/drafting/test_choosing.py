"""Another seed is another plan of about the same worth."""

from __future__ import annotations

from itertools import combinations

import pytest

from coach.drafting.making import start_making, to_situation
from coach.models import Activity, Cue, FindResult, Level, Mode, PlanRequest, SessionPlan, VerbFamily
from coach.playbook.select import WITHIN, Situation, choose_fit, rank_patterns
from coach.ports import DraftInput
from evals.level_shares import OUTCOMES as ABOVE_APPLY
from tests.drafting.drafting import CIRCLE, OUTCOMES, PLAYBOOK, draft

MADE = Situation(family=VerbFamily.MAKE, level=Level.CREATE, minutes=45, people=12, mode=Mode.IN_PERSON)


def _minutes_by_pattern(plan: SessionPlan) -> dict[str, int]:
    found: dict[str, int] = {}
    for part in plan.parts:
        if isinstance(part, Activity):
            found[part.pattern] = found.get(part.pattern, 0) + part.minutes
    return found


@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("minutes", [60, 90, 180])
def test_seeds_differ_for_at_least_half_the_minutes(outcome: str, mode: Mode, minutes: int) -> None:
    plans = [
        _minutes_by_pattern(draft(outcomes=(outcome,), mode=mode, minutes=minutes, seed=seed)) for seed in range(3)
    ]

    for one, other in combinations(plans, 2):
        own = sum(minutes for pattern, minutes in one.items() if pattern not in other)
        assert own * 2 >= sum(one.values())


def test_a_turn_takes_what_fits_within_a_twentieth_and_no_other() -> None:
    fits = rank_patterns(PLAYBOOK.patterns, MADE)
    scores = {fit.entry.id: fit.score for fit in fits}

    chosen = {choose_fit(fits, turn).id for turn in range(40)}

    assert len(chosen) >= 3
    assert min(scores[name] for name in chosen) >= WITHIN * fits[0].score
    assert WITHIN >= 0.95


@pytest.mark.parametrize("outcome", [*OUTCOMES, *ABOVE_APPLY])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_each_plan_is_within_a_twentieth_of_the_best_fit(outcome: str, seed: int) -> None:
    """A plan's fit is that of its activities and reviews, by their minutes; what all plans share counts as fitting."""
    best, other = draft(outcomes=(outcome,)), draft(outcomes=(outcome,), seed=seed)

    assert _fit(other, outcome) >= 0.95 * _fit(best, outcome)


def _fit(plan: SessionPlan, outcome: str) -> float:
    given = DraftInput(PlanRequest(outcomes=(outcome,)), CIRCLE, FindResult(enough=False, passages=()))
    making = start_making(given, PLAYBOOK)
    total = 0.0
    for part in plan.parts:
        if isinstance(part, Activity):
            wanted = to_situation(making, making.goals[0], part.minutes)
            scores = {fit.entry.id: fit.score for fit in rank_patterns(PLAYBOOK.patterns, wanted)}
            total += part.minutes * scores[part.pattern] / max(scores.values())
        else:
            total += part.minutes
    return total / plan.minutes


def test_turn_nought_takes_the_best_and_what_is_taken_waits() -> None:
    fits = rank_patterns(PLAYBOOK.patterns, MADE)

    assert choose_fit(fits, 0) == fits[0].entry
    assert choose_fit(fits, 0, taken=[fits[0].entry.id]) != fits[0].entry


def test_what_is_near_in_meaning_comes_first_among_equals() -> None:
    plain = [fit.entry.id for fit in rank_patterns(PLAYBOOK.patterns, MADE)]
    near = Situation(**{**vars(MADE), "near": {plain[3]: 1.0}})

    moved = [fit.entry.id for fit in rank_patterns(PLAYBOOK.patterns, near)]

    assert moved.index(plain[3]) < 3


def test_a_pattern_made_for_what_the_notes_tell_comes_earlier() -> None:
    telling = next(item for item in PLAYBOOK.patterns if any(take.cue is Cue.DISAGREEMENT for take in item.take_up))
    silent = Situation(**{**vars(MADE), "cues": {Cue.QUESTION: 1.0}})
    quarrel = Situation(**{**vars(MADE), "cues": {Cue.DISAGREEMENT: 1.0}})

    def place(wanted: Situation) -> float:
        return next(fit.score for fit in rank_patterns([telling], wanted))

    assert place(quarrel) >= place(silent)
