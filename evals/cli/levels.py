"""How well the level of an outcome is read."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from coach.cli.output import Output, json_option
from evals.levels.data import choose, read_foreign, read_outcomes
from evals.levels.run import measure_levels
from evals.levels.showing import render_levels


@click.command()
@click.option(
    "--data",
    type=click.Path(exists=True, dir_okay=False),
    help="A CSV file shaped like EDM2022CLO; without it, our own outcomes that nothing was learnt from.",
)
@json_option
@click.pass_context
def levels(ctx: click.Context, data: str | None) -> None:
    """Measure how well the level of an outcome is read; sentences are never printed."""
    output = ctx.ensure_object(Output)
    outcomes = read_foreign(Path(data)) if data else choose(read_outcomes(), "test")
    report = measure_levels(outcomes)
    output.show(asdict(report), render_levels(report, is_foreign=data is not None))
