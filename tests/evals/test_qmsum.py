"""QMSum: scores are those of the published measure, answers keep to their length, and a better choice scores higher."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from coach.errors import BadInput
from coach.jobs.progress import ignore_progress
from coach.testing import HashEmbedder
from evals.qmsum.data import Asked, Meeting, read_split, to_meeting
from evals.qmsum.methods import Ours
from evals.qmsum.plain import TextRank, order_by_time, order_randomly, rank
from evals.qmsum.run import BUDGET, cut, measure_answers, resample, to_table
from evals.qmsum.scoring import Rouge

RAW: dict[str, Any] = {
    "meeting_transcripts": [
        {"speaker": "A", "content": "Um . So the remote needs a new battery {vocalsound} before June . Yeah ."},
        {"speaker": "B", "content": "The budget for the case is far too small . Rubber costs more than we thought ."},
        {
            "speaker": "C",
            "content": "I had soup for lunch and it was cold . The battery should be solar , says marketing .",
        },
    ],
    "specific_query_list": [
        {
            "query": "What was said about the battery?",
            "answer": "The remote needs a new battery, and marketing said it should be solar.",
            "relevant_text_span": [["0", "0"]],
        }
    ],
    "general_query_list": [{"query": "Summarize the meeting.", "answer": "They spoke of battery, budget and rubber."}],
}
MEETING = to_meeting("m1", RAW)
BATTERY = MEETING.asked[0]


def test_turns_become_sentences_without_the_marks_of_whoever_transcribed():
    assert [item.text for item in MEETING.sentences] == [
        "So the remote needs a new battery before June.",
        "The budget for the case is far too small.",
        "Rubber costs more than we thought.",
        "I had soup for lunch and it was cold.",
        "The battery should be solar, says marketing.",
    ]
    assert [(item.sort, item.id) for item in MEETING.asked] == [
        ("specific", "m1 specific 0"),
        ("general", "m1 general 0"),
    ]


def test_a_folder_without_meetings_is_refused(tmp_path: Path):
    with pytest.raises(BadInput, match="holds no meetings"):
        read_split(tmp_path)
    (tmp_path / "m.json").write_text("{}")
    with pytest.raises(BadInput, match="is no meeting"):
        read_split(tmp_path)
    (tmp_path / "m.json").write_text(json.dumps(RAW))
    assert [meeting.id for meeting in read_split(tmp_path)] == ["m"]


def test_scores_are_those_that_can_be_worked_out_by_hand():
    # Lin 2004: “police killed the gunman” and two candidates, ROUGE-L 3/4 and 2/4.
    rouge = Rouge()
    one = rouge.score("police killed the gunman", "police kill the gunman")
    assert one["R-1"] == pytest.approx(100), "stemmed words are the same"
    other = rouge.score("police killed the gunman", "the gunman kill police")
    assert (other["R-1"], round(other["R-2"], 1), other["R-Lsum"]) == (100, 33.3, 50)
    # Lin 2004, union of sentences: w1 w2 w3 w4 w5 against “w1 w2 w6 w7 w8” and “w1 w3 w8 w9 w5” has 4 of 5.
    summed = rouge.score("w1 w2 w3 w4 w5", "w1 w2 w6 w7 w8. w1 w3 w8 w9 w5")
    assert summed["R-Lsum"] == pytest.approx(100 * 2 * 0.8 * 0.4 / 1.2)


def test_an_answer_keeps_to_its_length_and_to_the_order_of_the_meeting():
    assert cut([4, 0], MEETING, 20).startswith("So the remote")
    assert cut([4, 0], MEETING, 8) == "The battery should be solar, says marketing."
    assert cut([0], MEETING, 2) == "So the remote needs a new battery before June.", "the first is said however long"
    assert cut([], MEETING, 20) == ""


def test_textrank_puts_first_what_shares_most():
    texts = ["blue whales sing songs", "blue whales sing", "whales sing songs at night", "taxes rose again"]
    assert rank(texts)[-1] == 3
    assert TextRank()(BATTERY, MEETING) == rank([item.text for item in MEETING.sentences])


def test_chance_is_the_same_for_the_same_question():
    assert list(order_randomly(BATTERY, MEETING)) == list(order_randomly(BATTERY, MEETING))
    assert sorted(order_randomly(BATTERY, MEETING)) == list(range(5))


def test_ours_answers_what_was_asked():
    chosen = Ours(HashEmbedder())(BATTERY, MEETING)
    assert {0, 4} <= set(chosen[:3])


def wrong(asked: Asked, meeting: Meeting) -> list[int]:
    return [3]


def right(asked: Asked, meeting: Meeting) -> list[int]:
    return [0, 4]


def test_a_better_answer_scores_higher_in_the_table():
    methods = {"lead": order_by_time, "right": right, "wrong": wrong}
    scored = measure_answers([MEETING], methods, ignore_progress)
    table = to_table(scored, list(methods))
    first = {row[1]: float(row[3].split()[0]) for row in table.rows if row[0] == "specific"}
    assert first["right"] > first["lead"] > first["wrong"]
    assert [row[2] for row in table.rows if row[0] == "all"] == ["2", "2", "2"]
    assert all(item.words <= BUDGET for item in scored)


def test_an_interval_holds_its_mean_and_is_the_same_every_time():
    groups = [[10.0, 12.0], [20.0], [30.0, 31.0, 35.0]]
    low, high = resample(groups)
    assert low < 23 < high
    assert resample(groups) == (low, high)
    assert resample([[5.0, 5.0], [5.0]]) == (5.0, 5.0)
