from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from coach.adapters.exact_index import ExactIndex
from coach.adapters.sql import SqlStore
from coach.ports import CommunityNotes, NewNote
from coach.testing import FixedClock, HashEmbedder
from tests.contracts.making import EMBEDDER, make_note, open_notes, write
from tests.contracts.other_process import run_other


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'coach.db'}"


@pytest.fixture
def store(url: str) -> Iterator[SqlStore]:
    opened = SqlStore(url, clock=FixedClock())
    yield opened
    opened.close()


@pytest.fixture
def notes(store: SqlStore) -> CommunityNotes:
    return open_notes(store)


def test_what_another_process_wrote_is_found_at_the_next_question(notes: CommunityNotes, url: str):
    index = ExactIndex(EMBEDDER)
    vector = HashEmbedder().embed(["zeppelin"])[0]
    assert index.nearest(notes, vector, 5) == []

    assert run_other("write", url).returncode == 0

    assert len(index.nearest(notes, vector, 5)) == 1


def test_the_length_of_a_vector_does_not_matter(notes: CommunityNotes):
    new = make_note("a.md", "the taxi", "a bus")
    run_id = notes.begin_run("folder", "")
    long_and_none = np.stack([new.vectors[0] * 7, new.vectors[1] * 0])
    notes.write_notes(run_id, [NewNote(new.note, new.chunks, long_and_none)], EMBEDDER)

    first, second = ExactIndex(EMBEDDER).nearest(notes, new.vectors[0] * 3, 5)

    assert (first.chunk_id, second.chunk_id) == (new.chunks[0].id, new.chunks[1].id)
    assert first.score == pytest.approx(1.0)
    assert first.score <= 1.0
    assert second.score == 0.0


def test_more_communities_than_are_kept_in_memory_are_all_answered(store: SqlStore):
    index = ExactIndex(EMBEDDER)
    names = [f"circle {number}" for number in range(12)]
    for name in names:
        write(open_notes(store, name), make_note("a.md", "the taxi", community=name))

    for name in names + names:
        assert len(index.nearest(open_notes(store, name), HashEmbedder().embed(["taxi"])[0], 5)) == 1
