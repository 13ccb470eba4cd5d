from __future__ import annotations

import logging
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import chromadb
import pytest

from coach.adapters.chroma_index import ChromaIndex
from coach.adapters.folder_owner import find_owner
from coach.adapters.sql import SqlStore
from coach.errors import IndexProblem
from coach.ports import CommunityNotes
from coach.testing import FixedClock, HashEmbedder
from tests.contracts.making import EMBEDDER, make_note, open_notes, write
from tests.contracts.other_process import run_other, start_other

NOTES = [make_note(f"{number}.md", *(f"taxi {number} row {part}" for part in range(20))) for number in range(60)]
"""Enough for Chroma to write its own index files, which it does for a thousand at a time."""


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'coach.db'}"


@pytest.fixture
def notes(url: str) -> Iterator[CommunityNotes]:
    store = SqlStore(url, clock=FixedClock())
    yield open_notes(store)
    store.close()


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "index"
    yield path
    again = ChromaIndex.try_open(path, EMBEDDER)
    if again is not None:
        again.close()


def open_index(folder: Path, embedder: str = EMBEDDER) -> ChromaIndex:
    index = ChromaIndex.try_open(folder, embedder)
    assert index is not None
    return index


def find(index: ChromaIndex, notes: CommunityNotes, text: str, limit: int = 10) -> list[str]:
    return [hit.chunk_id for hit in index.nearest(notes, HashEmbedder().embed([text])[0], limit)]


def is_whole(index: ChromaIndex, notes: CommunityNotes) -> bool:
    return set(find(index, notes, "taxi 7 row", 5000)) == notes.chunk_ids()


def test_what_is_kept_is_used_again(folder: Path, notes: CommunityNotes):
    write(notes, *NOTES[:3])
    assert open_index(folder).catch_up(notes) == 60
    open_index(folder).close()

    again = open_index(folder)

    assert again.catch_up(notes) == 0
    assert is_whole(again, notes)


def test_nothing_but_numbers_is_kept(folder: Path, notes: CommunityNotes):
    write(notes, make_note("a.md", "The zeppelin landed"))
    index = open_index(folder)
    index.catch_up(notes)
    index.close()

    for path in folder.rglob("*"):
        assert not path.is_file() or b"zeppelin" not in path.read_bytes()


def test_what_is_retired_leaves_the_folder_too(folder: Path, notes: CommunityNotes):
    write(notes, make_note("a.md", "the taxi"), make_note("b.md", "the bus", "the tram"))
    index = open_index(folder)
    index.catch_up(notes)
    write(notes, gone=["b.md"])
    index.catch_up(notes)
    index.close()

    client = chromadb.PersistentClient(folder)
    assert [client.get_collection(known.name).count() for known in client.list_collections()] == [1]
    client.close()  # type: ignore[attr-defined]


def test_two_who_open_it_in_one_process_share_it(folder: Path):
    assert open_index(folder) is open_index(folder)


def test_a_second_process_does_not_get_it_and_can_see_who_has_it(folder: Path, notes: CommunityNotes, url: str):
    index = open_index(folder)
    owner = find_owner(folder)
    assert owner is not None
    assert owner.pid == os.getpid()
    assert owner.since.tzinfo is not None
    write(notes, make_note("a.md", "the taxi"))
    assert is_whole(index, notes)

    other = start_other("own", url, folder)
    said, _ = other.communicate("\n", timeout=120)
    assert said == "False\n"

    assert run_other("write", url).returncode == 0
    assert make_note("other.md", "The other process wrote of a zeppelin").chunks[0].id in find(index, notes, "zeppelin")
    index.close()
    assert find_owner(folder) is None


def test_a_folder_that_another_process_took_is_left_to_it(folder: Path, notes: CommunityNotes, url: str):
    write(notes, make_note("a.md", "the taxi"))
    index = open_index(folder)
    index.catch_up(notes)
    folder.with_name("index.lock").unlink()
    other = start_other("own", url, folder)
    assert other.stdout is not None
    assert other.stdout.readline() == "True\n"
    write(notes, make_note("b.md", "the bus"))

    assert is_whole(index, notes), "the vectors in the database answer"
    with pytest.raises(IndexProblem):
        index.catch_up(notes)
    index.forget(notes.community_id)

    other.communicate("\n", timeout=120)
    assert index.catch_up(notes) == 1


class _SlowNotes:
    """A community's notes whose chunk ids come only when they are let."""

    def __init__(self, notes: CommunityNotes) -> None:
        self._notes = notes
        self.asked, self.may_go = threading.Event(), threading.Event()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._notes, name)

    def chunk_ids(self) -> set[str]:
        self.asked.set()
        assert self.may_go.wait(60)
        return self._notes.chunk_ids()


def test_nobody_waits_while_another_thread_builds(folder: Path, notes: CommunityNotes):
    write(notes, make_note("a.md", "the taxi", "a bus"))
    index = open_index(folder)
    slow = _SlowNotes(notes)
    builder = threading.Thread(target=index.catch_up, args=[slow])
    builder.start()
    assert slow.asked.wait(60)

    assert is_whole(index, notes)

    assert builder.is_alive()
    slow.may_go.set()
    builder.join()
    assert index.catch_up(notes) == 0


def test_the_folder_is_free_when_its_owner_was_killed(folder: Path, url: str, notes: CommunityNotes):
    other = start_other("own", url, folder)
    assert other.stdout is not None
    assert other.stdout.readline() == "True\n"
    assert ChromaIndex.try_open(folder, EMBEDDER) is None
    owner = find_owner(folder)
    assert owner is not None
    assert owner.pid == other.pid

    other.kill()
    other.communicate()

    assert find_owner(folder) is None
    assert open_index(folder).catch_up(notes) == 0


