from __future__ import annotations

import signal
from concurrent.futures import ThreadPoolExecutor

from coach.adapters.sql import SqlStore
from coach.testing import FixedClock
from tests.contracts.making import EMBEDDER, look, make_note, open_notes, write
from tests.contracts.other_process import run_other, start_other


def test_a_kill_in_the_middle_of_writing_leaves_no_half_note(store: SqlStore, store_url: str):
    notes = open_notes(store)
    write(notes, make_note("a.md", "The taxi"))
    before, revision = look(notes, "taxi", "bus", "tram"), notes.revision()

    ended = run_other("die-writing", store_url)

    assert ended.returncode == -signal.SIGKILL, ended.stderr
    assert look(notes, "taxi", "bus", "tram") == before
    assert notes.revision() == revision
    assert len(notes.runs()) == 1
    write(notes, make_note("a.md", "A ferry"))
    assert notes.count_words(["ferry"]) == {"ferry": 1}


def test_two_processes_write_at_once_and_nothing_is_lost(store: SqlStore, store_url: str):
    notes = open_notes(store)
    others = [start_other("write-many", store_url) for _ in range(2)]
    for number in range(10):
        write(notes, make_note(f"{number}.md", f"Taxi {number}"))

    for other in others:
        _, errors = other.communicate(timeout=120)
        assert other.returncode == 0, errors
    assert notes.count_words(["taxi"]) == {"taxi": 30}
    assert len(notes.runs()) == 30
    assert len(notes.vectors(EMBEDDER)[0]) == 30


def test_many_threads_write_and_read_at_once(store: SqlStore):
    notes = open_notes(store)

    def work(number: int) -> int:
        write(notes, make_note(f"{number}.md", f"Taxi {number}", source=f"source {number}"))
        return len(notes.search_words(["taxi"], 100))

    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(work, range(32)))

    assert max(found) == notes.count_words(["taxi"])["taxi"] == 32
    assert all(found)


def test_a_new_database_may_be_opened_many_times_at_once(store_url: str):
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(lambda _: SqlStore(store_url, clock=FixedClock()), range(8)))

    for one in opened:
        assert one.list_communities() == []
        one.close()
