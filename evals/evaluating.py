"""One run: cases in, a report out, with how far its graders can be trusted."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coach._version import __version__
from coach.jobs.progress import ignore_progress
from coach.models import Aim, EvalReport, Sample, Table, Trust
from coach.ports import Clock, Progress

from .bar import measure_bar
from .benches import Bench
from .cache import Cache
from .casebook import Case, files_of, read_cases
from .drafters import CaseDrafter
from .drafters.playbook import fingerprint_product
from .graders.base import Grader
from .graders.checks import ChecksGrader
from .graders.kept import Kept
from .graders.numbers import NumbersGrader
from .graders.reading import ReadingGrader
from .graders.rules import RulesGrader
from .labelled import describe_readers, read_labelled, read_sources
from .newcomers import measure_newcomers
from .runs import to_run_id
from .suite import Suite
from .summing import count_unanswered, measure_lengths, sum_up
from .tables import read_tables
from .trusting import collect, grade_unseen, measure_all, read_both, to_table


@dataclass(frozen=True)
class Wish:
    """What to run."""

    cases: Sequence[Case]
    """The cases."""
    drafter: CaseDrafter
    """Who drafts."""
    repeat: int = 1
    """How often each case is drafted."""
    workers: int = 2
    """How many cases run side by side."""
    fresh: bool = False
    """Draft anew even where an answer is kept."""
    judges: Sequence[Grader] = ()
    """Judges, besides what needs no model."""
    judge: str = ""
    """The judging model."""
    judge_is_kin: bool = False
    """Whether judge and drafter are of one family."""


@dataclass(frozen=True)
class Workshop:
    """Where runs happen."""

    bench: Bench
    """Where the cases' communities are."""
    cache: Cache
    """What was drafted and graded before."""
    clock: Clock
    """Tells the time."""
    progress: Progress = field(default=ignore_progress)
    """Told how far it is."""


def evaluate(wish: Wish, shop: Workshop) -> EvalReport:
    """Run a drafter over cases, grade what it answers, and say how far the graders can be trusted."""
    started, made_at = time.perf_counter(), shop.clock.now().isoformat(timespec="seconds")
    graders = [*free_graders(shop.bench), *wish.judges]
    suite = Suite(wish.drafter, graders, shop.cache, wish.workers, wish.fresh, shop.progress)
    samples = suite.run(wish.cases, wish.repeat)
    trusts, agreement = _measure_graders(graders, shop)
    return EvalReport(
        id=to_run_id(made_at, wish.drafter.name),
        drafter=wish.drafter.name,
        prompts=dict(wish.drafter.prompts),
        judge=wish.judge,
        judge_is_kin=wish.judge_is_kin,
        made_at=made_at,
        version=__version__,
        cases=len(wish.cases),
        repeat=wish.repeat,
        seconds=round(time.perf_counter() - started, 1),
        peak_mb=round(measure_peak_mb()),
        cost_usd=_sum_costs(suite),
        figures=sum_up(samples, graders, trusts),
        aims=tuple(_measure_aims(wish, samples, suite)),
        lengths=measure_lengths(samples),
        tables=(agreement, *read_tables()),
        unanswered=count_unanswered(samples),
        samples=tuple(samples),
    )


def free_graders(bench: Bench) -> list[Grader]:
    """Return the graders that need no model."""
    return [ChecksGrader(bench), ReadingGrader(files_of(read_cases())), RulesGrader(), NumbersGrader()]


def _measure_aims(wish: Wish, samples: Sequence[Sample], suite: Suite) -> list[Aim]:
    aims = measure_bar(samples, wish.cases, suite.drafted.values())
    return [*aims, measure_newcomers(wish.drafter.name, read_sources(), read_both())]


def _sum_costs(suite: Suite) -> float | None:
    costs = [item.cost_usd for item in suite.drafted.values() if item.cost_usd is not None]
    return round(sum(costs), 4) if costs else None


def _measure_graders(graders: Sequence[Grader], shop: Workshop) -> tuple[dict[tuple[str, str, str], Trust], Table]:
    """Let the graders grade what two readers labelled, and compare."""
    items, cases = read_labelled(), {case.id: case for case in read_cases()}
    graded = grade_unseen(items, [_keep(grader, shop.cache) for grader in graders], cases)
    trusts = measure_all(collect(items, graded), read_both())
    return trusts, to_table(trusts, describe_readers())


def _keep(grader: Grader, cache: Cache) -> Grader:
    # Its rules are no part of the product's fingerprint, and they read everything again in seconds.
    return grader if isinstance(grader, ReadingGrader) else Kept(grader, cache, fingerprint_product())


def measure_peak_mb() -> float:
    """Return the most memory that this process has held, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def open_workshop(bench: Bench, home: Path, clock: Clock, progress: Progress) -> Workshop:
    """Return a workshop whose cache lies beside its bench."""
    return Workshop(bench, Cache(home / "evals" / "cache"), clock, progress)
