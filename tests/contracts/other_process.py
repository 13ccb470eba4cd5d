"""What another process does to the same data: `python -m tests.contracts.other_process <what> <url> <folder>`."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

from coach.adapters.chroma_index import ChromaIndex
from coach.adapters.sql import SqlStore
from coach.testing import FixedClock
from tests.contracts.making import EMBEDDER, make_note, open_notes, write

_ROOT = Path(__file__).parents[2]


def run_other(what: str, url: str, folder: Path | str = "-") -> subprocess.CompletedProcess[str]:
    """Run this file's `what` in another process and return how it ended."""
    command = [sys.executable, "-m", "tests.contracts.other_process", what, url, str(folder)]
    return subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, timeout=120, check=False)


def start_other(what: str, url: str, folder: Path | str = "-") -> subprocess.Popen[str]:
    """Start this file's `what` in another process and do not wait for it."""
    command = [sys.executable, "-m", "tests.contracts.other_process", what, url, str(folder)]
    return subprocess.Popen(command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _die_in_the_middle(_conn: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
    if statement.startswith("INSERT INTO chunk_words"):
        _die()


def _act(what: str, url: str, folder: Path) -> None:
    notes = open_notes(SqlStore(url, clock=FixedClock()))
    if what == "write":
        write(notes, make_note("other.md", "The other process wrote of a zeppelin"))
    elif what == "write-many":
        for number in range(10):
            write(notes, make_note(f"{os.getpid()}-{number}.md", f"Taxi {number}", source=str(os.getpid())))
    elif what == "die-writing":
        event.listen(sa.Engine, "after_cursor_execute", _die_in_the_middle)
        write(notes, make_note("a.md", "A bus"), make_note("b.md", "A tram"))
    elif what == "die-before-the-index":
        index = ChromaIndex.try_open(folder, EMBEDDER)
        assert index is not None
        index.catch_up(notes)
        write(notes, make_note("a.md", "A bus"), make_note("b.md", "A tram"))
        _die()
    elif what == "own":
        sys.stdout.write(f"{ChromaIndex.try_open(folder, EMBEDDER) is not None}\n")
        sys.stdout.flush()
        sys.stdin.readline()


if __name__ == "__main__":
    _act(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
