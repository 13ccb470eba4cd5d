"""Checking many outcomes at once, and showing how they could be put."""

from __future__ import annotations

from pathlib import Path

from .conftest import Run

GOOD = "We want to be able to map complex systems"
VAGUE = "We want to understand our users"


def test_many_outcomes_get_one_answer_that_begins_with_what_matters(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "outcomes.txt"
    path.write_text("\n".join([GOOD, *(f"- {VAGUE} in team {place}" for place in range(199))]), encoding="utf-8")

    said = run("check", "--outcomes", str(path)).out
    data = run("check", "--outcomes", str(path), "--json").data

    assert said.startswith("200 outcomes: 1 can stand as they are, 199 could be put better.")
    assert "one to three" in said
    assert GOOD in said
    assert len(data["outcomes"]) == 200
    assert data["ok"] is False


def test_two_outcomes_that_hold_are_simply_fine(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "outcomes.txt"
    path.write_text(f"{GOOD}\n{GOOD} in our own services\n", encoding="utf-8")

    assert run("check", "--outcomes", str(path), "--json").data["ok"] is True


def test_a_rewrite_is_shown_once_for_all_findings_about_a_sentence(run: Run) -> None:
    said = run("check", "--outcome", "Understand our users").out

    assert said.count("predict where our users will get stuck") == 1
    assert "It could say" in said


def test_two_things_at_once_are_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "outcomes.txt"
    path.write_text(GOOD, encoding="utf-8")

    assert "two things" in run("check", "--outcomes", str(path), "--outcome", GOOD).err
