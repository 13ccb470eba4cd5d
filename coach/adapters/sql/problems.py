"""Turns what a database says into what a person can act on."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc

from coach.errors import StoreProblem

# What SQLite's and PostgreSQL's messages have in common with what a person should hear. First match wins.
_SAYS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (
        ("database is locked", "database table is locked", "deadlock detected"),
        "Another program is writing to the database, and it took too long.",
        "Wait until the other one is done and try again; nothing was changed.",
    ),
    (
        ("disk is full", "no space left on device", "could not extend file"),
        "The disk is full, so nothing of this was written and what was there is as before.",
        "Make room on the disk, then try again.",
    ),
    (
        ("readonly database", "read-only file system", "permission denied", "unable to open database file"),
        "The database's folder cannot be written to.",
        "Give yourself the right to write there, or set COACH_HOME to a folder of your own.",
    ),
    (
        ("file is not a database", "malformed", "file is encrypted"),
        "The database file is damaged or is not a database of Coach.",
        "Put back a copy from your backup, or move the file away to begin anew.",
    ),
    (
        ("disk i/o error",),
        "The disk did not do what the database asked of it.",
        "Check the disk and how much room is left on it, then try again.",
    ),
    (
        ("password authentication failed", "no password supplied", "role ", "authentication failed"),
        "The database server does not accept this user or password.",
        "Check the user and the password in COACH_DATABASE_URL.",
    ),
    (
        (
            *(
                "connection failed",
                "connection is bad",
                "connection refused",
                "could not connect",
                "connection timeout",
            ),
            *("could not translate host", "name or service", "timeout expired", "consuming input failed"),
            *("server closed the connection", "connection is closed", "connection is lost", "terminating connection"),
            *("is starting up", "is shutting down"),
        ),
        "The database server cannot be reached.",
        "Check that it is running and that COACH_DATABASE_URL names the right host and port.",
    ),
    (
        ("nul (0x00)", "surrogates not allowed"),
        "A note holds a character that the database cannot keep.",
        "Save the file as plain UTF-8 text and take it in again.",
    ),
    (
        ("one_current_version", "note_version.path", "unique constraint"),
        "Two programs wrote the same thing at the same moment, and the other one was first.",
        "Try again; nothing was changed by this attempt.",
    ),
)


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Raise StoreProblem for whatever goes wrong inside, naming the place without a password.

    Args:
        where: The place as `describe` says it.
    """
    try:
        yield
    except exc.TimeoutError as error:
        raise StoreProblem(f"{where}: too many people are asking at once.", "Try again in a moment.") from error
    except exc.DBAPIError as error:
        raise to_problem(error.orig or error, where) from error
    except OSError as error:
        raise _os_problem(error, where) from error
    except UnicodeEncodeError as error:
        raise to_problem(error, where) from error


def to_problem(error: BaseException, where: str) -> StoreProblem:
    """Return the problem that a person should hear about for a driver's error."""
    said = str(error).strip()
    if 'database "' in said and "does not exist" in said:
        return StoreProblem(f"{where}: there is no such database.", "Create it, or correct COACH_DATABASE_URL.")
    for marks, message, next_step in _SAYS:
        if any(mark in said.lower() for mark in marks):
            return StoreProblem(f"{where}: {message}", next_step)
    first_line = said.splitlines()[0] if said else type(error).__name__
    return StoreProblem(f"{where}: the database could not do that ({first_line}).")


def _os_problem(error: OSError, where: str) -> StoreProblem:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return to_problem(OSError("no space left on device"), where)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST}:
        return to_problem(OSError("permission denied"), where)
    return to_problem(error, where)
