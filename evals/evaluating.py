"""One run: cases in, a report out, with how far its graders can be trusted."""

from __future__ import annotations

import resource
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coach._version import __version__
from coach.jobs.progress import ignore_progress
from coach.models import Aim, EvalReport, Sample, Table, Trust, TrustBand
from coach.ports import Clock, Progress

from .bar import READ_BY, measure_bar
from .benches import Bench
from .cache import Cache, to_key
from .casebook import Case, files_of, read_cases
from .drafters import CaseDrafter
from .drafters.playbook import fingerprint_product
from .graders.base import Grader
from .graders.checks import ChecksGrader
from .graders.kept import Kept
from .graders.numbers import NumbersGrader
from .graders.reading import ReadingGrader
from .graders.rules import RulesGrader
from .labelled import Labelled, describe_readers, read_labelled, read_sources
from .labelled_bar import measure_links, measure_newcomers
from .runs import to_run_id
from .suite import Suite
from .summing import Trusts, count_unanswered, measure_lengths, sum_up
from .tables import read_tables
from .taking import show_taking, sum_costs
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
    judge_labels: int = 40
    """How many labelled suggestions of each kind the judges grade, to say how far they can be trusted."""


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
    trusts, agreement = _measure_graders(wish, shop)
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
        aims=tuple(_measure_aims(wish, samples, suite, trusts)),
        lengths=measure_lengths(samples),
        tables=(agreement, *show_taking(suite.took.values()), *read_tables()),
        unanswered=count_unanswered(samples),
        samples=tuple(samples),
    )


def free_graders(bench: Bench) -> list[Grader]:
    """Return the graders that need no model."""
    return [ChecksGrader(bench), ReadingGrader(files_of(read_cases())), RulesGrader(), NumbersGrader()]


def _measure_aims(wish: Wish, samples: Sequence[Sample], suite: Suite, trusts: Trusts) -> list[Aim]:
    aims = measure_bar(samples, wish.cases, suite.drafted.values())
    name, sources, readers = wish.drafter.name, read_sources(), read_both()
    told = [measure_links(name, sources, readers), measure_newcomers(name, sources, readers)]
    return [*(_with_doubt(aim, trusts) for aim in aims), *told]


def _with_doubt(aim: Aim, trusts: Trusts) -> Aim:
    """Say on the line itself when it is read by a grader that readers do not agree with."""
    key = READ_BY.get(aim.code)
    if key is None or trusts.get(key, Trust()).band is not TrustBand.DROPPED:
        return aim
    return aim.model_copy(update={"says": f"{aim.says} (as the checks read it; readers do not agree with them)"})


def _sum_costs(suite: Suite) -> float | None:
    if suite.took:
        return sum_costs(suite.took.values())
    costs = [item.cost_usd for item in suite.drafted.values() if item.cost_usd is not None]
    return round(sum(costs), 4) if costs else None


def _measure_graders(wish: Wish, shop: Workshop) -> tuple[dict[tuple[str, str, str], Trust], Table]:
    """Let the graders grade what two readers labelled, and compare; judges, which cost, a part of it."""
    items, cases = read_labelled(), {case.id: case for case in read_cases()}
    free = [_keep(grader, shop.cache) for grader in free_graders(shop.bench)]
    graded = grade_unseen(items, free, cases)
    graded += grade_unseen(draw(items, wish.judge_labels), wish.judges, cases)
    trusts = measure_all(collect(items, graded), read_both())
    return trusts, to_table(trusts, describe_readers())


def draw(items: Sequence[Labelled], most: int) -> list[Labelled]:
    """Return so many suggestions of each kind at most, always the same ones and by no order of theirs."""
    ordered = sorted(items, key=lambda item: to_key("draw", item.id))
    places: Counter[str] = Counter()
    chosen = []
    for item in ordered:
        places[item.suggestion.kind] += 1
        if places[item.suggestion.kind] <= most:
            chosen.append(item)
    return chosen


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
