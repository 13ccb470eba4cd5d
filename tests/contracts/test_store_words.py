from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.adapters.sql import SqlStore
from coach.ports import CommunityNotes
from tests.contracts.making import make_note, open_notes, write

SYNTAX = [
    "on", '"', "a OR b", "NEAR(", "*", "🙂", "", "community:", "words : x", "taxi AND", "-", "^taxi",
    "'", "(", ")", "{}", "a\x00b", "!taxi", "taxi:*", "<->", "&", "|", "\\", "%", ";--", "taxi*", "+", "NOT", "rowid",
]  # fmt: skip


def _found(notes: CommunityNotes, *words: str) -> list[str]:
    paths = {chunk_id: chunk.note_id for chunk_id, chunk in notes.chunks(notes.chunk_ids()).items()}
    titles = {item.id: item.path for item in notes.summaries()}
    return [titles[paths[hit.chunk_id]] for hit in notes.search_words(words, 20)]


@pytest.mark.parametrize("word", SYNTAX)
def test_no_word_is_ever_read_as_syntax(notes: CommunityNotes, word: str):
    write(notes, make_note("a.md", "The cat sat on the mat, a taxi or a bus"))

    notes.search_words([word], 5)
    notes.search_words([word, "taxi"], 5)

    assert notes.count_words([word, "taxi"])["taxi"] == 1
    assert _found(notes, word, "taxi") == ["a.md"]


@given(words=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), max_size=8))
@settings(derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_at_all_get_an_answer(store: SqlStore, words: list[str]):
    notes = open_notes(store)

    assert notes.search_words(words, 3) == []
    assert notes.count_words(words) == dict.fromkeys(words, 0)


def test_words_are_stemmed_and_accents_and_case_do_not_count(notes: CommunityNotes):
    write(notes, make_note("a.md", "MAPPING the Café’s well-being, step 2"))

    asked = ["map", "maps", "cafe", "CAFÉ", "well-being", "well being", "2", "steps", "being well", "mapp"]
    counts = notes.count_words(asked)

    assert counts == {**dict.fromkeys(asked, 1), "being well": 0, "mapp": counts["mapp"]}


def test_headings_are_findable_and_stop_words_are_words(notes: CommunityNotes):
    write(notes, make_note("a.md", "The cat sat on it"))

    assert notes.count_words(["minutes", "on", "the", "dog"]) == {"minutes": 1, "on": 1, "the": 1, "dog": 0}
    assert notes.search_words(["dog"], 5) == []
    assert notes.search_words([], 5) == []
    assert notes.search_words(["cat"], 0) == []


def test_the_rarer_word_and_the_shorter_chunk_come_first(notes: CommunityNotes):
    write(
        notes,
        make_note("both.md", "A taxi at the ferry"),
        make_note("rare.md", "Only a ferry is here"),
        make_note("long.md", "A taxi " + "among many other things that people said " * 20),
        *(make_note(f"common{number}.md", f"A taxi is here, number {number}") for number in range(4)),
        *(make_note(f"none{number}.md", f"Nothing of it {number}") for number in range(12)),
    )

    order = _found(notes, "taxi", "ferry")

    assert order[:2] == ["both.md", "rare.md"]
    assert order[-1] == "long.md"
    assert len(order) == 7
    scores = [hit.score for hit in notes.search_words(["taxi", "ferry"], 20)]
    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores)


def test_of_many_words_the_rarest_decide(notes: CommunityNotes):
    common = ["we", "met", "and", "talked", "about", "the", "plan"]
    write(
        notes,
        make_note("rare.md", "A zeppelin"),
        *(make_note(f"{number}.md", " ".join(common), f"Again {number}") for number in range(5)),
    )

    assert _found(notes, *common, "zeppelin")[0] == "rare.md"


def test_what_another_community_wrote_is_not_counted(store: SqlStore):
    one, two = open_notes(store, "one"), open_notes(store, "two")
    write(one, make_note("a.md", "The taxi", community="one"))
    write(two, *(make_note(f"{number}.md", "The taxi", community="two") for number in range(5)))

    assert one.count_words(["taxi"]) == {"taxi": 1}
    assert len(one.search_words(["taxi"], 50)) == 1
