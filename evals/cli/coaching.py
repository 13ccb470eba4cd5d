"""How well the coach does without a model."""

from __future__ import annotations

from dataclasses import asdict

import click

from coach.cli.output import Output, json_option
from evals.coaching.data import Half
from evals.coaching.run import measure_coaching, read_messages
from evals.coaching.showing import render_coaching

from .opening import open_here

_HALVES: dict[str, Half] = {"development": "development", "held-out": "held out"}


@click.command()
@click.option(
    "--half",
    type=click.Choice(list(_HALVES)),
    default="development",
    show_default=True,
    help="Which labelled messages; the held-out ones only to report, never while something is tuned.",
)
@click.option("--first", type=click.IntRange(1), help="Only so many messages of each sort, for a quick look.")
@json_option
@click.pass_context
def coaching(ctx: click.Context, half: str, first: int | None) -> None:
    """Measure recognising, limits and replies of the coach without a model; messages are never printed."""
    output = ctx.ensure_object(Output)
    shop = open_here(output)
    report = measure_coaching(read_messages(_HALVES[half], first), shop.bench, shop.progress)
    output.show(asdict(report), render_coaching(report))
