from __future__ import annotations

import pytest

from coach.adapters.sql import SqlStore
from coach.errors import StoreProblem
from coach.models import IngestReport
from coach.ports import CommunityNotes
from tests.contracts.making import EMBEDDER, look, make_note, open_notes, write

WORDS = ("taxi", "bus", "tram", "ferry")


def test_undo_brings_everything_back_exactly(notes: CommunityNotes):
    write(notes, make_note("a.md", "The taxi", "A tram"), make_note("b.md", "A bus"))
    before = look(notes, *WORDS)
    run_id = write(notes, make_note("a.md", "The taxis"), make_note("c.md", "The ferry"), gone=["b.md"])
    assert look(notes, *WORDS) != before

    report = notes.undo_last_run()

    assert report is not None
    assert (report.run_id, report.source, report.taken_out, report.put_back) == (run_id, "folder", 2, 2)
    assert look(notes, *WORDS) == before
    assert [run.undone for run in notes.runs()] == [True, False]


def test_undoing_again_goes_one_run_further_back(notes: CommunityNotes):
    seen = [look(notes, *WORDS)]
    for text in ("The taxi", "A bus", "A tram"):
        write(notes, make_note("a.md", text))
        seen.append(look(notes, *WORDS))

    for expected in reversed(seen[:-1]):
        assert notes.undo_last_run() is not None
        assert look(notes, *WORDS) == expected
    assert notes.undo_last_run() is None


def test_after_an_undo_work_goes_on(notes: CommunityNotes):
    write(notes, make_note("a.md", "The taxi"))
    write(notes, make_note("a.md", "A bus"))
    notes.undo_last_run()
    before = look(notes, *WORDS)

    write(notes, make_note("a.md", "A tram"))
    assert notes.count_words(WORDS) == {"taxi": 0, "bus": 0, "tram": 1, "ferry": 0}

    notes.undo_last_run()
    assert look(notes, *WORDS) == before


def test_a_run_that_was_broken_off_can_be_taken_back(notes: CommunityNotes):
    write(notes, make_note("a.md", "The taxi"))
    before = look(notes, *WORDS)
    run_id = notes.begin_run("folder", "/notes")
    notes.write_notes(run_id, [make_note("a.md", "A bus"), make_note("b.md", "A tram")], EMBEDDER)

    assert (notes.runs()[0].id, notes.runs()[0].report.added) == (run_id, 2)
    assert notes.undo_last_run() is not None
    assert look(notes, *WORDS) == before
    with pytest.raises(StoreProblem):
        notes.write_notes(run_id, [make_note("c.md", "Still writing")], EMBEDDER)


def test_a_path_written_twice_in_one_run_is_taken_back_whole(notes: CommunityNotes):
    write(notes, make_note("a.md", "The taxi"))
    before = look(notes, *WORDS)
    run_id = notes.begin_run("folder", "/notes")
    for text in ("A bus", "A tram"):
        notes.write_notes(run_id, [make_note("a.md", text)], EMBEDDER)
    notes.finish_run(run_id, IngestReport(source="folder"))

    report = notes.undo_last_run()

    assert report is not None
    assert (report.taken_out, report.put_back) == (2, 1)
    assert look(notes, *WORDS) == before


@pytest.mark.parametrize("older_writes_last", [True, False])
def test_two_ingests_at_once_can_both_be_taken_back(store: SqlStore, older_writes_last: bool):
    notes = open_notes(store)
    write(notes, make_note("a.md", "The taxi"))
    before = look(notes, *WORDS)
    older, younger = notes.begin_run("folder", "/one"), notes.begin_run("folder", "/two")
    first, last = (younger, older) if older_writes_last else (older, younger)
    notes.write_notes(first, [make_note("a.md", "A bus")], EMBEDDER)
    notes.write_notes(last, [make_note("a.md", "A tram")], EMBEDDER)

    notes.undo_last_run()
    left = "tram" if older_writes_last else "bus"
    assert notes.count_words(WORDS) == {**dict.fromkeys(WORDS, 0), left: 1}
    assert len(notes.summaries()) == 1

    notes.undo_last_run()
    assert look(notes, *WORDS) == before


def test_a_removal_by_another_ingest_stays_when_the_first_is_taken_back(notes: CommunityNotes):
    write(notes, make_note("a.md", "The taxi"))
    older, younger = notes.begin_run("folder", "/one"), notes.begin_run("folder", "/two")
    notes.write_notes(younger, [make_note("a.md", "A bus")], EMBEDDER)
    notes.retire_notes(older, "folder", ["a.md"])

    notes.undo_last_run()
    assert notes.summaries() == []

    notes.undo_last_run()
    assert notes.count_words(["taxi", "bus"]) == {"taxi": 1, "bus": 0}


def test_undo_stays_inside_the_wall(store: SqlStore):
    one, two = open_notes(store, "one"), open_notes(store, "two")
    write(one, make_note("a.md", "The taxi", community="one"))
    write(two, make_note("a.md", "The taxi", community="two"))
    before = look(one, "taxi")

    assert two.undo_last_run() is not None
    assert two.undo_last_run() is None
    assert look(one, "taxi") == before
