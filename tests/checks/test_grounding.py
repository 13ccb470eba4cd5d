from __future__ import annotations

import pytest

from coach.checks.quotes import find_labelled_quotes, find_labels, without_quotes
from tests.checks.examples import GOOD, NOTE, changed, codes, to_mend, with_part, with_step

FIRST, SECOND = (citation.model_dump() for citation in GOOD.citations)


def _cited(**fields):
    return changed(citations=[FIRST | fields, SECOND])


@pytest.mark.parametrize(
    "fields",
    [
        {"quote": "nobody asked where the waiting happens"},
        {"quote": "Nobody asked\nwhere the waiting happens"},
        {"start": FIRST["start"] + 1, "end": FIRST["end"] + 1},
        {"start": 0, "end": 5000},
        {"start": -30, "end": -5},
        {"quote": "", "start": 4, "end": 4},
    ],
)
def test_a_quote_that_does_not_stand_in_the_note_stops_the_plan(fields, check):
    found = [finding for finding in to_mend(check(_cited(**fields))) if finding.severity == "stop"]
    assert any("does not stand in the note" in finding.message and finding.where == "a1" for finding in found)


def test_a_note_that_is_not_there_stops_the_plan(check):
    found = to_mend(check(_cited(note_id="n9", note="gone.md")))
    assert [(finding.check, finding.where) for finding in found] == [("X3", "a1")]
    assert to_mend(check(GOOD, {}))


def test_notes_may_be_keyed_by_path_or_id(check):
    assert check(GOOD, {"clinics/may.md": NOTE}).ok
    assert check(changed(citations=[FIRST | {"note_id": ""}, SECOND | {"note_id": ""}]), {"clinics/may.md": NOTE}).ok


def test_without_notes_only_the_plan_itself_is_looked_at(check):
    assert check(_cited(quote="where the waiting happens nobody asked"), None).findings
    assert check(GOOD, None).ok


@pytest.mark.parametrize(
    ("plan", "where"),
    [
        (with_part("a1", citations=["S1", "S7"]), "a1"),
        (with_step("a1", 0, citations=["S7"]), "a1"),
        (with_step("a1", 0, does="Begin with the clinic (S7)."), "a1"),
        (changed(facilitation=("Mind the arrows (S1, S7).",)), "plan"),
        (changed(influences=[{"label": "S7", "part": "r1", "change": "Another ending."}]), "r1"),
    ],
)
def test_a_label_without_a_citation_stops_the_plan(plan, where, check):
    found = [finding for finding in to_mend(check(plan)) if finding.severity == "stop"]
    assert [(finding.where, finding.message.startswith("S7 is named")) for finding in found] == [(where, True)]


@pytest.mark.parametrize(
    "does",
    [
        "Map the waits. You wrote “everybody asked where the waiting happens” (S1).",
        "Map the waits. You wrote “the housing team never sees our arrows” (S1).",
        'Map the waits. You wrote "we all love waiting" (S1).',
    ],
)
def test_words_in_quotes_that_the_citation_does_not_hold_stop_the_plan(does, check):
    found = [finding for finding in to_mend(check(with_step("a1", 1, does=does))) if finding.severity == "stop"]
    assert [(finding.check, finding.where) for finding in found] == [("X3", "a1")]


@pytest.mark.parametrize(
    "does",
    [
        "Map the waits. You wrote “nobody asked\n  where the waiting happens” (S1).",
        "Map the waits. You wrote “… where the waiting happens …” (S1).",
        "Map the waits. You wrote “the housing team never sees our arrows” (S1, S2).",
        "Map the waits and ask “what happens then?”",
        "Map the waits, as the clinic asked (S1).",
    ],
)
def test_white_space_and_plain_quotes_are_no_fault(does, check):
    assert codes(check(with_step("a1", 1, does=does))) == set()


def test_quotes_are_found_from_their_closing_mark_backwards():
    text = 'Ask “who waits?” and read “she said “never” twice” (S1); also "plain" (S2, S3).'
    found = find_labelled_quotes(text)
    assert [(quote.words, quote.labels) for quote in found] == [
        ("she said “never” twice", ("S1",)),
        ("plain", ("S2", "S3")),
    ]
    assert [text[quote.start : quote.end] for quote in found] == ["“she said “never” twice”", '"plain"']
    assert len(without_quotes(text)) == len(text)
    assert "never" not in without_quotes(text)


def test_a_mark_that_never_opened_is_no_quote():
    assert find_labelled_quotes("never opened” (S1)") == []
    assert find_labels("never opened” (S1) and [S2; S3]") == {"S1", "S2", "S3"}
