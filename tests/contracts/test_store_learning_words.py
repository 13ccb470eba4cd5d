"""No word of a note is kept with what quotes it: it is brought back while it may be shown, and goes with its note."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from coach.adapters.sql import SqlStore
from coach.models import Consent, Note, StoryLink, StoryPart, ValueStory, Visibility
from coach.ports import Learning
from coach.testing import FixedClock
from tests.contracts.coaching import ADA, NELL, add_two
from tests.contracts.learning import (
    CAME,
    NOON,
    USED,
    WISH,
    WORDS,
    make_brief,
    make_outcome,
    make_story,
    quote,
    quoted_note,
    texts_of,
)
from tests.contracts.making import make_note, write
from tests.contracts.older import read_all

TABLES = ("kept_outcome", "value_story", "kept_brief")


@pytest.fixture
def two(store: SqlStore) -> SqlStore:
    return add_two(store)


@pytest.fixture
def note(two: SqlStore) -> Note:
    new = quoted_note(author_id="ada")
    write(two.notes("reading", ADA), make_note("other.md", "The taxi queue is long"))
    write(two.notes("reading", ADA), new)
    return new.note


@pytest.fixture
def ours(two: SqlStore, note: Note) -> Learning:
    """Ada's learning, with an outcome, a story and a brief that all quote the note."""
    learning = two.learning("reading", ADA)
    learning.save_outcome(make_outcome(note))
    learning.save_story(make_story(note))
    learning.save_brief(make_brief(note))
    return learning


def rows_of(url: str) -> str:
    """Return everything that is kept of learning, as one text."""
    rows = read_all(url)
    return json.dumps([rows[name] for name in TABLES], default=str, ensure_ascii=False).lower()


# -- no words of a note ----------------------------------------------------------------------------
def test_no_word_of_the_note_is_kept_with_them(ours: Learning, store_url: str):
    kept = rows_of(store_url)

    assert [word for word in (*WORDS, "zither-day.md") if word in kept] == []
    assert "we drew it on the wall together" in kept
    assert "ask kim" in kept


def undo(store: SqlStore, note: Note) -> None:
    store.notes("reading", ADA).undo_last_run()


def retire(store: SqlStore, note: Note) -> None:
    write(store.notes("reading", ADA), gone=[note.path])


def never(store: SqlStore, note: Note) -> None:
    store.notes("reading", ADA).set_rights(note.id, Visibility.MEMBERS, Consent.NEVER)


def close(store: SqlStore, note: Note) -> None:
    store.notes("reading", ADA).set_rights(note.id, Visibility.ONLY_ME, Consent.INSIDE)


def edit(store: SqlStore, note: Note) -> None:
    write(store.notes("reading", ADA), make_note(note.path, "All other words now", title="Another", author_id="ada"))


GOES = [(undo, "deleted"), (retire, "deleted"), (never, "withdrawn"), (close, "withdrawn"), (edit, "changed")]


@pytest.mark.parametrize(("goes", "state"), GOES, ids=lambda value: getattr(value, "__name__", value))
def test_a_note_that_goes_takes_its_words_along(
    two: SqlStore, ours: Learning, note: Note, goes: Callable[[SqlStore, Note], None], state: str
):
    goes(two, note)

    told = [*ours.outcomes(), *ours.stories(), ours.find_brief("b1")]
    seen = json.dumps([word.model_dump(mode="json") for word in told if word], ensure_ascii=False).lower()
    assert [word for word in WORDS if word in seen] == []
    assert seen.count('"quote": ""') == 10
    states = ours.look_again("b1")
    assert states is not None
    assert [(item.sentence_id, item.place) for item in states] == [
        ("can_now-1", 0), ("can_now-1", 1), ("can_now-2", 0), ("can_now-3", 0)
    ]  # fmt: skip
    assert {item.state for item in states} == {state}
    assert all(item.says and "“" not in item.says for item in states)


@pytest.mark.parametrize("goes", [retire, never, close, edit])
def test_what_is_read_then_says_so(two: SqlStore, ours: Learning, note: Note, goes: Callable[[SqlStore, Note], None]):
    goes(two, note)

    brief, (story,), (outcome,) = ours.find_brief("b1"), ours.stories(), ours.outcomes()
    assert brief is not None
    assert texts_of(brief) == [
        "In one of two notes: “[withdrawn]”",
        "[withdrawn], and people like it.",
        "[withdrawn]",
        "Give us an hour a month.",
    ]
    assert brief.used[0].items[0].label == "[withdrawn] [somebody]"
    assert brief.pictures.themes[0].name == "[withdrawn]"
    assert [part.text for part in story.parts] == [
        "We drew it on the wall together",
        "[withdrawn].",
        "They say “[withdrawn]” and smile",
    ]
    assert outcome.text == "We want [withdrawn]"
    assert [sign.text for sign in outcome.signs] == ["[withdrawn]", "Somebody asks for it"]
    evidence = story.parts[1].evidence[0]
    assert (evidence.shown, evidence.title, evidence.note, evidence.date) == ("", "", "", "2026-03-12")
    assert (evidence.note_id, evidence.end - evidence.start) == (note.id, len(USED))


