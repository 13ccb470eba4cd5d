"""How long people wait: find and plan over a community's notes, and the app's start.

    python tools/bench_app.py [FOLDER] [--rounds 40]

FOLDER holds notes; the demo community's are used when it is left out. Times are wall times of this machine at this
moment; the ratio of a plan to a find says more.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from coach.models import IngestRequest, PlanRequest
from coach.service import Coach
from coach.settings import Settings
from coach.wiring import build_coach

QUESTIONS = (
    "What do newcomers ask again and again?",
    "How do we include people who join by video?",
    "What went wrong last time and what would we do differently?",
    "Who decides what is worked on first?",
    "How do we find time for this beside the day job?",
)
OUTCOME = "We want to be able to run a community discussion in which new people speak."
COMMUNITY = "bench"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure find, plan and the app's start.")
    parser.add_argument("folder", type=Path, nargs="?", help="a folder of notes")
    parser.add_argument("--rounds", type=int, default=40, help="how often each thing is measured")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        _measure_jobs(home, options.folder, options.rounds)
        _measure_start(home)
    return 0


def _measure_jobs(home: Path, folder: Path | None, rounds: int) -> None:
    settings = Settings(home=home)
    _measure_jobs_with("exact", build_coach(settings, index="exact"), folder, rounds)
    _measure_jobs_with("chroma", build_coach(settings, index="chroma"), folder, rounds)


def _measure_jobs_with(kind: str, coach: Coach, folder: Path | None, rounds: int) -> None:
    notes = _take_in(coach, folder)
    coach.find(COMMUNITY, QUESTIONS[0])
    finds = _times(lambda turn: coach.find(COMMUNITY, QUESTIONS[turn % len(QUESTIONS)]), rounds)
    plans = _times(lambda turn: coach.plan(COMMUNITY, PlanRequest(outcomes=(OUTCOME,), seed=turn)), rounds)
    ratio = statistics.median(plans) / statistics.median(finds)
    _say(f"{kind} index, {notes} notes: find {_spread(finds)}, plan {_spread(plans)}, plan/find {ratio:.1f} x")
    coach.close()


def _take_in(coach: Coach, folder: Path | None) -> int:
    source = folder or Path(__file__).parents[1] / "coach" / "demo" / "notes"
    if not coach.communities():
        coach.create_community(COMMUNITY)
        report = coach.ingest(COMMUNITY, IngestRequest(folder=str(source)))
        _say(f"ingest: {report.added} notes, {report.chunks} chunks in {report.seconds:.1f} s")
    return len(coach.notes(COMMUNITY))


def _times(run: Callable[[int], object], rounds: int) -> list[float]:
    times = []
    for turn in range(rounds):
        start = time.perf_counter()
        run(turn)
        times.append((time.perf_counter() - start) * 1_000)
    return times


def _spread(times: Sequence[float]) -> str:
    ordered = sorted(times)
    return f"p50 {statistics.median(ordered):.0f} ms, p95 {ordered[int(len(ordered) * 0.95) - 1]:.0f} ms"


def _measure_start(home: Path) -> None:
    """Start the app in turns without and with a model: it is only asked once somebody drafts."""
    plain = {**os.environ, "COACH_HOME": str(home), "COACH_MODEL": ""}
    with_model = plain | {"COACH_MODEL": "openai/any", "COACH_API_BASE": "http://127.0.0.1:9/v1"}
    times = [(_start(plain), _start(with_model)) for _ in range(3)]
    without, given = (statistics.median(pair[place] for pair in times) for place in (0, 1))
    _say(f"app start: answers after {without:.1f} s; with a model {given:.1f} s ({given / without:.2f} of that)")


def _start(environment: dict[str, str]) -> float:
    command = [sys.executable, "-m", "coach.cli", "serve", "--port", "0"]
    with _running(command, environment) as (process, started):
        if process.stdout:
            process.stdout.readline()
        return time.perf_counter() - started


@contextlib.contextmanager
def _running(command: list[str], environment: dict[str, str]) -> Iterator[tuple[subprocess.Popen[str], float]]:
    started = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        yield process, started
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
