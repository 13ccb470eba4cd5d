"""How passages are ranked, merged and judged."""

from __future__ import annotations

import pytest

from coach.errors import BadRequest
from coach.models import Chunk
from coach.retrieval import Candidate, _rank, _without_twins, has_evidence, question_words

from .jobs.conftest import Bench, bench  # noqa: F401  # the fixture is used by name


def _candidate(note: str, position: int, text: str, cosine: float, words: float = 0.0) -> Candidate:
    chunk = Chunk(
        id=f"{note}-{position}", community_id="c", note_id=note, position=position, start=0, end=len(text), text=text,
        reading=text,
    )  # fmt: skip
    return Candidate(chunk, cosine, words)


def test_words_that_carry_meaning_are_kept_once_and_in_order() -> None:
    assert question_words("How do we show a wait, or two waits, on a map of C++ and e-mail?") == [
        "show",
        "wait",
        "two",
        "waits",
        "map",
        "c++",
        "e-mail",
    ]


def test_a_chunk_beside_a_good_one_is_lifted() -> None:
    lonely = _candidate("a", 0, "one", 0.5)
    beside = _candidate("b", 1, "two", 0.49)
    good = _candidate("b", 2, "three", 0.9)
    far = _candidate("c", 0, "four", 0.1)

    order = [item.chunk.id for item in _rank([lonely, beside, good, far])]

    assert order[0] == "b-2"
    assert order.index("b-1") < order.index("a-0")


def test_strengths_run_from_nought_to_one_and_fall() -> None:
    strengths = [item.strength for item in _rank([_candidate("a", n, str(n), n / 10, n / 9) for n in range(10)])]

    assert strengths == sorted(strengths, reverse=True)
    assert all(0 <= strength <= 1 for strength in strengths)


def test_the_same_words_in_two_notes_count_once() -> None:
    text = "we met and drew the map of the service together on the wall"
    ranked = [_candidate("a", 0, text, 0.9), _candidate("b", 0, text + " again", 0.8), _candidate("c", 0, "x y", 0.5)]

    assert [item.chunk.note_id for item in _without_twins(ranked, 8)] == ["a", "c"]
    assert [item.chunk.note_id for item in _without_twins(ranked, 1)] == ["a"]


def test_near_in_meaning_or_every_word_is_evidence_and_neither_is_none() -> None:
    near, named, far = (
        _candidate("a", 0, "something", 0.5),
        _candidate("b", 0, "Oluchi hosted", 0.1),
        _candidate("c", 0, "other", 0.1),
    )

    almost = _candidate("d", 0, "something like it", 0.28)

    assert has_evidence(["map"], [near], [])
    assert has_evidence(["oluchi"], [named], ["oluchi"])
    assert has_evidence(["map", "wait"], [almost], ["wait"])
    assert not has_evidence(["map", "wait", "lane"], [almost], ["wait"])
    assert not has_evidence(["oluchi"], [far], [])
    assert not has_evidence([], [far], [])
    assert not has_evidence(["map"], [], ["map"])


@pytest.mark.parametrize("question", ["", "   \n"])
def test_an_empty_question_is_refused(bench: Bench, question: str) -> None:  # noqa: F811
    with pytest.raises(BadRequest, match="empty"):
        bench.coach.find("Circle", question)


@pytest.mark.parametrize("limit", [0, -1, 51])
def test_a_senseless_number_of_passages_is_refused(bench: Bench, limit: int) -> None:  # noqa: F811
    with pytest.raises(BadRequest):
        bench.coach.find("Circle", "maps", limit)


def test_a_community_without_notes_says_so(bench: Bench) -> None:  # noqa: F811
    found = bench.coach.find("Circle", "maps")

    assert not found.enough
    assert "no notes in this community yet" in found.message


@pytest.mark.parametrize("question", ["?!", "the and of", "ünïcödé 日本語", 'a "quoted OR" NEAR(x)', "x" * 50_000])
def test_odd_questions_get_an_answer(bench: Bench, question: str) -> None:  # noqa: F811
    assert isinstance(bench.coach.find("Circle", question).enough, bool)
