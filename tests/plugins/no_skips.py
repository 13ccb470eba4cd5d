"""A pytest plugin for the checks' own machine: with COACH_FORBID_SKIPS=1 a skipped test fails the run.

A test may skip on a person's machine, where a browser or a database server is missing. On the machine that decides
everything is there, so a skip means that a test silently stopped testing. Loaded by `.ci/run` with
`PYTHONPATH=tests/plugins` and `-p no_skips`.
"""

from __future__ import annotations

import os

import pytest


class NoSkips:
    """Collects what was skipped, from this process or a worker, and turns it into a failed run."""

    def __init__(self) -> None:
        self.skipped: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a skipped test; an expected failure is no skip."""
        if report.skipped and not hasattr(report, "wasxfail"):
            self.skipped.append(f"{report.nodeid}: {_read_reason(report.longrepr)}")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Note a module that skipped itself as a whole."""
        if report.skipped:
            self.skipped.append(f"{report.nodeid}: {_read_reason(report.longrepr)}")

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Fail a run that would have passed."""
        if self.skipped and session.exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """List what was skipped, each with its reason."""
        if self.skipped:
            terminalreporter.section("skips are forbidden here (COACH_FORBID_SKIPS)")
            for line in self.skipped:
                terminalreporter.line(line)


def _read_reason(longrepr: object) -> str:
    return str(longrepr[-1]) if isinstance(longrepr, tuple) else str(longrepr)


def pytest_configure(config: pytest.Config) -> None:
    """Join in where skips are forbidden; workers report to the main process, so only that one listens."""
    if os.environ.get("COACH_FORBID_SKIPS") == "1" and not hasattr(config, "workerinput"):
        config.pluginmanager.register(NoSkips(), "coach-no-skips")
