"""What people write on the command line, read; and text set for a terminal."""

from __future__ import annotations

import datetime as dt
import sys
import textwrap

from coach.errors import BadRequest

_WIDTH = 88
_MOST = 1_000_000


def read_words(text: str) -> str:
    """Return the text as it was given; `-` stands for what comes on standard input.

    Raises:
        BadRequest: More comes than anybody could have written.
    """
    if text != "-":
        return text
    read = sys.stdin.buffer.read(_MOST + 1)
    if len(read) > _MOST:
        raise BadRequest(f"More than {_MOST:,} bytes came on standard input.", "Hand over the part that matters.")
    return read.decode("utf-8-sig", "replace").replace("\r\n", "\n")


def only_one(**given: object) -> str:
    """Return the name of the one thing that was asked for, empty when none was; a false or None value counts as none.

    Raises:
        BadRequest: More than one was asked for at once.
    """
    asked = [name for name, value in given.items() if value is not None and value is not False]
    if len(asked) > 1:
        named = " and ".join(f"--{name.replace('_', '-')}" for name in asked)
        raise BadRequest(f"{named} are two things at once. Nothing was done.", "Ask for one at a time.")
    return asked[0] if asked else ""


def only_with(wanted: str, places: tuple[str, ...], **given: object) -> None:
    """See to it that an option goes with what was asked for, so that nobody's words are left unheard.

    Raises:
        BadRequest: It was given with something else.
    """
    stray = [name for name, value in given.items() if value is not None]
    if stray and wanted not in places:
        goes = " or ".join(f"--{name}" for name in places)
        raise BadRequest(f"--{stray[0]} goes with {goes}. Nothing was done.", f"Give it beside {goes}.")


def to_day(text: str | None) -> dt.date | None:
    """Return the day that was written as 2026-12-01, or nothing.

    Raises:
        BadRequest: It is no day.
    """
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise BadRequest(f"“{text}” is not a day.", "Write it as 2026-12-01.") from error


def say_day(day: dt.date | None) -> str:
    """Return a day as people write it; nothing when there is none."""
    return f"{day.day} {day:%B %Y}" if day else ""


def wrap(text: str, indent: str = "") -> str:
    """Return the text in lines of a readable length; its own lines and what stands in a list stay apart."""
    return "\n".join(_wrap_line(line, indent) for line in text.strip().splitlines())


def _wrap_line(line: str, indent: str) -> str:
    head = line.split(" ", 1)[0]
    hanging = " " * (len(head) + 1) if head == "-" or head.rstrip(".").isdigit() else ""
    return textwrap.fill(
        line,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
