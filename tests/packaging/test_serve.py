"""The app's server: the right pages from any folder, the look, a clear word when it cannot start, a clean end."""

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from coach import serve
from coach.errors import BadRequest, SetupProblem

REPO = Path(__file__).resolve().parents[2]
DECOY = "import pathlib\npathlib.Path({marker!r}).touch()\n"


def _listen_to_ctrl_c() -> None:
    # A shell starts background jobs deaf to Ctrl-C, and children inherit that; a terminal's job hears it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def serving(cwd: Path, home: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Serve from `cwd` in a process of its own; yield the process and the port."""
    environment = {**os.environ, "COACH_HOME": str(home)}
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", "import sys; from coach.serve import run_app; sys.exit(run_app(0))"],
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        preexec_fn=_listen_to_ctrl_c,
    )
    try:
        assert process.stdout is not None
        found = re.fullmatch(
            r"Coach is at http://127\.0\.0\.1:(\d+) \(Ctrl-C stops it\)\.\n", process.stdout.readline()
        )
        assert found, "the server said no address"
        yield process, int(found[1])
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def answers(port: int, path: str = "/_stcore/health") -> int | None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except OSError:
        return None
    finally:
        connection.close()


def wait_until_silent(port: int) -> bool:
    """Wait until nothing listens: a connection that stays open ends when the server does."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
            return line.recv(1) == b""
    except (ConnectionRefusedError, ConnectionResetError):
        return True


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "terminate"])
def test_it_answers_and_ends_cleanly(tmp_path: Path, how: signal.Signals):
    with serving(tmp_path, tmp_path / "home") as (process, port):
        assert answers(port) == http.client.OK
        process.send_signal(how)
        assert process.wait(20) == 0
        assert answers(port) is None


def test_the_server_leaves_with_a_parent_that_was_killed(tmp_path: Path):
    with serving(tmp_path, tmp_path / "home") as (process, port):
        process.kill()
        assert wait_until_silent(port)


def test_a_taken_port_is_said_plainly():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(SetupProblem, match="--port 0"):
            serve.run_app(taken.getsockname()[1])


@pytest.mark.parametrize("host", ["no.such.host.invalid", "192.0.2.1"])
def test_an_address_that_is_not_ours_is_said_plainly(host: str):
    with pytest.raises(SetupProblem, match="can listen on"):
        serve.run_app(0, host)


@pytest.mark.parametrize("port", [-1, 65_536])
def test_a_port_that_does_not_exist_is_said_plainly(port: int):
    with pytest.raises(BadRequest, match="up to 65535"):
        serve.run_app(port)


def test_other_packages_of_that_name_are_not_ours_even_first_on_the_path(tmp_path: Path):
    marker = tmp_path / "imported"
    for name in ("ui", "state"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text(DECOY.format(marker=str(marker)))
    ours = REPO / "ui"
    code = f"""
from pathlib import Path
from coach.serve import register_pages
register_pages(Path({str(ours)!r}))
import ui.state
print(ui.state.__file__)
"""
    run = subprocess.run(
        [sys.executable, "-P", "-c", code],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )
    assert Path(run.stdout.strip()) == ours / "state.py"
    assert not marker.exists()


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ({}, "The app's pages are missing"),
        ({"app.py": "", "__init__.py": "raise SystemExit(3)"}, r"stopped while it started \(exit code 3\)"),
    ],
    ids=["no pages", "pages that break the server"],
)
def test_a_server_that_cannot_start_says_why(tmp_path: Path, pages: dict[str, str], said: str):
    for folder in ("coach", "ui"):
        (tmp_path / folder).mkdir()
    for name in ("__init__.py", "_version.py", "errors.py", "locate.py", "serve.py"):
        shutil.copy(REPO / "coach" / name, tmp_path / "coach")
    for name, text in pages.items():
        (tmp_path / "ui" / name).write_text(text)
    run = subprocess.run(
        [sys.executable, "-P", "-c", "from coach.serve import run_app; run_app(0)"],
        check=False,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )
    assert run.stdout == ""
    assert re.search(f"SetupProblem: .*{said}", run.stderr)
