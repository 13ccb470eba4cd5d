from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import numpy as np
import pytest

from coach.adapters.sql import SqlStore
from coach.errors import StoreProblem, UnknownNote
from coach.models import DateFrom, DatePrecision, IngestReport, NoteDate
from coach.notes.embedding import embedded_hash
from coach.ports import CommunityNotes, NewNote, Source
from tests.contracts.making import EMBEDDER, look, make_note, open_notes, write

MARCH = NoteDate(day=dt.date(2026, 3, 1), precision=DatePrecision.MONTH, source=DateFrom.FILE_NAME)
APRIL = NoteDate(day=dt.date(2026, 4, 9), precision=DatePrecision.DAY, source=DateFrom.HEADING)


def test_a_note_comes_back_word_for_word(notes: CommunityNotes):
    new = make_note("2026/ö.md", "\ufeffFirst line\r\n", "*Second* 🙂\ttab ", title="Retro ‹1›", date=MARCH)
    write(notes, new)

    assert notes.get_note(new.note.id) == new.note
    assert notes.find_note("2026/ö.md") == new.note
    assert notes.find_note("2026/ö.md", "folder") == new.note
    assert notes.find_note("2026/ö.md", "uploads") is None
    assert notes.note_chunks(new.note.id) == list(new.chunks)
    assert notes.chunks(chunk.id for chunk in new.chunks) == {chunk.id: chunk for chunk in new.chunks}
    with pytest.raises(UnknownNote):
        notes.get_note("nowhere")
    assert notes.note_chunks("nowhere") == []


def test_a_note_without_chunks_is_kept_too(notes: CommunityNotes):
    write(notes, make_note("empty.md"))

    assert [summary.path for summary in notes.summaries()] == ["empty.md"]
    assert notes.vectors(EMBEDDER)[0] == []


def test_vectors_come_back_row_for_row(notes: CommunityNotes):
    new = make_note("a.md", "Taxis wait", "Buses do not")
    write(notes, new)

    ids, rows = notes.vectors(EMBEDDER)
    assert ids == [chunk.id for chunk in new.chunks]
    np.testing.assert_array_equal(rows, new.vectors)
    ids, rows = notes.vectors(EMBEDDER, [new.chunks[1].id, "unknown"])
    assert ids == [new.chunks[1].id]
    np.testing.assert_array_equal(rows, new.vectors[1:])
    assert notes.vectors("another-model")[0] == []


def test_known_vectors_are_found_by_what_was_embedded(notes: CommunityNotes):
    new = make_note("a.md", "Taxis wait")
    write(notes, new)
    write(notes, make_note("a.md", "Taxis have gone"))
    wanted = embedded_hash(new.chunks[0])

    known = notes.known_vectors(EMBEDDER, [wanted, "0" * 64])

    assert list(known) == [wanted]
    np.testing.assert_array_equal(known[wanted], new.vectors[0])
    assert notes.known_vectors("another-model", [wanted]) == {}


def test_equal_texts_in_two_notes_are_both_stored(notes: CommunityNotes):
    first, second = make_note("a.md", "The same words"), make_note("b.md", "The same words")
    write(notes, first, second)

    assert notes.chunk_ids() == {first.chunks[0].id, second.chunks[0].id}
    assert len(notes.vectors(EMBEDDER)[0]) == 2
    assert {hit.chunk_id for hit in notes.search_words(["words"], 10)} == notes.chunk_ids()


def test_summaries_are_newest_first_and_undated_last(notes: CommunityNotes):
    write(
        notes,
        make_note("b.md", "one two three"),
        make_note("a.md", "one two"),
        make_note("c.md", "one", date=MARCH),
        make_note("d.md", "one * two", date=APRIL),
    )

    assert [(item.path, item.words, item.date) for item in notes.summaries()] == [
        ("d.md", 2, APRIL),
        ("c.md", 1, MARCH),
        ("a.md", 2, NoteDate()),
        ("b.md", 3, NoteDate()),
    ]


def test_a_new_version_takes_the_place_of_the_old_one(notes: CommunityNotes):
    write(notes, make_note("a.md", "The taxi queue", "Second"), make_note("b.md", "Other"))
    changed = make_note("a.md", "The bus queue")
    write(notes, changed)

    assert notes.hashes("folder").keys() == {"a.md", "b.md"}
    assert notes.hashes("folder")["a.md"] == changed.note.text_hash
    assert notes.hashes("uploads") == {}
    assert notes.note_chunks(changed.note.id) == list(changed.chunks)
    assert notes.count_words(["taxi", "bus"]) == {"taxi": 0, "bus": 1}
    assert len(notes.vectors(EMBEDDER)[0]) == len(notes.chunk_ids()) == 2


