"""A report, or a comparison, as one HTML file: nothing in it is fetched, and what was suggested stays data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import median

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from coach.export.suggestion_html import render_suggestion
from coach.models import CriterionFigure, EvalComparison, EvalReport, GradeStatus, Pair, SuggestionKind
from coach.models import evaluation_words as words
from evals.comparing import FEWEST

from .marking import mark_changes

AXIS = 108.0
"""How long a drawn axis is, in the units of its picture."""
MARGIN = 6.0
"""What is left free at either end of it."""


def render_report(report: EvalReport) -> str:
    """Return a run's report as one HTML file."""
    places = {sample.id: place for place, sample in enumerate(report.samples)}
    return _environment().get_template("report.html.j2").render(
        report=report,
        figures=group_figures(report.figures),
        samples=words.worst_first(report.samples, report.figures),
        places=places,
        dropped=words.dropped_of(report.figures),
        kinds=[kind for kind in SuggestionKind if any(one.kind is kind for one in report.samples)],
        hards=sorted({one.hard for one in report.samples if one.hard}),
    )  # fmt: skip


def render_comparison(comparison: EvalComparison) -> str:
    """Return a comparison of two runs as one HTML file."""
    changed = [pair for pair in comparison.pairs if pair.changed or pair.before != pair.after]
    return _environment().get_template("comparison.html.j2").render(
        comparison=comparison,
        moved=[one for one in comparison.differences if one.better or one.worse],
        still=[one for one in comparison.differences if not one.better and not one.worse],
        beyond=[one for one in comparison.differences if one.is_beyond_noise],
        pairs=changed,
        alike=len(comparison.pairs) - len(changed),
        lengths=compare_lengths(comparison.pairs),
    )  # fmt: skip


def group_figures(figures: Iterable[CriterionFigure]) -> list[tuple[SuggestionKind, list[CriterionFigure]]]:
    """Return figures kind by kind, those of judging models after the others."""
    ordered = words.judges_last(figures)
    grouped = [(kind, [one for one in ordered if one.kind is kind]) for kind in SuggestionKind]
    return [(kind, found) for kind, found in grouped if found]


def compare_lengths(pairs: Iterable[Pair]) -> list[tuple[SuggestionKind, int, int, int]]:
    """Return for each kind how many pairs there are, and the middle length before and after."""
    found = list(pairs)
    count = Counter(pair.kind for pair in found)
    return [
        (
            kind,
            count[kind],
            round(median(pair.before_words for pair in found if pair.kind is kind)),
            round(median(pair.after_words for pair in found if pair.kind is kind)),
        )
        for kind in SuggestionKind
        if count[kind]
    ]


def place(value: float, low: float, high: float) -> float:
    """Return where a value stands on a drawn axis that runs from low to high."""
    inside = min(max(value, low), high)
    return round(MARGIN + AXIS * (inside - low) / (high - low), 1)


def say_change(value: float) -> str:
    """Return a change with its sign: `+0.25`, `−1.00`, `0.00`."""
    shown = f"{abs(value):.2f}"
    if float(shown) == 0:
        return shown
    return f"{'+' if value > 0 else '−'}{shown}"


def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["markdown"] = lambda text: Markup(render_suggestion(text))  # every tag in it is ours
    made.globals.update(_names())
    return made


def _names() -> Mapping[str, object]:
    return {
        "KIND": words.KIND,
        "TRUST": words.TRUST,
        "TRUST_MEANS": words.TRUST_MEANS,
        "VALUE": words.VALUE,
        "GRADED": GradeStatus.GRADED,
        "is_judge": words.is_judge,
        "say_grade": words.say_grade,
        "say_trust": words.say_trust,
        "say_labellers": words.say_labellers,
        "say_figure": words.say_figure,
        "say_wanted": words.say_wanted,
        "say_reached": words.say_reached,
        "say_weak": words.say_weak,
        "say_change": say_change,
        "fewest": FEWEST,
        "place": place,
        "mark_changes": mark_changes,
    }
