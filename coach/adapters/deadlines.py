"""Work in a thread of its own, under deadlines, while whoever asked listens and may leave at any moment.

What a thread waits for on the network cannot be broken off from outside. So the one who asked does not wait for the
thread: it looks after it in short steps, and leaves when it likes. A thread that was left ends by itself at its next
piece, or when its own connection gives up; it keeps its place until then, so that there are never more than places.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from coach.ports.model import Heard

STEP_S = 0.05
"""How long at most until whoever asked is heard again."""

T = TypeVar("T")
Say = Callable[[str], None]
"""Hands a piece to whoever listens; "" is a sign of life. It raises `Left` when nobody listens any more."""


class TooLate(Exception):
    """A deadline passed."""


class Left(Exception):
    """Whoever asked has gone; raised in the thread, so that it ends."""


@dataclass(frozen=True)
class Patience:
    """How long whoever asked waits."""

    quiet_s: float
    """How long without a sign of life, counted from the first one."""
    ends: float
    """The moment, by `time.perf_counter`, at which all of it is over."""


@dataclass(frozen=True)
class _Done(Generic[T]):
    value: T


@dataclass(frozen=True)
class _Failed:
    error: BaseException


def run_watched(work: Callable[[Say], T], heard: Heard, patience: Patience, places: threading.BoundedSemaphore) -> T:
    """Return what the work returns, once there is a place for it.

    Args:
        work: What is to be done; it says its pieces, first of all "" when its time begins to count.
        heard: Hears each piece in this thread, and "" while nothing comes; what it raises breaks off the wait.
        patience: How long to wait.
        places: How much work may be on its way.

    Raises:
        TooLate: A deadline passed.
    """
    _take_place(places, heard, patience)
    place = _Place(places)
    line: queue.SimpleQueue[str | _Done[T] | _Failed] = queue.SimpleQueue()
    left = threading.Event()

    def say(piece: str) -> None:
        if left.is_set():
            raise Left
        line.put(piece)

    def run() -> None:
        try:
            line.put(_Done(work(say)))
        except BaseException as error:  # noqa: BLE001  # a thread has nobody above it: who asked hears of it
            line.put(_Failed(error))
        finally:
            place.give_back()

    try:
        _start(run, place)
        return _listen(line, heard, patience)
    except TooLate:
        raise  # the place is kept until the work lets go: a server that is too slow is not asked the more for it
    except BaseException:
        place.give_back()  # whoever broke it off may ask again at once
        raise
    finally:
        left.set()


class _Place:
    """A place that is given back once, by whoever is done first."""

    def __init__(self, places: threading.BoundedSemaphore) -> None:
        self._places, self._lock, self._is_back = places, threading.Lock(), False

    def give_back(self) -> None:
        with self._lock:
            if not self._is_back:
                self._is_back = True
                self._places.release()


def wait_out(seconds: float, heard: Heard, wait: Callable[[float], None]) -> None:
    """Let seconds pass in short steps; what `heard` raises breaks off the wait."""
    while seconds > 0:
        heard("")
        step = min(seconds, STEP_S)
        wait(step)
        seconds -= step


def _take_place(places: threading.BoundedSemaphore, heard: Heard, patience: Patience) -> None:
    while not places.acquire(timeout=STEP_S):
        heard("")
        if time.perf_counter() >= patience.ends:
            raise TooLate


def _start(run: Callable[[], None], place: _Place) -> None:
    try:
        threading.Thread(target=run, daemon=True, name="coach-model").start()
    except RuntimeError:  # no more threads on this machine: nobody else would give the place back
        place.give_back()
        raise


def _listen(line: queue.SimpleQueue[str | _Done[T] | _Failed], heard: Heard, patience: Patience) -> T:
    limit = patience.ends
    while True:
        item = _next(line, limit)
        if isinstance(item, _Done):
            return item.value
        if isinstance(item, _Failed):
            raise item.error
        if time.perf_counter() >= limit:
            raise TooLate
        heard(item or "")
        if item is not None:  # counted from here: who listens may take time over a piece
            limit = min(patience.ends, time.perf_counter() + patience.quiet_s)


def _next(line: queue.SimpleQueue[str | _Done[T] | _Failed], limit: float) -> str | _Done[T] | _Failed | None:
    try:
        return line.get(timeout=max(0.0, min(STEP_S, limit - time.perf_counter())))
    except queue.Empty:
        return None
