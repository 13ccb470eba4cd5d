"""How well passages are found, beside plain BM25 and vectors alone."""

from __future__ import annotations

import re
from pathlib import Path

import click

from coach.cli.output import Output, json_option
from coach.errors import BadRequest
from coach.models import Table
from coach.service import Coach
from coach.settings import Settings
from coach.wiring import build_coach
from evals.retrieval import Bench, Measured, measure_corpora, measure_meetings

from .opening import home_folder

_SHARED = Path(__file__).resolve().parents[2].parent / "shared"
CORPORA, QMSUM = _SHARED / "corpora", _SHARED / "benchmarks" / "qmsum"
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.option("--corpora", type=_FOLDER, help="The folder with questions.jsonl and the corpora it asks about.")
@click.option("--qmsum", type=_FOLDER, help="The folder of QMSum, with a folder for each split.")
@click.option("--split", default="val", show_default=True, help="Which split of QMSum; `test` only at the very end.")
@json_option
@click.pass_obj
def retrieval(output: Output, /, corpora: Path | None, qmsum: Path | None, split: str) -> None:
    """Measure judged questions: BM25, vectors alone, and ours, over the same passages.

    What is taken in is kept for the next time. What is not named is looked for beside the checkout, in ../shared.
    """
    chosen = choose_folders(corpora, qmsum)
    bench, found = Bench(open_place, output.say, output.progress()), Measured()
    if chosen[0]:
        measure_corpora(chosen[0], bench, found)
    if chosen[1]:
        measure_meetings(chosen[1] / split, bench, found)
    tables = found.tables()
    output.show({"tables": [table.model_dump() for table in tables]}, "\n\n".join(describe(table) for table in tables))


def open_place(name: str) -> Coach:
    """Open the database of one corpus or meeting."""
    place = re.sub(r"[^\w.-]+", "-", name)
    return build_coach(Settings(home=home_folder() / "evals" / "bench-retrieval" / place, database_url=None))


def choose_folders(
    corpora: Path | None, qmsum: Path | None, beside: tuple[Path, Path] = (CORPORA, QMSUM)
) -> tuple[Path | None, Path | None]:
    """Return what is measured: what is named, or else what stands beside the checkout.

    Raises:
        BadRequest: There is nothing.
    """
    if corpora or qmsum:
        return corpora, qmsum
    here = tuple(folder if folder.is_dir() else None for folder in beside)
    if not any(here):
        raise BadRequest(
            "There are no judged questions to measure with.",
            "Name a folder with --corpora (questions.jsonl and its corpora), or one of QMSum with --qmsum.",
        )
    return here[0], here[1]


def describe(table: Table) -> str:
    """Return a table for the terminal."""
    rows = [table.head, *table.rows]
    widths = [max(len(row[place]) for row in rows) for place in range(len(table.head))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([table.title, *(f"  {line}" for line in lines)])
