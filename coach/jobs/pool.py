"""A few threads that work off what is put before them; they end with the process."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable

from coach.errors import BadRequest

_log = logging.getLogger(__name__)


class Pool:
    """At most so many jobs at a time, and at most so many that wait."""

    def __init__(self, threads: int, most_waiting: int) -> None:
        """Start nothing yet: threads come with the first jobs."""
        self._most, self._most_waiting = threads, most_waiting
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._idle = 0
        self._lock = threading.Lock()
        self._is_closed = False

    def put(self, job: Callable[[], None]) -> None:
        """Have a job done as soon as a thread is free.

        Raises:
            BadRequest: Too many are waiting, or it was closed.
        """
        with self._lock:
            if self._is_closed:
                raise BadRequest("The program is being closed; nothing new is begun.", "Start it again.")
            if self._jobs.qsize() >= self._most_waiting:
                raise BadRequest("Too many suggestions are being drafted at once.", "Try again in a minute.")
            self._jobs.put(job)
            if self._idle < self._jobs.qsize() and len(self._threads) < self._most:
                thread = threading.Thread(target=self._work, name=f"coach-draft-{len(self._threads) + 1}", daemon=True)
                self._threads.append(thread)
                thread.start()

    def close(self, timeout_s: float) -> None:
        """Take nothing more, and wait so long for what was put here: whoever closes has asked it to stop."""
        with self._lock:
            self._is_closed = True
            threads = list(self._threads)
        for _ in threads:
            self._jobs.put(None)
        each = timeout_s / max(1, len(threads))
        for thread in threads:
            thread.join(each)

    def _work(self) -> None:
        while True:
            with self._lock:
                self._idle += 1
            job = self._jobs.get()
            with self._lock:
                self._idle -= 1
            if job is None:
                return
            try:
                job()
            except Exception:  # noqa: BLE001  # jobs keep their own errors; what still gets here must not end the thread
                _log.exception("a job in the background ended unexpectedly")
