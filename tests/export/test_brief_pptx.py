"""The brief as slides, read back: one for the story, the evidence on the next, everything in the notes."""

from __future__ import annotations

import io

import pptx
import pytest
from pptx.oxml.ns import qn
from pptx.util import Inches

from coach.export.brief import render_brief_pptx
from coach.export.brief.sheet import lay_out
from coach.export.brief.slides import choose_claims
from coach.models import ClaimKind, SectionKind
from tests.export.briefs import bare, counted, evidence, hostile, ordinary, section, sentence, whole_page

MAKES = {"ordinary": ordinary, "bare": bare, "hostile": hostile, "many": lambda: hostile(60), "whole": whole_page}


def _open(result):
    return pptx.Presentation(io.BytesIO(render_brief_pptx(result)))


def _rows(deck) -> list[list[str]]:
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    return [[cell.text for cell in row.cells] for table in tables for row in list(table.rows)[1:]]


def test_one_slide_tells_the_story_and_the_next_one_stands_behind_it() -> None:
    deck = _open(ordinary())
    story, backing = list(deck.slides)

    assert story.shapes.title.text == "What came of a year of reading code together"
    assert [shape.name for shape in story.shapes][1:] == [
        "Whose, for whom, as of when",
        "What we can say",
        "What we ask",
    ]
    claims = [item.text for item in story.shapes[2].text_frame.paragraphs]
    assert 3 <= len(claims) <= 5
    assert all("[" in claim for claim in claims)
    assert (
        story.shapes[3].text_frame.paragraphs[1].text == "Keep the hour every second Thursday free of other meetings."
    )
    assert backing.shapes.title.text == "The words behind it"


def test_a_story_is_told_whole_and_no_claim_leans_on_what_is_not_there() -> None:
    claims = [one.text for one in choose_claims(lay_out(ordinary()))]

    assert not [text for text in claims if text.startswith("It came up")]
    (story,) = [text for text in claims if text.startswith("It began")]
    assert "What somebody took away" in story
    assert "What they did with it" in story


def test_of_a_long_story_how_it_began_and_how_it_ended_is_told() -> None:
    links = [
        sentence(ClaimKind.STORY, f"Part {place} " + "of it " * 30, evidence(place, "of it")) for place in range(4)
    ]
    (story,) = choose_claims(lay_out(ordinary(sections=(section(SectionKind.STORIES, *links),), used=())))

    assert story.marks == (1, 4)
    assert story.text.startswith("Part 0")
    assert " … Part 3" in story.text


def test_of_two_claims_the_one_that_stands_on_its_own_is_chosen() -> None:
    leans = sentence(ClaimKind.CAN, "It helps.", evidence(1, "It helps"))
    stands = [sentence(ClaimKind.CAN, f"Somebody says: “reviews help us, {place}”.", evidence(place, "reviews help us"))
              for place in (2, 3)]  # fmt: skip
    part = section(SectionKind.CAN_NOW, leans, *stands)

    assert [one.text for one in choose_claims(lay_out(ordinary(sections=(part,))))] == [one.text for one in stands]


def test_a_count_speaks_when_nothing_else_does() -> None:
    met = counted("two sessions", ["12 March 2026", "9 April 2026"])
    part = section(SectionKind.CAN_NOW, sentence(ClaimKind.COUNT, "People met in two sessions.", counts=[met]))

    assert [one.text for one in choose_claims(lay_out(ordinary(sections=(part,))))] == ["People met in two sessions."]


@pytest.mark.parametrize("make", MAKES)
def test_every_mark_has_one_row_on_some_slide(make: str) -> None:
    result = MAKES[make]()
    rows = lay_out(result).rows

    assert [line[0] for line in _rows(_open(result))] == [f"[{row.mark}]" for row in rows]


def test_marks_lead_to_the_slide_of_their_row() -> None:
    deck = _open(hostile(60))
    story = deck.slides[0]
    links = [(run.text, run.rPr.find(qn("a:hlinkClick"))) for run in story.element.iter(qn("a:r"))]
    led = {text: story.part.related_part(link.get(qn("r:id"))).slide for text, link in links if link is not None}

    assert led
    assert {link.get("action") for _, link in links if link is not None} == {"ppaction://hlinksldjump"}
    for text, slide in led.items():
        (table,) = [shape.table for shape in slide.shapes if shape.has_table]
        assert text in [row.cells[0].text for row in table.rows]


@pytest.mark.parametrize("make", MAKES)
def test_tables_stay_on_their_slide_and_words_are_large_enough(make: str) -> None:
    deck = _open(MAKES[make]())
    sizes = [run.font.size.pt for slide in deck.slides for shape in slide.shapes if shape.has_text_frame
             for item in shape.text_frame.paragraphs for run in item.runs]  # fmt: skip

    assert min(sizes) >= 12
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= Inches(7.5)


def test_the_notes_hold_the_whole_brief() -> None:
    result = ordinary()
    notes = _open(result).slides[0].notes_slide.notes_text_frame.text

    for one in result.brief.sentences():
        assert one.text in notes
    assert "As the notes stood on 26 November 2026" in notes
    assert "What is missing: Nobody has said what else had a part in it." in notes


def test_what_is_too_long_for_a_slide_stands_whole_in_its_notes() -> None:
    many = counted("forty sessions", [f"session {place} of this year" for place in range(40)])
    long = evidence(1, "and then we went on " * 60)
    part = section(SectionKind.CAN_NOW, sentence(ClaimKind.CAN, "One.", long, counts=[many]))
    backing = _open(ordinary(sections=(part,), used=())).slides[1]
    notes = backing.notes_slide.notes_text_frame.text
    rows = [
        [cell.text for cell in row.cells] for shape in backing.shapes if shape.has_table for row in shape.table.rows
    ]

    assert rows[1][1].endswith("… (all of it below in the notes)")
    assert rows[2][1].endswith("session 11 of this year; 28 more below in the notes")
    assert "session 39 of this year" in notes
    assert long.shown.strip() in notes


def test_tables_have_words_and_runs_a_language() -> None:
    story, backing = list(_open(ordinary()).slides)
    (table,) = [shape for shape in backing.shapes if shape.has_table]

    assert table._element.nvGraphicFramePr.cNvPr.get("descr").startswith("Rows 1 to 13. ")
    assert {run.rPr.get("lang") for run in story.element.iter(qn("a:r"))} == {"en-GB"}


def test_an_empty_brief_says_what_is_missing() -> None:
    (story,) = list(_open(bare()).slides)

    assert "What is missing: No note of this time speaks to it." in story.shapes[2].text_frame.text
