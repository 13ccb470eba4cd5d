"""A real server and a real browser, with everything that was asked for and said written down.

While Streamlit draws a page anew, what stood there and what takes its place are there both for a moment: tests take the
last field and heading and the first text of a kind, since a locator that finds two of them fails at once.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, TimeoutError, expect, sync_playwright
from playwright.sync_api import Error as PlaywrightError

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
_TO_BEGIN_MS = 250
"""How long after a press the page begins to draw itself: until then it looks as if it had done so already."""
_TRIES = 3
_PATIENCE_MS = 15_000
_TAKEN_IN = re.compile(r"^\d+ notes here$")
_SHOWN = 3_000
"""Letters of a page that are told with a failure."""
# Streamlit asks below the page's own address first after a reload there, and then at the root.
EXPECTED_404 = ("/_stcore/health", "/_stcore/host-config")


@dataclass
class Witness:
    """What a page asked for and complained about."""

    outside: list[str] = field(default_factory=list)
    """Requests to any address but this machine's own."""
    complaints: list[str] = field(default_factory=list)
    """Errors on the console and in scripts."""
    pages: list[Page] = field(default_factory=list)
    """The pages that are watched."""

    def watch(self, page: Page) -> None:
        """Listen to a page from now on."""
        self.pages.append(page)
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


def open_demo(page: Page, address: str) -> None:
    """Take the demo community in, and wait until all of it is: a draft that is asked for before knows half of it."""
    page.goto(address)
    page.get_by_role("button", name="Look round with the demo").click()
    expect(page.get_by_role("heading", level=1).last).not_to_have_text("Where shall we begin?")
    expect(page.get_by_text(_TAKEN_IN).first).to_be_visible()
    expect(page.locator(".c-work")).to_have_count(0)
    settle(page)


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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Say with a failure what stood on the pages: on another machine nobody could look."""
    report = yield
    witness = getattr(item, "funcargs", {}).get("witness")
    if report.when == "call" and report.failed and isinstance(witness, Witness):
        for number, page in enumerate(witness.pages):
            report.sections.append((f"page {number}", _tell(page)))
    return report


def _tell(page: Page) -> str:
    if page.is_closed():
        return "closed"
    try:
        state = page.get_by_test_id("stApp").get_attribute("data-test-script-state", timeout=2_000)
        return f"{page.url} ({state})\n{page.locator('body').inner_text(timeout=2_000)[:_SHOWN]}"
    except PlaywrightError as error:
        return f"{page.url}: {error}"


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
