"""Letters and sheets on the command line, from a plan in a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import DEMO, Run

PLAN = ("plan", "--community", DEMO, "--outcome", "We want to be able to map a service", "--mode", "hybrid")
KINDS = ["invitation", "chat", "before", "thanks", "next_step"]


@pytest.fixture
def plan_file(run_demo: Run, tmp_path: Path) -> Path:
    """A file as `coach plan --json` writes it."""
    file = tmp_path / "plan.json"
    file.write_text(run_demo(*PLAN, "--json").out, encoding="utf-8")
    return file


def test_letters_come_from_the_whole_result_and_from_the_bare_plan(run: Run, plan_file: Path) -> None:
    bare = plan_file.with_name("bare.json")
    bare.write_text(json.dumps(json.loads(plan_file.read_text(encoding="utf-8"))["plan"]), encoding="utf-8")

    whole = run("letters", str(plan_file), "--json").data
    assert whole == run("letters", str(bare), "--json").data
    assert [letter["kind"] for letter in whole["letters"]] == KINDS
    text = run("letters", str(plan_file)).out
    assert all(letter["text"] in text for letter in whole["letters"])
    assert run("letters", str(plan_file), "--kind", "chat").out.startswith("The same for a chat\n===")


def test_letters_come_after_the_plan_and_go_into_its_file(run_demo: Run, tmp_path: Path) -> None:
    target = tmp_path / "plan.md"
    data = run_demo(*PLAN, "--letters", "--json").data
    run_demo(*PLAN, "--letters", "--out", str(target))
    text = target.read_text(encoding="utf-8")

    assert [letter["kind"] for letter in data["letters"]] == KINDS
    assert text.startswith("# ")
    assert text.index("## The clock") < text.index("## Letters to copy")
    assert all(letter["text"] in text for letter in data["letters"])
    assert "letters" not in run_demo(*PLAN, "--json").data


def test_a_series_has_letters_for_each_session(run_demo: Run) -> None:
    data = run_demo(*PLAN, "--sessions", "2", "--letters", "--json").data

    assert [[letter["kind"] for letter in session] for session in data["letters"]] == [KINDS, KINDS]
    first, second = (session[0]["text"] for session in data["letters"])
    assert first != second


@pytest.mark.parametrize("what", ["handout", "cards", "run-sheet"])
def test_a_sheet_is_written_to_a_file_or_to_standard_output(run: Run, plan_file: Path, what: str) -> None:
    target = plan_file.with_name("sheet.html")
    ran = run("print", str(plan_file), "--what", what, "--out", str(target))

    page = target.read_text(encoding="utf-8")
    assert ran.out == ""
    assert str(target) in ran.err
    assert page.startswith("<!doctype html>")
    assert run("print", str(plan_file), "--what", what).out.strip() == page.strip()
    assert run("print", str(plan_file), "--what", what, "--json").data == {"what": what, "html": page}
    assert "<script" not in page


def test_the_run_sheet_tells_the_time(run: Run, plan_file: Path) -> None:
    sheet = run("print", str(plan_file), "--what", "run-sheet", "--begins", "9:30").out

    assert "09:30" in sheet
    assert ">0:00<" not in sheet


@pytest.mark.parametrize("command", [("letters",), ("print", "--what", "cards")])
def test_what_is_no_plan_is_refused_with_a_way_on(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    file = tmp_path / "other.json"
    file.write_text('{"plan": {"title": "no minutes"}}', encoding="utf-8")
    ran = run(command[0], str(file), *command[1:], "--json")

    assert ran.code == 2
    assert "other.json is not a plan that we can read: minutes" in ran.data["error"]["message"]
    assert "coach plan --json" in ran.err


def test_a_time_that_is_none_and_a_place_that_is_not_there_are_said(run: Run, plan_file: Path) -> None:
    late = run("print", str(plan_file), "--what", "handout", "--begins", "tea time")
    nowhere = run("print", str(plan_file), "--what", "handout", "--out", str(plan_file.parent / "no" / "x.html"))

    assert (late.code, nowhere.code) == (2, 2)
    assert "Write it as 14:00." in late.err
    assert "Choose another place with --out." in nowhere.err
