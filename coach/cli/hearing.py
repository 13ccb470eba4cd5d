"""What is typed at a terminal: a line, or all that is pasted at once."""

from __future__ import annotations

import contextlib
import importlib
import os
import select
import sys

import click

_PASTED_WITHIN_S = 0.05
_AT_ONCE = 65_536


def edit_lines() -> None:
    """Let a line be edited before it is sent, where the machine can."""
    with contextlib.suppress(ImportError):
        importlib.import_module("readline")


def hear() -> str:
    """Return what is typed next, without space around it; lines that come at once are one message.

    Whoever pastes a page means one message. Taken line by line, its first empty line would end the conversation, and
    the rest would go to the shell.

    Raises:
        click.Abort: The input ends, or somebody stops it.
    """
    # A line can be edited only where the question for it goes to the terminal's own output.
    aside = not sys.stdout.isatty()
    line = str(click.prompt("", default="", show_default=False, prompt_suffix="> ", err=aside))
    rest = _read_what_waits()
    return "\n".join(filter(None, [line, rest.replace("\r\n", "\n").replace("\r", "\n")])).strip()


def _read_what_waits() -> str:
    pieces = []
    while _more_waits():
        piece = os.read(sys.stdin.fileno(), _AT_ONCE)
        if not piece:
            break
        pieces.append(piece)
    return b"".join(pieces).decode("utf-8", "replace")


def _more_waits() -> bool:
    try:
        return bool(select.select([sys.stdin], [], [], _PASTED_WITHIN_S)[0])
    except (OSError, ValueError):  # not every machine can tell of a terminal
        return False
