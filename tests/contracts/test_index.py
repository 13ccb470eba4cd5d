from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from coach.adapters.chroma_index import ChromaIndex
from coach.adapters.exact_index import ExactIndex
from coach.adapters.sql import SqlStore
from coach.models import Actor, Visibility
from coach.ports import CommunityNotes, NewNote, PassageIndex
from coach.testing import FixedClock, HashEmbedder, MemoryIndex
from tests.contracts.making import EMBEDDER, make_note, open_notes, write

STRANGER = Actor(id="stranger", name="Sam")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    opened = SqlStore(f"sqlite:///{tmp_path / 'coach.db'}", clock=FixedClock())
    yield opened
    opened.close()


@pytest.fixture(params=["memory", "exact", "chroma"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PassageIndex]:
    if request.param == "memory":
        yield MemoryIndex(EMBEDDER)
    elif request.param == "exact":
        yield ExactIndex(EMBEDDER)
    else:
        opened = ChromaIndex.try_open(tmp_path / "index", EMBEDDER)
        assert opened is not None
        yield opened
        opened.close()


def nearest(index: PassageIndex, notes: CommunityNotes, text: str, limit: int = 10) -> list[str]:
    return [hit.chunk_id for hit in index.nearest(notes, HashEmbedder().embed([text])[0], limit)]


def ids_of(*new: NewNote) -> set[str]:
    return {chunk.id for item in new for chunk in item.chunks}


def test_the_nearest_come_first_with_their_cosine(index: PassageIndex, notes: CommunityNotes):
    new = make_note("a.md", "taxi queue", "taxi rank and bus", "a ferry across the river")
    write(notes, new)
    vector = HashEmbedder().embed(["taxi queue"])[0]

    hits = index.nearest(notes, vector, 10)

    cosines = dict(zip((chunk.id for chunk in new.chunks), (new.vectors @ vector).tolist(), strict=True))
    assert [hit.chunk_id for hit in hits] == sorted(cosines, key=cosines.__getitem__, reverse=True)
    for hit in hits:
        assert hit.score == pytest.approx(cosines[hit.chunk_id], abs=1e-5)
    assert nearest(index, notes, "taxi queue", 1) == [new.chunks[0].id]
    assert nearest(index, notes, "taxi queue", 0) == []


def test_an_empty_community_has_no_nearest(index: PassageIndex, notes: CommunityNotes):
    assert nearest(index, notes, "taxi") == []
    assert index.catch_up(notes) == 0


def test_what_was_written_and_taken_back_shows_before_the_next_answer(index: PassageIndex, notes: CommunityNotes):
    first, second = make_note("a.md", "the taxi", "a tram"), make_note("a.md", "the bus")
    write(notes, first)
    assert set(nearest(index, notes, "taxi")) == ids_of(first)
    write(notes, second, make_note("b.md", "ferry"))
    assert set(nearest(index, notes, "taxi")) == ids_of(second, make_note("b.md", "ferry"))
    notes.undo_last_run()
    assert set(nearest(index, notes, "taxi")) == ids_of(first)
    write(notes, gone=["a.md"])
    assert nearest(index, notes, "taxi") == []


def test_catching_up_counts_what_changed(index: PassageIndex, notes: CommunityNotes):
    write(notes, make_note("a.md", "one", "two"), make_note("b.md", "three"))
    assert index.catch_up(notes) == 3
    assert index.catch_up(notes) == 0
    write(notes, make_note("a.md", "four"))
    assert index.catch_up(notes) == 3
    index.forget(notes.community_id)
    assert index.catch_up(notes) == 2


def test_communities_never_meet(index: PassageIndex, store: SqlStore):
    one, two = open_notes(store, "one"), open_notes(store, "two")
    mine, theirs = (make_note("a.md", "the taxi", community=name) for name in ("one", "two"))
    write(one, mine)
    write(two, theirs)

    assert set(nearest(index, one, "taxi")) == ids_of(mine)
    assert set(nearest(index, two, "taxi")) == ids_of(theirs)
    index.forget("one")
    store.remove_community("one")
    assert set(nearest(index, two, "taxi")) == ids_of(theirs)
    assert nearest(index, open_notes(store, "one"), "taxi") == []


def test_what_the_actor_may_not_read_takes_no_place(index: PassageIndex, notes: CommunityNotes, store: SqlStore):
    private = [make_note(f"{number}.md", *["the taxi queue"] * 50) for number in range(10)]
    public = make_note("public.md", "the taxi", "a queue", "a bus", visibility=Visibility.EVERYONE)
    write(notes, *private, public)

    assert set(nearest(index, store.notes("reading", STRANGER), "the taxi queue", 5)) == ids_of(public)
    assert not set(nearest(index, notes, "the taxi queue", 5)) & ids_of(public)


def test_equal_texts_are_both_found(index: PassageIndex, notes: CommunityNotes):
    first, second = make_note("a.md", "the same words"), make_note("b.md", "the same words")
    write(notes, first, second)

    assert set(nearest(index, notes, "the same words", 2)) == ids_of(first, second)


def test_vectors_of_another_embedder_are_not_mixed_in(index: PassageIndex, notes: CommunityNotes):
    new = make_note("a.md", "the taxi")
    run_id = notes.begin_run("folder", "")
    notes.write_notes(run_id, [NewNote(new.note, new.chunks, np.ones((1, 7), dtype=np.float32))], "another-model")

    assert nearest(index, notes, "taxi") == []


def test_sixteen_threads_write_and_ask(index: PassageIndex, store: SqlStore):
    notes = open_notes(store)

    def work(number: int) -> bool:
        new = make_note(f"{number}.md", f"taxi {number}", f"bus {number}", source=f"source {number}")
        write(notes, new)
        return ids_of(new) <= set(nearest(index, notes, f"taxi {number}", 1000))

    with ThreadPoolExecutor(16) as pool:
        assert all(pool.map(work, range(48)))
    assert set(nearest(index, notes, "taxi", 1000)) == notes.chunk_ids()


def test_it_says_what_it_is(index: PassageIndex):
    assert index.describe()
    assert "\n" not in index.describe()
