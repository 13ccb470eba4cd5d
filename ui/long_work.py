"""Work that takes a while, in a thread of its own: what is happening, how far, and a way to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from coach.errors import Stopped
from coach.ports import Progress


@dataclass
class LongWork:
    """One job that is going on or has just ended."""

    what: str
    """What is being done, in words: `Reading the folder notes`."""
    stage: str = ""
    """The step it is at."""
    done: int = 0
    """How many of `total` are done."""
    total: int = 0
    """How many there are; 0 when nobody knows yet."""
    result: Any = None
    """What it brought, once it has ended well."""
    error: Exception | None = None
    """Why it ended otherwise."""
    was_seen: bool = False
    """Whether its end has been shown to somebody."""
    _stop: threading.Event = field(default_factory=threading.Event)
    _ended: threading.Event = field(default_factory=threading.Event)

    def progress(self, stage: str, done: int, total: int) -> None:
        """Take note of how far it is, and leave cleanly when a person asked for it."""
        if self._stop.is_set():
            raise Stopped("Stopped, as you asked. What was finished is kept.")
        self.stage, self.done, self.total = stage, done, total

    def stop(self) -> None:
        """Ask it to stop at the next step."""
        self._stop.set()

    @property
    def is_stopping(self) -> bool:
        """Return whether someone asked it to stop and it has not ended yet."""
        return self._stop.is_set() and not self.has_ended

    @property
    def has_ended(self) -> bool:
        """Return whether it is over, well or not."""
        return self._ended.is_set()

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait until it is over; return whether it is."""
        return self._ended.wait(timeout_s)

    def run(self, job: Callable[[Progress], Any]) -> None:
        """Do the job here and now, keeping its result or its error."""
        try:
            self.result = job(self.progress)
        except Exception as error:  # noqa: BLE001  # a thread has nobody above it: the page says it instead
            self.error = error
        finally:
            self._ended.set()


class LongWorks:
    """At most one job for each name, whoever looks at it."""

    def __init__(self) -> None:
        """Begin with nothing going on."""
        self._works: dict[str, LongWork] = {}
        self._lock = threading.Lock()

    def start(self, name: str, what: str, job: Callable[[Progress], Any]) -> LongWork | None:
        """Begin a job under this name and return it; None, and nothing begins, while another goes on there."""
        with self._lock:
            current = self._works.get(name)
            if current and not current.has_ended:
                return None
            work = self._works[name] = LongWork(what)
        threading.Thread(target=work.run, args=(job,), name=f"coach-{name}", daemon=True).start()
        return work

    def of(self, name: str) -> LongWork | None:
        """Return the job under this name, going on or ended."""
        return self._works.get(name)

    def forget(self, name: str) -> None:
        """Let go of an ended job, once its outcome has been read."""
        with self._lock:
            current = self._works.get(name)
            if current and current.has_ended:
                del self._works[name]