@pytest.mark.parametrize("goes", [undo, retire, never, close, edit])
def test_nothing_of_it_is_in_any_file_but_in_what_notes_keep(tmp_path: Path, goes: Callable[[SqlStore, Note], None]):
    store = add_two(SqlStore(f"sqlite:///{tmp_path / 'coach.db'}", clock=FixedClock()))
    notes, new = store.notes("reading", ADA), quoted_note(author_id="ada")
    write(notes, make_note("other.md", "The harmonium hums"))
    write(notes, new)
    learning = store.learning("reading", ADA)
    learning.save_outcome(make_outcome(new.note))
    learning.save_story(make_story(new.note))
    learning.save_brief(make_brief(new.note))
    goes(store, new.note)
    learning.save_story(learning.stories()[0])
    store.close()

    assert b"kumquat" in _everything(tmp_path)  # in an earlier version of the note, or in its full-text index
    _drop_notes(tmp_path / "coach.db")
    left = _everything(tmp_path)
    assert b"we drew it on the wall" in left
    assert [word for word in WORDS if word.encode() in left] == []


def _everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir())).lower()


def _drop_notes(path: Path) -> None:
    """Take the tables of the notes out of a file, and what they leave in it."""
    connection = sqlite3.connect(path, isolation_level=None)
    for table in ("chunk_words", "chunk_vector", "chunk", "note_version"):
        connection.execute(f"DROP TABLE {table}")
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def test_a_note_that_comes_back_brings_its_words_back(two: SqlStore, ours: Learning, note: Note):
    retire(two, note)
    (blank,) = ours.stories()
    ours.save_story(blank.model_copy(update={"teller": "Kim"}))
    (outcome,) = ours.outcomes()
    ours.save_outcome(outcome.model_copy(update={"ended_why": "Enough"}))
    brief = ours.find_brief("b1")
    assert brief is not None
    ours.save_brief(brief)

    two.notes("reading", ADA).undo_last_run()

    assert ours.stories() == [make_story(note, teller="Kim")]
    assert ours.outcomes() == [make_outcome(note, ended_why="Enough")]
    assert ours.find_brief("b1") == make_brief(note)


def test_words_that_moved_in_their_note_are_found_again(two: SqlStore, ours: Learning, note: Note):
    write(two.notes("reading", ADA), make_note(note.path, WISH, "Something new", CAME, title=note.title))

    brief, (story,) = ours.find_brief("b1"), ours.stories()
    text = two.notes("reading", ADA).get_note(note.id).text
    came = story.parts[2].evidence[0]
    assert (came.quote, text[came.start : came.end]) == (CAME, CAME)
    assert (came.start, came.text_hash) == (text.index(CAME), note.text_hash)
    assert story.parts[1].evidence[0].quote == ""
    assert brief is not None
    assert texts_of(brief)[1] == "The kumquat queue halves before breakfast, and people like it."
    states = ours.look_again("b1")
    assert states is not None
    assert [item.state for item in states] == ["changed", "moved", "moved", "moved"]


def test_of_two_places_the_one_nearer_to_where_it_stood_is_taken(two: SqlStore, ours: Learning, note: Note):
    new = make_note(note.path, CAME, WISH, USED, "New", CAME, title=note.title)
    write(two.notes("reading", ADA), new)

    came = ours.stories()[0].parts[2].evidence[0]

    assert came.start == new.note.text.rindex(CAME)


def test_words_that_might_go_anywhere_go_when_the_note_is_closed_to_others(two: SqlStore, note: Note):
    notes, learning = two.notes("reading", ADA), two.learning("reading", ADA)
    notes.set_rights(note.id, Visibility.MEMBERS, Consent.ANYWHERE)
    open_ = quote(note, CAME, consent=Consent.ANYWHERE, shown=CAME)
    part = StoryPart(link=StoryLink.USED, text="It helped", evidence=(open_,))
    learning.save_story(ValueStory(id="t", title="Open", parts=(part,), at=NOON))
    assert learning.stories()[0].parts[0].evidence == (open_,)

    notes.set_rights(note.id, Visibility.MEMBERS, Consent.INSIDE)

    assert learning.stories()[0].parts[0].evidence[0].quote == ""


def test_a_note_that_only_its_author_reads_is_withdrawn_for_the_others(two: SqlStore, ours: Learning):
    hers = quoted_note(source="jottings", author_id="nell").note
    write(two.notes("reading", NELL), quoted_note(source="jottings", author_id="nell"))
    ours.save_brief(make_brief(hers, "b2"))

    two.notes("reading", NELL).set_rights(hers.id, Visibility.ONLY_ME, Consent.INSIDE)

    states = ours.look_again("b2")
    assert states is not None
    assert {item.state for item in states} == {"withdrawn"}
