from __future__ import annotations

import pytest

from tests.checks.examples import GOOD, codes, to_mend, with_part, with_prompts, with_step


def _steps(*rows: tuple[str | None, str]) -> list[dict[str, object]]:
    who = {"who": "threes", "doing": "making"}
    minutes = [35 - (len(rows) - 1) * 5, *([5] * (len(rows) - 1))]
    return [
        {**who, "minutes": length, "does": f"{does} Map who waits.", "phase": phase}
        for length, (phase, does) in zip(minutes, rows, strict=True)
    ]


@pytest.mark.parametrize(
    "steps",
    [
        _steps(("converge", "Choose one."), ("diverge", "Gather more."), ("groan", "Work through it.")),
        _steps(("diverge", "Gather more."), ("converge", "Choose one."), ("groan", "Work through it.")),
        _steps(("diverge", "Gather more."), ("groan", "Work through it.")),
        _steps(("converge", "Choose one."), ("converge", "Write it down.")),
        _steps((None, "Decide which system to change."), (None, "Now brainstorm other systems.")),
    ],
)
def test_closing_before_opening_is_seen(steps, check):
    assert "S4" in codes(check(with_part("a1", steps=steps)))


@pytest.mark.parametrize(
    "steps",
    [
        _steps(("diverge", "Gather more."), ("groan", "Work through it."), ("converge", "Choose one.")),
        _steps((None, "Sit down."), ("groan", "Work through it."), ("converge", "Choose one.")),
        _steps((None, "Choose a piece."), (None, "Collect ideas on cards."), (None, "Decide on one.")),
        _steps((None, "Collect ideas on cards."), (None, "Agree on one.")),
    ],
)
def test_opening_before_closing_is_left_alone(steps, check):
    assert "S4" not in codes(check(with_part("a1", steps=steps)))


def test_looking_back_before_anything_was_done_is_seen(check):
    back = "What did you notice on the map? How was it to draw? What does that tell us about the system?"
    assert "A6" in codes(check(with_step("a1", 0, does=back)))
    assert "A6" not in codes(check(with_step("a1", 2, does=back)))


def test_remembering_an_earlier_time_is_a_fine_beginning(check):
    first = "Think of the last time you mapped a system. Where did you stop? Who was waiting?"
    assert "A6" not in codes(check(with_step("a1", 0, does=first)))


@pytest.mark.parametrize(
    ("asks", "is_seen"),
    [
        ("What will you do differently next week? And what did you notice on the map?", True),
        ("What did you notice on the map? What will you do differently next week?", False),
        ("What would you ask the housing team? What did they answer last time?", False),
    ],
)
def test_facts_come_before_the_decision(asks, is_seen, check):
    assert ("A6" in codes(check(with_step("a1", 2, does=asks)))) is is_seen


def test_a_prompt_about_next_time_stands_last(check):
    prompts = [prompt.model_dump() for prompt in GOOD.parts[3].prompts]
    moved = [prompts[0], prompts[3], prompts[1], prompts[3]]
    assert "A6" in codes(check(with_part("r1", prompts=moved)))
    assert "A6" not in codes(check(with_part("r1", prompts=prompts)))


def test_where_nothing_opens_or_closes_it_is_asked_and_not_said(check):
    talked = [{"minutes": 35, "who": "everyone", "does": "Talk about who waits on whom.", "doing": "talking"}]
    found = check(with_part("a1", steps=talked))
    assert "S4" not in {finding.check for finding in to_mend(found)}
    assert to_mend(check(with_prompts("How was it?", "Any thoughts?", "What next?")))
