"""A program to run, and a home with the demo community in it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from coach.cli import main

DEMO = "Service Design Circle"


@dataclass(frozen=True)
class Ran:
    """What a run of the program left."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The one JSON object on standard output."""
        return json.loads(self.out)


Run = Callable[..., Ran]


def run_in(home: Path, *arguments: str, stdin: str | None = None, database: str | None = None) -> Ran:
    """Run the program with this home, and with this database instead of SQLite when one is named."""
    environment = {"COACH_HOME": str(home), "COACH_DATABASE_URL": database}
    result = CliRunner().invoke(main, list(arguments), input=stdin, env=environment)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result.exit_code, result.stdout, result.stderr)


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the demo community, made once."""
    home = tmp_path_factory.mktemp("demo-home")
    assert run_in(home, "demo").code == 0
    return home


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty home."""
    return tmp_path / "home"


@pytest.fixture
def run(home: Path) -> Run:
    """Run the program with an empty home."""
    return lambda *arguments, stdin=None: run_in(home, *arguments, stdin=stdin)


@pytest.fixture
def run_demo(demo_home: Path, tmp_path: Path) -> Run:
    """Run the program with a copy of the demo's home, free to change it."""
    mine = tmp_path / "demo"
    shutil.copytree(demo_home, mine)
    return lambda *arguments, stdin=None: run_in(mine, *arguments, stdin=stdin)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small folder of notes, with a file that is no note."""
    notes = tmp_path / "notes"
    (notes / "2026-04").mkdir(parents=True)
    (notes / "2026-03-12-retro.md").write_text(
        "# Retro, 12 March 2026\n\nWe never know who waits on whom when a case crosses two teams.\n"
        "Drawing it together in pairs worked well, and the newcomers asked the best questions.\n",
        encoding="utf-8",
    )
    (notes / "2026-04" / "call.txt").write_text(
        "How do you draw a handover that nobody owns? We argued and did not agree.\n", encoding="utf-8"
    )
    (notes / "letters.html").write_text(
        "<h1>Letters</h1>\n<p>Plain words in refusal letters are hard to get past legal.</p>\n", encoding="utf-8"
    )
    (notes / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    return notes
