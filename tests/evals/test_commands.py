"""`coach eval` as people use it: a run, answers from elsewhere, a model over HTTP, a comparison."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from coach.cli import main
from coach.settings import Settings
from coach.wiring import build_coach
from evals.casebook import read_cases
from evals.graders.titles import COACHING
from evals.taking import TITLE
from tests.openai_server import OpenAiServer

from .scripted import answering

LETTERS = ("--cases", "digital-letters")
GOOD = """We want to be able to put a letter in the order in which its reader needs it.

0:00–0:10 Everyone writes down what the reader of P17 has to do first.
0:10–0:50 In pairs, reorder letter P17; somebody new reads it aloud and says where they would stop.
0:50–1:00 Each says what they will move to the top next time.
"""
TEST = "A quiz: everyone gets marks out of ten, and whoever scores least repeats the course."


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def run(home: Path, *arguments: str, base: str = "") -> tuple[int, str, str]:
    environment = {"COACH_HOME": str(home), "COACH_DATABASE_URL": None, "COACH_API_BASE": base or None}
    environment |= {"COACH_JUDGE_MODEL": None, "OPENAI_API_KEY": "none"}
    done = CliRunner().invoke(main, ["eval", *arguments], env=environment)
    return done.exit_code, done.stdout, done.stderr


def report_of(home: Path, drafter: str) -> dict[str, Any]:
    [path] = sorted((home / "evals" / "runs").glob(f"*{drafter}/report.json"))[-1:]
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def playbook(home: Path) -> dict[str, Any]:
    code, out, _ = run(home, "run", *LETTERS, "--json")
    assert code == 0
    assert json.loads(out)["drafter"] == "playbook"
    return report_of(home, "playbook")


@pytest.fixture(scope="module")
def answers(home: Path, playbook: dict[str, Any]) -> dict[str, Any]:
    path = home / "ours.jsonl"
    lines = [
        {"case": sample["case"], "text": GOOD if sample["kind"] != "plan" else TEST}
        for sample in playbook["samples"]
        if sample["kind"] in ("activity", "plan")
    ]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert run(home, "run", "--answers", str(path), *LETTERS)[0] == 0
    return report_of(home, "ours")


def test_a_run_says_first_how_far_its_graders_can_be_trusted(home, playbook):
    code, out, err = run(home, "run", *LETTERS)
    assert code == 0
    agreement, bar = out.index("How far the graders agree with the labels"), out.index("The bar")
    assert agreement < bar < out.index("Criteria, lowest first")
    assert "report.html" in err
    [table] = [table for table in playbook["tables"] if table["title"].startswith("How far the graders")]
    assert len(table["rows"]) > 20
    assert any("damage" in table["title"] for table in playbook["tables"])


def test_the_second_run_drafts_nothing_again(home, playbook):
    assert not any(sample["cached"] for sample in playbook["samples"])
    run(home, "run", *LETTERS)
    again = report_of(home, "playbook")
    assert all(sample["cached"] for sample in again["samples"] if sample["text"])
    assert [sample["text"] for sample in again["samples"]] == [sample["text"] for sample in playbook["samples"]]


def test_the_page_is_one_file_that_asks_for_nothing_from_outside(home, playbook):
    page = (home / "evals" / "runs" / playbook["id"] / "report.html").read_text("utf-8")
    assert not re.search(r"(?:src|href)=[\"']?(?:https?:)?//", page)
    assert "How far the graders agree" in page


def test_coaching_is_answered_and_graded_by_the_checks(playbook):
    coached = [sample for sample in playbook["samples"] if sample["kind"] == "coaching"]
    assert coached
    assert all(sample["text"] for sample in coached)
    codes = {grade["code"] for sample in coached for grade in sample["grades"] if grade["grader"] == "checks"}
    assert codes == set(COACHING)
    [aim] = [item for item in playbook["aims"] if item["code"] == "coaching checks"]
    assert aim["n"] == len(coached)


def test_answers_from_elsewhere_are_graded_and_what_is_missing_is_counted(answers):
    assert answers["unanswered"]["The file has no answer to it."] >= 3
    [plan] = [sample for sample in answers["samples"] if sample["kind"] == "plan"]
    [activity] = [sample for sample in answers["samples"] if sample["kind"] == "activity"]
    assert {grade["status"] for grade in activity["grades"]} >= {"graded"}
    words = {grade["code"]: grade for grade in plan["grades"] if grade["grader"] == "rules"}
    assert words["C+"]["value"] < 2


def test_a_comparison_puts_the_worst_losses_first_and_is_on_the_page(home, playbook, answers):
    newest = report_of(home, "playbook")["id"]
    out = home / "compared.html"
    code, said, _ = run(home, "compare", newest, answers["id"], "--out", str(out), "--json")
    assert code == 0
    found = json.loads(said)
    changes = [item["change"] for item in found["differences"]]
    assert changes == sorted(changes)
    assert found["shared"] == 2
    assert {pair["case"].split("-")[0] for pair in found["pairs"]} == {"activity", "plan"}
    assert "marks out of ten" in re.sub(r"</?(?:ins|del)>", "", out.read_text("utf-8"))
    coach = build_coach(Settings(home=home, database_url=None))
    assert answers["id"] in {item.id for item in coach.evaluations.list_reports()}
    coach.close()


def test_a_model_is_measured_in_our_pipeline_and_the_report_says_what_it_took(home):
    cases = read_cases(pattern="digital-letters")
    with OpenAiServer(lambda number, _: "401" if number == 2 else "ok", text=answering(cases)) as server:
        code, out, err = run(home, "run", "--drafter", "openai/any", "--workers", "1", *LETTERS, base=server.address)
    assert code == 0, err
    report = report_of(home, "-openai-any")
    assert report["drafter"] == "openai/any"
    assert re.fullmatch(r"v\d+ [0-9a-f]{12}", report["prompts"]["plan"])
    assert len(report["samples"]) == len(cases)
    [table] = [table for table in report["tables"] if table["title"] == TITLE]
    counted = dict(table["rows"])
    assert counted["Calls in all"] == str(len(server.bodies))
    assert counted["Fell back to the playbook"] == "1"
    assert int(counted["Drafted by the model"]) == sum(bool(sample["text"]) for sample in report["samples"])
    assert "Fell back to the playbook  1" in out
    assert "no answer to 1: Fell back to the playbook: " in out
    assert TITLE in (home / "evals" / "runs" / report["id"] / "report.html").read_text("utf-8")
    assert "sk-secret" not in out


def test_a_model_is_asked_once_a_case_within_its_budget(home):
    asked = ("run", "--drafter", "ask:openai/tiny", "--calls", "2", "--workers", "1", *LETTERS)
    with OpenAiServer(text=GOOD) as server:
        code, out, err = run(home, *asked, base=server.address)
        assert code == 0, err
        assert len(server.bodies) == 2
    assert "The budget of 2 calls is spent." in out
    report = report_of(home, "openai-tiny")
    assert report["drafter"] == "ask openai/tiny"
    assert report["prompts"]["plan"].startswith("v1 ")
    said = [sample for sample in report["samples"] if sample["text"]]
    assert len(said) == 2
    system = server.bodies[0]["messages"][0]["content"]
    assert "P17" not in system


def test_a_model_that_is_away_leaves_cases_unanswered_and_says_why(home):
    with OpenAiServer("401") as server:
        code, out, _ = run(
            home, "run", "--drafter", "ask:openai/shy", "--cases", "outcome-letters-*", base=server.address
        )
    assert code == 0
    assert "no answer to" in out
    assert "sk-secret" not in out


def test_a_judge_is_measured_on_labels_before_its_figures_and_its_verdicts_are_kept(home):
    verdict = {"reason": "It names a doing.", "quote": "", "grade": 0}
    asked = ("run", "--cases", "outcome-letters-legal", "--judge", "openai/stern", "--judge-labels", "1")
    with OpenAiServer(text=json.dumps(verdict)) as server:
        code, _, err = run(home, *asked, base=server.address)
        assert code == 0, err
        first = len(server.bodies)
        report = report_of(home, "playbook")
        figures = {item["code"]: item for item in report["figures"] if item["grader"] == "judge:openai/stern"}
        assert figures["O2"]["mean"] == 0
        assert figures["O2"]["trust"]["band"] == "unmeasured"
        run(home, *asked, base=server.address)
        assert len(server.bodies) == first > 5
    assert report["judge"] == "openai/stern"
    assert report["judge_is_kin"] is False


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("run", "--cases", "nothing-fits"), "No case fits"),
        (("run", "--prompts", "plan=v1"), "Only a model uses prompts."),
        (("run", "--drafter", "openai/x", "--prompts", "plan"), "does not say which version"),
        (("run", "--drafter", "openai/x", "--prompts", "poem=v1"), "There is no prompt for “poem”."),
        (("run", "--drafter", "openai/x", "--prompts", "plan=best"), "is no version"),
        (("run", "--drafter", "openai/x", "--prompts", "plan=v99"), "its newest version"),
        (("run", "--drafter", "ask:openai/x", "--prompts", "poem=v1"), "There is no prompt for “poem”."),
        (("run", "--answers", "nowhere.jsonl"), "cannot be read"),
        (("compare", "one", "other"), "There is no run called “one”."),
    ],
)
def test_bad_input_says_what_to_do_next(home, arguments, says):
    code, _, err = run(home, *arguments)
    assert code == 2
    assert says in err
    assert len(err.strip().splitlines()) == 2


def test_a_line_that_is_no_answer_is_named(home):
    path = home / "bad.jsonl"
    path.write_text('{"case": "a", "text": "b"}\n{"text": 1}\n', encoding="utf-8")
    _, _, err = run(home, "run", "--answers", str(path))
    assert "Line 2 of bad.jsonl is no answer" in err
