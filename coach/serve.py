"""Serves the app: a Streamlit server in a process of its own, with our pages and nobody else's.

How the pages are found, in a checkout and in a wheel alike:

* `coach.locate.pages_folder()` names the folder; its `app.py` is handed to Streamlit by its absolute path.
* The server's process is `python -P -m coach.serve`. `-P` keeps the current folder off the import path, where a
  person's own `ui/` or `streamlit.py` would win.
* Before Streamlit starts, that process registers the folder as the package `ui` in `sys.modules`. So `from ui import
  state` means our pages whatever `sys.path` holds, and the same source runs from `ui/` and from `coach/_ui`.

The look (`theme.toml` beside the pages) and every setting that we rely on travel as flags, since flags are stronger
than any configuration file in the folder where a person happens to be. Streamlit is started, never imported.
"""

from __future__ import annotations

import contextlib
import http.client
import importlib.util
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import threading
import tomllib
import webbrowser
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import FrameType
from typing import Any

from .errors import BadRequest, SetupProblem
from .locate import pages_folder

_FLAGS: Mapping[str, object] = {
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",  # a person never meets a stack trace; the log has it
    "client.toolbarMode": "minimal",
    "logger.hideWelcomeMessage": True,
    "runner.magicEnabled": False,  # a bare expression in a page is a slip, not something to draw
    "runner.postScriptGC": False,  # a whole collection at every poll would hold up the very work that is waited for
    "server.baseUrlPath": "",
    "server.enableCORS": True,
    "server.enableXsrfProtection": True,
    "server.fileWatcherType": "none",
    "server.headless": True,  # we open the browser ourselves, once the server answers
    "server.maxUploadSize": 50,
}
_LARGEST_PORT = 65_535
_TRIES = 600
_PAUSE_S = 0.1
_PATIENCE_S = 10.0
_ANY_ADDRESS = {"0.0.0.0": "127.0.0.1", "": "127.0.0.1", "::": "::1"}


def run_app(
    port: int = 8501,
    host: str = "127.0.0.1",
    *,
    headless: bool = True,
    announce: Callable[[str], None] | None = None,
) -> int:
    """Serve the app until somebody stops it, and return the exit code.

    Args:
        port: The port to listen on; 0 takes any that is free.
        host: The address to listen on.
        headless: Whether to leave the browser alone.
        announce: Told one line with the app's address once it answers; it goes to standard output when left out.

    Raises:
        BadRequest: There is no such port.
        SetupProblem: The pages are missing, the port is taken, or the server did not come up.
    """
    if not 0 <= port <= _LARGEST_PORT:
        raise BadRequest(f"There is no port {port}.", f"Choose one up to {_LARGEST_PORT}, or 0 for any that is free.")
    script = pages_folder() / "app.py"
    if not script.is_file():
        raise SetupProblem(f"The app's pages are missing: {script}.", "Reinstall the package, or use a whole checkout.")
    port = _claim_port(host, port)
    reachable = _ANY_ADDRESS.get(host, host)
    with _stop_on_terminate(), _server(script, host, port) as server:
        try:
            _wait_until_it_answers(server, reachable, port)
            _welcome(reachable, port, headless, announce or _say)
            return _to_exit_code(server.wait())
        except KeyboardInterrupt:
            return 0


def _claim_port(host: str, port: int) -> int:
    """Return the port, or a free one for 0, after trying whether we may listen on it."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            return int(probe.getsockname()[1])
    except OSError as error:
        raise SetupProblem(
            f"Nothing can listen on {host}:{port} ({error.strerror or error}).",
            "Perhaps the app already runs there. `coach serve --port 0` takes any port that is free.",
        ) from error


@contextlib.contextmanager
def _server(script: Path, host: str, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Start the server's process, and see to it that it is gone afterwards."""
    flags = {**_FLAGS, "server.address": host, "server.port": port, **_read_theme(script.parent)}
    command = [sys.executable, "-P", "-m", "coach.serve", str(script), *map(_to_flag, flags, flags.values())]
    environment = {**os.environ, "PYTHONSAFEPATH": "1"}
    # Our standard output carries the address and nothing else. Standard input is a leash: see `_leave_with_parent`.
    process = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=2)
    try:
        yield process
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_PATIENCE_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdin is not None:
        process.stdin.close()


def _wait_until_it_answers(server: subprocess.Popen[bytes], host: str, port: int) -> None:
    for _ in range(_TRIES):
        if _answers(host, port):
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            raise SetupProblem(
                f"The app's server stopped while it started (exit code {server.wait(_PAUSE_S)}).",
                "The lines above say why; `coach doctor` shows what is missing.",
            )
    raise SetupProblem("The app's server did not answer within a minute.", "Try again when the machine is less busy.")


def _answers(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(host, port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _welcome(host: str, port: int, headless: bool, announce: Callable[[str], None]) -> None:
    url = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    announce(f"Coach is at {url} (Ctrl-C stops it).")
    if not headless:
        webbrowser.open(url)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _to_exit_code(returned: int) -> int:
    """Return the server's exit code; one that a signal ended counts as a failure."""
    return returned if returned >= 0 else 1


@contextlib.contextmanager
def _stop_on_terminate() -> Iterator[None]:
    """Let SIGTERM do what Ctrl-C does, so that the server's process never stays behind."""

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _read_theme(pages: Path) -> dict[str, object]:
    """Return the look as flags: `theme.light.primaryColor` and its like."""
    theme = pages / "theme.toml"
    return dict(_flatten(tomllib.loads(theme.read_text(encoding="utf-8")))) if theme.is_file() else {}


def _flatten(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, object]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flatten(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _to_flag(name: str, value: object) -> str:
    return f"--{name}={value if isinstance(value, str) else json.dumps(value)}"


# -- what follows runs in the server's own process ------------------------------------------------------------------


def serve_pages(arguments: list[str]) -> None:
    """Become the Streamlit server of the script that comes first in `arguments`; the rest are its flags."""
    script, *flags = arguments
    register_pages(Path(script).parent)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    sys.argv = ["streamlit", "run", script, *flags]
    runpy.run_module("streamlit", run_name="__main__", alter_sys=True)


def register_pages(folder: Path) -> None:
    """Make `folder` the package `ui` of this process, whatever the import path holds."""
    spec = importlib.util.spec_from_file_location(
        "ui", folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    if spec is None or spec.loader is None:
        raise SetupProblem(f"The pages in {folder} cannot be loaded.", "Reinstall the package.")
    module = importlib.util.module_from_spec(spec)
    sys.modules["ui"] = module
    spec.loader.exec_module(module)


def _leave_with_parent() -> None:
    """Wait for the end of standard input, which is the end of the parent, and stop with it."""
    while os.read(0, 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    serve_pages(sys.argv[1:])