def test_the_same_text_may_come_back_later(notes: CommunityNotes):
    for text in ("Taxi", "Bus", "Taxi"):
        write(notes, make_note("a.md", text))
    before = look(notes, "taxi", "bus")

    assert len(before.found["taxi"]) == 1
    notes.undo_last_run()
    assert notes.count_words(["taxi", "bus"]) == {"taxi": 0, "bus": 1}


def test_retired_notes_are_gone_for_every_reader(notes: CommunityNotes):
    gone, stays = make_note("a.md", "The taxi queue"), make_note("b.md", "The bus queue")
    write(notes, gone, stays)
    write(notes, gone=["a.md", "never-there.md"])

    assert [item.path for item in notes.summaries()] == ["b.md"]
    assert notes.find_note("a.md") is None
    assert notes.chunks([gone.chunks[0].id]) == {}
    assert notes.chunk_ids() == {stays.chunks[0].id}
    assert notes.count_words(["taxi"]) == {"taxi": 0}


def test_sources_say_where_they_were_last_read(notes: CommunityNotes):
    write(notes, make_note("a.md", "A"), make_note("b.md", "B"), location="/old")
    write(notes, make_note("c.md", "C"), location="/new")
    write(notes, make_note("a.md", "A", source="uploads"), location="")

    assert notes.sources() == [Source("folder", "/new", 3), Source("uploads", "", 1)]
    first = notes.find_note("a.md")
    assert first is not None
    assert first.source == "folder"


def test_a_run_that_wrote_nothing_leaves_no_trace(notes: CommunityNotes):
    write(notes)
    notes.begin_run("folder", "/notes")  # broken off before it wrote anything

    assert notes.runs() == []
    assert notes.undo_last_run() is None


def test_a_closed_run_writes_no_more(notes: CommunityNotes):
    run_id = write(notes, make_note("a.md", "Taxi"))
    before = look(notes, "taxi")

    with pytest.raises(StoreProblem):
        notes.write_notes(run_id, [make_note("b.md", "Late")], EMBEDDER)
    with pytest.raises(StoreProblem):
        notes.retire_notes(run_id, "folder", ["a.md"])

    assert look(notes, "taxi") == before


def test_the_revision_grows_with_chunks_and_only_with_them(notes: CommunityNotes):
    steps = [notes.revision()]
    for change in (
        lambda: write(notes, make_note("a.md", "Taxi")),
        lambda: write(notes, gone=["a.md"]),
        notes.undo_last_run,
    ):
        change()
        steps.append(notes.revision())
    assert steps == sorted(set(steps))

    run_id = notes.begin_run("folder", "/notes")
    notes.finish_run(run_id, IngestReport())
    notes.summaries()
    assert notes.revision() == steps[-1]


def _of_another_community(new: NewNote) -> NewNote:
    return NewNote(new.note.model_copy(update={"community_id": "other"}), new.chunks, new.vectors)


def _with_a_loose_chunk(new: NewNote) -> NewNote:
    (chunk,) = new.chunks
    return NewNote(new.note, (chunk.model_copy(update={"text": chunk.text.upper()}),), new.vectors)


def _with_a_stray_chunk(new: NewNote) -> NewNote:
    (chunk,) = new.chunks
    return NewNote(new.note, (chunk.model_copy(update={"community_id": "other"}),), new.vectors)


def _without_vectors(new: NewNote) -> NewNote:
    return NewNote(new.note, new.chunks, new.vectors[:0])


@pytest.mark.parametrize("spoil", [_of_another_community, _with_a_loose_chunk, _with_a_stray_chunk, _without_vectors])
def test_a_note_that_is_not_whole_is_not_written(notes: CommunityNotes, spoil: Callable[[NewNote], NewNote]):
    run_id = notes.begin_run("folder", "/notes")

    with pytest.raises(ValueError, match=r"community|chunk"):
        notes.write_notes(run_id, [make_note("good.md", "Good"), spoil(make_note("a.md", "Taxi"))], EMBEDDER)

    assert notes.summaries() == []


def test_two_notes_of_one_path_at_once_are_refused(notes: CommunityNotes):
    with pytest.raises(ValueError, match="one path"):
        write(notes, make_note("a.md", "One"), make_note("a.md", "Two"))


def test_thousands_of_chunks_and_ids_at_once(store: SqlStore):
    notes = open_notes(store)
    new = [make_note(f"{number}.md", *(f"taxi {number} {part}" for part in range(40))) for number in range(100)]
    write(notes, *new)
    ids = notes.chunk_ids()

    assert len(ids) == 4000
    assert notes.chunks(ids).keys() == ids
    assert set(notes.vectors(EMBEDDER, ids)[0]) == ids
    assert notes.readable_ids(ids) == ids
