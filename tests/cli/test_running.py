"""Commands about the product itself, and how every failure reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from coach.cli import main

from .conftest import DEMO, Run


def test_doctor_says_what_is_there(run_demo: Run) -> None:
    ran = run_demo("doctor", "--json")

    names = {line["name"] for line in ran.data["lines"]}
    assert ran.code == 0
    assert {"python", "data folder", "database", "embedder", "index", "playbook", "files", "model"} <= names
    assert all(line["state"] == "ok" or line["do"] for line in ran.data["lines"])


def test_doctor_names_a_missing_embedder_and_what_to_do(tmp_path: Path) -> None:
    environment = {"COACH_HOME": str(tmp_path), "COACH_EMBEDDER_DIR": str(tmp_path / "nothing")}

    result = CliRunner().invoke(main, ["doctor"], env=environment)

    assert result.exit_code == 2
    assert "✗ embedder" in result.stdout
    assert "make setup" in result.stdout


def test_the_demo_comes_and_goes(run: Run) -> None:
    assert run("demo", "--json").data["is_demo"] is True
    assert run("demo").code == 0
    listed = run("communities", "--json").data["communities"]
    assert [(item["name"], item["notes"]) for item in listed] == [(DEMO, 28)]
    assert run("remove", DEMO).code == 0
    assert run("communities", "--json").data["communities"] == []


def test_the_demos_own_suggestions_work(run_demo: Run) -> None:
    from coach.service import Coach
    from coach.settings import Settings
    from coach.wiring import build_coach

    coach: Coach = build_coach(
        Settings(home=Path(run_demo("doctor", "--json").data["lines"][1]["says"].split(" (")[0]))
    )
    words = coach.demo_words()
    outcomes, questions = words["try_outcomes"], words["try_questions"]
    assert isinstance(outcomes, list)
    assert isinstance(questions, list)
    for outcome in outcomes:
        assert coach.check_outcome(outcome).ok, outcome
    for question in questions:
        assert coach.find(DEMO, question).enough, question


def test_an_unwritable_home_is_told_calmly(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")

    result = CliRunner().invoke(main, ["communities"], env={"COACH_HOME": str(blocked)})

    assert result.exit_code == 2
    assert "Traceback" not in result.stderr
    assert "COACH_HOME" in result.stderr


@pytest.mark.parametrize("command", ["ingest", "find", "plan", "check", "undo", "notes", "serve", "demo", "doctor"])
def test_every_command_explains_itself(run: Run, command: str) -> None:
    ran = run(command, "--help")

    assert ran.code == 0
    assert len(ran.out.splitlines()) > 4


def test_the_index_can_be_built_anew(run_demo: Run) -> None:
    built = run_demo("index", "rebuild", "--json").data

    assert built["chunks"] > 28


def test_a_wrong_option_is_an_object_too(run: Run) -> None:
    ran = run("plan", "--json", "--community", "X", "--outcome", "Y", "--minutes", "abc")

    assert ran.code == 2
    assert "abc" in ran.data["error"]["message"]


def test_the_first_page_of_help_keeps_its_lines(run: Run) -> None:
    lines = run("--help").out.splitlines()

    assert any(line.strip().startswith("coach demo ") for line in lines)
    assert not any("\\b" in line for line in lines)


def test_a_setting_that_makes_no_sense_is_named(tmp_path: Path) -> None:
    environment = {"COACH_HOME": str(tmp_path), "COACH_MAX_NOTE_BYTES": "many"}

    result = CliRunner().invoke(main, ["doctor", "--json"], env=environment)

    assert result.exit_code == 2
    assert "COACH_MAX_NOTE_BYTES" in result.stdout
