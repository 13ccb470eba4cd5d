"""Lets one process own a folder: an operating system's lock beside it, and a line that says whose it is.

The lock stands beside the folder, not inside, so that emptying the folder does not set it free.
"""

from __future__ import annotations

import datetime as dt
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

_WAIT_S = 0.2


@dataclass(frozen=True)
class Owner:
    """Which process owns a folder."""

    pid: int
    """Its process id."""
    since: dt.datetime
    """Since when (UTC)."""


class FolderOwner:
    """The right to use a folder, held until it is released or the process ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        """Prepare to own a folder; `try_take` makes it so.

        Args:
            folder: The folder; it need not be there yet.
        """
        self._folder = folder
        self._lock = _to_lock(folder)
        self._held: tuple[int, int] | None = None

    def try_take(self) -> bool:
        """Take the folder if no other process owns it; tell whether it is ours now."""
        self._folder.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._lock.acquire(timeout=_WAIT_S)
        except Timeout:
            return False
        self._held = _identity(_lock_path(self._folder))
        _owner_path(self._folder).write_text(f"{os.getpid()}\n", encoding="ascii")
        return True

    def still_holds(self) -> bool:
        """Tell whether the lock file is still the one that was taken; somebody may have deleted it."""
        return self._held is not None and self._held == _identity(_lock_path(self._folder))

    def try_take_again(self) -> bool:
        """Take the folder anew after the lock file was deleted; another process may have been quicker."""
        self._lock.release(force=True)
        self._lock = _to_lock(self._folder)
        self._held = None
        return self.try_take()

    def release(self) -> None:
        """Let the folder go."""
        if self._held is not None:
            with suppress(OSError):
                _owner_path(self._folder).unlink()
        self._held = None
        self._lock.release(force=True)


def find_owner(folder: Path) -> Owner | None:
    """Return which process owns a folder now, if any does."""
    if not _lock_path(folder).exists():
        return None
    lock = _to_lock(folder)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return _read_owner(folder)
    lock.release()
    return None


def _read_owner(folder: Path) -> Owner | None:
    path = _owner_path(folder)
    try:
        pid = int(path.read_text(encoding="ascii"))
        since = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC)
    except (OSError, ValueError):
        return None
    return Owner(pid=pid, since=since)


def _to_lock(folder: Path) -> FileLock:
    # Any thread may let go of what another one took.
    return FileLock(_lock_path(folder), thread_local=False)


def _lock_path(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.lock")


def _owner_path(folder: Path) -> Path:
    # Not in the lock file itself: whoever asks for the lock may empty that.
    return folder.with_name(f"{folder.name}.owner")


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
