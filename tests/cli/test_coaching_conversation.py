"""A conversation at a real terminal: a pseudo-terminal, and the program as people start it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import DEMO, Run, run_in

pty = pytest.importorskip("pty", reason="a pseudo-terminal is needed")
HERE = ("--community", DEMO)
SILENCE = "I ask a question and nobody answers."
END = "\x04"


def converse(home: Path, *typed: str, options: tuple[str, ...] = ()) -> tuple[str, str]:
    """Type these lines, and what stands after the last one, at a terminal; return what was printed and said."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "coach.cli", "ask", *HERE, *options]
    environment = {**os.environ, "COACH_HOME": str(home), "PYTHONIOENCODING": "utf-8"}
    try:
        os.write(ours, "\n".join(typed).encode())
        ran = subprocess.run(command, stdin=theirs, capture_output=True, env=environment, timeout=120, check=False)
    finally:
        os.close(theirs)
        os.close(ours)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.decode(), ran.stderr.decode()


@pytest.fixture
def mine(demo_home: Path, tmp_path: Path) -> Path:
    copied = tmp_path / "demo"
    shutil.copytree(demo_home, copied)
    return copied


def test_each_line_is_answered_and_kept_until_the_input_ends(mine: Path) -> None:
    said = ("/try", "/again", SILENCE, "/again", "/try In the next session I will wait.", "/keep It was me.", "/help")
    out, err = converse(mine, *said, END)

    assert "What is on your mind about hosting?" in err
    assert "Nothing was asked yet." in err
    assert "Say what you will do: /try" in err
    assert "another reply to what you said last" in err
    assert out.strip()
    (thread,) = run_in(mine, "ask", "--threads", *HERE, "--json").data["threads"]
    assert f"--thread {thread['id']}" in err
    (begun,) = run_in(mine, "practice", "experiments", *HERE, "--json").data["experiments"]
    assert (begun["text"], begun["thread"]) == ("In the next session I will wait.", thread["id"])
    (entry,) = run_in(mine, "practice", "journal", *HERE, "--json").data["journal"]
    assert entry["text"] == "It was me."


def test_an_empty_line_ends_it_and_nothing_is_kept_that_should_not_be(mine: Path) -> None:
    said = (SILENCE, "They look at their laptops.", "", "This is not heard.")
    out, err = converse(mine, *said, END, options=("--do-not-keep",))

    assert "Nothing of this was kept." in err
    assert err.count("> ") == 3
    assert out.strip()
    assert run_in(mine, "ask", "--threads", *HERE, "--json").data["threads"] == []


def test_last_times_experiment_comes_first(mine: Path) -> None:
    run_in(mine, "practice", "experiments", "--begin", "I will wait.", "--due", "2020-01-01", *HERE)

    _, err = converse(mine, "Two spoke.", "Silence is work.", "/quit", END)

    assert "meant to try: “I will wait.” How did it go?" in err
    (told,) = run_in(mine, "practice", "experiments", *HERE, "--json").data["experiments"]
    assert (told["state"], told["happened"], told["learned"]) == ("told", "Two spoke.", "Silence is work.")


def test_a_line_that_goes_wrong_does_not_end_it(mine: Path) -> None:
    out, err = converse(mine, SILENCE, "/keep", "/keep It was me.", END, options=("--thread", "nothing"))

    assert "nothing" in err
    assert "Say what to keep: /keep WORDS" in err
    assert "Kept in your journal, for you alone." in err
    assert out == ""


def test_a_terminal_is_needed(run_demo: Run) -> None:
    assert "No message was given." in run_demo("ask", *HERE, stdin="Hello\n").err
