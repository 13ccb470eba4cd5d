"""The skeleton of a session adds up for every length, and refuses what fits nobody."""

from __future__ import annotations

import pytest

from coach.drafting.outline import SHORTEST, check_request, make_outline
from coach.errors import BadRequest
from coach.models import PlanRequest

OUTCOME = "We want to be able to map complex systems."


@pytest.mark.parametrize("outcomes", [1, 2, 3])
def test_every_length_adds_up_and_leaves_room(outcomes: int) -> None:
    for minutes in range(SHORTEST[outcomes], 481):
        outline = make_outline(minutes, outcomes)
        worked = sum(block.activity_minutes + block.review_minutes for block in outline.blocks)
        total = outline.opening + worked + outline.joint_review + sum(outline.breaks) + outline.open_slot
        assert total + outline.capture == minutes
        assert outline.opening <= 10
        assert outline.capture <= 5
        assert outline.open_slot * 10 >= minutes
        assert {block.outcome for block in outline.blocks} == set(range(outcomes))
        assert all(block.activity_minutes >= 10 for block in outline.blocks)
        assert outline.joint_review >= 7 or all(block.review_minutes >= 7 for block in outline.blocks)


def test_long_sessions_have_breaks_and_a_day_has_lunch() -> None:
    assert make_outline(90, 1).breaks == ()
    assert make_outline(120, 1).breaks == (10,)
    assert 45 in make_outline(480, 1).breaks


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"minutes": 10}, "leaves no time"),
        ({"minutes": 10, "outcomes": (OUTCOME,) * 3}, "leaves no time"),
        ({"minutes": 900}, "more than a day"),
        ({"people": 0}, "nobody to practise with"),
        ({"people": 1}, "nobody to practise with"),
        ({"people": -4}, "nobody to practise with"),
        ({"people": 400}, "more than one host"),
        ({"people": 5, "newcomers": 4, "experts": 3}, "do not fit"),
        ({"newcomers": -1}, "do not fit"),
        ({"outcomes": (OUTCOME,) * 4}, "more than one session"),
        ({"outcomes": (" ",)}, "is empty"),
    ],
)
def test_what_fits_nobody_is_refused_with_a_way_on(change: dict[str, object], says: str) -> None:
    request = PlanRequest.model_validate({"outcomes": (OUTCOME,), **change})

    with pytest.raises(BadRequest, match=says) as caught:
        check_request(request)

    assert caught.value.next_step.rstrip('"').endswith(".")


def test_forty_five_minutes_for_three_outcomes_suggests_two() -> None:
    with pytest.raises(BadRequest) as caught:
        check_request(PlanRequest(outcomes=(OUTCOME,) * 3, minutes=45))

    assert "keep 2 of them" in caught.value.next_step