def test_a_kill_between_database_and_index_heals_at_the_next_start(folder: Path, notes: CommunityNotes, url: str):
    write(notes, make_note("a.md", "The taxi"), make_note("gone.md", "The ferry"))
    write(notes, gone=["gone.md"])

    ended = run_other("die-before-the-index", url, folder)

    assert ended.returncode == -signal.SIGKILL, ended.stderr
    index = open_index(folder)
    assert index.catch_up(notes) == 3
    assert is_whole(index, notes)


def _delete(folder: Path) -> None:
    shutil.rmtree(folder)


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def _delete_everything_beside(folder: Path) -> None:
    _delete(folder)
    for path in folder.parent.glob("index.*"):
        path.unlink()


def _overwrite_database(folder: Path) -> None:
    (folder / "chroma.sqlite3").write_bytes(b"not a database" * 500)


@pytest.mark.parametrize("harm", [_delete, _empty, _delete_everything_beside, _overwrite_database])
def test_harm_to_the_folder_under_a_running_index_heals_before_the_answer(
    folder: Path, notes: CommunityNotes, harm: Callable[[Path], None]
):
    write(notes, *NOTES[:3])
    index = open_index(folder)
    assert is_whole(index, notes)

    harm(folder)
    assert is_whole(index, notes)

    assert (folder / "chroma.sqlite3").exists()
    assert find_owner(folder) is not None
    write(notes, NOTES[3])
    assert is_whole(index, notes)
    index.close()
    assert open_index(folder).catch_up(notes) == 0


def _lose_vectors(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)


def _spoil_vectors(folder: Path) -> None:
    for path in folder.rglob("*.bin"):
        path.write_bytes(b"spoilt" * 20)


def _make_it_a_file(folder: Path) -> None:
    _delete(folder)
    folder.write_text("not a folder", encoding="utf-8")


@pytest.mark.parametrize("harm", [_lose_vectors, _spoil_vectors, _overwrite_database, _make_it_a_file, _delete])
def test_harm_to_the_folder_while_nobody_looks_heals_at_the_next_start(
    folder: Path, notes: CommunityNotes, harm: Callable[[Path], None]
):
    write(notes, *NOTES)
    index = open_index(folder)
    assert index.catch_up(notes) == 1200
    index.close()

    harm(folder)

    again = open_index(folder)
    for note in NOTES[::20]:
        # Asked for one only, the answer's length cannot give a gap away.
        (hit,) = again.nearest(notes, note.vectors[7], 1)
        assert hit.score > 0.999
    assert is_whole(again, notes)
    assert (folder / "chroma.sqlite3").exists()


def test_what_cannot_be_healed_is_answered_from_the_database(
    tmp_path: Path, notes: CommunityNotes, caplog: pytest.LogCaptureFixture
):
    # With so long a name there is room for `.lock` and `.owner` beside it, and none for `.damaged`.
    folder = tmp_path / ("i" * 248)
    write(notes, make_note("a.md", "the taxi", "a bus"))
    index = open_index(folder)
    assert index.catch_up(notes) == 2
    _overwrite_database(folder)

    assert is_whole(index, notes)
    assert "scanned in the database" in caplog.text
    caplog.clear()
    assert is_whole(index, notes)
    assert caplog.text == "", "it must not try to build again for every question"
    with pytest.raises(IndexProblem):
        index.catch_up(notes)

    index.rebuild()
    assert index.catch_up(notes) == 2
    index.close()


def test_another_embedder_gets_a_new_index(folder: Path, notes: CommunityNotes):
    write(notes, make_note("a.md", "the taxi"))
    first = open_index(folder)
    first.catch_up(notes)

    second = open_index(folder, "another-model")
    assert second.catch_up(notes) == 0
    assert find(second, notes, "taxi") == []
    assert is_whole(first, notes), "whoever still holds the old one is answered from the database"
    with pytest.raises(IndexProblem):
        first.catch_up(notes)
    second.close()

    assert open_index(folder).catch_up(notes) == 1


def test_rebuilding_makes_everything_anew(folder: Path, notes: CommunityNotes):
    write(notes, *NOTES[:3])
    index = open_index(folder)
    index.catch_up(notes)

    index.rebuild()

    assert index.catch_up(notes) == 60
    assert is_whole(index, notes)


def test_forgetting_works_on_a_damaged_folder_too(folder: Path, notes: CommunityNotes):
    write(notes, make_note("a.md", "the taxi"))
    index = open_index(folder)
    index.catch_up(notes)
    _overwrite_database(folder)

    index.forget(notes.community_id)

    assert index.catch_up(notes) == 1


def test_a_closed_index_leaves_the_folder_alone(folder: Path, notes: CommunityNotes):
    index = open_index(folder)
    index.close()

    index.forget(notes.community_id)
    assert find(index, notes, "taxi") == []

    assert find_owner(folder) is None
    assert not folder.exists()


def test_a_folder_that_cannot_be_made_is_a_problem_with_a_way_out(tmp_path: Path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    with pytest.raises(IndexProblem) as raised:
        ChromaIndex.try_open(tmp_path / "file" / "index", EMBEDDER)

    assert "coach index rebuild" in raised.value.next_step


def test_chroma_is_not_loaded_before_it_is_needed():
    code = "import sys, coach.adapters.chroma_index; raise SystemExit('chromadb' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.fixture(autouse=True)
def _hear_warnings(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING, logger="coach")
