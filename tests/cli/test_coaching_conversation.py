"""A conversation at a real terminal: a pseudo-terminal, and the program as people start it."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.cli.conftest import DEMO, Run, run_in

pty = pytest.importorskip("pty", reason="a pseudo-terminal is needed")
HERE = ("--community", DEMO)
SILENCE = "I ask a question and nobody answers."
END = "\x04"
LONGEST_S = 60


def converse(home: Path, *typed: str, options: tuple[str, ...] = ()) -> tuple[str, str]:
    """Type each of these when it is asked for, then end the input; return what was printed and said."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "coach.cli", "ask", *HERE, *options]
    environment = {**os.environ, "COACH_HOME": str(home), "PYTHONIOENCODING": "utf-8"}
    with tempfile.TemporaryFile() as printed:
        running = subprocess.Popen(command, stdin=theirs, stdout=printed, stderr=subprocess.PIPE, env=environment)
        try:
            said = talk(running, ours, [*(f"{line}\n" for line in typed), END])
            assert running.wait(LONGEST_S) == 0, said
        finally:
            running.kill()
            running.communicate()
            os.close(theirs)
            os.close(ours)
        printed.seek(0)
        return printed.read().decode(), said


def talk(running: subprocess.Popen[bytes], terminal: int, typed: list[str]) -> str:
    """Type a line at each prompt until the program ends, and return what it said beside its replies."""
    assert running.stderr is not None
    said, waiting = b"", list(typed)
    while select.select([running.stderr], [], [], LONGEST_S)[0]:
        piece = os.read(running.stderr.fileno(), 65_536)
        if not piece:
            return said.decode()
        said += piece
        if said.endswith(b"> ") and waiting:
            os.write(terminal, waiting.pop(0).encode())
    pytest.fail(f"It neither asks nor ends: {said!r}")


@pytest.fixture
def mine(demo_home: Path, tmp_path: Path) -> Path:
    copied = tmp_path / "demo"
    shutil.copytree(demo_home, copied)
    return copied


def test_each_line_is_answered_and_kept_until_the_input_ends(mine: Path) -> None:
    said = ("/try", "/again", SILENCE, "/again", "/try In the next session I will wait.", "/keep It was me.", "/what")
    out, err = converse(mine, *said)

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
    out, err = converse(mine, *said, options=("--do-not-keep",))

    assert "Nothing of this was kept." in err
    assert err.count("> ") == 3
    assert out.strip()
    assert run_in(mine, "ask", "--threads", *HERE, "--json").data["threads"] == []


def test_what_is_pasted_is_one_message_and_its_empty_lines_end_nothing(mine: Path) -> None:
    pasted = f"{SILENCE}\n\nThen they looked at their laptops.\n\nAnd then it was over."

    converse(mine, pasted, "What was it like for them?")

    (thread,) = run_in(mine, "ask", "--threads", *HERE, "--json").data["threads"]
    turns = run_in(mine, "ask", "--show", thread["id"], *HERE, "--json").data["turns"]
    assert [turn["text"] for turn in turns if turn["who"] == "person"] == [pasted, "What was it like for them?"]


def test_what_is_for_people_is_kept_only_in_words_that_somebody_chooses(mine: Path) -> None:
    _, err = converse(mine, "One of our members is being bullied by her manager and cries every day.", "/keep")

    assert "Say what to keep: /keep WORDS" in err
    assert err.count("Nothing of this was kept.") == 2
    assert run_in(mine, "practice", "journal", *HERE, "--json").data == {"journal": []}


def test_last_times_experiment_comes_first(mine: Path) -> None:
    run_in(mine, "practice", "experiments", "--begin", "I will wait.", "--due", "2020-01-01", *HERE)

    _, err = converse(mine, "Two spoke.", "Silence is work.", "/quit")

    assert "meant to try: “I will wait.” How did it go?" in err
    (told,) = run_in(mine, "practice", "experiments", *HERE, "--json").data["experiments"]
    assert (told["state"], told["happened"], told["learned"]) == ("told", "Two spoke.", "Silence is work.")


def test_a_line_that_goes_wrong_does_not_end_it(mine: Path) -> None:
    out, err = converse(mine, SILENCE, "/keep", "/keep It was me.", options=("--thread", "nothing"))

    assert "nothing" in err
    assert "Say what to keep: /keep WORDS" in err
    assert "Kept in your journal, for you alone." in err
    assert out == ""


def test_a_terminal_is_needed(run_demo: Run) -> None:
    assert "No message was given." in run_demo("ask", *HERE, stdin="Hello\n").err
