"""Work under deadlines: who listens, who may leave, and who gets a place."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from coach.adapters.deadlines import Left, Patience, Say, TooLate, run_watched, wait_out

LONG = 20.0
pause = threading.Event()


def run(work: Callable[[Say], object], heard=lambda _: None, *, quiet_s=LONG, total_s=LONG, places=None):
    patience = Patience(quiet_s, time.perf_counter() + total_s)
    return run_watched(work, heard, patience, places or threading.BoundedSemaphore(1))


def talk(*pieces: str) -> Callable[[Say], str]:
    def work(say: Say) -> str:
        for piece in pieces:
            say(piece)
        return "done"

    return work


class Stuck:
    """Work that hangs until it is let go."""

    def __init__(self, *pieces: str) -> None:
        self.pieces = pieces
        self.go_on = threading.Event()
        self.was_left = threading.Event()

    def __call__(self, say: Say) -> None:
        for piece in self.pieces:
            say(piece)
        self.go_on.wait(LONG)
        try:
            say("late")
        except Left:
            self.was_left.set()
            raise


def test_what_is_said_is_heard_in_order_and_in_this_thread():
    heard: list[tuple[str, int]] = []
    assert run(talk("a", "b", "", "c"), lambda piece: heard.append((piece, threading.get_ident()))) == "done"
    assert [piece for piece, _ in heard if piece] == ["a", "b", "c"]
    assert {thread for _, thread in heard} == {threading.get_ident()}


def test_an_error_of_the_work_is_passed_on():
    def work(say: Say) -> None:
        raise KeyError("lost")

    places = threading.BoundedSemaphore(1)
    with pytest.raises(KeyError, match="lost"):
        run(work, places=places)
    assert run(talk(), places=places) == "done"  # its place was given back


@pytest.mark.parametrize("pieces", [(), ("",), ("", "a")])
def test_whoever_listens_may_leave_though_the_work_hangs(pieces):
    stuck = Stuck(*pieces)

    def leave(piece: str) -> None:
        if not piece:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        run(stuck, leave)
    stuck.go_on.set()
    assert stuck.was_left.wait(LONG)


def test_silence_ends_it_once_its_time_counts():
    stuck = Stuck("", "a")
    heard: list[str] = []
    with pytest.raises(TooLate):
        run(stuck, heard.append, quiet_s=0.2)
    assert [piece for piece in heard if piece] == ["a"]
    assert heard.count("") > 1  # it was heard of while nothing came
    stuck.go_on.set()


def test_before_its_time_counts_only_the_end_of_it_all_matters():
    stuck = Stuck()
    with pytest.raises(TooLate):
        run(stuck, quiet_s=0.0, total_s=0.3)
    stuck.go_on.set()
    late = threading.Timer(0.3, stuck.go_on.set)
    late.daemon = True
    stuck.go_on.clear()
    late.start()
    assert run(stuck, quiet_s=0.1) is None


def test_no_stream_of_words_goes_on_past_the_end_of_it_all():
    def work(say: Say) -> None:
        ends = time.perf_counter() + LONG
        while time.perf_counter() < ends:
            say("on")
            pause.wait(0.01)

    with pytest.raises(TooLate):
        run(work, total_s=0.2)


def test_one_who_takes_time_over_a_piece_is_not_called_late():
    def slow(piece: str) -> None:
        if piece:
            pause.wait(0.3)

    assert run(talk("", "a", "b", "c"), slow, quiet_s=0.2) == "done"


def test_there_is_never_more_work_than_places():
    places = threading.BoundedSemaphore(1)
    stuck = Stuck("")
    with pytest.raises(TooLate):
        run(stuck, quiet_s=0.1, places=places)  # it was left, and hangs on
    heard: list[str] = []
    with pytest.raises(TooLate):
        run(talk("a"), heard.append, total_s=0.2, places=places)
    assert heard
    assert not any(heard)
    stuck.go_on.set()
    assert run(talk("a"), places=places) == "done"


def test_whoever_waits_for_a_place_may_leave():
    places = threading.BoundedSemaphore(1)
    stuck = Stuck("")
    with pytest.raises(TooLate):
        run(stuck, quiet_s=0.1, places=places)

    def leave(_: str) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        run(talk("a"), leave, places=places)
    stuck.go_on.set()


def test_a_pause_is_cut_into_steps_that_may_be_broken_off():
    steps: list[float] = []
    heard: list[str] = []
    wait_out(0.12, heard.append, steps.append)
    assert sum(steps) == pytest.approx(0.12)
    assert len(heard) == len(steps) == 3

    def leave(_: str) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        wait_out(LONG, leave, lambda seconds: None)
