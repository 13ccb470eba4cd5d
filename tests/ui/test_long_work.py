"""Work in a thread of its own: its result, its end, and what happens when it breaks."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any

import pytest

from coach.errors import BadRequest, Stopped
from coach.ports import Progress
from ui.long_work import LongWork, LongWorks


def begun(works: LongWorks, what: str, job: Callable[[Progress], Any]) -> LongWork:
    """Begin a job that nothing stands in the way of."""
    work = works.start("a", what, job)
    assert work is not None
    return work


def test_work_brings_its_result() -> None:
    work = begun(LongWorks(), "Counting", lambda progress: 7)
    assert work.wait(10)
    assert (work.result, work.error) == (7, None)


def test_work_says_how_far_it_is_and_stops_at_the_next_step() -> None:
    reached, go_on = Event(), Event()

    def job(progress: Progress) -> None:
        progress("Taking in notes", 1, 3)
        reached.set()
        go_on.wait(10)
        progress("Taking in notes", 2, 3)

    work = begun(LongWorks(), "Reading", job)
    assert reached.wait(10)
    assert (work.stage, work.done, work.total) == ("Taking in notes", 1, 3)
    work.stop()
    assert work.is_stopping
    go_on.set()
    assert work.wait(10)
    assert isinstance(work.error, Stopped)
    assert not work.is_stopping


@pytest.mark.parametrize("error", [BadRequest("No."), RuntimeError("broken")])
def test_an_error_is_kept_for_the_page(error: Exception) -> None:
    def job(progress: Progress) -> None:
        raise error

    work = begun(LongWorks(), "Reading", job)
    assert work.wait(10)
    assert work.error is error


def test_a_second_start_says_that_it_did_not_begin_while_the_first_goes_on() -> None:
    works, go_on = LongWorks(), Event()
    first = begun(works, "Reading", lambda progress: go_on.wait(10))
    assert works.start("a", "Reading again", lambda progress: None) is None
    works.forget("a")
    assert works.of("a") is first, "work that goes on is never forgotten"
    go_on.set()
    assert first.wait(10)
    works.forget("a")
    assert works.of("a") is None
    assert begun(works, "Reading again", lambda progress: None).wait(10)
