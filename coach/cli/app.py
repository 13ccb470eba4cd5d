"""The program: its commands, and what happens when one fails."""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from typing import Any

import click

from coach._version import __version__
from coach.errors import BadRequest, CoachError, SetupProblem

from .around import letters, print_sheet
from .asking import find, plan
from .briefing import answer, brief
from .checking import check
from .contacts import contacts
from .grouping import GroupedHelp
from .lessons import lessons
from .modelling import model
from .notes import communities, create, ingest, jot, notes, remove, show, undo
from .output import Output
from .people import people
from .playbook import playbook
from .practice import practice
from .proposing import outcomes, rewrite
from .running import demo, doctor, index, serve
from .runs import prompts, runs
from .talking import ask
from .telling import stories, worth

FAILED = 2
STOPPED = 130


PLUGINS = "coach.commands"
"""The entry points under which other packages add commands."""


class _Program(GroupedHelp):
    """A group that turns our errors into two plain lines and exit code 2, and finds commands of other packages."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *(point.name for point in entry_points(group=PLUGINS))})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        known = super().get_command(ctx, cmd_name)
        if known is not None:
            return known
        point = next(iter(entry_points(group=PLUGINS, name=cmd_name)), None)
        return load_plugin(point) if point else None

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


def load_plugin(point: EntryPoint) -> click.Command:
    """Return the command that another package adds; where it cannot be loaded, one that says what to do."""
    try:
        command = point.load()
    except ImportError as error:
        missing = error.name or str(error)

        def explain() -> None:
            raise SetupProblem(
                f"`coach {point.name}` needs {missing}, which is not installed.", "pip install 'coach[evals]'"
            )

        anything = {"ignore_unknown_options": True, "allow_extra_args": True}
        says = "Not installed: pip install 'coach[evals]'."
        return click.Command(point.name, callback=explain, help=says, context_settings=anything)
    if not isinstance(command, click.Command):
        raise SetupProblem(f"`coach {point.name}` is no command.", f"Remove or mend the package of {point.value}.")
    return command


_HELP = """Plan sessions that practise what your community wants to be able to do, from its own notes.

\b
Start here:
  coach demo                     look round with a fictional community
  coach ingest FOLDER --community NAME        bring your own notes in
  coach find "what do newcomers ask?" --community NAME
  coach outcomes --community NAME             what could you want to be able to do?
  coach plan --community NAME --outcome "We want to be able to …"
  coach ask --community NAME "…"              what is on your mind about hosting?
  coach brief --community NAME --for "Director of Digital"
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
    rewrite,
    plan,
    letters,
    print_sheet,
    check,
    playbook,
    ask,
    brief,
    answer,
    worth,
    stories,
    practice,
    lessons,
    contacts,
    people,
    model,
    runs,
    prompts,
    serve,
    demo,
    doctor,
    index,
):
    main.add_command(_command)
