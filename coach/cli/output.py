"""How commands speak: results on stdout, progress and trouble on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeVar

import click

from coach.errors import BadRequest, CoachError
from coach.ports import Progress
from coach.service import Coach
from coach.wiring import build_coach

F = TypeVar("F", bound=Callable[..., Any])


@dataclass
class Output:
    """What one run of the program prints."""

    as_json: bool = False
    """Whether to print one JSON object instead of text."""
    _stage: str = field(default="", repr=False)

    def show(self, data: dict[str, Any], text: str) -> None:
        """Print the result once, as JSON or as text."""
        if self.as_json:
            click.echo(_printable(json.dumps(data, ensure_ascii=False, indent=2)))
        elif text:
            click.echo(_printable(text.rstrip("\n")))

    def say(self, text: str) -> None:
        """Say something beside the result."""
        click.echo(text, err=True)

    def fail(self, error: CoachError) -> None:
        """Say what went wrong and what to do next."""
        if self.as_json:
            problem = {"kind": type(error).__name__, "message": error.message, "next_step": error.next_step}
            click.echo(json.dumps({"error": problem}, ensure_ascii=False, indent=2))
        click.echo(f"{error.message}\n{error.next_step}", err=True)

    def progress(self) -> Progress:
        """Return a listener that draws a bar on a terminal and stays quiet elsewhere."""
        return _draw_bar if sys.stderr.isatty() else _stay_quiet


def open_here(index: Literal["exact", "owned"] = "exact") -> Coach:
    """Open the product for one command; it is closed when the command ends, however it ends."""
    coach = build_coach(index=index)
    click.get_current_context().call_on_close(coach.close)
    return coach


def write_text(path: Path, text: str) -> None:
    """Write what was made to the file that a person named.

    Raises:
        BadRequest: It cannot be written there.
    """
    write_bytes(path, _printable(text).encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write what was made to the file that a person named.

    Raises:
        BadRequest: It cannot be written there.
    """
    try:
        path.write_bytes(data)
    except OSError as error:
        raise BadRequest(
            f"{path} cannot be written ({error.strerror or error}).", "Choose another place with --out."
        ) from error


def _printable(text: str) -> str:
    # Half a character pair from somebody's file would stop the printing.
    return text.encode("utf-8", "replace").decode("utf-8")


def _draw_bar(stage: str, done: int, total: int) -> None:
    width = 30
    filled = width * done // total if total else width
    end = "\n" if done >= total else ""
    click.echo(f"\r{stage}  {'█' * filled}{'░' * (width - filled)}  {done} of {total}{end}", err=True, nl=False)


def _stay_quiet(stage: str, done: int, total: int) -> None:
    """Say nothing: nobody watches."""


def json_option(command: F) -> F:
    """Add `--json` to a command."""

    def remember(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        ctx.ensure_object(Output).as_json = value

    return click.option(
        "--json", is_flag=True, expose_value=False, callback=remember, is_eager=True, help="Print one JSON object."
    )(command)


def community_option(*, required: bool = True) -> Callable[[F], F]:
    """Add `--community NAME` to a command."""

    def add(command: F) -> F:
        return click.option("--community", metavar="NAME", required=required, help="The community's name.")(command)

    return add
