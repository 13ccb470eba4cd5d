"""How briefs without a model hold up: on real communities, read blind, and with faults planted in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from coach.cli.output import Output, json_option
from coach.errors import BadRequest
from coach.models import Table
from evals.brief.corpora import MadeBrief, make_briefs, to_tables
from evals.brief.faults.building import FRESH, read_bases, read_faults
from evals.brief.faults.run import measure_faults
from evals.brief.reading import read_labels, to_reading_table, to_sheet, write_sheet
from evals.retrieval import Bench
from evals.showing import show_brief

from .retrieval import CORPORA, describe, open_place

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(dir_okay=False, path_type=Path)


@dataclass(frozen=True)
class Wish:
    """What to make briefs of, and what to write down of them."""

    corpora: Path | None = None
    """The folder of communities; the one beside the checkout when left out."""
    every_year: bool = False
    """A brief of every year."""
    pages: Path | None = None
    """Where the pages are written, if anywhere."""
    sheet: Path | None = None
    """Where the reading sheet is written, if anywhere."""


@click.command()
@click.option("--corpora", type=_FOLDER, help="The folder of communities, each with its MANIFEST.md.")
@click.option("--every-year", is_flag=True, help="A brief of every year, not only of the one with the most notes.")
@click.option("--pages", type=_FOLDER, help="A folder to write the pages into, as Markdown.")
@click.option("--sheet", type=_FILE, help="Write every claim with its evidence here, for somebody to read blind.")
@click.option("--labels", type=_FILE, multiple=True, help="What a reader filled in; once for each reader.")
@click.option("--faults", is_flag=True, help="Count how many planted faults the checks stop, and which they miss.")
@click.option("--fresh", is_flag=True, help="With --faults: only those that nothing in the checks was made after.")
@json_option
@click.pass_obj
def brief(output: Output, /, faults: bool, fresh: bool, labels: tuple[Path, ...], **asked: Any) -> None:
    """Measure briefs without a model: quotes, numbers, length; or planted faults; or what readers said.

    What is taken in is kept for the next time. Without --corpora it is looked for beside the checkout, in ../shared.
    """
    if faults:
        folders = (FRESH,) if fresh else ()
        _show(output, measure_faults(read_bases(*folders), read_faults(*folders)).tables())
    elif labels:
        _show(output, [to_reading_table({path.stem: read_labels(path) for path in labels})])
    else:
        _show(output, to_tables(_make(output, Wish(**asked))))


def _make(output: Output, wish: Wish) -> list[MadeBrief]:
    bench = Bench(open_place, output.say, output.progress())
    made = list(make_briefs(find_folder(wish.corpora), bench, every_year=wish.every_year))
    if wish.sheet:
        write_sheet(to_sheet(made), wish.sheet)
    if wish.pages:
        for item in made:
            page = wish.pages / f"{item.name.replace(' ', '-')}.md"
            page.write_text(show_brief(item.result.brief), encoding="utf-8")
    return made


def find_folder(named: Path | None, beside: Path = CORPORA) -> Path:
    """Return the folder of communities: the one that is named, or the one beside the checkout.

    Raises:
        BadRequest: There is none.
    """
    if named or beside.is_dir():
        return named or beside
    raise BadRequest("There are no communities to make briefs of.", "Name a folder of them with --corpora.")


def _show(output: Output, tables: Sequence[Table]) -> None:
    text = "\n\n".join(describe(table) for table in tables)
    output.show({"tables": [table.model_dump() for table in tables]}, text)
