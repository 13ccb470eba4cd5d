"""A real server and a real browser, with everything that was asked for and said written down."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, TimeoutError, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "test-results"
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LOOPBACK = {"localhost", "127.0.0.1", "::1"}
INSIDE = {"data", "blob", "about"}
# Streamlit asks below the page's own address first after a reload there, and then at the root.
_TO_BEGIN_MS = 250
"""How long after a press the page begins to draw itself: until then it looks as if it had done so already."""
_TRIES = 3
_PATIENCE_MS = 15_000
EXPECTED_404 = ("/_stcore/health", "/_stcore/host-config")


@dataclass
class Witness:
    """What a page asked for and complained about."""

    outside: list[str] = field(default_factory=list)
    """Requests to any address but this machine's own."""
    complaints: list[str] = field(default_factory=list)
    """Errors on the console and in scripts."""

    def watch(self, page: Page) -> None:
        """Listen to a page from now on."""
        page.on("request", self._on_request)
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _on_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in INSIDE and address.hostname not in LOOPBACK:
            self.outside.append(request.url)

    def _on_console(self, message: ConsoleMessage) -> None:
        address = message.location.get("url", "") if message.location else ""
        if message.type == "error" and not urlsplit(address).path.endswith(EXPECTED_404):
            self.complaints.append(f"{message.text} ({address})")


def settle(page: Page) -> None:
    """Wait until the page has drawn itself anew: what is pressed or typed in the middle of that is lost."""
    page.wait_for_timeout(_TO_BEGIN_MS)
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def press_until(page: Page, button: Locator, shown: Locator) -> None:
    """Press a button until what it leads to is there: a busy machine may still be drawing when a press arrives."""
    for _ in range(_TRIES):
        settle(page)
        button.scroll_into_view_if_needed()
        button.click(delay=100)
        settle(page)
        try:
            shown.first.wait_for(state="visible", timeout=_PATIENCE_MS)
        except TimeoutError:
            continue
        return
    expect(shown.first).to_be_visible()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium without a window."""
    if not CHROMIUM.exists():
        reason = f"there is no Chromium at {CHROMIUM}"
        if os.environ.get("COACH_FORBID_SKIPS") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield one
        one.close()


@pytest.fixture
def witness() -> Witness:
    """Somebody who writes down what pages ask for."""
    return Witness()


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """The address of a server of its own, with an empty home."""
    with serving(tmp_path) as one:
        yield one


@contextmanager
def serving(tmp_path: Path, **more: str) -> Iterator[str]:
    """Serve the app with an empty home and these variables in its environment; yields its address."""
    environment = {**os.environ, "COACH_HOME": str(tmp_path / "home"), **more}
    command = [sys.executable, "-m", "coach.cli", "serve", "--port", "0"]
    log = (tmp_path / "server.log").open("wb")
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=log, text=True)
    try:
        assert server.stdout is not None
        line = server.stdout.readline()
        assert "http://" in line, (line, (tmp_path / "server.log").read_text(encoding="utf-8"))
        yield next(word for word in line.split() if word.startswith("http://")).rstrip(".")
    finally:
        server.terminate()
        server.wait(60)
        if server.stdout is not None:
            server.stdout.close()
        log.close()
    wrong = (tmp_path / "server.log").read_text(encoding="utf-8", errors="replace")
    # A page that broke while nobody looked at it has broken all the same; its words are needed to mend it.
    assert "Traceback" not in wrong, wrong[-6_000:]
