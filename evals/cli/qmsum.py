"""How near answers without a model come to QMSum's, beside chance, the lead and TextRank."""

from __future__ import annotations

from pathlib import Path

import click

from coach.cli.output import Output, json_option
from coach.errors import BadRequest
from evals.qmsum.data import read_split
from evals.qmsum.methods import open_methods
from evals.qmsum.run import measure_answers, to_table

from .retrieval import QMSUM, describe

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.option("--qmsum", "folder", type=_FOLDER, help="The folder of QMSum, with a folder for each split.")
@click.option("--split", default="val", show_default=True, help="Which split; `test` only at the very end.")
@click.option("--first", type=click.IntRange(1), help="Only so many meetings, for a quick look.")
@json_option
@click.pass_obj
def qmsum(output: Output, /, folder: Path | None, split: str, first: int | None) -> None:
    """Measure answers to questions about meetings, all methods in one run, without a model.

    Nothing is tuned by it. Without --qmsum it is looked for beside the checkout, in ../shared.
    """
    meetings = read_split(find_folder(folder) / split)[:first]
    methods = open_methods()
    table = to_table(measure_answers(meetings, methods, output.progress()), list(methods))
    output.show({"tables": [table.model_dump()]}, describe(table))


def find_folder(named: Path | None, beside: Path = QMSUM) -> Path:
    """Return the folder of QMSum: the one that is named, or the one beside the checkout.

    Raises:
        BadRequest: There is none.
    """
    if named or beside.is_dir():
        return named or beside
    raise BadRequest("QMSum is not here.", "Name its folder with --qmsum.")
