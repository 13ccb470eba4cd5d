"""Shows how well levels are read, as text; never an outcome's own words."""

from __future__ import annotations

from collections.abc import Iterator

from .run import KINDS, ContenderScore, LevelsReport
from .scoring import Interval

PAPER = """Of EDM2022CLO its authors report a mean F1 of .916 (six BERT classifiers), .853 (SVM), .460 (naive Bayes) and
.688 (a list of verbs): on a test split of their own, after learning from 20,000 of their rows. Ours has learnt from
none of them. (Li, Raković, Poh, Gašević and Chen, EDM 2022.)"""


def render_levels(report: LevelsReport, *, is_foreign: bool) -> str:
    """Return the figures as text.

    Args:
        report: The figures.
        is_foreign: Whether the outcomes are other people's; then what others reached stands beside.
    """
    return "\n".join(_lines(report, is_foreign=is_foreign))


def _lines(report: LevelsReport, *, is_foreign: bool) -> Iterator[str]:
    yield f"{report.n} outcomes"
    for contender in report.contenders:
        yield from ("", *_contender(contender, is_foreign=is_foreign))
    yield ""
    yield f"mean F1, hinter less the list's every verb: 95 % interval {_interval(report.gain)}"
    yield from ("", f"{'right, by the verb':30}{'n':>5}   list  hinter  taken  hinter less list")
    for kind in report.kinds:
        shares = f"{kind.listed:7.2f}{kind.hinted:8.2f}{kind.taken:7.2f}"
        yield f"{KINDS[kind.kind]:30}{kind.n:5}{shares}  {_interval(kind.gain)}"
    if is_foreign:
        yield from ("", PAPER)


def _contender(contender: ContenderScore, *, is_foreign: bool) -> Iterator[str]:
    macro = contender.macro
    others = "" if is_foreign else f"; against the reader {macro['reader']:.3f}, where both agree {macro['agreed']:.3f}"
    yield f"{contender.name}: mean F1 {macro['writer']:.3f} {_interval(contender.interval)}{others}"
    yield f"  {'':11}precision  recall     F1     n"
    for level, score in contender.levels.items():
        yield f"  {level:11}{_share(score.precision):>9}{_share(score.recall):>8}{score.f1:7.2f}{score.n:6}"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _interval(interval: Interval) -> str:
    return f"[{interval[0]:.3f}, {interval[1]:.3f}]"
