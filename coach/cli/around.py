"""Commands for what stands around a session: letters to copy, and sheets to print."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from coach.errors import BadRequest
from coach.export.letters import TITLES
from coach.jobs.check import read_plan_file
from coach.models import Letter, LetterKind, SessionPlan
from coach.service import Coach

from .output import Output, json_option, open_here, write_text

_SHEETS = ("handout", "cards", "run-sheet")


@click.command()
@click.argument("file", type=click.Path(dir_okay=False))
@click.option("--kind", type=click.Choice([kind.value for kind in LetterKind]), help="Only this one.")
@json_option
@click.pass_obj
def letters(output: Output, file: str, kind: str | None) -> None:
    """Write the letters around a session from its plan (FILE, as `coach plan --json` gives it).

    An invitation, the same for a chat, a note two days before, a thank-you and a question some weeks later. What only
    you know stands in [square brackets]: fill it in, and read each letter once before it goes out.
    """
    found = [item for item in open_here().letters(read_plan_file(Path(file))) if kind in (None, item.kind.value)]
    output.show({"letters": [item.model_dump(mode="json") for item in found]}, "\n\n".join(map(_describe, found)))


def _describe(letter: Letter) -> str:
    title = TITLES[letter.kind]
    subject = f"Subject: {letter.subject}\n\n" if letter.subject else ""
    return f"{title}\n{'=' * len(title)}\n\n{subject}{letter.text}\n"


@click.command(name="print")
@click.argument("file", type=click.Path(dir_okay=False))
@click.option("--what", type=click.Choice(_SHEETS), required=True, help="Which sheet.")
@click.option("--begins", metavar="HH:MM", help="When the session begins, for a real clock on the sheet.")
@click.option("--out", type=click.Path(dir_okay=False), help="Write the HTML to this file.")
@json_option
@click.pass_obj
def print_sheet(output: Output, file: str, what: str, begins: str | None, out: str | None) -> None:
    """Make a sheet to print from a plan (FILE, as `coach plan --json` gives it): one HTML file, A4.

    Open it in any browser and print it; it needs nothing from outside.
    """
    sheet = _render(open_here(), what, read_plan_file(Path(file)), _to_time(begins))
    if out:
        write_text(Path(out), sheet)
        output.say(f"Written to {out}.")
    output.show({"what": what, "file": out} if out else {"what": what, "html": sheet}, "" if out else sheet)


def _render(coach: Coach, what: str, plan: SessionPlan, begins: dt.time | None) -> str:
    if what == "cards":
        return coach.render_cards(plan)
    return coach.render_handout(plan, begins) if what == "handout" else coach.render_run_sheet(plan, begins)


def _to_time(text: str | None) -> dt.time | None:
    if text is None:
        return None
    try:
        return dt.time.fromisoformat(text.zfill(5))
    except ValueError as error:
        raise BadRequest(f"“{text}” is not a time of day.", "Write it as 14:00.") from error
