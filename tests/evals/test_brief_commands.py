"""`coach eval brief` and `coach eval qmsum` as people use them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from coach.cli import main
from coach.errors import BadRequest
from evals.cli import brief as brief_command
from evals.cli import qmsum as qmsum_command

from .test_qmsum import RAW

NOTES = {
    "2025-02-03-meeting.md": "# Loom night\n\nWe set up the big loom. We would like to be able to read a draft without "
    "asking. I learned that the reed decides the cloth. Nobody knows yet why the selvedge pulls in.\n",
    "2025-05-05-meeting.md": "# Selvedge night\n\nI tried the temple at home and the selvedge stayed straight. It did "
    "not work with linen. Some of us think the temple is a crutch, others would not weave without it.\n",
    "2025-09-01-meeting.md": "# Open evening\n\nThe school asked us to teach reading drafts. I read a draft alone for "
    "the first time since February.\n",
    "2024-03-01-meeting.md": "# A year before\n\nWe moved the looms.\n",
}


def run(home: Path, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["eval", *arguments], env={"COACH_HOME": str(home), "COACH_DATABASE_URL": None})
    return done.exit_code, done.stdout


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    folder = tmp_path / "corpora"
    (folder / "weavers").mkdir(parents=True)
    (folder / "weavers" / "MANIFEST.md").write_text("# Weavers\n")
    for name, text in NOTES.items():
        (folder / "weavers" / name).write_text(text, encoding="utf-8")
    return folder


def test_a_brief_of_the_fullest_year_is_made_looked_at_and_written_down(corpora, tmp_path):
    sheet, pages = tmp_path / "sheet.jsonl", tmp_path / "pages"
    pages.mkdir()
    code, out = run(
        tmp_path, "brief", "--corpora", str(corpora), "--sheet", str(sheet), "--pages", str(pages), "--json"
    )
    assert code == 0
    figures, wrong = json.loads(out)["tables"]
    assert [row[0] for row in figures["rows"]] == ["weavers 2025", "all"]
    assert figures["rows"][0][2] == "0", "a claim has nothing behind it"
    assert wrong["rows"] == []
    claims = [json.loads(line) for line in sheet.read_text("utf-8").splitlines()[1:]]
    assert len(claims) == int(figures["rows"][0][1]) > 0
    assert "What people can do now" in (pages / "weavers-2025.md").read_text("utf-8")
    filled = [{**row, "supports": "yes", "opinion_as_fact": "no"} for row in claims]
    sheet.write_text("\n".join(map(json.dumps, filled)), encoding="utf-8")
    code, out = run(tmp_path, "brief", "--labels", str(sheet))
    assert code == 0
    assert f"{len(claims)} of {len(claims)}" in out


def test_planted_faults_are_counted_kind_by_kind(tmp_path):
    code, out = run(tmp_path, "brief", "--faults", "--json")
    assert code == 0
    kinds, missed, alarms = json.loads(out)["tables"]
    caught, n = kinds["rows"][-1][1].split(" of ")
    assert int(n) - int(caught) == len(missed["rows"])
    assert alarms["title"].startswith("False alarms: ")


def test_meetings_are_answered_by_every_method(tmp_path):
    (tmp_path / "val").mkdir()
    (tmp_path / "val" / "m1.json").write_text(json.dumps(RAW))
    code, out = run(tmp_path, "qmsum", "--qmsum", str(tmp_path), "--json")
    assert code == 0
    [table] = json.loads(out)["tables"]
    assert [row[1] for row in table["rows"]] == ["random", "lead", "TextRank", "ours"] * 3


def test_what_is_not_there_is_asked_for(tmp_path):
    finders: tuple[Any, ...] = (brief_command.find_folder, qmsum_command.find_folder)
    for find in finders:
        with pytest.raises(BadRequest):
            find(None, tmp_path / "nowhere")
        assert find(None, tmp_path) == tmp_path
