"""A few threads: never more than allowed, everything in turn, and a clear no when too many wait."""

from __future__ import annotations

import threading

import pytest

from coach.errors import BadRequest
from coach.jobs.pool import Pool

PATIENCE_S = 10.0


def test_never_more_at_a_time_than_allowed_and_none_is_left_out() -> None:
    pool, lock, busy, most, done = Pool(3, 50), threading.Lock(), [0], [0], threading.Semaphore(0)
    meet = threading.Barrier(3)

    def job() -> None:
        with lock:
            busy[0] += 1
            most[0] = max(most[0], busy[0])
        meet.wait(PATIENCE_S)  # three have to be at work at once, or nobody gets on
        with lock:
            busy[0] -= 1
        done.release()

    for _ in range(12):
        pool.put(job)

    assert all(done.acquire(timeout=PATIENCE_S) for _ in range(12))
    assert most[0] == 3
    pool.close(PATIENCE_S)


def test_too_many_that_wait_are_refused_and_the_others_are_done() -> None:
    pool, open_, begun, done = Pool(1, 2), threading.Event(), threading.Event(), threading.Semaphore(0)

    def job() -> None:
        begun.set()
        assert open_.wait(PATIENCE_S)
        done.release()

    pool.put(job)
    assert begun.wait(PATIENCE_S)
    pool.put(job)
    pool.put(job)
    with pytest.raises(BadRequest, match="Too many"):
        pool.put(job)

    open_.set()
    assert all(done.acquire(timeout=PATIENCE_S) for _ in range(3))
    pool.close(PATIENCE_S)


def test_a_job_that_fails_does_not_end_the_thread() -> None:
    pool, done = Pool(1, 5), threading.Event()

    def fail() -> None:
        raise RuntimeError("by design")

    pool.put(fail)
    pool.put(done.set)

    assert done.wait(PATIENCE_S)
    pool.close(PATIENCE_S)


def test_what_is_closed_takes_nothing_more() -> None:
    pool = Pool(2, 5)
    pool.close(PATIENCE_S)

    with pytest.raises(BadRequest, match="closed"):
        pool.put(lambda: None)
