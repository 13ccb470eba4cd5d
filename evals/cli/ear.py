"""How well telling sentences are heard."""

from __future__ import annotations

import click

from coach.adapters.onnx_embedder import OnnxEmbedder
from coach.cli.output import Output, json_option
from coach.locate import embedder_folder
from evals.ear.run import measure


@click.command()
@json_option
@click.pass_obj
def ear(output: Output) -> None:
    """Measure how well telling sentences are heard, on communities of which nothing was learnt."""
    table = measure(OnnxEmbedder(embedder_folder()))
    output.show({"table": table}, table)
