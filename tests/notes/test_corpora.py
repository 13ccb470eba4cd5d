"""Real notes of real communities, where they are at hand: nothing is lost, and quotes stay whole."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from coach.models import Chunk, DateFrom, DatePrecision, Note
from coach.notes.dates import DateClues, find_date
from coach.notes.folder import ReadingLimits, read_folder
from coach.notes.front_matter import read_front_matter
from coach.notes.reading import to_note
from coach.notes.sentences import quotable_sentences
from coach.notes.split import split_note

CORPORA = Path(__file__).resolve().parents[2] / "../shared/corpora"
NAMES = ("aimug-austin", "carpentries-posts", "geojupyter-2025", "kubernetes-contributors", "nodejs-community")
NOTES = 762

pytestmark = pytest.mark.skipif(not CORPORA.is_dir(), reason=f"the shared corpora are not at {CORPORA}")


@dataclass(frozen=True)
class Read:
    """All notes and their chunks, by the path that the lists use."""

    notes: Mapping[str, Note]
    chunks: Mapping[str, list[Chunk]]
    skipped: int
    warnings: list[str]


@pytest.fixture(scope="module")
def read() -> Read:
    notes: dict[str, Note] = {}
    skipped, warnings = 0, []
    for name in NAMES:
        reading = read_folder(CORPORA / name / "notes", ReadingLimits())
        skipped += len(reading.skipped)
        warnings += [path for path, _ in reading.warnings]
        for file in reading.files:
            notes[f"{name}/notes/{file.path}"] = to_note(file, community_id="c", source=name)
    return Read(notes, {path: split_note(note) for path, note in notes.items()}, skipped, warnings)


def listed() -> dict[str, str]:
    """Return the path and date of every note in the lists."""
    rows: dict[str, str] = {}
    for name in NAMES:
        with (CORPORA / name / "files.tsv").open(encoding="utf-8", newline="") as file:
            rows |= {f"{name}/{row['note']}": row["date"] for row in csv.DictReader(file, delimiter="\t")}
    return rows


def judged_quotes() -> list[tuple[str, str]]:
    lines = (CORPORA / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    return [(item["note"], item["quote"]) for line in lines for item in json.loads(line)["relevant"]]


def flat(text: str) -> str:
    return " ".join(text.split())


def test_every_listed_note_is_read(read: Read) -> None:
    assert set(read.notes) == set(listed())
    assert len(read.notes) == NOTES
    assert read.skipped == 0
    assert [Path(path).name for path in read.warnings] == ["1345-1430_SIGGOVERNANCE.md"]


def test_texts_are_verbatim(read: Read) -> None:
    for path, note in read.notes.items():
        assert note.text == (CORPORA / path).read_bytes().decode("utf-8", "replace")


def test_chunks_cover_every_note(read: Read) -> None:
    for path, note in read.notes.items():
        position = read_front_matter(note.text).end
        for chunk in read.chunks[path]:
            assert not note.text[position : chunk.start].strip()
            assert chunk.text == note.text[chunk.start : chunk.end]
            position = chunk.end
        assert not note.text[position:].strip()


def test_sizes_are_what_they_should_be(read: Read) -> None:
    readings = [chunk.reading for chunks in read.chunks.values() for chunk in chunks]
    sizes = sorted(sum(1 for word in reading.split() if word != "-") for reading in readings)
    assert sizes[-1] <= 330
    assert 170 <= sizes[len(sizes) // 2] <= 215
    # Below sixty words stand only meetings that were short, and notes that are.
    assert sum(1 for size in sizes if size < 60) <= 0.06 * len(sizes)


@pytest.mark.parametrize(
    ("source", "least"), [(DateFrom.FRONT_MATTER, 1.0), (DateFrom.FILE_NAME, 0.98), (DateFrom.FOLDER, 1.0)]
)
def test_dates_agree_with_the_lists_where_the_source_is_the_same(read: Read, source: DateFrom, least: float) -> None:
    compared = agreed = 0
    for path, expected in listed().items():
        note = read.notes[path]
        # The lists take a day in a file name before one in front matter; we do it the other way round.
        by_name = find_date(DateClues(path=note.path))
        other_source = source is DateFrom.FRONT_MATTER and by_name.precision is DatePrecision.DAY
        if note.date.source is not source or not expected or other_source:
            continue
        compared += 1
        agreed += (note.date.iso or "") == expected or (".." in expected and expected.startswith(note.date.iso or "-"))
    assert compared >= 60
    assert agreed >= least * compared


def test_notes_without_a_date_in_the_lists_stay_undated(read: Read) -> None:
    undated = [read.notes[path] for path, expected in listed().items() if not expected]
    assert len(undated) == 51
    assert sum(1 for note in undated if note.date.day) <= 1


def test_archives_give_their_chunks_the_days_of_their_meetings(read: Read) -> None:
    archives = [path for path in read.notes if "/meeting-notes-archive/" in path]
    assert len(archives) == 28
    chunks = [chunk for path in archives for chunk in read.chunks[path]]
    assert all(chunk.date.precision is DatePrecision.DAY for chunk in chunks)
    assert len({(chunk.note_id, chunk.date.day) for chunk in chunks}) >= 850


def test_every_judged_quote_stands_in_its_note_and_hardly_any_is_cut(read: Read) -> None:
    quotes = judged_quotes()
    assert len({note for note, _ in quotes}) > 60
    assert all(flat(quote) in flat(read.notes[note].text) for note, quote in quotes)
    cut = [quote for note, quote in quotes if not any(flat(quote) in flat(chunk.text) for chunk in read.chunks[note])]
    assert len(cut) <= 0.1 * len(quotes)


def test_most_judged_quotes_can_be_quoted(read: Read) -> None:
    quotes = judged_quotes()
    able = 0
    for path, quote in quotes:
        note = read.notes[path]
        sentences = [flat(item.text) for item in quotable_sentences(note.text, 0, len(note.text), note.format)]
        able += any(sentence in flat(quote) or flat(quote) in sentence for sentence in sentences)
    assert able >= 0.75 * len(quotes)
