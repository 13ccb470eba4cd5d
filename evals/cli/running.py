"""Run a drafter over cases, and compare two runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from coach.cli.output import Output, json_option, write_text
from coach.models import Aim, CriterionFigure, EvalComparison, EvalReport, TrustBand
from evals.casebook import CASES, Case, read_cases
from evals.comparing import compare as compare_runs
from evals.evaluating import Wish, Workshop, evaluate
from evals.graders.criteria import label_criteria
from evals.graders.kin import is_kin
from evals.reporting.html import render_comparison, render_report
from evals.runs import read_run, save_run
from evals.taking import TITLE

from .opening import PLAYBOOK, Chosen, choose_drafter, choose_judges, home_folder, open_here

_DRAFTER = "`playbook`; a model's name, to draft as the product does; `ask:MODEL`, asked once by itself."


@click.command()
@click.option("--drafter", default=PLAYBOOK, show_default=True, help=_DRAFTER)
@click.option("--answers", type=click.Path(dir_okay=False), help="Measure the answers in this file instead.")
@click.option("--prompts", multiple=True, metavar="TASK=vN", help="Use this version of a prompt.")
@click.option("--cases", "pattern", default="*", show_default=True, help="A kind, a case's id, or a pattern.")
@click.option("--folder", type=click.Path(exists=True, file_okay=False), help="Cases of your own.")
@click.option("--repeat", default=1, show_default=True, type=click.IntRange(1, 20), help="Draft each case so often.")
@click.option("--judge", default="", metavar="MODEL", help="Let this model judge, too (COACH_JUDGE_MODEL).")
@click.option(
    "--judge-labels",
    default=40,
    show_default=True,
    type=click.IntRange(0),
    help="Labelled suggestions a kind it judges.",
)
@click.option("--calls", type=click.IntRange(0), help="The most calls to the drafting model.")
@click.option("--usd", type=click.FloatRange(0), help="The most that they may cost, in dollars.")
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 32), help="Cases side by side.")
@click.option("--fresh", is_flag=True, help="Draft anew, even what was drafted before.")
@click.option("--out", type=click.Path(dir_okay=False), help="Write the report as one HTML file here, too.")
@json_option
@click.pass_obj
def run(output: Output, /, pattern: str, folder: str | None, out: str | None, **given: Any) -> None:
    """Run a drafter over the cases and write a report.

    A run that was stopped goes on where it was: what was drafted and graded is kept by content.
    """
    shop = open_here(output)
    wish = to_wish(given, read_cases(Path(folder) if folder else CASES, pattern), shop)
    report = evaluate(wish, shop)
    page = render_report(report)
    kept = save_run(report, page, label_criteria(), home_folder())
    if out:
        write_text(Path(out), page)
    output.show(report.model_dump(mode="json", exclude={"samples"}), describe(report))
    output.say(f"\nKept as {report.id}: {kept / 'report.html'}")


def to_wish(given: Mapping[str, Any], cases: Sequence[Case], shop: Workshop) -> Wish:
    """Return what the options ask for."""
    names = ("drafter", "answers", "prompts", "judge", "calls", "usd", "workers", "fresh")
    chosen = Chosen(**{name: given[name] for name in names})
    drafter, judges = choose_drafter(chosen, shop), choose_judges(chosen, shop)
    judge = judges[0].name.removeprefix("judge:") if judges else ""
    return Wish(
        cases=cases,
        drafter=drafter,
        repeat=given["repeat"],
        workers=given["workers"],
        fresh=given["fresh"],
        judges=judges,
        judge=judge,
        judge_labels=given["judge_labels"],
        judge_is_kin=bool(judge) and is_kin(judge, drafter.name.removeprefix("ask ")),
    )


@click.command()
@click.argument("before")
@click.argument("after")
@click.option("--out", type=click.Path(dir_okay=False), help="Write the comparison as one HTML file.")
@json_option
@click.pass_obj
def compare(output: Output, before: str, after: str, out: str | None) -> None:
    """Compare two runs (their ids, or paths of report.json), case by case: worst losses first."""
    home = home_folder()
    found = compare_runs(read_run(before, home), read_run(after, home))
    kept = home / "evals" / "comparisons" / f"{found.before}--{found.after}.json"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.with_suffix(".html").write_text(render_comparison(found), encoding="utf-8")
    kept.write_text(found.model_dump_json(indent=1), encoding="utf-8")
    if out:
        write_text(Path(out), render_comparison(found))
        output.say(f"Written to {out}.")
    output.show(found.model_dump(mode="json"), describe_comparison(found))


def describe(report: EvalReport) -> str:
    """Return a report for the terminal: the graders' trust first, then the bar, then what falls short."""
    lines = [f"{report.drafter}: {report.cases} cases, {report.seconds:.0f} s, {report.peak_mb:.0f} MB."]
    lines += [f"  no answer to {count}: {why}" for why, count in report.unanswered.items()]
    for table in [*report.tables[:1], *(item for item in report.tables if item.title == TITLE)]:
        lines += ["", table.title, *("  " + "  ".join(row) for row in table.rows)]
    lines += ["", "The bar", *(_aim(aim) for aim in report.aims)]
    lines += ["", "Criteria, lowest first (mean of 0 to 2, 95 % interval)"]
    usable = [item for item in report.figures if item.mean is not None and item.trust.band is not TrustBand.DROPPED]
    return "\n".join([*lines, *(_figure(item) for item in sorted(usable, key=lambda item: item.mean or 0.0))])


def _aim(aim: Aim) -> str:
    sign = "✓" if aim.is_met else "✗"
    value = "nothing to count" if aim.value is None else f"{aim.value:.2f}"
    way = "at most" if aim.at_most else "wanted"
    return f"  {sign} {aim.says}: {value} (n = {aim.n}; {way} {aim.wanted:g})"


def _figure(item: CriterionFigure) -> str:
    left = ", ".join(
        f"{count} {word}"
        for count, word in ((item.ungraded, "ungraded"), (item.void, "void"), (item.errors, "errors"))
        if count
    )
    more = f"; {left}" if left else ""
    return (
        f"  {item.mean:.2f} [{item.low:.2f}, {item.high:.2f}]  {item.kind.value} {item.code} {item.title} "
        f"({item.grader}, {item.trust.band.value}; n = {item.n}{more})"
    )


def describe_comparison(found: EvalComparison) -> str:
    """Return a comparison for the terminal."""
    lines = [f"{found.before_drafter} → {found.after_drafter}: {found.shared} cases in both."]
    for item in found.differences:
        sure = "" if item.is_beyond_noise else "  (within noise)"
        lines.append(
            f"  {item.change:+.2f} [{item.low:+.2f}, {item.high:+.2f}]  {item.kind.value} {item.code} {item.title} "
            f"({item.grader}, n = {item.n}){sure}"
        )
    if found.left_out:
        lines.append(f"  {found.left_out} criteria are left out: their graders do not agree with readers.")
    lines += ["", "Cases that lost most"]
    lines += [f"  {pair.change:+.0f}  {pair.case}: {'; '.join(pair.changed[:3])}" for pair in found.pairs[:10]]
    return "\n".join(lines)
