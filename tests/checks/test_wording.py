from __future__ import annotations

import re
from pathlib import Path

import pytest

from coach.checks import find_test_language
from tests.checks import phrases
from tests.checks.examples import changed, codes, to_mend, with_part, with_step

NOTES = Path("../shared/corpora/kubernetes-contributors/notes")
PLAIN = re.compile(
    r"\b(kpis?|test(ed|s)?|exams?|quiz(zes)?|score[sd]?|grade[sd]?|mark(s|ing)|pass(ed)?\s*/?\s*fail|rank(s|ed|ing)?"
    r"|league table|targets?|performance (review|management)|compliance|benchmark(s|ed|ing)?)\b",
    re.IGNORECASE,
)
CATCH = [*phrases.GIVEN_CATCH, *phrases.FIRST_CATCH, *phrases.LATER_CATCH, *phrases.LAST_CATCH]
LEAVE = [*phrases.GIVEN_LEAVE, *phrases.FIRST_LEAVE, *phrases.LATER_LEAVE, *phrases.LAST_LEAVE]


def test_the_lists_are_long_enough_and_hold_each_phrase_once():
    assert len(set(CATCH)) == len(CATCH) >= 60
    assert len(set(LEAVE)) == len(LEAVE) >= 80


@pytest.mark.parametrize("phrase", [phrase for phrase in CATCH if phrase not in phrases.KNOWN_MISSES])
def test_catches_what_puts_people_to_a_test(phrase):
    assert find_test_language(phrase)


@pytest.mark.parametrize("phrase", LEAVE)
def test_leaves_the_object_of_the_work_alone(phrase):
    assert find_test_language(phrase) == []


def test_known_misses_are_few_and_still_missed():
    assert all(not find_test_language(phrase) for phrase in phrases.KNOWN_MISSES)
    assert len(phrases.KNOWN_MISSES) <= 3


def test_a_hit_says_exactly_where_it_stands():
    text = "First we draw. Then there is a quiz at the end, and we rank the teams."
    hits = find_test_language(text)
    assert [hit.words for hit in hits] == ["quiz", "rank the teams"]
    assert all(text[hit.start : hit.end] == hit.words for hit in hits)


@pytest.mark.parametrize(
    "phrase",
    ["Do not forget the quiz.", "Nobody leaves without a quiz.", "This is not only practice: we grade their work."],
)
def test_a_negation_that_does_not_reach_the_words_changes_nothing(phrase):
    assert find_test_language(phrase)


@pytest.mark.parametrize("word", ["rate ", "target of ", "members ", "the ", "certified ", "score a ", "1 to "])
def test_a_long_text_of_one_word_comes_to_an_end(word):
    assert len(find_test_language(word * 2000)) <= 2000


def test_few_of_the_notes_of_a_technical_community_are_hit():
    if not NOTES.is_dir():
        pytest.skip(f"{NOTES} is not here")
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in NOTES.rglob("*") if path.is_file()]
    plain = sum(bool(PLAIN.search(text)) for text in texts)
    ours = sum(bool(find_test_language(text)) for text in texts)
    assert len(texts) >= 300
    assert plain > 100
    assert ours <= plain // 8


@pytest.mark.parametrize(
    ("plan", "where"),
    [
        (with_step("a1", 0, does="Score each member's first map."), "a1"),
        (with_part("r1", prompts=["Which map wins the league table?", "What do you wonder?", "What next?"]), "r1"),
        (changed(prepare=("A quiz for the end.",)), "plan"),
        (changed(outcomes=[{"id": "o1", "text": "We want to be able to map, and everyone passes the exam."}]), "o1"),
        (changed(plan_b={"silence": "Rank the teams."}), "plan"),
    ],
)
def test_every_text_of_a_plan_is_read(plan, where, check):
    found = [finding for finding in to_mend(check(plan)) if finding.check == "X1"]
    assert [(finding.where, str(finding.severity)) for finding in found] == [(where, "stop")]


def test_the_object_of_the_members_work_may_be_named_in_the_whole_plan(check):
    plan = changed(
        outcomes=[{"id": "o1", "text": "We want to be able to assess students' maps"}],
        prepare=("Bring a case in which you assess students' maps.", "Nothing else."),
    )
    assert "X1" not in codes(check(plan))
    assert "X1" in codes(check(changed(plan, prepare=("Assess members' maps.",))))


def test_the_community_s_own_words_are_left_alone(check):
    plan = with_step("a1", 1, does="Map the waits. You wrote: “the exam board never answers” (S1).")
    assert "X1" not in codes(check(plan))


@pytest.mark.parametrize(
    ("text", "is_seen"),
    [
        ("Teams compete, and the best map wins.", True),
        ("Everyone draws at least three new maps per month.", True),
        ("There is a prize for the first pair.", True),
        ("Draw how two suppliers compete for the contract.", False),
        ("Write at least three lines.", False),
        ("The prize letter is the draft we bring.", False),
    ],
)
def test_contests_and_quotas_are_seen(text, is_seen):
    assert bool(find_test_language(text)) is is_seen
