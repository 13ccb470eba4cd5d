"""Figures over judged questions, with intervals, and the paired difference to vectors alone.

The measures are computed by ir-measures, a question at a time. A question for which nothing judged can be found among
the passages is ungraded and counted, not a miss.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

import ir_measures
from ir_measures import RR, Measure, Qrel, R, ScoredDoc, Success, nDCG

from coach.models import Table
from coach.models.base import Word
from evals.measuring.intervals import bootstrap_change, bootstrap_mean

AGAINST = "dense"
"""What the others are held against."""
MEASURES: Mapping[str, Measure] = {
    "found@10": Success @ 10,
    "R@5": R @ 5,
    "R@10": R @ 10,
    "MRR@10": RR @ 10,
    "nDCG@10": nDCG @ 10,
}
"""By what tables call them; found@10 is whether any judged one is there."""


@dataclass(frozen=True)
class Run:
    """What each method ranked, and what is judged right, by question."""

    relevant: Mapping[str, frozenset[str]]
    """The judged ones; empty where nothing can be judged."""
    rankings: Mapping[str, Mapping[str, Sequence[str]]]
    """What was found, best first, by method and question."""


class FindingFigure(Word):
    """One measure of one method."""

    what: str
    """What is looked for: notes, quotes, turns."""
    method: str
    """By which method."""
    measure: str
    """Which measure."""
    mean: float
    """Its mean over questions."""
    low: float
    """Lower end of its 95 % interval."""
    high: float
    """Upper end."""
    n: int
    """Questions behind it."""
    ungraded: int = 0
    """Questions without anything judged among the passages."""
    change: float | None = None
    """The mean paired difference to vectors alone; nothing for them."""
    change_low: float | None = None
    """Lower end of its 95 % interval."""
    change_high: float | None = None
    """Upper end."""


def measure(what: str, run: Run, names: Sequence[str]) -> list[FindingFigure]:
    """Return the figures of a run.

    Args:
        what: What is looked for.
        run: What was found, and what is judged.
        names: Which of `MEASURES`.
    """
    values = {method: by_question(run.relevant, ranked, names) for method, ranked in run.rankings.items()}
    ungraded = sum(not wanted for wanted in run.relevant.values())
    if ungraded == len(run.relevant):
        return []
    return [
        _to_figure((what, method, name), told[name], values.get(AGAINST, {}).get(name, {}), ungraded)
        for method, told in values.items()
        for name in names
    ]


def by_question(
    relevant: Mapping[str, frozenset[str]], ranked: Mapping[str, Sequence[str]], names: Sequence[str]
) -> dict[str, dict[str, float]]:
    """Return each measure for each question that has something judged."""
    judged = {question: wanted for question, wanted in relevant.items() if wanted}
    qrels = [Qrel(question, key, 1) for question, wanted in judged.items() for key in sorted(wanted)]
    found = [
        ScoredDoc(question, key, float(-place)) for question in judged for place, key in enumerate(ranked[question])
    ]
    asked = {MEASURES[name]: name for name in names}
    values = {name: dict.fromkeys(judged, 0.0) for name in names}  # who finds nothing has nothing right
    for metric in ir_measures.iter_calc(list(asked), qrels, found):
        values[asked[metric.measure]][metric.query_id] = float(metric.value)
    return values


def _to_figure(
    key: tuple[str, str, str], values: Mapping[str, float], against: Mapping[str, float], ungraded: int
) -> FindingFigure:
    what, method, name = key
    low, high = bootstrap_mean({question: [value] for question, value in values.items()})
    figure = FindingFigure(
        what=what,
        method=method,
        measure=name,
        mean=fmean(values.values()),
        low=low,
        high=high,
        n=len(values),
        ungraded=ungraded,
    )
    if method == AGAINST or not against:
        return figure
    change_low, change_high = bootstrap_change(against, values)
    change = fmean(values[question] - against[question] for question in values)
    return figure.model_copy(update={"change": change, "change_low": change_low, "change_high": change_high})


def to_table(title: str, figures: Sequence[FindingFigure], says: str = "") -> Table:
    """Return figures as a table, a measure a row."""
    rows = tuple(
        (item.what, item.measure, item.method, say_mean(item), say_change(item), str(item.n), str(item.ungraded))
        for item in sorted(figures, key=lambda item: (item.what, list(MEASURES).index(item.measure)))
    )
    return Table(
        title=title,
        says=says,
        head=("what", "measure", "method", "mean [95 %]", f"to {AGAINST} [95 %]", "n", "ungraded"),
        rows=rows,
    )


def say_mean(item: FindingFigure) -> str:
    """Return a mean with its interval."""
    return f"{item.mean:.3f} [{item.low:.3f}, {item.high:.3f}]"


def say_change(item: FindingFigure) -> str:
    """Return a paired difference with its interval; a dash where there is none."""
    if item.change is None or item.change_low is None or item.change_high is None:
        return "–"
    return f"{item.change:+.3f} [{item.change_low:+.3f}, {item.change_high:+.3f}]"
