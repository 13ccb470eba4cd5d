"""What stands where: every mark has its row, the same words have one mark, and the page says whose and when it is."""

from __future__ import annotations

import datetime as dt

import pytest

from coach.export.brief.sheet import lay_out, spread_marks
from coach.export.brief.words import say_day, say_period, title_of, to_line, to_print
from coach.models import BriefRequest, ClaimKind, Consent, SectionKind
from tests.export.briefs import HOSTILE, bare, counted, evidence, hostile, ordinary, section, sentence


@pytest.mark.parametrize("result", [ordinary(), bare(), hostile(), hostile(60)])
def test_every_mark_has_one_row_and_every_row_a_mark(result) -> None:
    sheet = lay_out(result)
    marks = {mark for part in sheet.chapters for said in part.said for mark in said.marks} | set(sheet.made_from.marks)

    assert [row.mark for row in sheet.rows] == sorted(marks) == list(range(1, len(sheet.rows) + 1))


def test_every_claim_keeps_all_that_stands_behind_it() -> None:
    result = ordinary()
    sheet = lay_out(result)
    rows = {row.mark: row for row in sheet.rows}

    for before, part in zip(result.brief.sections, sheet.chapters, strict=True):
        for one, said in zip(before.sentences, part.said, strict=True):
            shown = [rows[mark].says for mark in said.marks]
            assert shown == [item.shown for item in one.evidence] + [f"Counted: {item.says}" for item in one.counted]


def test_the_same_words_have_one_mark_and_the_same_words_elsewhere_another() -> None:
    first, elsewhere = evidence(1, "it helped"), evidence(2, "it helped")
    part = section(
        SectionKind.CAN_NOW,
        sentence(ClaimKind.CAN, "One.", first),
        sentence(ClaimKind.CAN, "Two.", elsewhere, first, first),
    )
    sheet = lay_out(ordinary(sections=(part,), used=()))

    assert [said.marks for said in sheet.chapters[0].said] == [(1,), (2, 1)]


def test_a_count_lists_everything_that_was_counted() -> None:
    met = counted("three of five sessions", ["12 March 2026", "9 April 2026", "7 May 2026"])
    part = section(
        SectionKind.SET_OUT, sentence(ClaimKind.COUNT, "It came up in three of five sessions.", counts=[met])
    )
    (row,) = lay_out(ordinary(sections=(part,), used=())).rows

    assert row.said == "Counted: three of five sessions: 12 March 2026; 9 April 2026; 7 May 2026"
    assert (row.note, row.when, row.consent) == ("", "", "")


def test_a_row_tells_note_date_meeting_and_consent() -> None:
    said = evidence(3, "it helped", Consent.ANYWHERE, title="Retro", date="2026-03", session="the March retro")
    part = section(SectionKind.CAN_NOW, sentence(ClaimKind.CAN, "One.", said))
    (row,) = lay_out(ordinary(sections=(part,), used=())).rows

    assert (row.note, row.when, row.consent) == ("Retro", "March 2026 · the March retro", "may be quoted anywhere")


def test_words_that_went_leave_a_row_that_says_so_and_nothing_else() -> None:
    gone = evidence(3, "", title="", date=None, session="")
    part = section(SectionKind.CAN_NOW, sentence(ClaimKind.CAN, "[withdrawn]", gone))
    (row,) = lay_out(ordinary(sections=(part,), used=())).rows

    assert row.is_gone
    assert row.said == "These words have been withdrawn or deleted since."
    assert row.note == row.consent == ""


def test_the_page_says_whose_for_whom_of_which_time_as_of_when_and_who_drafted() -> None:
    assert lay_out(ordinary()).about == (
        "Review guild",
        "For Director of Digital",
        "26 November 2025 to 26 November 2026",
        "As the notes stood on 26 November 2026",
        "Drafted by the playbook, without a model",
    )


def test_a_kept_brief_says_who_drafted_it() -> None:
    kept = ordinary(drafted_by="gpt-oss:20b").model_copy(update={"drafting": None})

    assert lay_out(kept).about[-1] == "Drafted by gpt-oss:20b"


def test_what_was_not_there_is_not_counted_and_a_name_does_not_stand_twice() -> None:
    used = (counted("14 notes", ["Retro"]), counted("0 sessions", []))
    sheet = lay_out(ordinary(used=used, title="Review guild: what we learned"))

    assert sheet.made_from.text == "Made from 14 notes."
    assert sheet.running == "Review guild: what we learned"
    assert lay_out(ordinary()).running == "Review guild · What came of a year of reading code together"


def test_the_community_has_headings_of_its_own() -> None:
    sheet = lay_out(ordinary(request=BriefRequest(reader="", voice="community")))

    assert sheet.headings.evidence == "What became of your words"
    assert [part.title for part in sheet.chapters][:2] == [
        "What you said you wanted to learn",
        "What you said you can do now",
    ]
    assert "For everybody who was there" in sheet.about
    assert title_of(SectionKind.ASK, "A heading somebody wrote", "community") == "A heading somebody wrote"


def test_findings_name_the_sentence_they_are_about() -> None:
    (line,) = lay_out(hostile()).look_at

    assert line.startswith("Worth mending (What people can do now, sentence 1): ")


def test_nothing_unseen_gets_through() -> None:
    sheet = lay_out(hostile())
    shown = "".join([*(row.says + row.note for row in sheet.rows), sheet.title, *sheet.about, *sheet.left_out])

    assert not set(shown) & set("\x00\x07\n\r\u2028\u202e\u202c\ud800")
    assert to_line(HOSTILE[7]) == "half a pair , nul , bell , turned round, a\u0301ccent"


@pytest.mark.parametrize(
    ("marks", "shown"),
    [((), ""), ((1,), "[1]"), ((1, 2, 3), "[1][2][3]"), ((1, 2, 3, 4, 9), "[1]–[4][9]"), ((5, 1, 2), "[5][1][2]")],
)
def test_many_marks_in_a_row_are_drawn_together(marks: tuple[int, ...], shown: str) -> None:
    assert "".join(f"[{mark}]{then}" for mark, then in spread_marks(marks)) == shown


@pytest.mark.parametrize(
    ("date", "says"),
    [("2026-03-09", "9 March 2026"), ("2026-03", "March 2026"), ("2026", "2026"), (None, "undated"), ("soon", "soon")],
)
def test_dates_are_said_as_far_as_they_go(date: str | None, says: str) -> None:
    assert say_day(date) == says


def test_a_period_may_have_one_end_or_none() -> None:
    day = dt.date(2026, 3, 9)

    assert [say_period(day, None), say_period(None, day), say_period(None, None)] == [
        "from 9 March 2026 on",
        "until 9 March 2026",
        "",
    ]


def test_in_print_a_turned_script_ends_with_its_quote_and_long_words_break() -> None:
    assert to_print("Somebody says “שלום 2”.") == "Somebody says “שלום 2\u200e”.\u200e"
    assert to_print("plain “words”") == "plain “words”"
    assert to_print("x" * 40).replace("\u200b", "") == "x" * 40
    assert max(map(len, to_print("x" * 40).split("\u200b"))) == 12
