"""Look the cases over."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from coach.cli.output import Output, json_option
from evals.case_lint import lint_folder
from evals.casebook import CASES, Case, read_cases

WRONG = 1


@click.command()
@click.option("--folder", type=click.Path(exists=True, file_okay=False), help="Cases of your own.")
@click.option("--cases", "pattern", default="*", show_default=True, help="A kind, a case's id, or a pattern.")
@json_option
@click.pass_context
def cases(ctx: click.Context, folder: str | None, pattern: str) -> None:
    """List the cases and what the linter says of them; exit code 1 when something is wrong."""
    output = ctx.ensure_object(Output)
    place = Path(folder) if folder else CASES
    found, wrong = read_cases(place, pattern), lint_folder(place)
    data = {"cases": [to_row(case) for case in found], "wrong": wrong}
    counts = Counter(case.kind.value for case in found)
    hard = sum(case.asked.hard.value != "nothing" for case in found)
    lines = [f"{case.id:48} {case.asked.hard.value:14} {case.file.community.name}" for case in found]
    summed = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    output.show(data, "\n".join([*lines, "", f"{len(found)} cases: {summed}; {hard} hard on purpose.", *wrong]))
    if wrong:
        ctx.exit(WRONG)


def to_row(case: Case) -> dict[str, str]:
    """Return a case in a line."""
    return {
        "id": case.id,
        "kind": case.kind.value,
        "hard": case.asked.hard.value,
        "evidence": case.asked.evidence.value,
        "community": case.file.community.name,
        "domain": case.file.community.domain.value,
    }
