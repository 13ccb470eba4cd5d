"""Checking plans, outcomes and reviews, ours or anybody's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import DEMO, Run
from .test_find_and_plan import OUTCOME, PLAN


def test_a_plan_of_ours_passes_and_a_changed_quote_does_not(run_demo: Run, tmp_path: Path) -> None:
    made = run_demo(*PLAN, "--outcome", OUTCOME, "--json").data
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(json.dumps(made), encoding="utf-8")
    made["plan"]["citations"][0]["quote"] = made["plan"]["citations"][0]["quote"].swapcase()
    bad.write_text(json.dumps(made["plan"]), encoding="utf-8")

    assert run_demo("check", str(good), "--community", DEMO, "--json").data["ok"] is True
    result = run_demo("check", str(bad), "--community", DEMO, "--json").data
    assert result["ok"] is False
    assert any(finding["severity"] == "stop" for finding in result["findings"])


def test_another_products_plan_is_checked_too(run: Run, tmp_path: Path) -> None:
    theirs = {
        "minutes": 60,
        "people": 20,
        "outcomes": [{"text": "Improve awareness of systems thinking and achieve 80% competency by Q3."}],
        "parts": [
            {"kind": "opening", "id": "p1", "title": "Welcome", "minutes": 5},
            {"kind": "activity", "id": "p2", "title": "A guest presents systems mapping", "minutes": 45},
            {"kind": "review", "id": "p3", "title": "Q&A", "minutes": 15, "prompts": ["Rate the talk 1-5."]},
        ],
        "vendor_field": {"anything": True},
    }
    path = tmp_path / "theirs.json"
    path.write_text(json.dumps(theirs), encoding="utf-8")

    result = run("check", str(path), "--json").data

    codes = {finding["check"] for finding in result["findings"]}
    assert result["ok"] is False
    assert {"S2", "O2", "X1", "R3"} <= codes
    for finding in result["findings"]:
        assert all(finding[name] for name in ("where", "message", "why", "way_forward"))


@pytest.mark.parametrize(
    ("text", "ok"),
    [
        ("We want to be able to map complex systems more confidently.", True),
        ("Understand systems thinking", False),
        ("We want to be able to pass the mapping exam", False),
    ],
)
def test_an_outcomes_wording_is_checked(run: Run, text: str, ok: bool) -> None:
    assert run("check", "--outcome", text, "--json").data["ok"] is ok


def test_review_prompts_are_checked_line_by_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "prompts.txt"
    path.write_text("1. Rate the accuracy of the map 1-5.\n2. List the author's errors.\n", encoding="utf-8")

    result = run("check", "--review", str(path), "--outcome", OUTCOME, "--json").data

    assert result["ok"] is False
    assert any(finding["where"].startswith("prompts[0]") for finding in result["findings"])


@pytest.mark.parametrize(
    ("content", "says"), [("{", "not readable JSON"), ('{"minutes": 5}', "not a plan"), ("[]", "not a plan")]
)
def test_what_is_not_a_plan_is_named(run: Run, tmp_path: Path, content: str, says: str) -> None:
    path = tmp_path / "broken.json"
    path.write_text(content, encoding="utf-8")

    ran = run("check", str(path), "--json")

    assert ran.code == 2
    assert says in ran.data["error"]["message"]


def test_nothing_or_too_much_to_check_is_said(run: Run, tmp_path: Path) -> None:
    assert run("check").code == 2
    assert run("check", str(tmp_path / "none.json")).code == 2
    assert run("check", str(tmp_path / "none.json"), "--outcome", "We can map").code == 2
