"""The same program over PostgreSQL: notes in, found, planned with, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import DEMO, Ran, run_in
from .test_find_and_plan import OUTCOME


@pytest.mark.postgres
def test_the_whole_way_on_postgresql(postgres_url: str, tmp_path: Path, folder: Path) -> None:
    def run(*arguments: str) -> Ran:
        return run_in(tmp_path / "home", *arguments, database=postgres_url)

    assert run("demo").code == 0
    database = next(line for line in run("doctor", "--json").data["lines"] if line["name"] == "database")
    assert "PostgreSQL" in database["says"]
    assert not (tmp_path / "home" / "coach.db").exists()

    found = run("find", "How should a delay be shown on a diagram?", "--community", DEMO, "--json").data
    assert found["enough"]
    planned = run("plan", "--community", DEMO, "--outcome", OUTCOME, "--json").data
    assert sum(part["minutes"] for part in planned["plan"]["parts"]) == 90
    assert planned["citations"]

    assert run("ingest", str(folder), "--community", DEMO, "--json").data["added"] == 3
    assert run("undo", "--community", DEMO, "--json").data["taken_out"] == 3
    assert run("remove", DEMO).code == 0
    assert run("communities", "--json").data == {"communities": []}
