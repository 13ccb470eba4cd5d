"""The program: its commands, and what happens when one fails."""

from __future__ import annotations

from typing import Any

import click

from coach._version import __version__
from coach.errors import BadRequest, CoachError

from .around import letters, print_sheet
from .asking import find, plan
from .checking import check
from .notes import communities, create, ingest, jot, notes, remove, show, undo
from .output import Output
from .playbook import playbook
from .proposing import outcomes
from .running import demo, doctor, index, serve

FAILED = 2
STOPPED = 130


class _Program(click.Group):
    """A group that turns our errors into two plain lines and exit code 2."""

    def invoke(self, ctx: click.Context) -> Any:
        output = ctx.ensure_object(Output)
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            if not output.as_json:
                raise
            output.fail(BadRequest(error.format_message(), "`coach COMMAND --help` tells what it takes."))
            ctx.exit(FAILED)
        except CoachError as error:
            output.fail(error)
            ctx.exit(FAILED)
        except KeyboardInterrupt:
            output.say("\nStopped. What was finished is kept; run it again to go on from here.")
            ctx.exit(STOPPED)


_HELP = """Plan sessions that practise what your community wants to be able to do, from its own notes.

\b
Start here:
  coach demo                     look round with a fictional community
  coach ingest FOLDER --community NAME        bring your own notes in
  coach find "what do newcomers ask?" --community NAME
  coach outcomes --community NAME             what could you want to be able to do?
  coach plan --community NAME --outcome "We want to be able to …"
  coach serve                    the same in a browser
"""


@click.group(
    cls=_Program, help=_HELP, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="coach")
def main() -> None:
    """Run one of the commands."""


for _command in (
    ingest,
    jot,
    undo,
    notes,
    show,
    communities,
    create,
    remove,
    find,
    outcomes,
    plan,
    letters,
    print_sheet,
    check,
    playbook,
    serve,
    demo,
    doctor,
    index,
):
    main.add_command(_command)
